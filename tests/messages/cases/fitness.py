"""A result told in words: asked about, and taken."""

from __future__ import annotations

from datetime import date

from bot.messages import fitness, trial
from bot.reply import Reply
from core.athlete import Result
from core.units import Distance, Duration
from tests.messages.recording import Cases

FIVE = Result(Distance(5000), Duration(1470), date(2026, 11, 21))
EIGHT = Result(Distance(8000), Duration(2500), date(2026, 11, 21))
TEN = Result(Distance(10000), Duration(3600), date(2026, 10, 11))
SPRINT = Result(Distance(200), Duration(30.4), date(2026, 11, 21))
ANSWERS = ("result-only-run", "result-old-stays", "result-unsure", "trial-stale")

CASES: Cases = {
    "asked": lambda text: fitness.asked(FIVE, 40.2, text),
    "asked-odd-distance": lambda text: fitness.asked(EIGHT, 38.7, text),
    "taken": lambda text: fitness.counts(FIVE, 40.2, text),
    "moves": lambda text: fitness.counts(FIVE, 40.2, text, 38.6, 40.2),
    "stays": lambda text: fitness.counts(EIGHT, 38.7, text, 40.2, 40.2),
    "contradicts": lambda text: fitness.contradicts(FIVE, TEN, text),
    "asks-course": lambda text: fitness.asks_course(FIVE, 40.2, 36.8, text),
    "dropped": lambda text: fitness.dropped(FIVE, text, 38.6),
    "dropped-none": lambda text: fitness.dropped(FIVE, text),
    "sprint": lambda text: fitness.sprint(SPRINT, text),
    "trial-offered": lambda text: trial.offered(date(2026, 12, 9), text),
    "trial-ready": lambda text: trial.ready(date(2026, 12, 9), text),
    "trial-some-day": lambda text: trial.ready(None, text),
    "trial-taken": lambda text: trial.taken(date(2026, 12, 9), 7, text),
    "trial-later": trial.later,
    "answers": lambda text: Reply("\n".join(text(said) for said in ANSWERS)),
}
