"""The weekly review: a picture with a few lines under it; the first two have three lines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.callbacks import pack
from bot.messages.reasons import sentence, spoken
from bot.messages.session import by_minutes, name, size
from bot.messages.steps import Runner
from bot.reply import Button, Picture, Reply, Rows
from bot.text import Html, Text, numbers, plain
from core.plan import Week, WeekKind
from core.reasons import Code
from core.review import Ahead, Mark, Review, Tally
from core.safety import Allowance, Allowed
from core.units import Distance, Duration

TOPIC = "review"
CAPTION = 1000
"""Characters under a picture, a little below Telegram's limit."""
_FIRST = ("review-first", "review-second")
_HELD = {Allowed.STOP, Allowed.WALK_ONLY, Allowed.LADDER}


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
    said += [*more, _next(review.ahead, runner, allowance, text)]
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
        _next(review.ahead, runner, allowance, text),
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


def amount_of(time: Duration, distance: Distance, runner: Runner, text: Text) -> str:
    """How far, or how long for who trains by minutes."""
    if by_minutes(runner):
        minutes = round(time.minutes)
        return numbers.minutes(Duration.of_minutes(minutes))
    return numbers.road(Distance(round(distance.metres / 500) * 500), text.tongue)


def _next(ahead: Ahead | None, runner: Runner, allowance: Allowance, text: Text) -> str:
    if allowance.level in _HELD and allowance.reasons:
        return text("review-next-held", why=Html(spoken(allowance.reasons, text, most=1)))
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


def why(review: Review, text: Text) -> Reply:
    """What each pillar was read from, what four weeks say, and why next week is as it is."""
    said = [text("review-why-head", day=text.day(review.monday)), ""]
    if review.hindrance is not None:
        said.append(text(f"review-hindered-{review.hindrance.value}"))
    else:
        said += _evidence(review, text)
    if review.ahead is not None and review.ahead.why:
        why = Html(spoken(review.ahead.why, text))
        said.append(text("review-why-ahead", why=why))
    return Reply("\n".join(said))


def _evidence(review: Review, text: Text) -> list[str]:
    pillars = [
        text(
            "review-evidence",
            name=text(f"pillar-{pillar.name.value}"),
            why=Html(sentence(pillar.why, text)),
        )
        for pillar in review.pillars
    ]
    return [*pillars, "", *_shares(review, text), text("review-why-marks")]


def _shares(review: Review, text: Text) -> list[str]:
    said = []
    if review.easy is not None and review.easy_four_weeks is not None:
        facts = {
            "percent": round(100 * review.easy),
            "month": round(100 * review.easy_four_weeks),
            "floor": round(100 * review.floor),
        }
        said.append(text("review-why-share-month", **facts))
    elif review.easy is not None:
        said.append(text("review-why-share", percent=round(100 * review.easy)))
    if review.medium is not None:
        said.append(text("review-why-medium", percent=round(100 * review.medium)))
    return said


def lifted(count: int) -> str:
    """The message that answers what was told of strength."""
    return f"review-strength-{('none', 'once', 'twice')[count]}"
