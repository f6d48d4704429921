"""/race: races added, changed and taken out; each is shown as a plan before anything changes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.outcome import Outcome, Said, Scalar
from bot.services import raceday
from bot.services.desk import Answer, Desk
from bot.services.outlook import outlook_of
from bot.services.plan import built, rebuild
from bot.services.problems import sorry_for
from bot.services.standing import standing
from bot.storage import athletes
from bot.storage.athletes import Account
from bot.storage.dossier import Dossier
from bot.understand.problems import OutOfRange, Unclear
from bot.understand.races import RaceHeard, read_race
from core.athlete import Athlete, Priority, Race
from core.fitness import Outlook
from core.paces import Paces
from core.plan import Plan
from core.season import Refusal
from core.season.glance import Glance, glance
from core.units import Distance, Duration
from core.workout import Focus

TOPIC = "race"
CARD = "race"
FURTHEST = timedelta(weeks=78)
"""Races further away than a year and a half are not planned for yet."""
SHORTEST, LONGEST, LONGEST_TIME = 400, 200_000, 48 * 3600
"""Metres and seconds of what is taken for a race at all."""


@dataclass(frozen=True, slots=True)
class Races:
    """The races to come, soonest first; `race` is the one in question, `plan` what it would make.

    `refusal` is why it cannot be; both are None where the list alone is shown. `outlook` is what
    the race in question would bring today, `seasons` what there is and what would be.
    """

    account: Account
    today: date
    races: tuple[Race, ...]
    race: Race | None = None
    plan: Plan | None = None
    refusal: Refusal | None = None
    outlook: Outlook | None = None
    seasons: tuple[Glance, Glance] | None = None
    paces: Paces | None = None


async def look(desk: Desk) -> Races | None:
    """The races to come; None for a stranger."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return None
    return _view(dossier)


async def look_at(desk: Desk, on: date) -> Races | None:
    """One of them; the list where there is none on that day."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return None
    view = _view(dossier)
    race = _on(view.races, on)
    return replace(view, race=race, outlook=outlook_of(desk, dossier, race))


async def look_next(desk: Desk) -> Races | None:
    """The race that the plan leads to; the list where there is none."""
    view = await look(desk)
    goal = next((r for r in view.races if r.priority is Priority.A), None) if view else None
    return view if goal is None else await look_at(desk, goal.on)


async def read_and_propose(desk: Desk, text: str) -> Answer[Races]:
    """A race told in words: what it would make of the plan, or what is missing."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    heard = read_race(text, dossier.today)
    if isinstance(heard, OutOfRange | Unclear):
        sorry = sorry_for(heard)
        return Answer(Outcome(TOPIC, Said.ASK_AGAIN, sorry.code, sorry.facts), _view(dossier))
    if not isinstance(heard, RaceHeard) or (heard.distance is None and heard.on is None):
        return Answer(Outcome(TOPIC, Said.NOTHING), _view(dossier))
    if heard.on is None:
        return Answer(Outcome(TOPIC, Said.ASK_AGAIN, "unclear-which-day"), _view(dossier))
    goal = dossier.account.profile.goal
    distance = heard.distance or (goal.distance if goal else None)
    if distance is None:
        return Answer(Outcome(TOPIC, Said.ASK_AGAIN, "sorry-race-distance"), _view(dossier))
    priority = heard.priority or Priority.A
    return await propose(desk, Race(heard.on, distance, priority, heard.target, heard.name))


async def propose(desk: Desk, race: Race) -> Answer[Races]:
    """What a race would make of the plan; nothing is changed yet."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    if (fault := _fault(dossier, race)) is not None:
        return Answer(fault, _view(dossier))
    athlete = _with(dossier.account.profile, race)
    made = built(desk, dossier, athlete, dossier.today + timedelta(days=1))
    view = replace(_view(dossier), race=race, outlook=outlook_of(desk, dossier, race))
    if isinstance(made, Refusal):
        return Answer(Outcome(TOPIC, Said.REFUSED, facts=_facts(race)), replace(view, refusal=made))
    view = _beside(desk, dossier, replace(view, plan=made), made)
    return Answer(Outcome(TOPIC, Said.ASK, facts=_facts(race)), view)


def _beside(desk: Desk, dossier: Dossier, view: Races, made: Plan) -> Races:
    """With the season there is beside the one there would be."""
    if dossier.plan is None:
        return view
    stands, tomorrow = standing(dossier, desk.content), dossier.today + timedelta(days=1)
    now = glance(dossier.plan.plan, tomorrow, stands.pace_of)
    paces = stands.paces if stands.allowance.pace else None
    return replace(view, seasons=(now, glance(made, tomorrow, stands.pace_of)), paces=paces)


async def add(desk: Desk, race: Race) -> Answer[Races]:
    """Take the race on: the plan leads to it from tomorrow."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    if race in dossier.account.profile.races:
        return Answer(Outcome(TOPIC, Said.ALREADY), _view(dossier))
    if (fault := _fault(dossier, race)) is not None:
        return Answer(fault, _view(dossier))
    return await _replan(desk, dossier, _with(dossier.account.profile, race), race)


async def instead(desk: Desk, on: date, other: date, metres: int) -> Answer[Races]:
    """Another race in the place of one that can't be reached: shorter, or later."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    known = dossier.account.profile
    old, race = _on(known.races, on), Race(other, Distance(metres))
    if old is None:
        return Answer(Outcome(TOPIC, Said.ALREADY), _view(dossier))
    without = replace(known, races=tuple(r for r in known.races if r.on != on))
    account = replace(dossier.account, profile=without)
    if (fault := _fault(replace(dossier, account=account), race)) is not None:
        return Answer(fault, _view(dossier))
    race = replace(race, priority=old.priority)
    return await _replan(desk, dossier, _with(without, race), race)


async def prioritise(desk: Desk, on: date, priority: str) -> Answer[Races]:
    """How much a race matters: A, B or C."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None or priority not in set(Priority):
        return Answer(Outcome(TOPIC, Said.STRANGER))
    race = _on(dossier.account.profile.races, on)
    if race is None:
        return Answer(Outcome(TOPIC, Said.STALE), _view(dossier))
    changed = replace(race, priority=Priority(priority))
    if changed == race:
        return Answer(Outcome(TOPIC, Said.ALREADY), _view(dossier))
    return await _replan(desk, dossier, _with(dossier.account.profile, changed), changed)


async def remove(desk: Desk, on: date) -> Answer[Races]:
    """Take a race out; the plan is laid anew without it."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    race = _on(dossier.account.profile.races, on)
    if race is None:
        return Answer(Outcome(TOPIC, Said.ALREADY), _view(dossier))
    kept = tuple(r for r in dossier.account.profile.races if r.on != on)
    athlete = replace(dossier.account.profile, races=kept)
    return await _replan(desk, dossier, athlete, race, "race-removed")


async def _replan(
    desk: Desk, dossier: Dossier, athlete: Athlete, race: Race, code: str = "race-added"
) -> Answer[Races]:
    """Save the athlete and the plan that follows; where none can be built nothing is changed."""
    changed = replace(dossier, account=replace(dossier.account, profile=athlete))
    made = built(desk, changed, athlete, dossier.today + timedelta(days=1))
    if isinstance(made, Refusal) and made.race in {race, None}:
        view = replace(_view(dossier), race=race, refusal=made)
        return Answer(Outcome(TOPIC, Said.REFUSED, facts=_facts(race)), view)
    account = await athletes.save(desk.unit, changed.account)
    tomorrow = dossier.today + timedelta(days=1)
    changed = await rebuild(desk, replace(changed, account=account), tomorrow)
    await raceday.owe(desk, changed)
    ahead = outlook_of(desk, changed, race if code == "race-added" else None)
    view = replace(_view(changed), race=race, outlook=ahead)
    return Answer(Outcome(TOPIC, Said.DONE, code, _facts(race)), view)


def _fault(dossier: Dossier, race: Race) -> Outcome | None:
    """Why a race cannot be taken on at all: past, too far away, or on another race's day."""
    facts: dict[str, Scalar] = {"date_on": race.on.isoformat()}
    if race.on <= dossier.today:
        return Outcome(TOPIC, Said.ASK_AGAIN, "sorry-past", facts)
    if race.on > dossier.today + FURTHEST:
        latest = (dossier.today + FURTHEST).isoformat()
        return Outcome(TOPIC, Said.ASK_AGAIN, "sorry-far", {**facts, "latest_on": latest})
    races = dossier.account.profile.races if dossier.account.profile else ()
    other = _on(races, race.on)
    if other is not None and other.distance != race.distance:
        return Outcome(TOPIC, Said.ASK_AGAIN, "sorry-two-races", facts)
    return None


def _with(athlete: Athlete, race: Race) -> Athlete:
    others = [r for r in athlete.races if r.on != race.on]
    races = tuple(sorted([*others, race], key=lambda r: r.on))
    return replace(athlete, races=races)


def _on(races: tuple[Race, ...], on: date) -> Race | None:
    return next((race for race in races if race.on == on), None)


def _view(dossier: Dossier) -> Races:
    races = dossier.account.profile.races if dossier.account.profile else ()
    run = {a.on for a in dossier.log.activities if a.focus is Focus.RACE}
    ahead = tuple(r for r in races if r.on >= dossier.today and r.on not in run)
    return Races(dossier.account, dossier.today, ahead)


def _facts(race: Race) -> dict[str, Scalar]:
    return {
        "race_on": race.on.isoformat(),
        "metres": race.distance.metres,
        "priority": race.priority.value,
        "target": race.target.seconds if race.target else 0,
    }


def race_of(facts: dict[str, Scalar]) -> Race:
    """The race that an outcome or a button speaks of; ValueError for what is none, or forged."""
    seconds, metres = float(str(facts.get("target") or 0)), float(str(facts["metres"]))
    if not (SHORTEST <= metres <= LONGEST and 0 <= seconds <= LONGEST_TIME):
        raise ValueError("no distance or time of a race")
    return Race(
        on=date.fromisoformat(str(facts["race_on"])),
        distance=Distance(metres),
        priority=Priority(str(facts.get("priority", "a"))),
        target=Duration(seconds) if seconds else None,
    )
