"""A result told in words: asked about where it is in doubt, and what it changes."""

from __future__ import annotations

from bot.callbacks import pack
from bot.messages.session import distance_title
from bot.reply import Button, Reply
from bot.text import Html, Text
from core.athlete import Result
from core.fitness import race_time
from core.units import Distance

TOPIC = "fitness"
FIVE_K = Distance(5000)
SAME = 0.05
"""VDOT below which nothing has moved: it is told to a tenth."""


def asked(result: Result, vdot: float, text: Text) -> Reply:
    """Was that all-out? Only then it sets the paces."""
    yes = Button(text("button-race-yes"), pack(TOPIC, "take", *_args(result)))
    no = Button(text("button-race-no"), pack(TOPIC, "run"))
    return Reply(text("result-told", **_facts(result, text), vdot=f"{vdot:.1f}"), ((yes,), (no,)))


def sprint(result: Result, text: Text) -> Reply:
    """A top speed is kept, and can be left out again."""
    drop = Button(text("button-drop"), pack(TOPIC, "drop", *_args(result)[:3]))
    said = text(
        "result-sprint",
        distance=result.distance,
        seconds=f"{result.time.seconds:g}",
        day=text.full_day(result.on),
    )
    return Reply(said, ((drop,),))


def contradicts(result: Result, other: Result, text: Text) -> Reply:
    """Two results that one runner cannot have run: which of them is right?"""
    said = text(
        "result-contradicts",
        new=Html(text("result-line", **_facts(result, text))),
        old=Html(text("result-line", **_facts(other, text))),
    )
    new = Button(text("button-new-counts"), pack(TOPIC, "sure", *_args(result)))
    old = Button(text("button-old-counts"), pack(TOPIC, "old"))
    return Reply(said, ((new,), (old,)))


def asks_course(result: Result, vdot: float, before: float, text: Text) -> Reply:
    """A leap: was the course what it was said to be?"""
    said = text("result-course", **_facts(result, text), vdot=f"{vdot:.1f}", before=f"{before:.1f}")
    sure = Button(text("button-measured"), pack(TOPIC, "sure", *_args(result)))
    unsure = Button(text("button-unmeasured"), pack(TOPIC, "unsure"))
    return Reply(said, ((sure,), (unsure,)))


def counts(
    result: Result, vdot: float, text: Text, before: float | None = None, after: float | None = None
) -> Reply:
    """It counts: what the fitness was and is, what follows, and the way back."""
    facts = _facts(result, text)
    rows = ((Button(text("button-drop"), pack(TOPIC, "drop", *_args(result)[:3])),),)
    if before is None or after is None:
        return Reply(text("result-taken", **facts, vdot=f"{vdot:.1f}"), rows)
    if abs(after - before) < SAME:
        return Reply(text("result-stays", **facts, after=f"{after:.1f}"), rows)
    return Reply(text("result-moves", **facts, **_moved(before, after, text)), rows)


def dropped(result: Result, text: Text, after: float | None = None) -> Reply:
    """It is left out: the fitness is what it was, and the way back in."""
    facts = _facts(result, text)
    rows = ((Button(text("button-use"), pack(TOPIC, "use", *_args(result)[:3])),),)
    if after is None:
        return Reply(text("result-dropped-none", **facts), rows)
    return Reply(text("result-dropped", **facts, after=f"{after:.1f}"), rows)


def _moved(before: float, after: float, text: Text) -> dict[str, str]:
    return {
        "before": f"{before:.1f}",
        "after": f"{after:.1f}",
        "was": text.race_time(race_time(before, FIVE_K)),
        "now": text.race_time(race_time(after, FIVE_K)),
    }


def _args(result: Result) -> tuple[str, float, int, str]:
    seconds = round(result.time.seconds)
    return result.on.isoformat(), round(result.distance.metres, 1), seconds, result.kind.value


def _facts(result: Result, text: Text) -> dict[str, str | Html]:
    return {
        "distance": Html(distance_title(result.distance, text)),
        "time": text.race_time(result.time),
        "day": text.full_day(result.on),
    }
