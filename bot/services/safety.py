"""Safety: signs heard in any message open gates; only a gate's own rule closes it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.forms import Ask, next_step
from bot.outcome import Outcome, Said, Scalar
from bot.services.activity.form import FORM_NAME as EVENING
from bot.services.activity.form import wants_run
from bot.services.answering import keep
from bot.services.answers import updates_from
from bot.services.decision import open_gates_of, settle, touch
from bot.services.desk import Answer, Desk
from bot.services.onboarding.form import FORM as ONBOARDING
from bot.services.onboarding.form import FORM_NAME as ONBOARDING_NAME
from bot.services.plan import rebuild
from bot.services.today import Today, seen
from bot.storage import athletes
from bot.storage.athletes import Account
from bot.storage.dossier import Dossier
from bot.storage.gates import GateRow
from bot.understand.checkin import read_checkin
from bot.understand.redflags import read_signs
from core.safety import Cleared, Gate, GateKind, Sign, SignGroup, clear, closes_by, gravest, told
from core.safety.standing import WALKERS

TOPIC = "safety"
_KNOWS_MORE = {Sign.HEAT_CONFUSION, Sign.PREGNANCY_ALARM}
"""Signs whose answer says what else to do; among equally grave ones they are answered."""
_AT_ONCE = {SignGroup.EMERGENCY, SignGroup.CRISIS}


@dataclass(frozen=True, slots=True)
class Alarm:
    """The sign that is answered, and the gate it opened (0 for a stranger: nothing is stored)."""

    account: Account | None
    sign: Sign
    celsius: float | None
    gate_id: int
    closes: Cleared | None


def alarming(text: str) -> bool:
    """Whether a message holds a sign at all; asked of every message before anything else."""
    return bool(read_signs(text))


def emergency(text: str) -> bool:
    """Whether it is one for the emergency number: all that a group is ever answered."""
    return any(heard.sign.group in _AT_ONCE for heard in read_signs(text))


async def hear(desk: Desk, text: str) -> Answer[Alarm]:
    """Open the gates of every sign in the text, keep what else it told, and decide the day anew."""
    heard = sorted(read_signs(text), key=lambda each: each.sign not in _KNOWS_MORE)
    worst = gravest(tuple(each.sign for each in heard))
    if worst is None:
        return Answer(Outcome(TOPIC, Said.NOTHING))
    dossier = await desk.dossier()
    if dossier is not None and _may_be_a_length(dossier, text):
        return Answer(
            Outcome(TOPIC, Said.ASK_AGAIN, "back-length-or-fever", {"told": text.strip()})
        )
    return await _told(desk, worst, [each.sign for each in heard], text)


async def tell(desk: Desk, sign: Sign, text: str = "") -> Answer[Alarm]:
    """A sign told by a button, of a message that was unsure, if there is one."""
    others = [each.sign for each in read_signs(text)] if text else []
    return await _told(desk, sign, [sign, *others], text)


async def _told(desk: Desk, worst: Sign, signs: Sequence[Sign], text: str) -> Answer[Alarm]:
    """Their gates open, what else the text tells is kept, and the day is decided anew."""
    morning, dossier = read_checkin(text), await desk.dossier()
    if dossier is None:
        return _alarm(None, worst, morning.fever_celsius, None)
    after = tuple(row.gate for row in dossier.gates)
    for sign in _one_emergency(worst, signs):
        after = told(sign, after, dossier.today, celsius=morning.fever_celsius)
    dossier = await open_gates_of(desk, dossier, after, "told")
    if dossier.account.profile is not None:
        updates, _ = updates_from(morning)
        dossier = await keep(desk, dossier, updates) if updates else await settle(desk, dossier)
    row = next((r for r in dossier.gates if r.gate.sign is worst), None)
    if row is None and worst is Sign.ILL:  # "still ill": what is known of it says what may be done
        row = next((r for r in dossier.gates if r.gate.kind in _ILLNESS), None)
        worst = (row.gate.sign if row else None) or worst
    return _alarm(dossier.account, worst, morning.fever_celsius, row)


_ILLNESS = {GateKind.ILL, GateKind.FEVER}


def _one_emergency(worst: Sign, signs: Sequence[Sign]) -> list[Sign]:
    """Chest pain with a numb arm is one emergency, that one doctor's word ends."""
    emergency = SignGroup.EMERGENCY
    return [s for s in signs if s is worst or s.group is not emergency or worst.group != emergency]


_BARE = re.compile(r"\W*\d{2}[.,]\d{1,2}\W*")
_LENGTHS = {"volume", "longest"}


def _may_be_a_length(dossier: Dossier, text: str) -> bool:
    """Whether a bare "38.5" may as well answer the question how far; it is asked, never guessed."""
    if _BARE.fullmatch(text) is None:
        return False
    asked = dossier.draft(ONBOARDING_NAME)
    step = next_step(ONBOARDING, asked.answers) if asked is not None else None
    evening = any(d.form == EVENING and wants_run(d.answers) for d in dossier.drafts)
    return evening or (isinstance(step, Ask) and step.key in _LENGTHS)


async def close(desk: Desk, gate_id: int, how: str) -> Answer[Today]:
    """The athlete says what closes a gate; where that is not its rule, or too soon, it stands."""
    dossier = await desk.dossier()
    if dossier is None or how not in set(Cleared):
        return Answer(Outcome(TOPIC, Said.STRANGER))
    if gate_id == 0 and Cleared(how) is Cleared.DOCTOR:
        return await _clear_conditions(desk, dossier)
    row = next((r for r in dossier.gates if r.id == gate_id), None)
    if row is None:
        return Answer(Outcome(TOPIC, Said.ALREADY), seen(dossier, desk.content))
    instead = clear(row.gate, Cleared(how), dossier.today)
    if instead == (row.gate,):
        return Answer(Outcome(TOPIC, Said.REFUSED), seen(dossier, desk.content))
    others = tuple(r.gate for r in dossier.gates if r.id != gate_id)
    dossier = await open_gates_of(desk, dossier, (*others, *instead), how)
    if dossier.account.profile is not None:
        dossier = await settle(desk, dossier)
    outcome = Outcome(TOPIC, Said.DONE, _next(instead), _facts(instead))
    return Answer(outcome, seen(dossier, desk.content))


async def _clear_conditions(desk: Desk, dossier: Dossier) -> Answer[Today]:
    """A doctor has cleared running with what the athlete has: the plan is laid anew with running.

    Today stays a walk: what is planned for today was planned for walking.
    """
    athlete = dossier.account.profile
    if athlete is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    known = [c for c in WALKERS if c in athlete.conditions and c not in athlete.cleared]
    if not known:
        return Answer(Outcome(TOPIC, Said.ALREADY), seen(dossier, desk.content))
    athlete = replace(athlete, cleared=(*athlete.cleared, *known))
    account = await athletes.save(desk.unit, replace(dossier.account, profile=athlete))
    dossier = replace(dossier, account=account)
    dossier = await rebuild(desk, dossier, dossier.today + timedelta(days=1))
    dossier = await touch(desk, dossier)
    return Answer(Outcome(TOPIC, Said.DONE, "safety-next-tomorrow"), seen(dossier, desk.content))


def _next(instead: tuple[Gate, ...]) -> str:
    kinds = {gate.kind for gate in instead}
    if GateKind.LADDER in kinds:
        return "safety-next-ladder"
    return "safety-next-easy" if GateKind.EASY_DAYS in kinds else "safety-next-plan"


def _facts(instead: tuple[Gate, ...]) -> dict[str, Scalar]:
    easy = next((gate for gate in instead if gate.kind is GateKind.EASY_DAYS), None)
    return {"days": easy.days} if easy else {}


def _alarm(
    account: Account | None, sign: Sign, celsius: float | None, row: GateRow | None
) -> Answer[Alarm]:
    closes = closes_by(row.gate) if row else None
    facts: dict[str, Scalar] = {
        "sign": sign.value,
        "celsius": celsius,
        "gate": row.id if row else 0,
        "closes": closes.value if closes else "",
    }
    alarm = Alarm(account, sign, celsius, row.id if row else 0, closes)
    return Answer(Outcome(TOPIC, Said.SAFETY, facts=facts), alarm)
