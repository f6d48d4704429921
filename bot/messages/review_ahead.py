"""The review's look ahead: what next week holds, what changes, and why."""

from __future__ import annotations

from datetime import date

from bot.messages.reasons import spoken
from bot.messages.review_amount import amount_of
from bot.messages.session import name, size
from bot.messages.steps import Runner
from bot.text import Html, Text
from core.plan import WeekKind
from core.reasons import Code
from core.review import Ahead
from core.safety import Allowance, Allowed

_HELD = {Allowed.STOP, Allowed.WALK_ONLY, Allowed.LADDER}


def next_week(ahead: Ahead | None, runner: Runner, allowance: Allowance, text: Text) -> str:
    """What next week holds in a sentence or two, with the reason where it is no usual one."""
    if allowance.level in _HELD and allowance.reasons:
        return text("review-next-held", why=Html(spoken(allowance.reasons, text, most=2)))
    if ahead is None:
        return text("review-next-none")
    said = [text("review-next", parts=Html(", ".join(_parts(ahead, runner, text))))]
    if ahead.turns and ahead.week is not None:
        said.append(text("review-turns", phase=text(f"in-phase-{ahead.week.phase.value}")))
    if _announced(ahead):
        known = set() if ahead.turns else {Code.STRETCH}
        why = [reason for reason in ahead.why if reason.code not in known]
        said += [spoken(why, text, most=2)] if why else []
    return " ".join(said)


def _announced(ahead: Ahead) -> bool:
    """A week that is no usual one, or another phase, comes with its reason."""
    unusual = ahead.week is not None and ahead.week.kind is not WeekKind.NORMAL
    return bool(ahead.why) and (unusual or ahead.turns)


def _parts(ahead: Ahead, runner: Runner, text: Text) -> list[str]:
    runs = [s for s in ahead.sessions if s.race is None]
    amount = amount_of(ahead.time, ahead.distance, runner, text)
    said = [text("review-next-runs", runs=len(runs), amount=amount)] if runs else []
    if not ahead.sessions:
        said = [text("review-next-rest")]
    if ahead.hard:
        days = text.weekdays(tuple(day.weekday() for day in ahead.hard))
        said.append(text("review-next-hard", days=Html(days)))
    if (long := ahead.long) is not None:
        facts = {"size": size(long.workout, runner, text), "day": _weekday(long.on, text)}
        said.append(text("review-next-long", **facts))
    if (race := ahead.race) is not None:
        named = Html(name(race, text))
        said.append(text("review-next-race", race=named, day=_weekday(race.on, text)))
    return said


def _weekday(day: date, text: Text) -> str:
    return text.weekday(day.weekday(), short=True)
