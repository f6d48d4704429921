"""What a squad's group is told and shown: its cards, and the one post of a day."""

from __future__ import annotations

from dataclasses import dataclass

from bot.clock import Clock
from bot.messages import attendance as coming
from bot.messages import challenge as challenges
from bot.messages import digest as digests
from bot.messages import recap as weeks
from bot.messages import squad as groups
from bot.messages import squad_card as sessions
from bot.reply import Reply
from bot.services import attendance, challenge, digest, recap, squad_weather
from bot.services.squad_version import groups_of
from bot.storage import members, squads
from bot.storage.cards import Card
from bot.storage.deliveries import Delivery
from bot.storage.engine import Database
from bot.storage.squads import SquadRow, SquadState
from bot.text import Text, Texts, Tongue
from core.content import Content


@dataclass(frozen=True, slots=True)
class GroupPosts:
    """Everything of a squad that all of its group read, drawn from what the database says."""

    database: Database
    content: Content
    texts: Texts
    clock: Clock

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
            weather=view.weather,
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

    async def mornings(self, delivery: Delivery) -> Reply | None:
        """The day's mornings alone, as they were counted once."""
        async with self.database.read() as unit:
            row = await squads.get(unit, delivery.owner.id)
        if row is None or not squad_weather.stands_alone(row, delivery.local_date):
            return None
        told = row.squad.weather_on(delivery.local_date)
        return digests.mornings(told, self.squad_text(row)) if told and row.active else None

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
