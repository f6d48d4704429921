"""The picture of /plateau: the two efforts, the leading cause week by week, and the findings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.charts.plateau import (
    Compared,
    Effort,
    PlateauChart,
    Ranked,
    Series,
    WeekMarks,
    plateau_picture,
)
from bot.messages.plateau_words import amount, evidence, ranked
from bot.messages.session import distance_title
from bot.reply import Picture
from bot.text import Html, Text, numbers, plain
from core.activity import Activity, Evenness, Log
from core.checkin import CheckIn
from core.library import Library
from core.plateau import Cause, Comparison, Diagnosis, Finding, Proof, Sign
from core.units import Distance, Units
from core.workout import Focus, PaceOf

WEEKS, SHOWN = 16, 3
_EASY_RPE = 4
"""An easy run means 3; above this it was none (ours)."""
_HEAVY = 3
_BADLY = {Evenness.FADED, Evenness.CUT_SHORT}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the picture is drawn from."""

    diagnosis: Diagnosis
    log: Log
    checkins: Sequence[CheckIn]
    today: date
    library: Library
    pace_of: PaceOf


def picture(text: Text, seen: Evidence) -> Picture:
    """Drawing takes a thread."""
    found = seen.diagnosis
    title = "picture-plateau-provisional" if found.provisional else "picture-plateau"
    leading, told = found.findings[:1], ranked(found)[:SHOWN]
    chart = PlateauChart(
        title=plain(text(title)),
        subtitle=plain(text("picture-plateau-weeks", day=text.full_day(seen.today))),
        dates=lambda day: plain(_date(day, text)),
        compared=_compared(found.comparison, text) if found.comparison else None,
        series=_series(leading[0], seen, text) if leading else None,
        findings=tuple(_ranked(each, seen, text) for each in told),
    )
    name = plain(_name(leading[0], text)) if leading else ""
    return Picture(plateau_picture(chart), plain(text("picture-plateau-alt", name=name)))


def _date(day: date, text: Text) -> str:
    month = Html(text(f"month-short-{day.month}"))
    return text("picture-week-date", day=str(day.day), month=month)


def _name(finding: Finding, text: Text) -> str:
    return text.content(f"cause/{finding.cause.value}/name")


def _ranked(finding: Finding, seen: Evidence, text: Text) -> Ranked:
    said = evidence(finding, seen.library, seen.pace_of, text)
    return Ranked(plain(_name(finding, text)), plain(said))


def _compared(comparison: Comparison, text: Text) -> Compared:
    weeks = max(1, round(comparison.days / 7))
    clear = comparison.better or comparison.worse
    change = text(
        "picture-plateau-change",
        percent=f"{abs(comparison.change):.1f}",
        weeks=weeks,
        meaning=Html(text("picture-plateau-clear" if clear else "picture-plateau-chance")),
    )
    return Compared(
        title=plain(text("picture-plateau-efforts")),
        before=_effort(comparison.before, text),
        after=_effort(comparison.after, text),
        change=plain(change),
    )


def _effort(proof: Proof, text: Text) -> Effort:
    day = plain(text.full_day(proof.on))
    if proof.distance is not None and proof.time is not None:
        what = plain(distance_title(proof.distance, text))
        return Effort(numbers.race_time(proof.time), what, day)
    what = plain(text(f"measure-{proof.measure.value}"))
    return Effort(plain(amount(proof.measure, proof.value, text)), what, day)


def _series(finding: Finding, seen: Evidence, text: Text) -> Series | None:
    """The leading cause's own evidence; None for what no week can show."""
    if finding.cause in _AMOUNTS:
        return _amounts(finding, seen, text)
    if finding.cause not in _COUNTED:
        return None
    title, against, other, count = _COUNTED[finding.cause]
    marks = [_marked(count, finding, seen, monday) for monday in _mondays(seen.today)]
    if not any(week.against for week in marks):
        return None
    return Series(
        title=plain(text(f"evidence-{title}")),
        weeks=tuple(marks),
        against=plain(text(f"evidence-{against}")),
        other=plain(text(f"evidence-{other}")),
    )


def _mondays(today: date) -> list[date]:
    """Sixteen Mondays, this week's the last."""
    monday = today - timedelta(days=today.weekday())
    return [monday - timedelta(weeks=n) for n in reversed(range(WEEKS))]


Count = Callable[[Finding, Evidence, date], tuple[int, int]]


def _marked(count: Count, finding: Finding, seen: Evidence, monday: date) -> WeekMarks:
    against, other = count(finding, seen, monday)
    return WeekMarks(monday, against, other)


def _runs(seen: Evidence, monday: date) -> tuple[Activity, ...]:
    return seen.log.within(monday + timedelta(days=6), 7)


def _hard(seen: Evidence, monday: date) -> list[Activity]:
    return [run for run in _runs(seen, monday) if run.hard]


def _split(flags: Sequence[bool]) -> tuple[int, int]:
    return sum(flags), len(flags) - sum(flags)


def _alike(finding: Finding, seen: Evidence, monday: date) -> tuple[int, int]:
    facts = next((e.facts for e in finding.evidence if e.sign is Sign.SAME_WORKOUT), {})
    key, focus = facts.get("key", ""), facts.get("focus", "")
    return _split([r.key == key if key else r.focus == focus for r in _hard(seen, monday)])


def _mornings(seen: Evidence, monday: date) -> list[CheckIn]:
    last = monday + timedelta(days=6)
    return [c for c in seen.checkins if monday <= c.on <= last and c.answered]


def _heavy(_: Finding, seen: Evidence, monday: date) -> tuple[int, int]:
    legs = [c.legs for c in _mornings(seen, monday) if isinstance(c.legs, int)]
    return _split([each < _HEAVY for each in legs])


def _stressed(_: Finding, seen: Evidence, monday: date) -> tuple[int, int]:
    return _split([c.stress for c in _mornings(seen, monday)])


def _brisk(_: Finding, seen: Evidence, monday: date) -> tuple[int, int]:
    rated = [r.rpe for r in _runs(seen, monday) if r.focus is Focus.EASY and r.rpe is not None]
    return _split([rpe > _EASY_RPE for rpe in rated])


def _not_held(_: Finding, seen: Evidence, monday: date) -> tuple[int, int]:
    return _split([_broke(run) for run in _hard(seen, monday)])


def _broke(run: Activity) -> bool:
    short = run.reps_done is not None and run.reps_done < (run.reps_planned or 0)
    return short or run.evenness in _BADLY


def _crowded(_: Finding, seen: Evidence, monday: date) -> tuple[int, int]:
    return _split([_after_work(run, seen.log) for run in _hard(seen, monday)])


def _after_work(run: Activity, log: Log) -> bool:
    before = log.on(run.on - timedelta(days=1))
    return any(each.ran and (each.hard or each.focus is Focus.LONG) for each in before)


_COUNTED: dict[Cause, tuple[str, str, str, Count]] = {
    Cause.REPEAT: ("hard", "repeat", "other", _alike),
    Cause.OVERCOOKED: ("mornings", "heavy", "other-mornings", _heavy),
    Cause.UNDERFUELLED: ("mornings", "heavy", "other-mornings", _heavy),
    Cause.LIFE_STRESS: ("mornings", "stress", "other-mornings", _stressed),
    Cause.MEDIUM: ("easy-runs", "easy", "easy-fine", _brisk),
    Cause.FADING: ("hard", "not-held", "held", _not_held),
    Cause.PACING: ("hard", "not-held", "held", _not_held),
    Cause.WISHES: ("hard", "not-held", "held", _not_held),
    Cause.FORM: ("hard", "not-held", "held", _not_held),
    Cause.SCHEDULING: ("hard", "before-hard", "before-easy", _crowded),
}
"""The words for the title, what counts against and what does not, and how a week is counted."""
_AMOUNTS = {Cause.VOLUME, Cause.LONG_RUN, Cause.NO_CYCLES, Cause.TRUE}


def _amounts(finding: Finding, seen: Evidence, text: Text) -> Series | None:
    """Kilometres or miles; minutes where most runs were told without a distance."""
    runs = [run for monday in _mondays(seen.today) for run in _runs(seen, monday)]
    measured = 2 * sum(run.distance is not None for run in runs) >= len(runs)
    longest = finding.cause is Cause.LONG_RUN
    weeks = [
        WeekMarks(monday, amount=_amount(_runs(seen, monday), text, measured, longest))
        for monday in _mondays(seen.today)
    ]
    if not any(week.amount for week in weeks):
        return None
    unit = plain(text(f"unit-{text.tongue.units.value}" if measured else "unit-minutes"))
    wanted = _wanted(finding, text) if measured else 0.0
    return Series(
        title=plain(text("evidence-longest" if longest else "evidence-volume")),
        weeks=tuple(weeks),
        unit=unit,
        wanted=wanted,
        wanted_words=plain(text("evidence-wanted")),
    )


def _amount(runs: Sequence[Activity], text: Text, measured: bool, longest: bool) -> float:
    told = [_of(run, text, measured) for run in runs]
    return max(told, default=0.0) if longest else sum(told)


def _of(run: Activity, text: Text, measured: bool) -> float:
    if not measured:
        return run.time.minutes if run.time else 0.0
    return _in_unit(run.distance, text) if run.distance else 0.0


def _in_unit(distance: Distance, text: Text) -> float:
    return distance.miles if text.tongue.units is Units.MILES else distance.km


def _wanted(finding: Finding, text: Text) -> float:
    """The level that the goal asks for, where the finding tells one."""
    told = [e.facts["wanted"] for e in finding.evidence if "wanted" in e.facts]
    return _in_unit(Distance.of_km(float(told[0])), text) if told else 0.0
