"""The longer reviews in words: a month, the end of a cycle, the year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.callbacks import pack
from bot.charts.year import MonthBar, YearChart, year_picture
from bot.messages.review import TOPIC
from bot.messages.review_amount import amount_of
from bot.messages.session import distance_name, distance_title
from bot.messages.steps import Runner
from bot.reply import Button, Picture, Reply
from bot.text import Html, Text, plain
from core.activity import Activity
from core.athlete import Race
from core.review import Best, Cycle, Month, Year

MOST_BEST = 4
MOST_CYCLES = 4


def month(
    this: Month, before: Month, runner: Runner, text: Text, *, earlier: bool = False
) -> Reply:
    """One calendar month beside the one before."""
    row = [Button(text("button-week-review"), pack(TOPIC, "week"))]
    if earlier:
        back = pack(TOPIC, "month", before.first.isoformat())
        row.insert(0, Button(text("button-month-before"), back))
    row.append(Button(text("button-year"), pack(TOPIC, "year")))
    return Reply("\n".join(month_lines(this, before, runner, text)), (tuple(row),))


def month_lines(this: Month, before: Month, runner: Runner, text: Text) -> tuple[str, ...]:
    """What was run, the month before, and the longest run."""
    named = {"month": _month(this.first, text), "year": str(this.first.year)}
    if not this.runs:
        said = [text("review-month-empty", **named)]
    else:
        amount = amount_of(this.time, this.distance, runner, text)
        said = [text("review-month", runs=this.runs, amount=amount, **named)]
    if before.runs:
        amount = amount_of(before.time, before.distance, runner, text)
        name = _month(before.first, text)
        said.append(text("review-month-before", month=name, amount=amount, runs=before.runs))
    if this.longest is not None:
        size = _size(this.longest, runner, text)
        said.append(text("review-month-longest", size=size, day=text.day(this.longest.on)))
    return tuple(said)


def _month(first: date, text: Text) -> str:
    return text(f"month-short-{first.month}")


def _size(run: Activity, runner: Runner, text: Text) -> str:
    """How far, or how long for who trains by minutes; as it was told where only one is known."""
    if run.distance is not None and run.time is not None:
        return amount_of(run.time, run.distance, runner, text)
    if run.distance is not None:
        return str(text.write(run.distance))
    return str(text.write(run.time)) if run.time is not None else text("run-any")


def year(review: Year, runner: Runner, text: Text) -> Reply:
    """Twelve months back: the total, the cycles, the best results, what changed."""
    back = Button(text("button-week-review"), pack(TOPIC, "week"))
    this = Button(text("button-month"), pack(TOPIC, "month", review.last.isoformat()))
    rows = ((back, this),)
    if not review.runs:
        return Reply(text("review-year-empty"), rows)
    amount = amount_of(review.time, review.distance, runner, text)
    facts = {"from": text.full_day(review.first), "to": text.full_day(review.last)}
    said = [text("review-year", runs=review.runs, amount=amount, **facts)]
    said += [cycle_line(cycle, runner, text) for cycle in review.cycles[-MOST_CYCLES:]]
    if review.cycles:
        said += _phases(review.cycles[-1], runner, text)
    return Reply("\n".join([*said, *changed(review, runner, text)]), rows)


def year_lines(review: Year, runner: Runner, text: Text) -> tuple[str, ...]:
    """The year's line under a month: its total, and the first thing that changed, if any."""
    if not review.runs:
        return ()
    amount = amount_of(review.time, review.distance, runner, text)
    since = {"from": text.full_day(review.first)}
    total = text("review-year-line", runs=review.runs, amount=amount, **since)
    return (total, *changed(review, runner, text)[:1])


def cycle_end(review: Year, race: Race, runner: Runner, text: Text) -> tuple[str, ...]:
    """The cycle that a race ended, beside the one before."""
    said = [text("review-cycle-over", race=Html(_race(race, text)))]
    over = [cycle for cycle in review.cycles if cycle.race == race]
    for cycle in over:
        said += [cycle_line(cycle, runner, text), *_phases(cycle, runner, text)]
    return (*said, *changed(review, runner, text), *_next(review, text))


def cycle_line(cycle: Cycle, runner: Runner, text: Text) -> str:
    """One build: to which race, how long, how much, its biggest week, what it brought."""
    amount = amount_of(cycle.time, cycle.distance, runner, text)
    biggest = amount_of(cycle.biggest_time, cycle.biggest, runner, text)
    if cycle.race is None:
        day = text.full_day(cycle.first)
        return text("review-cycle-now", day=day, weeks=cycle.weeks, amount=amount, biggest=biggest)
    line = text(
        "review-cycle",
        race=Html(_race(cycle.race, text)),
        day=text.full_day(cycle.last),
        weeks=cycle.weeks,
        amount=amount,
        biggest=biggest,
    )
    if cycle.result is None:
        return line
    return f"{line} {text('review-cycle-result', time=text.race_time(cycle.result.time))}"


def _race(race: Race, text: Text) -> str:
    return str(text.write(race.name)) if race.name else distance_title(race.distance, text)


def _phases(cycle: Cycle, runner: Runner, text: Text) -> list[str]:
    said = [
        text(
            "review-cycle-phase",
            phase=text(f"in-phase-{part.phase.value}"),
            amount=amount_of(part.time, part.distance, runner, text),
            weeks=part.weeks,
        )
        for part in cycle.phases
    ]
    return [text("review-cycle-phases", phases=Html(", ".join(said)))] if said else []


def changed(review: Year, runner: Runner, text: Text) -> list[str]:
    """The ceiling between the last two cycles, the best results, and the effort of easy running."""
    said = []
    whole = [cycle for cycle in review.cycles if cycle.distance.metres > 0][-2:]
    if len(whole) == 2 and whole[0].race is not None:
        before, now = (amount_of(c.biggest_time, c.biggest, runner, text) for c in whole)
        if before != now:
            said.append(text("review-ceiling", before=before, now=now))
    said += [_best(best, text) for best in review.best[-MOST_BEST:]]
    if (easier := review.easier) is not None:
        facts = {"now": f"{easier.now:.1f}", "before": f"{easier.before:.1f}"}
        said.append(text("review-easier", **facts))
    return said


def _best(best: Best, text: Text) -> str:
    distance = Html(distance_name(best.now.distance, text))
    time = text.race_time(best.now.time)
    if best.before is None:
        return text("review-best", distance=distance, time=time)
    before = text.race_time(best.before.time)
    return text("review-best-before", distance=distance, time=time, before=before)


def _next(review: Year, text: Text) -> list[str]:
    if review.next_short is None:
        return []
    return [text("review-next-short-races" if review.next_short else "review-next-long-race")]


def picture(review: Year, runner: Runner, text: Text) -> Picture:
    """The year's months as columns, its races above them; drawing takes a thread."""
    return Picture(year_picture(chart(review, runner, text)))


def chart(review: Year, runner: Runner, text: Text) -> YearChart:
    """The picture's words and numbers."""
    facts = {"from": plain(text.full_day(review.first)), "to": plain(text.full_day(review.last))}
    return YearChart(
        title=plain(text("picture-year")),
        subtitle=plain(text("picture-year-from", **facts)),
        months=tuple(_bar(each, review.cycles, runner, text) for each in review.months),
    )


def _bar(month: Month, cycles: Sequence[Cycle], runner: Runner, text: Text) -> MonthBar:
    raced = [c.race for c in cycles if c.race is not None and _same(c.last, month.first)]
    return MonthBar(
        name=plain(_month(month.first, text)),
        amount=month.time.minutes,
        words=plain(amount_of(month.time, month.distance, runner, text)) if month.runs else "",
        race=plain(distance_title(raced[-1].distance, text)) if raced else "",
    )


def _same(day: date, first: date) -> bool:
    return (day.year, day.month) == (first.year, first.month)
