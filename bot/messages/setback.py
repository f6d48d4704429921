"""/ill, /hurt and /well: the questions, what is allowed now, what closes it, and the way back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.callbacks import pack
from bot.messages.reasons import sentence, spoken
from bot.messages.safety import ways_out
from bot.reply import Button, Reply, Rows
from bot.text import Html, Text
from core.athlete import Spot
from core.day import WayOut
from core.reasons import Code, Reason
from core.safety import Allowance, Allowed, Gate, GateKind

TOPIC = "setback"
ILLNESSES = ("head-cold", "below-neck", "fever", "ill")
CAUSES = ("running", "fast", "after", "walking", "night")
AGO = {"ill": (0, 1, 2, 4, 7), "hurt": (0, 2, 7, 21, 60)}
"""Days ago that are offered; the last stands for as long or longer."""
FEVERS = (375, 380, 385, 390, 395, 400)
"""Tenths of a degree Celsius."""
Told = Mapping[str, str | int | float | bool | None]


def question(code: str, told: Told, text: Text) -> Reply:
    """The next question; what was told so far travels in its buttons."""
    match code:
        case "ill":
            return Reply(text("ill-ask"), _column("ill", ILLNESSES, (), "illness", text))
        case "ill-since":
            return Reply(text("setback-since"), _since("ill", (told["sign"],), text))
        case "fever":
            return Reply(text("fever-ask"), _fevers(told, text))
        case "score":
            spot = told["spot"]
            ask = text("hurt-score", spot=Html(text(f"in-spot-{spot}")))
            return Reply(ask, _scores(spot))
        case "since":
            return Reply(text("setback-since"), _since("hurt", (told["spot"], told["score"]), text))
        case "cause":
            known = (told["spot"], told["score"], told["days"])
            return Reply(text("hurt-cause"), _column("cause", CAUSES, known, "cause", text))
        case _:
            return Reply(text("hurt-where"), _spots(text))


def _column(
    verb: str, choices: Sequence[str], known: Sequence[object], label: str, text: Text
) -> Rows:
    return tuple(
        (Button(text(f"{label}-{choice}"), pack(TOPIC, verb, *known, choice)),)
        for choice in choices
    )


def _since(kind: str, known: Sequence[object], text: Text) -> Rows:
    buttons = [
        Button(text(f"ago-{days}"), pack(TOPIC, f"{kind}-since", *known, days))
        for days in AGO[kind]
    ]
    return (tuple(buttons[:3]), tuple(buttons[3:]))


def _fevers(told: Told, text: Text) -> Rows:
    buttons = [
        Button(
            text("fever-height", degrees=text.degrees(tenths / 10, 1)),
            pack(TOPIC, "fever", told["days"], tenths),
        )
        for tenths in FEVERS
    ]
    unknown = Button(text("fever-unknown"), pack(TOPIC, "fever", told["days"], 0))
    return (tuple(buttons[:3]), tuple(buttons[3:]), (unknown,))


def _scores(spot: object) -> Rows:
    buttons = [Button(str(n), pack(TOPIC, "score", spot, n)) for n in range(11)]
    return (tuple(buttons[:6]), tuple(buttons[6:]))


def _spots(text: Text) -> Rows:
    buttons = [Button(text(f"spot-{s.value}"), pack(TOPIC, "spot", s.value)) for s in Spot]
    return tuple(tuple(buttons[i : i + 3]) for i in range(0, len(buttons), 3))


def status(
    allowance: Allowance,
    gates: Sequence[Gate],
    text: Text,
    *,
    outs: Sequence[WayOut],
    races: Sequence[Reason],
    rungs: int,
) -> Reply:
    """What today allows and why, what closes it, what comes then, and the races ahead."""
    if allowance.level is Allowed.FREE and not gates:
        return Reply(text("setback-clear"))
    said = [_head(allowance, rungs, text)]
    why = [reason for reason in allowance.reasons if reason.code is not Code.RETURN_LADDER]
    if why:  # the ladder's step stands in the head already
        said[0] += " " + spoken(why, text, most=4)
    said += dict.fromkeys(_ends(allowance, gates, text))
    said += [sentence(reason, text) for reason in races]
    if allowance.level in {Allowed.STOP, Allowed.WALK_ONLY}:
        said.append(f"<i>{text('not-medical')}</i>")
    return Reply("\n\n".join(said), ways_out(outs, text))


def _head(allowance: Allowance, rungs: int, text: Text) -> str:
    if allowance.level is Allowed.LADDER:
        return text("setback-ladder", step=allowance.step or 1, of=rungs)
    return text(f"setback-{allowance.level.value}")


_ENDS = {
    GateKind.EASY_DAYS: "ends-easy-days",
    GateKind.LADDER: "ends-ladder",
    GateKind.SORE: "ends-sore",
    GateKind.COMEBACK: "ends-comeback",
    GateKind.POSTPARTUM: "ends-postpartum",
}
"""What closes gates that no word closes."""
_CLOSES = {
    GateKind.FEVER: "ends-fever",
    GateKind.ILL: "ends-ill",
    GateKind.PAIN: "ends-pain",
    GateKind.CRISIS: "ends-crisis",
    GateKind.NO_GROWTH: "ends-no-growth",
}


def _ends(allowance: Allowance, gates: Sequence[Gate], text: Text) -> Iterator[str]:
    """What has to be, for each gate, and what comes after it."""
    for gate in gates:
        message = _ENDS.get(gate.kind) or _CLOSES.get(gate.kind)
        if message is None:
            message = "ends-condition" if gate.kind is GateKind.CONDITION else "ends-doctor"
        if gate.kind is GateKind.SORE and allowance.level is Allowed.FREE:
            message = "ends-sore-runs"
        spot = Html(text(f"in-spot-{gate.spot.value}")) if gate.spot else ""
        yield text(message, spot=spot)
