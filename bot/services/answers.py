"""The morning's form: which questions today has, and a draft as a check-in and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bot.forms import Answer, Draft, Question
from bot.understand.heard import Band, Field, Heard, Why
from core.athlete import Spot
from core.checkin import CheckIn, Danger, Morning, Pain, Told
from core.units import Duration, HeartRate

FORM_NAME = "checkin"
LEGS, SLEEP, PULSE = "legs", "sleep", "pulse"
THREE = (LEGS, SLEEP, PULSE)
SCORE, MORNING = "score-", "morning-"
CYCLE = "cycle"
DANGER = "danger-"


def questions(sore: Sequence[Spot], *, asks_pulse: bool) -> tuple[Question, ...]:
    """The three questions, without the pulse where it is not asked, then two for each sore spot."""
    three = THREE if asks_pulse else (LEGS, SLEEP)
    spots = [f"{about}{spot.value}" for spot in sore for about in (SCORE, MORNING)]
    return tuple(Question(key) for key in (*three, *spots))


def checkin_from(draft: Draft, on: date) -> CheckIn:
    """The answers so far as the core reads them; what was not asked is None."""
    return CheckIn(
        on=on,
        legs=_told(draft.get(LEGS), int),
        sleep=_told(draft.get(SLEEP), Duration),
        pulse=_told(draft.get(PULSE), lambda bpm: HeartRate(int(bpm))),
        hrv_ms=_number(draft.get("hrv")),
        ill=bool(draft.get("ill")),
        fever_celsius=_number(draft.get("fever")),
        stress=bool(draft.get("stress")),
        dread=bool(draft.get("dread")),
        pains=pains(draft),
        cycle_day=_whole(draft.get(CYCLE)),
        celsius=celsius_in(draft),
        dangers=dangers_in(draft),
        indoors=bool(draft.get("indoors")),
    )


def celsius_in(draft: Draft) -> float | None:
    """The day's temperature, as told or looked up."""
    return _number(draft.get("celsius"))


def dangers_in(draft: Draft) -> tuple[Danger, ...]:
    """What keeps everybody in today, as told."""
    return tuple(danger for danger in Danger if draft.get(f"{DANGER}{danger.value}"))


def draft_from(checkin: CheckIn) -> dict[str, Answer]:
    """A saved check-in as a draft again, so that later words add to it."""
    draft: dict[str, Any] = {}
    for key, told in ((LEGS, checkin.legs), (SLEEP, checkin.sleep), (PULSE, checkin.pulse)):
        if told is not None:
            draft[key] = _stored(told)
    flags = {"ill": checkin.ill, "stress": checkin.stress, "dread": checkin.dread}
    draft |= {name: True for name, on in flags.items() if on}
    if checkin.fever_celsius is not None:
        draft["fever"] = checkin.fever_celsius
    if checkin.hrv_ms is not None:
        draft["hrv"] = checkin.hrv_ms
    if checkin.celsius is not None:
        draft["celsius"] = checkin.celsius
    if checkin.cycle_day is not None:
        draft[CYCLE] = checkin.cycle_day
    draft |= {f"{DANGER}{danger.value}": True for danger in checkin.dangers}
    if checkin.indoors:
        draft["indoors"] = True
    for pain in checkin.pains:
        draft |= pain_updates(pain)
    return draft


def pain_updates(pain: Pain) -> dict[str, Any]:
    """One place that hurts, as the draft keeps it."""
    updates: dict[str, Any] = {f"hurts-{pain.spot.value}": True}
    if pain.score is not None:
        updates[f"{SCORE}{pain.spot.value}"] = pain.score
    if pain.morning is not None:
        updates[f"{MORNING}{pain.spot.value}"] = pain.morning.value
    if pain.limping:
        updates[f"limps-{pain.spot.value}"] = True
    if pain.painkiller:
        updates[f"painkiller-{pain.spot.value}"] = True
    return updates


def pains(draft: Draft) -> tuple[Pain, ...]:
    """The places the draft tells of, in the order of the body's list."""
    found = []
    for spot in Spot:
        score = draft.get(f"{SCORE}{spot.value}")
        morning = draft.get(f"{MORNING}{spot.value}")
        if score is None and morning is None and not draft.get(f"hurts-{spot.value}"):
            continue
        found.append(
            Pain(
                spot,
                score=int(score) if isinstance(score, int | float) else None,
                morning=Morning(str(morning)) if morning else None,
                limping=bool(draft.get(f"limps-{spot.value}")),
                painkiller=bool(draft.get(f"painkiller-{spot.value}")),
            )
        )
    return tuple(found)


def without_three(draft: Draft) -> dict[str, Answer]:
    """The draft to be answered again: the three questions open, health as it was told."""
    return {key: told for key, told in draft.items() if key not in THREE}


def _told(told: Answer, read: Any) -> Any:
    if told is None:
        return None
    if isinstance(told, str):
        return Told(told)
    return read(told)


def _stored(told: object) -> Answer:
    if isinstance(told, Told):
        return told.value
    if isinstance(told, Duration):
        return told.seconds
    if isinstance(told, HeartRate):
        return told.bpm
    return told if isinstance(told, int) else None


def _whole(told: Answer) -> int | None:
    return int(told) if isinstance(told, int | float) else None


def _number(told: Answer) -> float | None:
    return float(told) if isinstance(told, int | float) else None


def merged(draft: Draft, updates: Mapping[str, Any]) -> dict[str, Answer]:
    """The draft with later answers over earlier ones."""
    return {**draft, **updates}


_BACK = {
    Field.LEGS: "back-legs",
    Field.SLEEP: "back-sleep",
    Field.PULSE: "back-pulse",
    Field.HRV: "back-hrv",
    Field.FEVER: "back-fever",
}
_NEAREST = {Band.BAD: 2, Band.OK: 3, Band.GOOD: 4}
"""The grade kept for words that name a band and no grade."""


def updates_from(heard: Heard) -> tuple[dict[str, Any], str]:
    """What words set in the draft, and the code of what has to be asked back ("": nothing)."""
    updates: dict[str, Any] = {}
    if heard.legs is not None:
        updates[LEGS] = heard.legs.grade or _NEAREST[heard.legs.band]
    if heard.sleep is not None:
        updates[SLEEP] = heard.sleep.seconds
    if heard.pulse is not None:
        updates[PULSE] = heard.pulse.bpm
    if heard.hrv_ms is not None:
        updates["hrv"] = heard.hrv_ms
    if heard.cycle_day is not None:
        updates[CYCLE] = heard.cycle_day
    if heard.fever_celsius is not None:
        updates["fever"] = heard.fever_celsius
    flags = {"ill": heard.ill, "stress": heard.stress, "dread": heard.dread}
    updates |= {name: True for name, told in flags.items() if told}
    for pain in heard.pains:
        told = Pain(pain.spot, pain.score, pain.morning, pain.limping, pain.painkiller)
        updates |= pain_updates(told)
    for field in heard.declined:
        if field.value in THREE:
            updates.setdefault(field.value, Told.SKIPPED.value)
    usual = [u.field for u in heard.ambiguous if u.why is Why.USUAL and u.field.value in THREE]
    updates |= {field.value: Told.USUAL.value for field in usual}
    unclear = [u for u in heard.ambiguous if u.why is not Why.USUAL]
    if not unclear:
        return updates, ""
    if len(unclear) > 1 and all(u.why is Why.WHICH_QUESTION for u in unclear):
        return updates, "back-which"
    return updates, _BACK[unclear[0].field]
