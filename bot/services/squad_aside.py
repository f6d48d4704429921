"""Who must not run today looks like out in the group: changed for them once, and told in private.

A tap on In afterwards stands: who wants to come and watch may say so.
"""

from __future__ import annotations

from bot.services.coach import Fit, fit_of
from bot.services.desk import Desk
from bot.services.reminder import key_of, starts_at
from bot.storage import attendance, cards, deliveries, squad_plans
from bot.storage.deliveries import Intent
from bot.storage.dossier import Dossier
from bot.storage.owner import Owner
from bot.storage.squad_plans import Ahead
from core.squad import Answer

ASIDE = "squad-aside"
"""The delivery that tells the member."""


async def step_aside(desk: Desk, dossier: Dossier) -> None:
    """Take a member who must not run today off the list of those who come."""
    coming = [
        each
        for each in await squad_plans.ahead(
            desk.unit, dossier.account.id, dossier.plan, dossier.today
        )
        if each.row.session.on == dossier.today and _comes(desk, each)
    ]
    if not coming or fit_of(desk, dossier, dossier.today) is not Fit.NOT:
        return
    for each in coming:
        if await _tell_once(desk, dossier, each):
            number = each.row.id
            await attendance.answer(desk.unit, number, dossier.account.id, Answer.OUT, desk.now)
            await cards.touch(desk.unit, key_of(each.squad, number))


def _comes(desk: Desk, each: Ahead) -> bool:
    start = starts_at(each.squad, each.row.session)
    ahead = start is not None and start > desk.now
    stands = each.squad.active and each.member and not each.row.session.cancelled
    return ahead and stands and each.answer in {Answer.IN, Answer.MAYBE}


async def _tell_once(desk: Desk, dossier: Dossier, each: Ahead) -> bool:
    """Promise the word; False where it was said already: then In was meant."""
    account, number = dossier.account, str(each.row.id)
    owner = Owner.athlete(account.id)
    start = starts_at(each.squad, each.row.session)
    if start is None or await deliveries.is_promised(desk.unit, owner, ASIDE, number):
        return False
    intent = Intent(ASIDE, account.chat_id, dossier.today, subject=number, priority=1)
    await deliveries.promise(desk.unit, owner, [intent], desk.now, start)
    return True
