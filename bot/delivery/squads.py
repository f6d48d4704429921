"""What squads and their members are owed: how it is decided, drawn when sent, and drawn again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.clock import Clock
from bot.delivery.seam import Redraw, Renderer
from bot.messages import attendance as coming
from bot.messages import buddies as pairs
from bot.messages import challenge as challenges
from bot.messages import coach as coaches
from bot.messages import digest as digests
from bot.messages import recap as weeks
from bot.messages import results as times
from bot.messages import squad as groups
from bot.messages import squad_session as sessions
from bot.reply import Reply
from bot.services import (
    attendance,
    buddies,
    challenge,
    digest,
    note,
    recap,
    reminder,
    results,
    smaller,
    squad_changed,
    squad_plan,
    squad_standing,
)
from bot.services import squad as group
from bot.services.desk import Desk
from bot.services.reminder import wants_word
from bot.services.squad_version import groups_of
from bot.storage import athletes, members, squad_results, squad_sessions, squads
from bot.storage.athletes import Account
from bot.storage.cards import Card
from bot.storage.deliveries import Delivery
from bot.storage.engine import Database
from bot.storage.squads import SquadRow, SquadState
from bot.text import Text, Texts, Tongue
from core.content import Content
from core.squad import Answer, GroupSession

DECIDERS = {
    reminder.REMINDER: reminder.remind,
    reminder.AFTER: reminder.turn,
    digest.DIGEST: digest.decide,
    recap.RECAP: recap.week,
    squad_plan.PLAN: squad_plan.due,
    squad_standing.STANDING: squad_standing.due,
}
"""What is owed about sessions and weeks, by the kind of due."""


@dataclass(frozen=True, slots=True)
class SquadKinds:
    """The squads' part of delivery; `text` gives an athlete's words."""

    database: Database
    content: Content
    texts: Texts
    clock: Clock
    text: Callable[[Account], Text]

    @property
    def renderers(self) -> dict[str, Renderer]:
        return {
            reminder.REMINDER: self.reminder,
            digest.DIGEST: self.digest,
            recap.RECAP: self.week,
            results.ASK: self.result,
            buddies.ASK: self.buddy_question,
            buddies.FOUND: self.buddy_found,
            note.TOPIC: self.note,
            squad_standing.CARD_POST: self.session_post,
            squad_standing.ASK: self.session_question,
            squad_changed.NEWS: self.session_news,
            smaller.NEWS: self.smaller,
        }

    @property
    def redraws(self) -> dict[str, Redraw]:
        return {
            challenge.CARD: self.challenge,
            group.CARD: self.squad,
            reminder.CARD: self.session,
        }

    @property
    def cards(self) -> dict[str, str]:
        """Which deliveries become a card, and of which kind."""
        return {squad_standing.CARD_POST: reminder.CARD}

    def squad_text(self, squad: SquadRow) -> Text:
        """Words for the whole group."""
        settled = squad.squad
        return self.texts.of(Tongue(squad.locale, settled.units, settled.clock24))

    async def squad(self, card: Card) -> Reply | None:
        """The squad's own card, with how many are in now."""
        if card.owner.squad_id is None:
            return None
        async with self.database.read() as unit:
            row = await squads.get(unit, card.owner.squad_id)
            if row is None or row.state is SquadState.ENDED:
                return None
            count = await members.count(unit, row.id)
            named = [coach.member.name for coach in await members.coaches(unit, row.id)]
        text = self.squad_text(row)
        return groups.card(text, row.id, row.title, row.squad, count=count, coaches=named)

    async def session(self, card: Card) -> Reply | None:
        """A session's card as it is now."""
        return await self._session(int(card.subject)) if card.subject.isdigit() else None

    async def session_post(self, delivery: Delivery) -> Reply | None:
        """A standing session's card, unless it was called off meanwhile."""
        async with self.database.read() as unit:
            view = await attendance.seen(unit, int(delivery.subject), self.clock.now())
        gone = view is None or not view.squad.active or view.row.session.cancelled
        return None if gone else await self._session(int(delivery.subject))

    async def _session(self, session_id: int) -> Reply | None:
        now = self.clock.now()
        async with self.database.read() as unit:
            view = await attendance.seen(unit, session_id, now)
            if view is None or not view.squad.active:
                return None
            groups = await groups_of(unit, view.squad, view.row, view.attended, now)
        return sessions.card(
            view.row.id,
            view.row.session,
            view.attended,
            self.squad_text(view.squad),
            over=view.over,
            kudos=view.kudos,
            celsius=view.celsius,
            groups=groups,
        )

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
        return sessions.asked(squad.id, squad.title, session, self.text(account))

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
        return sessions.news(view.row.id, view.squad.title, session, text, planned=planned)

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
        return coming.reminder(
            view.row.id,
            session,
            view.attended,
            text,
            name=coming.title(session, text),
            celsius=view.celsius,
            rows=rows,
            runs=runs,
        )

    async def digest(self, delivery: Delivery) -> Reply | None:
        """The post after a session."""
        async with self.database.read() as unit:
            view = await digest.seen(unit, int(delivery.subject))
        if view is None or not view.squad.active or not view.ran:
            return None
        after = digests.Afterwards(
            session=view.row.session,
            said_in=view.said_in,
            ran=view.ran,
            kudos=view.kudos,
            times=tuple((row.name, row.told.time) for row in view.results),
            weather=view.weather,
        )
        text = self.squad_text(view.squad)
        return digests.digest(after, text, name=coming.title(view.row.session, text))

    async def week(self, delivery: Delivery) -> Reply | None:
        """Monday's post; a week without anything is none."""
        async with self.database.read() as unit:
            found = await recap.seen_week(
                unit, delivery.owner.id, delivery.local_date, self.content.decisions
            )
        if found is None or (found[1].empty and found[2] is None):
            return None
        squad, told, weather = found
        return weeks.week(told, weather, self.squad_text(squad))

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

    async def challenge(self, card: Card) -> Reply | None:
        """The challenge with its new count; an older one stays as it was."""
        squad_id = card.owner.squad_id
        if squad_id is None:
            return None
        async with self.database.read() as unit:
            view = await challenge.seen(unit, squad_id)
        if view is None or card.key != challenge.key_of(view.squad, view.challenge):
            return None
        text = self.squad_text(view.squad)
        return challenges.card(squad_id, view.challenge, view.joined, text)

    async def _account(self, delivery: Delivery) -> Account | None:
        if delivery.owner.athlete_id is None:
            return None
        async with self.database.read() as unit:
            return await athletes.get(unit, delivery.owner.athlete_id)

    async def _squad(self, delivery: Delivery) -> SquadRow | None:
        async with self.database.read() as unit:
            squad = await squads.get(unit, int(delivery.ids["squad"]))
        return squad if squad is not None and squad.active else None
