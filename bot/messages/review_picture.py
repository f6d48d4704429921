"""The week in five pillars as a picture: its words and numbers, and the drawing."""

from __future__ import annotations

from bot.charts.review import Figure, NextDay, ReviewChart, review_picture
from bot.charts.review import Pillar as Meter
from bot.messages.reasons import sentence
from bot.messages.review import is_plain
from bot.messages.review_amount import amount_of
from bot.messages.steps import Runner
from bot.reply import Picture
from bot.text import Text, plain
from core.paces import pace_of
from core.plan import Week
from core.review import Ahead, Review


def picture(review: Review, runner: Runner, text: Text) -> Picture:
    """The week in five pillars; drawing takes a thread."""
    return Picture(review_picture(chart(review, runner, text)))


def chart(review: Review, runner: Runner, text: Text) -> ReviewChart:
    """The picture's words and numbers."""
    ahead = review.ahead
    coming = amount_of(ahead.time, ahead.distance, runner, text) if ahead else ""
    meters = [
        Meter(
            plain(text(f"pillar-{pillar.name.value}")),
            pillar.level,
            plain(sentence(pillar.why, text)),
        )
        for pillar in review.pillars
    ]
    return ReviewChart(
        title=plain(text("week-head-bare", day=text.day(review.monday))),
        subtitle=_subtitle(review.week, text),
        figures=_figures(review, runner, text),
        pillars=tuple(meters),
        next_words=plain(text("picture-review-next", amount=coming)) if ahead else "",
        next_week=_days(ahead, runner, text) if ahead else (),
    )


def _subtitle(week: Week | None, text: Text) -> str:
    if week is None:
        return ""
    phase = plain(text(f"phase-{week.phase.value}"))
    return phase if is_plain(week) else f"{phase}, {plain(text(f'kind-{week.kind.value}'))}"


def _figures(review: Review, runner: Runner, text: Text) -> tuple[Figure, ...]:
    count = review.tally
    runs = f"{count.run} / {count.planned}" if count.planned else str(count.runs)
    amount = amount_of(count.time, count.distance, runner, text)
    meant = amount_of(count.planned_time, count.planned_distance, runner, text)
    of = text("picture-review-of", amount=meant)
    under = of if count.planned else text("picture-review-amount")
    figures = [
        Figure(runs, plain(text("picture-review-runs"))),
        Figure(plain(amount), plain(under)),
    ]
    if review.easy is not None:
        easy = plain(text("picture-review-easy"))
        figures.append(Figure(f"{round(100 * review.easy)} %", easy))
    return tuple(figures)


def _days(ahead: Ahead, runner: Runner, text: Text) -> tuple[NextDay, ...]:
    pace = pace_of(runner.paces, runner.level)
    sessions = {session.on.weekday(): session for session in ahead.sessions}
    return tuple(
        NextDay(
            plain(text.weekday(day, short=True)),
            sessions[day].workout.minutes(pace) if day in sessions else 0,
            hard=day in sessions and sessions[day].hard,
        )
        for day in range(7)
    )
