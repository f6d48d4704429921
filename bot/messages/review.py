"""The weekly review: a picture with a few lines under it; the first two have three lines."""

from __future__ import annotations

from dataclasses import replace

from bot.callbacks import pack
from bot.messages.reasons import sentence
from bot.messages.review_ahead import next_week
from bot.messages.review_amount import amount_of
from bot.messages.session import by_minutes
from bot.messages.steps import Runner
from bot.reply import Button, Picture, Reply, Rows
from bot.text import Html, Text, numbers, plain
from core.plan import Week, WeekKind
from core.review import Mark, Review, Tally
from core.safety import Allowance
from core.units import Duration

TOPIC = "review"
CAPTION = 1000
"""Characters under a picture, a little below Telegram's limit."""
_FIRST = ("review-first", "review-second")


def weekly(
    review: Review,
    runner: Runner,
    allowance: Allowance,
    text: Text,
    *,
    more: tuple[str, ...] = (),
    turns: Rows = (),
    brief: bool = False,
) -> Reply:
    """The review in words; `more` are the lines of a month or a cycle, `turns` further buttons.

    `brief`: in three lines, as the first two are.
    """
    rows = _rows(review, text, turns)
    if review.hindrance is not None:
        said = _gentle(review, runner, text)
    elif not review.told:
        said = [_head(review, text), text("review-untold")]
    elif review.short or brief:
        return Reply("\n".join(_three(review, runner, allowance, text)), rows)
    else:
        said = _whole(review, runner, text)
    said += [*more, next_week(review.ahead, runner, allowance, text)]
    return Reply("\n".join(said), rows)


def with_picture(said: Reply, picture: Picture | None) -> Reply:
    """One message: the words under the picture; a longer review has it below."""
    if picture is None:
        return said
    if len(plain(said.text)) > CAPTION:
        return replace(said, picture=replace(picture, caption=""))
    return Reply("", said.rows, picture=replace(picture, caption=said.text))


def has_picture(review: Review) -> bool:
    """Not for the first two, for weeks without a word, and for those that count nothing."""
    return review.told and not review.short and review.hindrance is None


def _head(review: Review, text: Text) -> str:
    week, day = review.week, text.day(review.monday)
    if week is None:
        return text("week-head-bare", day=day)
    phase = text(f"phase-{week.phase.value}")
    if is_plain(week):
        return text("week-head-plain", day=day, phase=phase)
    return text("week-head", day=day, phase=phase, kind=text(f"kind-{week.kind.value}"))


def is_plain(week: Week) -> bool:
    """Whether the phase says all of it."""
    return week.kind is WeekKind.NORMAL or week.kind.value == week.phase.value


def _three(review: Review, runner: Runner, allowance: Allowance, text: Text) -> list[str]:
    """What was run, one good thing, next week (coaching.md 10)."""
    done = _done(review.tally, runner, text)
    if review.short:
        done = text(_FIRST[review.number - 1], done=Html(done))
    else:
        done = text("review-brief", day=text.day(review.monday), done=Html(done))
    return [
        done,
        _well(review, text),
        next_week(review.ahead, runner, allowance, text),
    ]


def _whole(review: Review, runner: Runner, text: Text) -> list[str]:
    marks = [_mark(p.name.value, p.mark, text) for p in review.pillars]
    marked = ", ".join(marks)
    change = review.change
    if change is None:
        wants = text("review-no-change")
    else:
        wants = text("review-change", change=Html(sentence(change, text)))
    return [
        _head(review, text),
        _done(review.tally, runner, text),
        f"{marked[:1].upper()}{marked[1:]}.",
        _well(review, text),
        wants,
    ]


def _mark(pillar: str, mark: Mark, text: Text) -> str:
    return text(f"mark-{mark.value}", name=text(f"pillar-{pillar}").lower())


def _well(review: Review, text: Text) -> str:
    said = [text("review-well", well=Html(sentence(review.well, text)))]
    if review.good > 1 and not review.short:
        said.append(text("review-good", count=review.good))
    return " ".join(said)


def _gentle(review: Review, runner: Runner, text: Text) -> list[str]:
    """A week of something else: nothing is counted, and nothing is owed."""
    cause = review.hindrance.value if review.hindrance else ""
    said, count = [text(f"review-hindered-{cause}")], review.tally
    if count.runs:
        amount = amount_of(count.time, count.distance, runner, text)
        said.append(text("review-hindered-ran", runs=count.runs, amount=amount))
    well = text("review-well", well=Html(sentence(review.well, text)))
    return [_head(review, text), " ".join(said), well]


def _done(count: Tally, runner: Runner, text: Text) -> str:
    said = [_planned(count, runner, text) if count.planned else _unplanned(count, runner, text)]
    said += [text("review-other", runs=count.other)] if count.planned and count.other else []
    said += [text("review-unknown", days=count.unknown)] if count.unknown else []
    said += [text("review-open", days=count.still_open)] if count.still_open else []
    return " ".join(said)


def _planned(count: Tally, runner: Runner, text: Text) -> str:
    """Runs and distance against the plan, and the time; minutes alone for who trains by them."""
    amount = amount_of(count.time, count.distance, runner, text)
    of = amount_of(count.planned_time, count.planned_distance, runner, text)
    told = {"run": count.run, "planned": count.planned}
    if by_minutes(runner) or not count.runs:
        return text("review-done", amount=amount, of=of, **told)
    time = numbers.minutes(Duration.of_minutes(round(count.time.minutes)))
    return text("review-done-far", amount=amount, of=of, time=time, **told)


def _unplanned(count: Tally, runner: Runner, text: Text) -> str:
    amount = amount_of(count.time, count.distance, runner, text)
    return text("review-done-free", runs=count.other, amount=amount)


def _rows(review: Review, text: Text, turns: Rows) -> Rows:
    monday = review.monday.isoformat()
    first = (
        Button(text("button-next-week"), pack(TOPIC, "next", monday)),
        Button(text("button-why"), pack(TOPIC, "why", monday)),
    )
    return (first, *_strength_rows(review, text), *turns)


def _strength_rows(review: Review, text: Text) -> Rows:
    """What only the athlete knows, by one tap; not asked in a week that counts nothing."""
    unknown = any(p.name.value == "strength" and p.mark is Mark.UNKNOWN for p in review.pillars)
    if not unknown or not has_picture(review):
        return ()
    words = ("none", "once", "twice")
    monday = review.monday.isoformat()
    buttons = [
        Button(text(f"button-strength-{word}"), pack(TOPIC, "lift", monday, count))
        for count, word in enumerate(words)
    ]
    return (tuple(buttons),)


def turns(review: Review, text: Text, *, earlier: bool, later: bool) -> Rows:
    """To other weeks, the month and the year."""
    week = review.monday
    row = []
    if earlier:
        row.append(Button(text("button-previous"), pack(TOPIC, "before", week.isoformat())))
    if later:
        row.append(Button(text("button-next"), pack(TOPIC, "after", week.isoformat())))
    longer = (
        Button(text("button-month"), pack(TOPIC, "month", review.sunday.isoformat())),
        Button(text("button-year"), pack(TOPIC, "year")),
    )
    return (tuple(row), longer) if row else (longer,)


def lifted(count: int) -> str:
    """The message that answers what was told of strength."""
    return f"review-strength-{('none', 'once', 'twice')[count]}"
