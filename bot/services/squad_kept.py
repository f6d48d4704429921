"""Words of a coach of several squads, kept until they say for which of them they are."""

from __future__ import annotations

from datetime import timedelta

from bot.outcome import Outcome, Said
from bot.services.desk import Answer, Desk
from bot.services.squad_draft import account_of
from bot.storage import drafts
from bot.storage.drafts import SavedDraft

TOPIC = "kept"
FORM = "squad-words"
LONGEST = 3000
KEPT_FOR = timedelta(hours=3)


async def keep(desk: Desk, command: str, text: str) -> Answer[None]:
    """What stood behind the command; an earlier one is forgotten."""
    account = await account_of(desk)
    if account is None:
        return Answer(Outcome(TOPIC, Said.STALE, "session-nowhere"))
    answers = {"command": command, "text": text[:LONGEST]}
    await drafts.save(desk.unit, account, SavedDraft(FORM, "", answers, desk.now))
    return Answer(Outcome(TOPIC, Said.ASK, "kept"))


async def find(desk: Desk, command: str) -> str | None:
    """The words behind that command, while they are fresh."""
    account = await account_of(desk)
    saved = await drafts.find(desk.unit, account, FORM) if account is not None else None
    if saved is None or desk.now - saved.asked_at > KEPT_FOR:
        return None
    return str(saved.answers["text"]) if saved.answers.get("command") == command else None
