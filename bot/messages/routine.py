"""A routine as a list: blocks, exercises, amounts; what a sore spot took out is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.callbacks import pack
from bot.reply import Button, Reply
from bot.text import Html, Text
from core.athlete import Spot
from core.routine import Amount, Measure, Routine, RoutineKind

TOPIC = "routine"
OFFERED = (
    (RoutineKind.PRE_RUN, 0),
    (RoutineKind.PRE_RUN, 3),
    (RoutineKind.POST_RUN, 0),
    (RoutineKind.MOBILITY, 0),
    (RoutineKind.STRENGTH, 0),
    (RoutineKind.PREHAB, 0),
    (RoutineKind.DRILLS, 0),
)


def menu(text: Text) -> Reply:
    """/mobility: which one?"""
    buttons = [
        Button(
            text(f"routine-kind-{kind.value}" + (f"-{minutes}" if minutes else "")),
            pack(TOPIC, "show", kind.value, minutes),
        )
        for kind, minutes in OFFERED
    ]
    rows = tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))
    return Reply(text("routine-pick"), rows)


def listed(routine: Routine, sore: Sequence[Spot], text: Text, intro: str = "") -> Reply:
    """The routine, block by block."""
    said = [text(intro)] if intro else []
    name = Html(text.content(f"routine/{routine.key}/name"))
    said.append(text("routine-head", name=name, minutes=routine.minutes))
    for block in routine.blocks:
        lines = [text("routine-block", block=Html(text.content(f"block/{block.key}/name")))]
        lines += [
            text(
                "routine-exercise",
                name=Html(text.content(f"exercise/{item.exercise}/name")),
                amount=Html(amount(item.amount, text)),
            )
            for item in block.items
        ]
        said.append("\n".join(lines))
    if routine.replaced and sore:
        left = [text.content(f"exercise/{key}/name") for key in routine.replaced]
        spots = text.listed([text(f"in-spot-{s.value}") for s in sore])
        said.append(text("routine-left-out", spot=Html(spots), exercises=Html(text.listed(left))))
    done = Button(text("routine-button-done"), pack(TOPIC, "done"))
    return Reply("\n\n".join(said), ((done,),))


def before_run(routine: Routine, sore: Sequence[Spot], text: Text, *, hour_known: bool) -> Reply:
    """The routine that is sent; who has not told a running hour is asked for it below, once."""
    if hour_known:
        return listed(routine, sore, text, "routine-soon")
    hour = Button(text("button-running-hour"), pack("profile", "ask", "running"))
    told = listed(routine, sore, text, "routine-now")
    return replace(told, rows=(*told.rows, (hour,)))


def amount(one: Amount, text: Text) -> str:
    """ "10 each side", "3 × 20 m", "30 s"."""
    count = str(one.least) if one.least == one.most else f"{one.least}–{one.most}"
    unit = {
        Measure.REPS: "reps",
        Measure.SECONDS: "seconds",
        Measure.MINUTES: "minutes",
        Measure.METRES: "metres",
    }[one.measure]
    said = text(f"amount-{unit}", count=count)
    if one.sets > 1:
        said = text("amount-sets", sets=one.sets, amount=Html(said))
    return text("amount-each-side", amount=Html(said)) if one.each_side else said
