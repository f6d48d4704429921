"""*What if?*: the menu, the days to tick, a season beside itself, and a refusal."""

from __future__ import annotations

from datetime import date

from bot.messages import whatif
from bot.messages.steps import Runner
from core.paces import pace_of
from core.season.glance import Glance, glance
from core.units import Distance, Duration
from tests.messages.cases.race import REFUSED
from tests.messages.recording import Cases
from tests.messages.scenes import ANA, RUI, TODAY, paces, rui_s_plan

RUNNER = Runner(paces(RUI), RUI.level)
BY_MINUTES = Runner(None, ANA.level)
NOW = glance(rui_s_plan(), TODAY, pace_of(paces(RUI), RUI.level))
LESS = Glance(
    weeks=NOW.weeks,
    biggest=Distance(41_300),
    biggest_time=Duration.of_minutes(250),
    longest=NOW.longest,
    longest_time=Duration.of_minutes(92),
    runs=36,
    hard=11,
)

CASES: Cases = {
    "menu": whatif.menu,
    "days": lambda text: whatif.days((1, 3, 5), text),
    "days-too-few": lambda text: whatif.days((6,), text),
    "on-days": lambda text: whatif.on_days((1, 3, 6), 6, (NOW, LESS), RUNNER, text),
    "on-days-by-minutes": lambda text: whatif.on_days((1, 6), 6, (NOW, LESS), BY_MINUTES, text),
    "race": whatif.race,
    "weeks": lambda text: whatif.weeks((date(2026, 11, 30), date(2026, 12, 7)), text),
    "without-week": lambda text: whatif.without_week(date(2026, 11, 30), (NOW, LESS), RUNNER, text),
    "taken": lambda text: whatif.taken((1, 3, 6), text),
    "refused": lambda text: whatif.refused(REFUSED, text),
    "left": whatif.left,
}
