"""Who comes to a squad's session and who did it: taps on the group's card."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.outcome import Outcome, Said, Scalar
from bot.schedule import local_day
from bot.services import activity, digest, forecast, recap, reminder, squad_day, squad_plan
from bot.services.activity import Evening
from bot.services.desk import Answer as Answered
from bot.services.desk import Desk
from bot.services.reminder import CARD, is_over, key_of, starts_at
from bot.storage import attendance, cards, members, squad_taps
from bot.storage.athletes import Account
from bot.storage.cards import Card, CardKey
from bot.storage.engine import Unit
from bot.storage.squad_sessions import SessionRow
from bot.storage.squad_taps import Tapped
from bot.storage.squads import OWN_CARD, SquadRow
from core.activity import Done
from core.squad import Answer, Attendance
from core.squad.weather import SquadWeather

TOPIC = "attend"
DONE_WITHIN = timedelta(days=2)
"""How long after the start somebody may still say that they did it."""


@dataclass(frozen=True, slots=True)
class Coming:
    """A session as its group sees it; `over`: it asks who did it. `evening`: the own log's card.

    `weather`: this morning's, where the session's card is what told of it today.
    """

    squad: SquadRow
    row: SessionRow
    attended: tuple[Attendance, ...] = ()
    kudos: int = 0
    celsius: float | None = None
    over: bool = False
    card: Card | None = None
    account: Account | None = None
    evening: Evening | None = None
    weather: SquadWeather | None = None


async def answer(desk: Desk, session_id: int, said: Answer) -> Answered[Coming]:
    """In, maybe or out, from the card or a private message; a known athlete joins by it."""
    tapped = await squad_taps.of(desk.unit, session_id, desk.user_id)
    refused = _refused(desk, tapped)
    if refused is not None or tapped is None or tapped.account is None:
        return refused or _none(Said.STALE, "gone")
    if is_over(tapped.squad, tapped.row.session, desk.now):
        return _told(tapped, Said.STALE, "over")
    mine = await attendance.of(desk.unit, session_id, tapped.account.id)
    if tapped.member is not None and mine is not None and mine.answer is said:
        return _told(tapped, Said.ALREADY, said.value)
    joins = tapped.member is None
    if joins:
        await members.join(desk.unit, tapped.squad.id, tapped.account.id, desk.now)
        await cards.touch(desk.unit, CardKey(tapped.squad.chat_id, OWN_CARD))
    await attendance.answer(desk.unit, session_id, tapped.account.id, said, desk.now)
    await follow(desk.unit, tapped.squad, tapped.row, desk.now)
    await squad_plan.owe(desk.unit, tapped.account.id, desk.now)
    card = await cards.touch(desk.unit, key_of(tapped.squad, session_id))
    code = f"{said.value}-joined" if joins else said.value
    if code == Answer.IN.value and not _is_reminded(desk, tapped):
        code = "in-soon"
    return _told(tapped, Said.DONE, code, card=card)


def _is_reminded(desk: Desk, tapped: Tapped) -> bool:
    """Whether a word two hours before is still to come, and wanted."""
    start, account = starts_at(tapped.squad, tapped.row.session), tapped.account
    if start is None or account is None or not reminder.wants_word(account):
        return False
    ahead = start - reminder.BEFORE > desk.now
    return ahead and not reminder.waits_for_morning(start, account.hours)


async def follow(unit: Unit, squad: SquadRow, row: SessionRow, now: datetime) -> None:
    """Owe what follows from a session as it stands: a word before, a digest, the Monday."""
    await reminder.owe(unit, squad, row, now)
    await digest.owe(unit, squad, row, now)
    await recap.owe_week(unit, squad, now)
    await squad_day.owe(unit, squad, now)
    await forecast.want(unit, squad.squad, now.date())


async def done(desk: Desk, session_id: int) -> Answered[Coming]:
    """They did it: counted for the squad, and logged as planned where their plan holds a run."""
    tapped = await squad_taps.of(desk.unit, session_id, desk.user_id)
    refused = _refused(desk, tapped)
    if refused is not None or tapped is None or tapped.account is None:
        return refused or _none(Said.STALE, "gone")
    start = starts_at(tapped.squad, tapped.row.session)
    if start is None or desk.now < start:
        return _told(tapped, Said.REFUSED, "not-yet")
    if desk.now > start + DONE_WITHIN:
        return _told(tapped, Said.STALE, "over")
    if tapped.member is None:
        return _told(tapped, Said.REFUSED, "no-member")
    mine = await attendance.of(desk.unit, session_id, tapped.account.id)
    if mine is not None and mine.done:
        return _told(tapped, Said.ALREADY, "done")
    await attendance.mark_done(desk.unit, session_id, tapped.account.id, desk.now)
    await digest.owe(desk.unit, tapped.squad, tapped.row, desk.now)
    card = await cards.touch(desk.unit, key_of(tapped.squad, session_id))
    evening = await _log(desk, tapped)
    asks = evening is not None and evening.asks != ""
    code = "done-asks" if asks else "done"
    return _told(tapped, Said.DONE, code, card=card, evening=evening)


async def _log(desk: Desk, tapped: Tapped) -> Evening | None:
    """The evening's "as planned" of that day, where there is a plan and nothing was told yet."""
    if tapped.account is None or tapped.account.profile is None:
        return None
    logged = await activity.answer(desk, tapped.row.session.on, Done.AS_PLANNED.value)
    wanted = logged.outcome.said in {Said.ASK, Said.DONE}
    return logged.view if wanted else None


def _refused(desk: Desk, tapped: Tapped | None) -> Answered[Coming] | None:
    """What any tap may run into: a session that is gone or called off, or a stranger's finger."""
    if tapped is None or not tapped.squad.active:
        return _none(Said.STALE, "gone")
    if desk.chat_id < 0 and desk.chat_id != tapped.squad.chat_id:
        return _none(Said.STALE, "gone")
    if tapped.row.session.cancelled:
        return _told(tapped, Said.STALE, "cancelled")
    if tapped.account is None:
        return _told(tapped, Said.STRANGER, "invited")
    if desk.chat_id > 0 and tapped.member is None:  # a button that was passed on
        return _none(Said.STALE, "gone")
    return None


def _told(
    tapped: Tapped,
    said: Said,
    code: str,
    *,
    card: Card | None = None,
    evening: Evening | None = None,
) -> Answered[Coming]:
    on = tapped.row.session.on.isoformat()
    facts: dict[str, Scalar] = {"session": tapped.row.id, "day_on": on}
    view = Coming(
        squad=tapped.squad,
        row=tapped.row,
        card=card,
        account=tapped.account,
        evening=evening,
    )
    return Answered(Outcome(TOPIC, said, code, facts), view)


def _none(said: Said, code: str) -> Answered[Coming]:
    return Answered(Outcome(TOPIC, said, code))


async def seen(unit: Unit, session_id: int, now: datetime, user_id: int = 0) -> Coming | None:
    """The session as it stands, for its card and for a word about it; None: it is gone."""
    tapped = await squad_taps.of(unit, session_id, user_id)
    if tapped is None:
        return None
    return Coming(
        squad=tapped.squad,
        row=tapped.row,
        attended=await attendance.of_session(unit, session_id),
        kudos=await attendance.count_kudos(unit, session_id),
        celsius=await forecast.celsius_at(
            unit, tapped.squad.squad, tapped.row.session.on, tapped.row.session.minute, now
        ),
        over=is_over(tapped.squad, tapped.row.session, now),
        account=tapped.account,
        weather=_weather_on(tapped, now),
    )


def _weather_on(tapped: Tapped, now: datetime) -> SquadWeather | None:
    squad = tapped.squad.squad
    return squad.weather_on(local_day(now, squad.zone or "UTC"), tapped.row.id)


# Kudos


async def react(desk: Desk, message_id: int, *, given: bool) -> Answered[None]:
    """A reaction under a session's card is kudos for all who ran; the card shows how many."""
    card = await cards.of_message(desk.unit, desk.chat_id, message_id)
    if card is None or card.kind != CARD or not card.subject.isdigit():
        return Answered(Outcome(TOPIC, Said.NOTHING))
    tapped = await squad_taps.of(desk.unit, int(card.subject), desk.user_id)
    if tapped is None or tapped.member is None:
        return Answered(Outcome(TOPIC, Said.NOTHING))
    change = attendance.give_kudos if given else _take_kudos
    if await change(desk.unit, tapped.row.id, tapped.member.id, desk.now):
        await cards.touch(desk.unit, card.key)
    return Answered(Outcome(TOPIC, Said.DONE, "kudos"))


async def _take_kudos(unit: Unit, session_id: int, athlete_id: int, _now: datetime) -> bool:
    return await attendance.take_kudos(unit, session_id, athlete_id)
