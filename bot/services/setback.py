"""/ill, /hurt and /well: what is allowed now, what closes it, the way back, and races ahead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.outcome import Outcome, Said, Scalar
from bot.services.answering import keep
from bot.services.answers import pain_updates
from bot.services.decision import open_gates_of
from bot.services.desk import Answer, Desk
from bot.services.plan import rebuild
from bot.services.standing import standing, ways_out
from bot.storage import athletes, plans
from bot.storage.athletes import Account
from bot.storage.dossier import Dossier
from bot.storage.plans import PlanRow
from bot.understand.problems import OutOfRange, Unclear
from bot.understand.sore_spots import SoreSpot, read_pain
from core.athlete import Athlete, Injury, Spot
from core.checkin import Pain
from core.day import WayOut
from core.doubt import doubts
from core.reasons import Reason
from core.safety import Allowance, Allowed, Gate, GateKind, Sign, told
from core.setback import (
    FULL_UP_TO,
    RESTART_AFTER,
    after_gap,
    coming_back,
    days_off,
    missed,
)

TOPIC = "setback"
ILLNESSES = (Sign.HEAD_COLD, Sign.BELOW_NECK, Sign.FEVER, Sign.ILL)
CAUSES = ("running", "fast", "after", "walking", "night")
"""What brings a pain on: any running, only fast or uphill, only afterwards, walking, the night."""
SOFT = {Spot.CALF, Spot.HAMSTRING, Spot.GLUTE, Spot.IT_BAND, Spot.ACHILLES}
"""Places where a pain at night or on a hop is no sign of a bone (ours)."""
REMEMBERED_FROM = 3
"""Pain of 0-10 that is kept as an injury: the load grows more slowly for twelve weeks after it."""
LONGEST_AGO = 60


"""The message about a race that a plan made anew cannot reach any more."""
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Setback:
    """How things stand: what today allows and why, the ways out, and what races have to fear."""

    account: Account
    today: date
    allowance: Allowance
    gates: tuple[Gate, ...]
    rungs: int
    outs: tuple[WayOut, ...] = ()
    races: tuple[Reason, ...] = ()


async def look(desk: Desk) -> Setback | None:
    """What stands between the athlete and running; None for a stranger."""
    dossier = await desk.dossier()
    return None if dossier is None or dossier.account.profile is None else seen(dossier, desk)


def seen(dossier: Dossier, desk: Desk) -> Setback:
    """The view of a dossier."""
    stands, content = standing(dossier, desk.content), desk.content
    rungs = len(content.ladder)
    return Setback(
        account=dossier.account,
        today=dossier.today,
        allowance=stands.allowance,
        gates=stands.gates,
        rungs=rungs,
        outs=ways_out(dossier, stands, gentle=True),
        races=doubts(stands.gates, stands.athlete.races, dossier.today, rungs),
    )


async def begin(desk: Desk, code: str) -> Answer[Setback]:
    """/ill or /hurt: what is it, or where?"""
    dossier = await _dossier(desk)
    if isinstance(dossier, Answer):
        return dossier
    return _answer(dossier, desk, Said.ASK, code)


async def ill(desk: Desk, sign: str, days: int, tenths: int = 0) -> Answer[Setback]:
    """An illness that began so many days ago; `tenths` of a degree of its fever, 0 unknown."""
    dossier = await _dossier(desk)
    if isinstance(dossier, Answer):
        return dossier
    known = {each.value: each for each in ILLNESSES}
    if sign not in known or not 0 <= days <= LONGEST_AGO or tenths > 430:
        return _answer(dossier, desk, Said.STALE)
    celsius = tenths / 10 if tenths else None
    before = tuple(row.gate for row in dossier.gates)
    after = told(known[sign], before, dossier.today, celsius=celsius)
    after = tuple(_begun(gate, before, dossier.today - timedelta(days=days)) for gate in after)
    dossier = await open_gates_of(desk, dossier, after, "told")
    updates: dict[str, Scalar] = {"ill": True}
    if celsius is not None:
        updates["fever"] = celsius
    dossier = await keep(desk, dossier, updates)
    return _answer(dossier, desk, Said.DONE)


def _begun(gate: Gate, before: Sequence[Gate], on: date) -> Gate:
    """A new illness with the day that it began; one that is known keeps its own."""
    new = gate.kind in {GateKind.ILL, GateKind.FEVER} and all(
        gate.kind is not known.kind for known in before
    )
    return replace(gate, since=min(gate.since, on), last=gate.told_last) if new else gate


async def hurt(desk: Desk, spot: str, score: int, days: int, cause: str) -> Answer[Setback]:
    """A place that hurts: how much, since how many days, and what brings it on."""
    dossier = await _dossier(desk)
    if isinstance(dossier, Answer):
        return dossier
    fits = spot in set(Spot) and 0 <= score <= 10 and 0 <= days <= LONGEST_AGO
    if not fits or cause not in CAUSES:
        return _answer(dossier, desk, Said.STALE)
    place, since = Spot(spot), dossier.today - timedelta(days=days)
    limping = cause == "walking" or (cause == "night" and place in SOFT)
    if (sign := _sign_of(place, cause)) is not None:
        gates = tuple(row.gate for row in dossier.gates)
        after = told(sign, gates, dossier.today, spot=place)
        dossier = await open_gates_of(desk, dossier, after, "told")
    dossier = await _remember(desk, dossier, place, score, since)
    dossier = await keep(desk, dossier, pain_updates(Pain(place, score, limping=limping)))
    return _answer(dossier, desk, Said.DONE)


def _sign_of(spot: Spot, cause: str) -> Sign | None:
    """The red flag in the answers: the chest is no sore spot, and bones hurt at night."""
    if spot is Spot.CHEST:
        return Sign.CHEST_PAIN
    return Sign.BONE_PAIN if cause == "night" and spot not in SOFT else None


async def _remember(desk: Desk, dossier: Dossier, spot: Spot, score: int, since: date) -> Dossier:
    """Keep more than a niggle in the history; the open spot itself is read off the answers."""
    athlete = dossier.account.profile
    if athlete is None or score < REMEMBERED_FROM or _knows(athlete, spot, since):
        return dossier
    injuries = (*athlete.injuries, Injury(spot, since))
    profile = replace(athlete, injuries=injuries)
    account = await athletes.save(desk.unit, replace(dossier.account, profile=profile))
    return replace(dossier, account=account)


def _knows(athlete: Athlete, spot: Spot, since: date) -> bool:
    own = (injury for injury in athlete.injuries if injury.spot is spot)
    return any(not injury.healed or (injury.since or date.min) >= since for injury in own)


async def hear_pain(desk: Desk, text: str) -> Answer[Setback]:
    """ "Knee 4/10 since Monday": what is told is kept, and the first thing missing is asked."""
    dossier = await _dossier(desk)
    if isinstance(dossier, Answer):
        return dossier
    read = read_pain(text, dossier.today)
    if read is None or isinstance(read, OutOfRange | Unclear) or not read:
        return _answer(dossier, desk, Said.ASK, "hurt")
    if read[0].pain.limping:  # a limp stops at once, whatever else is still to be asked
        told = read[0].pain
        limp = Pain(told.spot, told.score, told.morning, limping=True)
        return _answer(await keep(desk, dossier, pain_updates(limp)), desk, Said.DONE)
    return _next(dossier, desk, read[0])


def _next(dossier: Dossier, desk: Desk, sore: SoreSpot) -> Answer[Setback]:
    facts: dict[str, Scalar] = {"spot": sore.pain.spot.value}
    if sore.pain.score is None:
        return _answer(dossier, desk, Said.ASK, "score", facts)
    facts["score"] = sore.pain.score
    if sore.since is None:
        return _answer(dossier, desk, Said.ASK, "since", facts)
    facts["days"] = min(LONGEST_AGO, max(0, (dossier.today - sore.since).days))
    return _answer(dossier, desk, Said.ASK, "cause", facts)


async def ask(desk: Desk, code: str, facts: dict[str, Scalar]) -> Answer[Setback]:
    """The next question of /ill or /hurt; what was told so far travels in its buttons."""
    dossier = await _dossier(desk)
    if isinstance(dossier, Answer):
        return dossier
    known = {each.value for each in ILLNESSES}
    if facts.get("sign", "ill") not in known or facts.get("spot", Spot.KNEE) not in set(Spot):
        return _answer(dossier, desk, Said.STALE)
    return _answer(dossier, desk, Said.ASK, code, facts)


async def well(desk: Desk) -> Answer[Setback]:
    """ "I'm well again": what still stands, and the words that close it."""
    dossier = await _dossier(desk)
    if isinstance(dossier, Answer):
        return dossier
    return _answer(dossier, desk, Said.DONE, "well")


def _answer(
    dossier: Dossier,
    desk: Desk,
    said: Said,
    code: str = "",
    facts: dict[str, Scalar] | None = None,
) -> Answer[Setback]:
    return Answer(Outcome(TOPIC, said, code, facts or {}), seen(dossier, desk))


async def _dossier(desk: Desk) -> Dossier | Answer[Setback]:
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    return dossier


async def look_back(desk: Desk, dossier: Dossier) -> Dossier:
    """What runs that did not happen do to the days ahead, once each morning; nobody is blamed.

    A few days off come back by degrees over the plan that stood; after two weeks it is made anew.
    """
    row, off = dossier.plan, days_off(dossier.log, dossier.today)
    if row is None or not _may_run(desk, dossier, row):
        return dossier
    if off > RESTART_AFTER:
        return await _made_anew(desk, dossier, row, off)
    if off > FULL_UP_TO and _had_runs(dossier, row, off):
        laid = next((c for c in row.changes if coming_back(c.change)), None)
        if laid is not None:  # one more day off: the way back begins anew
            row = await plans.undo_change(desk.unit, row, laid.id, now=desk.now)
    elif not _newly_missed(desk, dossier, row):
        return dossier
    stands = standing(dossier, desk.content)
    found = after_gap(row.plan, dossier.log, dossier.today, stands.athlete, stands.pace_of)
    if found.change is not None:
        row = await plans.lay_change(desk.unit, row, found.change, now=desk.now)
    return replace(dossier, plan=row)


def _may_run(desk: Desk, dossier: Dossier, row: PlanRow) -> bool:
    """Whether there is a run today that would be the first again; ladders have their own way."""
    allowed = standing(dossier, desk.content).allowance.level
    return row.plan.on(dossier.today) is not None and allowed in {Allowed.EASY_ONLY, Allowed.FREE}


async def _made_anew(desk: Desk, dossier: Dossier, row: PlanRow, off: int) -> Dossier:
    """A plan from what was run, unless the one in force knows of the long break already."""
    last = dossier.today - timedelta(days=off + 1)
    if row.base.starts > last + timedelta(days=RESTART_AFTER):
        return dossier
    return await rebuild(desk, dossier, dossier.today)


def _had_runs(dossier: Dossier, row: PlanRow, off: int) -> bool:
    """Whether the plan had runs in those days: resting when it says so is no time off."""
    first = dossier.today - timedelta(days=off)
    return row.base.starts > first or bool(row.base.between(first, dossier.today - DAY))


def _newly_missed(desk: Desk, dossier: Dossier, row: PlanRow) -> bool:
    """Whether the newest run that did not happen was told since yesterday's morning."""
    gone = missed(row.plan, dossier.log, dossier.today)
    told = [a.logged_at for a in dossier.activities if gone and a.activity.on == gone[-1].on]
    return any(desk.now - at <= DAY for at in told)
