"""A made-up squad that lives through the services on SQLite: seeded, so the same every time.

Mornings come as the tick brings them, answers and runs as taps and words do; what happened to each
member is kept, and every day is held against the rules that no day may break.
"""

from __future__ import annotations

import random  # noqa: TID251 - seeded, for made-up people in tests
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

from bot.outcome import Said
from bot.schedule import DueKind, Hours
from bot.services import activity, away, change, checkin, dues, move, safety, setback
from bot.services.answers import pain_updates
from bot.services.desk import Desk
from bot.services.plan import built
from bot.services.standing import readiness_of, standing
from bot.storage import athletes, plans
from bot.storage.athletes import Account, State
from bot.storage.dossier import Dossier, of
from bot.storage.dues import Due
from bot.storage.engine import Database, Unit
from bot.storage.owner import Owner
from core.adjust import Action, Decision, demanding
from core.adjust.cutting import running_minutes
from core.athlete import Athlete, Level, Race, RaceDistance, Result, Spot, UsualWeek
from core.checkin import Pain
from core.content import Content
from core.plan import ChangeKind, Plan, Session, lay
from core.readiness import Colour
from core.safety import Allowed, Cleared, closes_by
from core.season import Refusal
from core.units import Distance, Duration
from core.workout import Effort

START = date(2026, 3, 2)
"""A Monday: the first morning."""
MORNING, NOON, EVENING = 6, 12, 20


@dataclass(frozen=True)
class Member:
    """Who somebody is and what their year has in store, by days from the start: (first, days)."""

    name: str
    athlete: Athlete
    seed: int
    ill: tuple[tuple[int, int], ...] = ()
    overreached: tuple[tuple[int, int], ...] = ()
    short_nights: tuple[tuple[int, int], ...] = ()
    away: tuple[tuple[int, int], ...] = ()
    busy: tuple[tuple[int, int], ...] = ()
    sore: tuple[tuple[int, int], ...] = ()
    misses: float = 0.02
    silent: float = 0.05
    moves: float = 0.02

    def well(self, number: int) -> bool:
        """Whether nothing is the matter that day, nor was a while before it."""
        after = 14
        troubles = (*self.ill, *self.overreached, *self.short_nights, *self.sore)
        return not any(first <= number < first + days + after for first, days in troubles)

    def during(self, spans: Sequence[tuple[int, int]], number: int) -> bool:
        return any(first <= number < first + days for first, days in spans)


@dataclass
class Lived:
    """What the coach did with somebody, day by day."""

    member: Member
    days: int = 0
    planned: int = 0
    changed: int = 0
    ran: int = 0
    hard_ill: list[bool] = field(default_factory=list)
    colours: Counter[str] = field(default_factory=Counter)
    actions: Counter[str] = field(default_factory=Counter)
    laid: Counter[str] = field(default_factory=Counter)
    undone: int = 0
    tired_on: date | None = None
    broken: list[str] = field(default_factory=list)
    well: Counter[str] = field(default_factory=Counter)

    @property
    def change_rate(self) -> float:
        return self.changed / max(1, self.planned)

    @property
    def red_rate(self) -> float:
        return self.colours[Colour.RED.value] / max(1, self.days)


def _athlete(
    level: Level, week: float, longest: float, days: Sequence[int], **more: Any
) -> Athlete:
    usual = UsualWeek(len(days), Distance.of_km(week), Distance.of_km(longest))
    return Athlete(
        level=level,
        days=tuple(days),
        long_day=days[-1],
        usual=usual,
        started=START - timedelta(days=1),
        can_run_20_min=True,
        **more,
    )


def _result(km: float, seconds: float) -> tuple[Result, ...]:
    return (Result(Distance.of_km(km), Duration(seconds), START - timedelta(days=40)),)


def _race(weeks: int, distance: RaceDistance) -> tuple[Race, ...]:
    return (Race(START + timedelta(weeks=weeks, days=-1), distance.distance),)


REGULAR, EXPERIENCED, NEW = Level.INTERMEDIATE, Level.ADVANCED, Level.BEGINNER
FIVE, FOUR = (1, 2, 3, 4, 6), (1, 3, 5, 6)
MEMBERS = (
    Member(
        "healthy Ana",
        _athlete(REGULAR, 40, 15, FIVE, results=_result(10, 2910), birth_year=1992),
        seed=1,
        misses=0.0,
        moves=0.0,
    ),
    Member(
        "healthy Bo",
        _athlete(EXPERIENCED, 65, 22, (0, *FIVE), results=_result(10, 2400), birth_year=1990),
        seed=2,
        misses=0.0,
        moves=0.0,
    ),
    Member(
        "ill Caro",
        _athlete(REGULAR, 38, 14, FIVE, results=_result(5, 1500), birth_year=1988),
        seed=3,
        ill=((10, 4), (120, 6), (290, 3)),
    ),
    Member(
        "overreached Dan",
        _athlete(EXPERIENCED, 60, 20, (0, *FIVE), results=_result(21.0975, 5700), birth_year=1985),
        seed=4,
        overreached=((14, 12), (150, 20)),
    ),
    Member(
        "travelling Eve",
        _athlete(REGULAR, 35, 13, FOUR, results=_result(10, 3100), birth_year=1994),
        seed=5,
        away=((8, 5), (100, 12), (200, 20)),
        busy=((20, 7), (250, 14)),
        moves=0.08,
    ),
    Member(
        "sore Finn, 54",
        _athlete(REGULAR, 36, 14, FOUR, results=_result(10, 3000), birth_year=1972),
        seed=6,
        sore=((9, 10), (180, 14)),
        misses=0.06,
    ),
    Member(
        "newcomer Gil",
        _athlete(NEW, 12, 5, (1, 3, 6), goal=RaceDistance.FIVE_K, birth_year=1999),
        seed=7,
        misses=0.05,
        short_nights=((15, 6),),
    ),
    Member(
        "racing Hana",
        _athlete(
            REGULAR,
            42,
            16,
            FIVE,
            goal=RaceDistance.TEN_K,
            races=_race(16, RaceDistance.TEN_K),
            results=_result(10, 2850),
            birth_year=1991,
        ),
        seed=8,
        ill=((60, 3),),
        moves=0.05,
    ),
)


class Squad:
    """Everybody's days, one after the other."""

    def __init__(self, database: Database, content: Content) -> None:
        self._database, self._content = database, content
        self._lives: dict[str, Lived] = {}
        self._accounts: dict[str, Account] = {}
        self._chance: dict[str, random.Random] = {}

    async def live(self, members: Sequence[Member], days: int) -> tuple[Lived, ...]:
        """Play so many days with each member."""
        for number, member in enumerate(members, start=1):
            await self._begin(member, number)
            for day in range(days):
                await self._day(member, day)
        return tuple(self._lives[member.name] for member in members)

    async def _begin(self, member: Member, user: int) -> None:
        now = _at(START - timedelta(days=1), EVENING)
        async with self._database.write() as unit:
            made = await athletes.create(
                unit, user_id=user, chat_id=user, name=member.name, now=now
            )
            profile = replace(
                made, profile=member.athlete, state=State.ACTIVE, hours=Hours("UTC", 360)
            )
            account = await athletes.save(unit, profile)
            dossier = await of(unit, account, now)
            desk = Desk(unit, self._content, now, user, user)
            plan = built(desk, dossier, member.athlete, START)
            assert not isinstance(plan, Refusal), member.name
            await plans.replace(unit, account.id, plan, seen=None, now=now)
        self._accounts[member.name] = account
        self._lives[member.name] = Lived(member)
        self._chance[member.name] = random.Random(member.seed)

    async def _day(self, member: Member, number: int) -> None:
        today = START + timedelta(days=number)
        account, lived = self._accounts[member.name], self._lives[member.name]
        chance = self._chance[member.name]
        async with self._database.write() as unit:
            due = Due(
                1, Owner.athlete(account.id), DueKind.MORNING, _at(today, MORNING), account.hours, 1
            )
            await dues.morning(unit, due, _at(today, MORNING), self._content)
        await self._wishes(member, number, today)
        if chance.random() >= member.silent:
            await self._answer(member, number, today)
        dossier = await self._dossier(account, _at(today, NOON))
        self._keep(dossier, lived, number)
        await self._run(member, dossier)
        lived.broken += [
            f"{member.name}, {today}: {rule}" for rule in broken(dossier, self._content)
        ]

    async def _wishes(self, member: Member, number: int, today: date) -> None:
        """What is told beside the answers: away, busy, a move, a day left out, well again."""
        chance = self._chance[member.name]
        for spans, kind in ((member.away, ChangeKind.AWAY), (member.busy, ChangeKind.BUSY)):
            for first, days in spans:
                if number == first:
                    runs = kind is ChangeKind.BUSY or chance.random() < 0.5
                    until = today + timedelta(days=days - 1)
                    await self._do(member, today, away.take, kind, today, until, runs=runs)
        if any(number == first + days for first, days in member.ill):
            await self._well(member, today)
        if any(number == first + days for first, days in member.sore):
            await self._well(member, today)
        if chance.random() < member.moves:
            await self._move(member, today)

    async def _move(self, member: Member, today: date) -> None:
        """Any session of the next days on any day that is offered; one in three is taken back."""
        chance, lived = self._chance[member.name], self._lives[member.name]
        asked = await self._do(member, today, move.begin)
        if asked.view is None or not asked.view.sessions:
            return
        session = chance.choice(asked.view.sessions)
        before = (await self._dossier(self._accounts[member.name], _at(today, MORNING + 1))).plan
        picked = await self._do(member, today, move.pick, session.on)
        fits = [o.on for o in picked.view.options if o.misfit is None] if picked.view else []
        if not fits:
            return
        done = await self._do(member, today, move.move, session.on, chance.choice(fits))
        if done.outcome.said is not Said.DONE:
            lived.broken.append(f"{member.name}, {today}: an offered move was refused")
            return
        if chance.random() < 0.33:
            await self._do(member, today, change.undo, done.outcome.number("change"), sure=True)
            lived.undone += 1
            after = (await self._dossier(self._accounts[member.name], _at(today, MORNING + 1))).plan
            if before is None or after is None or before.plan != after.plan:
                lived.broken.append(f"{member.name}, {today}: undo did not restore the plan")

    async def _well(self, member: Member, today: date) -> None:
        """Say the word that closes each gate; where it is too soon the gate stands."""
        account = self._accounts[member.name]
        dossier = await self._dossier(account, _at(today, MORNING + 1))
        for row in dossier.gates:
            how = closes_by(row.gate)
            if how in {Cleared.DAY_WITHOUT, Cleared.WALK_AND_HOP}:
                await self._do(member, today, safety.close, row.id, how.value)

    async def _answer(self, member: Member, number: int, today: date) -> None:
        chance = self._chance[member.name]
        if member.during(member.ill, number):
            first = next(f for f, d in member.ill if f <= number < f + d)
            if number == first:
                await self._do(member, today, setback.ill, "fever", 0, 385)
            else:
                await self._do(member, today, safety.hear, "still a fever of 38.4")
            return
        tired = self._lives[member.name].tired_on == today
        told = _answers(member, number, chance, tired=tired)
        await self._do(member, today, checkin.hear, told)

    async def _run(self, member: Member, dossier: Dossier) -> None:
        """The evening: most of what stands is run as meant; some fall out, some are harder."""
        chance, today = self._chance[member.name], dossier.today
        session = dossier.plan.plan.on(today) if dossier.plan else None
        if session is None:
            return
        if chance.random() < member.misses:
            await self._do(member, today, activity.answer, today, "not-run", at=EVENING)
            return
        await self._do(member, today, activity.answer, today, "as-planned", at=EVENING)
        meant = self._content.decisions.meant[session.focus]
        rpe = min(10, max(1, meant + chance.choices((-1, 0, 1, 2), (20, 57, 21, 2))[0]))
        await self._do(member, today, activity.rate, today, rpe, at=EVENING)
        if session.hard:
            await self._do(member, today, activity.reps, today, "even", at=EVENING)
        self._lives[member.name].ran += 1
        if session.hard or session.long:
            self._lives[member.name].tired_on = today + timedelta(days=1)

    def _keep(self, dossier: Dossier, lived: Lived, number: int) -> None:
        row = dossier.decision
        assert row is not None, "every day is decided"
        decision, member = row.decision, lived.member
        lived.days += 1
        lived.actions[decision.action.value] += 1
        colour = readiness_of(dossier).colour
        lived.colours[colour.value] += 1
        if member.well(number):
            lived.well["days"] += 1
            lived.well["reds"] += colour is Colour.RED
            lived.well["planned"] += decision.before is not None
            lived.well["changed"] += decision.after != decision.before
        if decision.before is not None:
            lived.planned += 1
            lived.changed += decision.after != decision.before
            unwell = member.during((*member.ill, *member.overreached), number)
            if unwell and decision.before.hard:
                lived.hard_ill.append(decision.after != decision.before)
        for laid in dossier.plan.changes if dossier.plan else ():
            if laid.laid_at.date() == dossier.today:
                lived.laid[laid.change.kind.value] += 1

    async def _do(
        self,
        member: Member,
        today: date,
        use_case: Any,
        *args: Any,
        at: int = MORNING + 1,
        **named: Any,
    ) -> Any:
        account = self._accounts[member.name]
        async with self._database.write() as unit:
            desk = _desk(unit, self._content, _at(today, at), account)
            return await use_case(desk, *args, **named)

    async def _dossier(self, account: Account, now: datetime) -> Dossier:
        async with self._database.read() as unit:
            found = await athletes.get(unit, account.id)
            assert found is not None
            return await of(unit, found, now)


def _desk(unit: Unit, content: Content, now: datetime, account: Account) -> Desk:
    return Desk(unit, content, now, account.user_id, account.chat_id)


def _at(day: date, hour: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def _answers(
    member: Member, number: int, chance: random.Random, *, tired: bool
) -> Mapping[str, Any]:
    """A healthy morning, or one of overreaching, short nights or a sore place."""
    if member.during(member.overreached, number):
        legs = chance.choices((1, 2, 3), (30, 60, 10))[0]
        sleep, pulse = chance.gauss(6.4, 0.9), chance.gauss(54.5, 2.3)
        mood = 0.3
    else:
        heavy = chance.random() < (0.09 if tired else 0.03)
        legs = 2 if heavy else chance.choices((3, 4, 5), (35, 50, 15))[0]
        short = member.during(member.short_nights, number)
        sleep, pulse = chance.gauss(5.2 if short else 7.4, 0.75), chance.gauss(52, 2.1)
        mood = 0.05
    told: dict[str, Any] = {
        "legs": legs,
        "sleep": max(2.0, round(sleep * 4) / 4) * 3600,
        "pulse": round(pulse),
    }
    told |= {name: True for name in ("stress",) if chance.random() < mood}
    if any(first <= number < first + days + 8 for first, days in member.sore):
        hurts = member.during(member.sore, number)
        told |= pain_updates(Pain(Spot.ACHILLES, chance.choice((2, 3, 4)) if hurts else 0))
    return told


def broken(dossier: Dossier, content: Content) -> list[str]:
    """The rules that the plan in force breaks today; none, ever."""
    row, decided = dossier.plan, dossier.decision
    assert row is not None
    assert decided is not None
    stands = standing(dossier, content)
    found = []
    plan, left_out = lay(row.base, [laid.change for laid in row.changes])
    if left_out or plan != row.plan:
        found.append("the changes do not lay whole")
    if not _permitted(row.plan.on(dossier.today), stands.allowance.level, stands.pace_of):
        found.append(f"a gate was passed: {stands.allowance.level}")
    if _harder(decided.decision, stands.pace_of):
        after, before = decided.decision.after, decided.decision.before
        was, is_ = before and before.workout, after and after.workout
        what = f"{decided.decision.rules}: {was} became {is_}"
        found.append(f"the day is harder than planned: {what}")
    if _stacked(row.plan, row.base, dossier.today):
        found.append("hard days are stacked")
    return found


def _permitted(session: Session | None, level: Allowed, pace_of: Any) -> bool:
    if session is None or level is Allowed.FREE:
        return True
    if level is Allowed.STOP:
        return False
    fast = session.workout.fast_minutes(pace_of) > 0
    if level is Allowed.WALK_ONLY:
        return running_minutes(session.workout, pace_of) == 0
    hardest = max(step.effort.rank for step in session.workout.steps())
    return not fast and hardest <= Effort.EASY.rank and session.race is None


def _harder(decision: Decision, pace_of: Any) -> bool:
    after, before = decision.after, decision.before
    if after is None or decision.action is Action.KEEP:
        return after != before and after is not None
    if before is None:
        return True
    more = running_minutes(after.workout, pace_of) > running_minutes(before.workout, pace_of) + 1e-6
    faster = after.workout.fast_minutes(pace_of) > before.workout.fast_minutes(pace_of) + 1e-6
    return more or faster


def _stacked(plan: Plan, base: Plan, today: date) -> bool:
    """Whether demanding days stand side by side that the base plan keeps apart."""
    days = [today + timedelta(days=n) for n in range(14)]
    return any(
        demanding(plan.on(one))
        and demanding(plan.on(other))
        and not (demanding(base.on(one)) and demanding(base.on(other)))
        for one, other in pairwise(days)
    )


def report(lives: Sequence[Lived]) -> str:
    """What the coach did, a line for each member."""
    lines = [f"{'member':<16} days plan  ran changed  red  amber  hard eased when unwell  changes"]
    for life in lives:
        eased = f"{sum(life.hard_ill)} of {len(life.hard_ill)}" if life.hard_ill else "-"
        laid = ", ".join(f"{kind} {count}" for kind, count in sorted(life.laid.items()))
        amber = life.colours[Colour.AMBER.value] / max(1, life.days)
        lines.append(
            f"{life.member.name:<16} {life.days:>4} {life.planned:>4} {life.ran:>4} "
            f"{life.change_rate:>7.1%} {life.red_rate:>5.1%} {amber:>5.1%}  {eased:<22}  {laid}"
        )
    return "\n".join(lines)
