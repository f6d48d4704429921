"""Every kind of message that is owed: how it is decided, drawn when sent, and drawn again."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial

from telegram import Update

from bot.clock import Clock, random_name
from bot.delivery.plateau import rechecked
from bot.delivery.review import LATE, drawn
from bot.delivery.seam import Decider, Renderer, Seam
from bot.delivery.squads import DECIDERS as SQUAD_DECIDERS
from bot.delivery.squads import SquadKinds
from bot.messages import activity as evenings
from bot.messages import race as races
from bot.messages import raceday as racedays
from bot.messages import routine as routines
from bot.messages import safety as alarms
from bot.messages import silence
from bot.messages import today as cards_of_today
from bot.messages.lockscreen import lock_screen
from bot.reply import Reply
from bot.schedule import DueKind
from bot.services import activity, dues, plan, raceday, routine, squad, today
from bot.services.reach import REACH
from bot.services.review import sunday
from bot.storage import athletes, squads
from bot.storage.athletes import Account, State
from bot.storage.cards import Card
from bot.storage.deliveries import Delivery, Intent
from bot.storage.dossier import Dossier, of
from bot.storage.dues import Due
from bot.storage.engine import Database, Unit
from bot.storage.owner import Owner
from bot.storage.squads import SquadState
from bot.text import Text, Texts, Tongue
from core.content import Content
from core.safety import closes_by
from core.units import reads_fahrenheit

Deciding = Callable[[Unit, Due, datetime, Content], Awaitable[Sequence[Intent]]]
PAUSE_OFFER = "pause-offer"


class Kinds:
    """The coach's part of delivery: what it owes, in whose words."""

    def __init__(self, database: Database, content: Content, texts: Texts, clock: Clock) -> None:
        self._database = database
        self._content = content
        self._texts = texts
        self._clock = clock
        self._squads = SquadKinds(database, content, texts, clock, self.text)

    def seam(self, on_failed: Callable[[Update | None, BaseException], Awaitable[None]]) -> Seam:
        """Everything that delivery needs to know of the coach."""
        deciders: dict[str, Decider] = {
            DueKind.MORNING: self._deciding(dues.morning),
            DueKind.EVENING: self._deciding(dues.evening),
            DueKind.ROUTINE: self._deciding(dues.routine),
            DueKind.REVIEW: self._deciding(dues.review),
            DueKind.RACE_EVE: self._deciding(dues.race_eve),
            DueKind.RECHECK: self._deciding(dues.recheck),
            **{kind: self._deciding(decide) for kind, decide in SQUAD_DECIDERS.items()},
        }
        renderers: dict[str, Renderer] = {
            DueKind.MORNING: self.morning,
            DueKind.EVENING: self.evening,
            DueKind.ROUTINE: self.routine,
            DueKind.RACE_EVE: self.race_eve,
            DueKind.RECHECK: self.recheck,
            DueKind.REVIEW: self.review,
            PAUSE_OFFER: self.pause_offer,
            dues.GENTLE: self.gentle,
            REACH: self.reach,
            **self._squads.renderers,
        }
        return Seam(
            deciders=deciders,
            renderers=renderers,
            redraws={
                today.CARD: self.redraw_today,
                activity.CARD: self.redraw_evening,
                **self._squads.redraws,
            },
            cards={
                DueKind.MORNING: today.CARD,
                DueKind.EVENING: activity.CARD,
                **self._squads.cards,
            },
            on_forbidden=self._nobody_there,
            on_migrated=squads.migrate,
            on_failed=on_failed,
        )

    def _deciding(self, decide: Deciding) -> Decider:
        return partial(_decided, decide, self._content)

    def text(self, account: Account) -> Text:
        warm = reads_fahrenheit(account.units, account.hours.zone)
        return self._texts.of(Tongue(account.locale, account.units, account.clock24, warm))

    async def morning(self, delivery: Delivery) -> Reply | None:
        """The day's card as it stands when it is sent."""
        dossier = await self._todays(delivery)
        if dossier is None:
            return None
        view = today.seen(dossier, self._content)
        if view is None:
            return None
        return cards_of_today.card(view.day, self.text(view.account), delivery.id)

    async def evening(self, delivery: Delivery) -> Reply | None:
        """The evening's question, unless it has been answered meanwhile."""
        dossier = await self._todays(delivery)
        if dossier is None:
            return None
        return self._evening(dossier, delivery.local_date, delivery.id)

    def _evening(self, dossier: Dossier, on: date, delivery_id: int) -> Reply:
        view = activity.seen(dossier, self._content, on, self._clock.now())
        return evenings.evening(
            self.text(view.account),
            on,
            today=view.today,
            tomorrow=view.tomorrow,
            session=view.session,
            asks=view.asks,
            activity=view.activity,
            longest=view.longest,
            harder=view.harder,
            reviewed=view.reviewed,
            delivery=delivery_id,
        )

    async def routine(self, delivery: Delivery) -> Reply | None:
        """The routine before a hard run, if there still is one."""
        dossier = await self._todays(delivery)
        if dossier is None:
            return None
        found = routine.before_run(dossier, self._content)
        if found is None:
            return None
        view = today.seen(dossier, self._content)
        sore = view.day.allowance.sore if view else ()
        known = dossier.account.hours.running is not None
        text = self.text(dossier.account)
        return routines.before_run(found, sore, text, hour_known=known)

    async def recheck(self, delivery: Delivery) -> Reply | None:
        """What one change of /plateau did, before and after."""
        dossier = await self._dossier(delivery.owner)
        if dossier is None:
            return None
        text = self.text(dossier.account)
        async with self._database.read() as unit:
            return await rechecked(unit, delivery, dossier, self._content, text)

    async def review(self, delivery: Delivery) -> Reply | None:
        """The week that ends today, as it is known when this is sent."""
        dossier = await self._todays(delivery)
        if dossier is None:
            return None
        async with self._database.read() as unit:
            view = await sunday.closing(unit, dossier, self._content, dossier.today)
        late = self._clock.now() - delivery.due_at > LATE
        return None if view is None else await drawn(view, self.text(view.account), late=late)

    async def race_eve(self, delivery: Delivery) -> Reply | None:
        """The plan of tomorrow's race, with its splits for the lock screen."""
        dossier = await self._todays(delivery)
        if dossier is None:
            return None
        view = raceday.seen(dossier, self._content, dossier.today + timedelta(days=1))
        if view is None:
            return None
        text = self.text(view.account)
        card = racedays.plan(view.plan, text, journal=view.journal, eve=True)
        picture = await asyncio.to_thread(lock_screen, view.plan, text)
        return replace(card, picture=picture)

    async def pause_offer(self, delivery: Delivery) -> Reply | None:
        """Seven quiet mornings: pause?"""
        dossier = await self._dossier(delivery.owner)
        if dossier is None or not dossier.account.silent_mornings:
            return None
        return silence.offer(self.text(dossier.account))

    async def gentle(self, delivery: Delivery) -> Reply | None:
        """What is said once, kindly: the sign is the subject."""
        dossier = await self._dossier(delivery.owner)
        if dossier is None:
            return None
        row = next((r for r in dossier.gates if str(r.gate.sign) == delivery.subject), None)
        if row is None or row.gate.sign is None:
            return None
        text = self.text(dossier.account)
        rows = alarms.way_out(row.id, closes_by(row.gate), text)
        return alarms.alarm(row.gate.sign, None, text, rows)

    async def reach(self, delivery: Delivery) -> Reply | None:
        """A race that the plan made anew cannot reach, if it still cannot when this is sent."""
        dossier = await self._dossier(delivery.owner)
        if dossier is None:
            return None
        made = plan.refusal_of(dossier, self._content)
        if made is None or made.race is None:
            return None
        return races.judged(made, self.text(dossier.account))

    async def redraw_today(self, card: Card) -> Reply | None:
        """The day's card again, after a crash or a 429; yesterday's stays as it was."""
        dossier = await self._dossier(card.owner)
        if dossier is None or card.subject != dossier.today.isoformat():
            return None
        view = today.seen(dossier, self._content)
        return None if view is None else cards_of_today.card(view.day, self.text(view.account))

    async def redraw_evening(self, card: Card) -> Reply | None:
        """The evening's card again."""
        dossier = await self._dossier(card.owner)
        if dossier is None:
            return None
        return self._evening(dossier, date.fromisoformat(card.subject), 0)

    async def _todays(self, delivery: Delivery) -> Dossier | None:
        """The athlete's, as long as it is still the day that the delivery is for."""
        dossier = await self._dossier(delivery.owner)
        same_day = dossier is not None and dossier.today == delivery.local_date
        return dossier if same_day else None

    async def _dossier(self, owner: Owner) -> Dossier | None:
        if owner.athlete_id is None:
            return None
        async with self._database.read() as unit:
            account = await athletes.get(unit, owner.athlete_id)
            if account is None or account.profile is None:
                return None
            return await of(unit, account, self._clock.now())

    async def _nobody_there(self, unit: Unit, owner: Owner) -> None:
        """Nobody reads there any more: an athlete is left in peace, a squad ends."""
        if owner.squad_id is None:
            await _block(unit, owner)
            return
        row = await squads.get(unit, owner.squad_id)
        if row is not None and row.state is not SquadState.ENDED:
            await squad.close(unit, row, token=random_name(), now=self._clock.now())


async def _decided(
    decide: Deciding, content: Content, unit: Unit, due: Due, now: datetime
) -> Sequence[Intent]:
    return await decide(unit, due, now, content)


async def _block(unit: Unit, owner: Owner) -> None:
    """Nobody is there any more: no messages until they come back."""
    if owner.athlete_id is not None:
        await athletes.set_state(unit, owner.athlete_id, State.BLOCKED)
