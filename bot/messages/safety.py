"""What a sign is answered with, and the buttons that close a gate by its own rule."""

from __future__ import annotations

from collections.abc import Sequence

from bot.callbacks import pack
from bot.reply import Button, Reply, Rows
from bot.text import Html, Text
from core.day import WayOut
from core.safety import Cleared, Sign, SignGroup

TOPIC = "safety"
DOCTOR_FROM = 39.5
_OWN = {
    Sign.HEAT_CONFUSION: "safety-heat-emergency",
    Sign.SWOLLEN_CALF: "safety-swollen-calf",
    Sign.FAINTING: "safety-heart",
    Sign.PALPITATIONS: "safety-heart",
    Sign.PREGNANCY_ALARM: "safety-pregnancy-stop",
    Sign.SELF_HARM: "safety-self-harm",
    Sign.NO_PERIODS: "safety-gentle-periods",
    Sign.SECOND_BONE_INJURY: "safety-gentle-bone",
    Sign.WEIGHT_LOSS: "safety-gentle-weight",
    Sign.RAN_ON_REST_DAYS: "safety-gentle-rest-days",
    Sign.ALWAYS_TIRED: "safety-gentle-tired",
    Sign.FEVER: "safety-fever",
    Sign.PELVIC_FLOOR: "safety-pelvic-floor",
    Sign.HEAD_COLD: "safety-head-cold",
}
_OF_GROUP = {
    SignGroup.EMERGENCY: "safety-emergency",
    SignGroup.CRISIS: "safety-self-harm",
    SignGroup.DOCTOR: "safety-doctor",
    SignGroup.WALK: "safety-walk",
    SignGroup.WAIT: "safety-ill",
    SignGroup.GENTLE: "safety-gentle-weight",
}
_BUTTON = {
    Cleared.DOCTOR: "button-cleared",
    Cleared.DAY_WITHOUT: "button-well",
    Cleared.WALK_AND_HOP: "button-walk-and-hop",
    Cleared.PERSON: "button-person",
    Cleared.ANSWERED: "button-doctor-seen",
}


def alarm(sign: Sign, celsius: float | None, text: Text, rows: Rows = ()) -> Reply:
    """What the gravest sign of a message is answered with, before all else."""
    message = _OWN.get(sign, _OF_GROUP[sign.group])
    if sign is Sign.FEVER and celsius is not None and celsius > DOCTOR_FROM:
        message = "safety-fever-doctor"
    high = {"degrees": text.degrees(DOCTOR_FROM, 1)} if message == "safety-fever-doctor" else {}
    said = text(message, **high)
    if sign is Sign.FEVER and celsius is None:
        said = f"{said}\n\n{text('safety-fever-height')}"
    if sign.group in {SignGroup.DOCTOR, SignGroup.WALK}:
        said = f"{said}\n\n<i>{text('not-medical')}</i>"
    return Reply(said, rows)


def doubt(sign: Sign, text: Text) -> Reply:
    """What may be a grave sign: asked once, with two taps."""
    felt = Button(text("button-felt"), pack(TOPIC, "felt", sign.value))
    not_felt = Button(text("button-not-felt"), pack(TOPIC, "not-felt", sign.value))
    if sign.group is SignGroup.CRISIS:
        said = text("safety-doubt-self-harm")
    else:
        now = text("safety-doubt-now") if sign.group is SignGroup.EMERGENCY else ""
        said = f"{text('safety-doubt', sign=sign.value)} {now}".strip()
    return Reply(said, ((felt,), (not_felt,)))


def way_out(gate_id: int, closes: Cleared | None, text: Text) -> Rows:
    """The button that says what closes the gate; none for gates that only time closes."""
    if not gate_id or closes is None:
        return ()
    return _rows(WayOut(gate_id, closes), text)


def ways_out(outs: Sequence[WayOut], text: Text) -> Rows:
    """A row for each way out, under the day's card."""
    return tuple(row for out in outs for row in _rows(out, text))


def _rows(out: WayOut, text: Text) -> Rows:
    verb = "sure" if out.how is Cleared.DOCTOR else "close"
    return ((Button(text(_BUTTON[out.how]), pack(TOPIC, verb, out.gate_id, out.how.value)),),)


def sure(gate_id: int, text: Text) -> Reply:
    """Asked once more before a doctor's word closes a gate."""
    yes = Button(
        text("button-confirm-cleared"), pack(TOPIC, "close", gate_id, Cleared.DOCTOR.value)
    )
    no = Button(text("button-not-yet"), pack(TOPIC, "not-yet"))
    return Reply(text("confirm-cleared"), ((yes,), (no,)))


def closed(text: Text, code: str, facts: dict[str, str | int]) -> Reply:
    """A gate is closed: what comes next."""
    return Reply(text("safety-closed", next=Html(text(code, **facts))))
