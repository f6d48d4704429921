"""What may be a grave sign: asked back with two taps, before anything else of the message is read.

What was written waits in a draft, so that a "no" is followed by its answer, as if nothing was
asked; a "yes" is the sign, and what else was told beside it is kept.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.outcome import Outcome, Said
from bot.services import safety, words
from bot.services.desk import Answer, Desk
from bot.storage import drafts
from bot.storage.dossier import Dossier
from bot.storage.drafts import SavedDraft
from bot.understand.redflags import read_doubt
from core.safety import GateKind, Sign

TOPIC = safety.TOPIC
FORM = "doubt"
STILL_ASKED = timedelta(hours=3)
"""So long a typed yes or no answers the question (ours); a tap does later, too."""
_SHORT = 40
"""Characters of an answer that is a yes or a no and nothing else (ours)."""
_STOPPED = frozenset({GateKind.EMERGENCY, GateKind.DOCTOR, GateKind.CRISIS})


def concerns(text: str) -> bool:
    """Whether a message may be one for here: a doubt, or a bare yes or no."""
    return _yes(text) is not None or read_doubt(text) is not None


async def hear(desk: Desk, text: str) -> Answer[Any]:
    """Ask about what may be a sign, or take the yes or no; NOTHING where the words go on."""
    dossier, doubt, yes = await desk.dossier(), read_doubt(text), _yes(text)
    waiting = dossier.draft(FORM) if dossier is not None else None
    if waiting is not None and yes is not None and desk.now - waiting.asked_at < STILL_ASKED:
        return await answered(desk, str(waiting.answers["sign"]), yes=yes)
    if doubt is None or (dossier is not None and _stopped(dossier)):
        return Answer(Outcome(TOPIC, Said.NOTHING))
    if dossier is not None:
        told = {"sign": doubt.sign.value, "text": text}
        await drafts.save(desk.unit, dossier.account.id, SavedDraft(FORM, "", told, desk.now))
    return Answer(Outcome(TOPIC, Said.ASK, facts={"sign": doubt.sign.value}))


async def answered(desk: Desk, sign: str, *, yes: bool) -> Answer[Any]:
    """The sign itself, or what the message would have been answered without the question."""
    dossier = await desk.dossier()
    if sign not in set(Sign):
        return Answer(Outcome(TOPIC, Said.STRANGER))
    waiting = dossier.draft(FORM) if dossier is not None else None
    text = str(waiting.answers["text"]) if waiting is not None else ""
    if dossier is not None:
        await drafts.drop(desk.unit, dossier.account.id, FORM)
    if yes:
        return await safety.tell(desk, Sign(sign), text)
    if not text or text.startswith("/"):
        return Answer(Outcome(TOPIC, Said.NOTHING))
    return await words.hear(desk, text, 0)


def _stopped(dossier: Dossier) -> bool:
    """Whether running is stopped until a doctor or somebody was seen: nothing is left to ask."""
    return any(row.gate.kind in _STOPPED for row in dossier.gates)


def _yes(text: str) -> bool | None:
    """A short message that begins with yes or no; "legs ok" is neither."""
    first = text.lower().split()[:1] if len(text) <= _SHORT else []
    word = "".join(first).strip(".,!?")
    return True if word in _YES else False if word in _NO else None


_YES = frozenset({"yes", "yeah", "yep", "yup", "yea", "ya", "y", "ja", "si", "sí", "oui"})
_NO = frozenset({"no", "nope", "nah", "nein", "non", "n"})
