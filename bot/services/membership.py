"""Being in squads: what each may see, leaving one, and leaving by leaving the group."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.outcome import Outcome, Said, Scalar
from bot.schedule import local_day
from bot.services import squad_farewell, squad_plan
from bot.services.desk import Answer, Desk
from bot.storage import athletes, attendance, buddies, cards, members, squad_view, squads
from bot.storage.athletes import Account
from bot.storage.cards import Card, CardKey
from bot.storage.dossier import of
from bot.storage.members import MemberRow
from bot.storage.squads import SquadRow, SquadState
from core.squad import Setters, Share

TOPIC = "membership"
CARD = "my-squad"


@dataclass(frozen=True, slots=True)
class Membership:
    """One squad as a member sees it in private."""

    account: Account
    row: SquadRow
    mine: MemberRow
    card: Card | None = None


@dataclass(frozen=True, slots=True)
class Mine:
    """A person's squads; nobody's account where the coach has not met them."""

    account: Account | None
    squads: tuple[SquadRow, ...] = ()


async def look(desk: Desk) -> Mine:
    """The squads of who asks."""
    account = await athletes.find(desk.unit, desk.user_id)
    if account is None:
        return Mine(None)
    return Mine(account, await squads.of_athlete(desk.unit, account.id))


async def look_at(desk: Desk, squad_id: int) -> Membership | None:
    """One of them; None for who is not in it."""
    found = await squad_view.asked(desk.unit, squad_id, desk.user_id)
    if found is None or found.member is None or found.row.state is SquadState.ENDED:
        return None
    mine = found.member
    card = await cards.find(desk.unit, CardKey(mine.account.chat_id, CARD, str(squad_id)))
    return Membership(mine.account, found.row, mine, card)


async def share(desk: Desk, squad_id: int, what: str) -> Answer[Membership]:
    """Allow one field, or take it back: from this moment nobody sees it any more."""
    found = await look_at(desk, squad_id)
    if found is None or what not in set(Share):
        return Answer(Outcome(TOPIC, Said.STALE, "squad-not-in"))
    member = found.mine.member.toggled(Share(what))
    await members.save_shares(desk.unit, squad_id, member)
    await cards.touch_squad(desk.unit, squad_id)
    code = "given" if member.allows(Share(what)) else "taken"
    view = replace(found, mine=replace(found.mine, member=member))
    return _said(Said.DONE, code, found.row, view)


async def leave(desk: Desk, squad_id: int) -> Answer[Membership]:
    """The member goes; who is in no squad any more keeps the plan, if there is one."""
    found = await look_at(desk, squad_id)
    if found is None:
        return Answer(Outcome(TOPIC, Said.ALREADY, "squad-not-in"))
    await depart(desk, found.row, found.account)
    return _said(Said.DONE, "left", found.row)


async def gone(desk: Desk, user_id: int) -> Answer[Membership]:
    """Somebody left the group or was removed from it; told of once or twice."""
    row = await squads.find(desk.unit, desk.chat_id)
    found = await members.find(desk.unit, row.id, user_id) if row else None
    if row is None or found is None:
        return Answer(Outcome(TOPIC, Said.NOTHING))
    await depart(desk, row, found.account)
    if row.active:
        await squad_farewell.say(desk.unit, row, found.account, desk.now, ended=False)
    return _said(Said.DONE, "gone", row)


async def depart(desk: Desk, row: SquadRow, account: Account) -> None:
    """End a membership: own sessions come back into the plan, the name goes from every card."""
    today = local_day(desk.now, row.squad.zone or account.hours.zone)
    laid = await attendance.laid_ahead(desk.unit, row.id, account.id, today)
    if laid:
        dossier = await of(desk.unit, account, desk.now)
        for change_id in laid:
            dossier = await squad_plan.take_out(desk, dossier, change_id)
        await squad_plan.owe(desk.unit, account.id, desk.now)  # for their other squads' sessions
    await attendance.forget_future(desk.unit, row.id, account.id, today)
    await buddies.part(desk.unit, row.id, account.id)
    await members.leave(desk.unit, row.id, account.id)
    await _without_coach(desk, row)
    await cards.touch_squad(desk.unit, row.id)


async def forget(desk: Desk, account: Account) -> None:
    """Before somebody is erased: the squads' cards are drawn again without the name."""
    for row in await squads.of_athlete(desk.unit, account.id):
        await members.leave(desk.unit, row.id, account.id)
        await _without_coach(desk, row)
        await cards.touch_squad(desk.unit, row.id)


async def _without_coach(desk: Desk, row: SquadRow) -> None:
    """With the last named coach gone the administrators set the sessions."""
    if row.squad.setters is not Setters.NAMED or await members.coaches(desk.unit, row.id):
        return
    await squads.save(desk.unit, replace(row, squad=replace(row.squad, setters=Setters.ADMINS)))


def _said(
    how: Said, code: str, row: SquadRow, view: Membership | None = None, **facts: Scalar
) -> Answer[Membership]:
    return Answer(Outcome(TOPIC, how, code, {"squad": row.id, "name": row.title, **facts}), view)
