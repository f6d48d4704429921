"""The look back on one change of /plateau, drawn when it is sent."""

from __future__ import annotations

from bot.messages import plateau as messages
from bot.messages import plateau_laid
from bot.reply import Reply
from bot.services.standing import standing
from bot.storage import diagnoses
from bot.storage.deliveries import Delivery
from bot.storage.dossier import Dossier
from bot.storage.engine import Unit
from bot.text import Text
from core.content import Content


async def rechecked(
    unit: Unit, delivery: Delivery, dossier: Dossier, content: Content, text: Text
) -> Reply | None:
    """The saved re-check that is the delivery's subject, in words; None where it is gone."""
    row = await diagnoses.get(unit, dossier.account.id, int(delivery.subject))
    if row is None or row.recheck is None or row.prescription is None:
        return None
    words = messages.Words(content.library, standing(dossier, content).pace_of)
    return plateau_laid.rechecked(row.recheck, row.prescription, words, text)
