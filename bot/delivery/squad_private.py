"""What a squad's members and coaches are told in private."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.clock import Clock
from bot.messages import attendance as coming
from bot.messages import buddies as pairs
from bot.messages import coach as coaches
from bot.messages import membership as memberships
from bot.messages import results as times
from bot.messages import squad_card as sessions
from bot.messages import squad_changed as changes
from bot.reply import Reply
from bot.services import attendance, reminder, smaller
from bot.services.desk import Desk
from bot.services.reminder import wants_word
from bot.storage import athletes, members, squad_results, squad_sessions, squads
from bot.storage.athletes import Account
from bot.storage.deliveries import Delivery
from bot.storage.engine import Database
from bot.storage.squads import SquadRow
from bot.text import Text
from core.content import Content
from core.squad import Answer, GroupSession


@dataclass(frozen=True, slots=True)
class PrivateWords:
    """Everything of a squad that one person reads alone; `text` gives an athlete's words."""

    database: Database
    content: Content
    clock: Clock
    text: Callable[[Account], Text]

    async def session_question(self, delivery: Delivery) -> Reply | None:
        """What does the squad run tomorrow? Unless somebody has set it meanwhile."""
        account, squad = await self._account(delivery), await self._squad(delivery)
        if account is None or squad is None:
            return None
        async with self.database.read() as unit:
            there = await squad_sessions.on(unit, squad.id, delivery.local_date)
        weekday = delivery.local_date.weekday()
        standing = next((s for s in squad.squad.standing if s.weekday == weekday), None)
        if there is not None or standing is None:
            return None
        session = GroupSession(delivery.local_date, standing.minute, standing.place)
        return changes.asked(squad.id, squad.title, session, self.text(account))

    async def session_news(self, delivery: Delivery) -> Reply | None:
        """A session that moved or was called off, as it stands when this is sent."""
        account = await self._account(delivery)
        if account is None:
            return None
        async with self.database.read() as unit:
            number, now = int(delivery.ids["session"]), self.clock.now()
            view = await attendance.seen(unit, number, now, account.user_id)
        if view is None or not view.squad.active or view.over:
            return None
        said_in = any(
            one.athlete_id == account.id and one.answer is Answer.IN for one in view.attended
        )
        session = view.row.session
        planned = said_in and account.profile is not None and session.workout is not None
        text = self.text(account)
        return changes.news(view.row.id, view.squad.title, session, text, planned=planned)

    async def smaller(self, delivery: Delivery) -> Reply | None:
        """The coach wants less of a member, unless that was taken back meanwhile."""
        account = await self._account(delivery)
        if account is None or not wants_word(account):
            return None
        now, less = self.clock.now(), bool(delivery.ids["smaller"])
        async with self.database.read() as unit:
            desk = Desk(unit, self.content, now, account.user_id, account.chat_id, account.name)
            seen = await smaller.seen(desk, int(delivery.ids["session"]), smaller=less)
        if seen is None:
            return None
        text = self.text(account)
        return coaches.smaller(
            seen.squad, seen.session_id, seen.session, seen.reps, text, less=less
        )

    async def aside(self, delivery: Delivery) -> Reply | None:
        """No running today, so the group's card has them as out; never why."""
        account = await self._account(delivery)
        if account is None or not delivery.subject.isdigit():
            return None
        async with self.database.read() as unit:
            now, number = self.clock.now(), int(delivery.subject)
            view = await attendance.seen(unit, number, now, account.user_id)
        if view is None or not view.squad.active or view.row.session.cancelled:
            return None
        mine = [one for one in view.attended if one.athlete_id == account.id]
        if not mine or mine[0].answer is not Answer.OUT:
            return None
        text, session = self.text(account), view.row.session
        return coming.aside(number, session, view.squad.title, text)

    async def farewell(self, delivery: Delivery) -> Reply | None:
        """A squad has ended, for this member or for all."""
        account = await self._account(delivery)
        if account is None:
            return None
        title, ended = str(delivery.ids["title"]), bool(delivery.ids["ended"])
        plan = account.profile is not None
        return memberships.farewell(title, self.text(account), ended=ended, plan=plan)

    async def reminder(self, delivery: Delivery) -> Reply | None:
        """Two hours before, to who is still in."""
        account = await self._account(delivery)
        if account is None or not wants_word(account) or not delivery.subject.isdigit():
            return None
        async with self.database.read() as unit:
            now = self.clock.now()
            view = await attendance.seen(unit, int(delivery.subject), now, account.user_id)
            runs = await reminder.may_run(unit, account, now, self.content)
        if view is None or not view.squad.active or view.row.session.cancelled:
            return None
        mine = [one for one in view.attended if one.athlete_id == account.id]
        if not mine or mine[0].answer is not Answer.IN:
            return None
        text, session = self.text(account), view.row.session
        rows = sessions.own_rows(view.row.id, session, text) if runs else ()
        start = reminder.starts_at(view.squad, session)
        late = (
            start is not None and reminder.word_at(start, account.hours) > start - reminder.BEFORE
        )
        return coming.reminder(
            view.row.id,
            session,
            view.attended,
            text,
            name=coming.title(session, text),
            celsius=view.celsius,
            rows=rows,
            runs=runs,
            late=late,
        )

    async def result(self, delivery: Delivery) -> Reply | None:
        """Is that your time?"""
        account = await self._account(delivery)
        if account is None:
            return None
        async with self.database.read() as unit:
            row = await squad_results.get(unit, int(delivery.ids["result"]), account.user_id)
            squad = await attendance.seen(unit, row.session_id, self.clock.now()) if row else None
        if row is None or squad is None or row.confirmed is not None:
            return None
        return times.question(row.id, squad.squad.title, row.told, self.text(account))

    async def buddy_question(self, delivery: Delivery) -> Reply | None:
        """Would they run with somebody? Nobody is named."""
        account, squad = await self._account(delivery), await self._squad(delivery)
        if account is None or squad is None:
            return None
        about = int(delivery.ids["about"])
        return pairs.question((squad.id, squad.title), about, self.text(account))

    async def buddy_found(self, delivery: Delivery) -> Reply | None:
        """Somebody said yes."""
        account, squad = await self._account(delivery), await self._squad(delivery)
        if account is None or squad is None:
            return None
        async with self.database.read() as unit:
            everybody = await members.of_squad(unit, squad.id)
        other = next((row for row in everybody if row.id == delivery.ids["about"]), None)
        if other is None:
            return None
        return pairs.found(other.member.name, squad.title, self.text(account))

    async def note(self, delivery: Delivery) -> Reply | None:
        """A coach's words for one member."""
        account = await self._account(delivery)
        if account is None:
            return None
        sender, squad, words = (str(delivery.ids[name]) for name in ("from", "squad", "words"))
        return coaches.note(sender, squad, words, self.text(account))

    async def _account(self, delivery: Delivery) -> Account | None:
        if delivery.owner.athlete_id is None:
            return None
        async with self.database.read() as unit:
            return await athletes.get(unit, delivery.owner.athlete_id)

    async def _squad(self, delivery: Delivery) -> SquadRow | None:
        async with self.database.read() as unit:
            squad = await squads.get(unit, int(delivery.ids["squad"]))
        return squad if squad is not None and squad.active else None
