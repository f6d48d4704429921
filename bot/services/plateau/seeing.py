"""What a diagnosis is made from, and what there is to say about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.outcome import Outcome, Said, Scalar
from bot.services import trial
from bot.services.desk import Answer, Desk
from bot.services.standing import Standing, standing
from bot.storage import past
from bot.storage.athletes import Account
from bot.storage.diagnoses import DiagnosisRow, offered
from bot.storage.dossier import Dossier
from bot.storage.dossier_rows import LOG_DAYS
from bot.storage.past import Past
from bot.storage.plans import LaidChange
from core.activity import Log
from core.checkin import CheckIn
from core.content import Content
from core.library import Library
from core.paces import Paces
from core.plan import Change
from core.plateau import (
    Diagnosis,
    Prescription,
    Question,
    Recheck,
    Verdict,
    Way,
)
from core.plateau.even_reps import even_reps
from core.safety import Allowed

TOPIC = "plateau"


@dataclass(frozen=True, slots=True)
class Plateau:
    """A question, or a diagnosis with the prescription that is on offer; whose, and from what.

    `trial_on`, `reps_on`: the days on which missing evidence could be run.
    """

    account: Account
    today: date
    stands: Standing
    library: Library
    log: Log
    checkins: tuple[CheckIn, ...] = ()
    question: Question | None = None
    number: int = 0
    diagnosis: Diagnosis | None = None
    diagnosis_id: int = 0
    chosen: int = 0
    trial_on: date | None = None
    reps_on: date | None = None
    change: Change | None = None
    change_id: int = 0
    planned: bool = False
    recheck: Recheck | None = None

    @property
    def prescription(self) -> Prescription | None:
        """The one that is on offer, or was applied."""
        return self.offer(self.chosen)

    @property
    def paces(self) -> Paces | None:
        """None where no pace may be shown."""
        return self.stands.paces if self.stands.allowance.pace else None

    def offer(self, number: int) -> Prescription | None:
        """A prescription of this diagnosis by its number."""
        return None if self.diagnosis is None else offered(self.diagnosis, number)


async def past_of(desk: Desk, dossier: Dossier) -> Past:
    """Sixteen weeks of check-ins, of which the dossier holds sixty days, and of strength days."""
    first = dossier.today - timedelta(days=LOG_DAYS)
    return await past.between(desk.unit, dossier.account.id, first, dossier.today)


def seen(content: Content, dossier: Dossier, mornings: tuple[CheckIn, ...]) -> Plateau:
    """The view without a diagnosis."""
    return Plateau(
        account=dossier.account,
        today=dossier.today,
        stands=standing(dossier, content),
        library=content.library,
        log=dossier.log,
        checkins=mornings,
        planned=dossier.plan is not None,
    )


def of_row(content: Content, dossier: Dossier, row: DiagnosisRow) -> Plateau:
    """The view of a saved diagnosis."""
    laid = laid_change(dossier, row.change_id)
    return replace(
        seen(content, dossier, dossier.checkins),
        diagnosis=row.diagnosis,
        diagnosis_id=row.id,
        chosen=row.chosen,
        change=laid.change if laid else None,
        change_id=laid.id if laid else 0,
        recheck=row.recheck,
    )


def laid_change(dossier: Dossier, change_id: int | None) -> LaidChange | None:
    """The change where it still lies over the plan in force, and can be undone."""
    return dossier.plan.change(change_id) if dossier.plan and change_id else None


def with_offers(desk: Desk, dossier: Dossier, view: Plateau) -> Plateau:
    """The days on which the missing evidence could be run: a time trial, six even reps."""
    found = view.diagnosis
    if found is None or found.verdict is not Verdict.UNKNOWN:
        return view
    if Way.TRIAL in found.ways:
        made = trial.offer(desk, dossier, wanted=True)
        view = replace(view, trial_on=made.session.on if made.session else None)
    if Way.SIX_REPS in found.ways:
        change = reps_change(desk, dossier)
        view = replace(view, reps_on=change.edits[0].on if change else None)
    return view


def reps_change(desk: Desk, dossier: Dossier) -> Change | None:
    """Six even reps in this week's next hard session, where gates leave it alone."""
    stands = standing(dossier, desk.content)
    if dossier.plan is None or stands.allowance.level is not Allowed.FREE:
        return None
    library, pace_of = desk.content.library, stands.pace_of
    return even_reps(dossier.plan.plan, dossier.today, stands.athlete, library, pace_of)


async def known(desk: Desk) -> Dossier | None:
    """The dossier of somebody who is coached."""
    dossier = await desk.dossier()
    return None if dossier is None or dossier.account.profile is None else dossier


def answer(
    said: Said, code: str = "", facts: dict[str, Scalar] | None = None, view: Plateau | None = None
) -> Answer[Plateau]:
    """An answer of this topic."""
    return Answer(Outcome(TOPIC, said, code, facts or {}), view)
