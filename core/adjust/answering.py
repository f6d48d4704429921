"""What the athlete answers to a decision: as planned, easier, rest; a gate hears none of it."""

from __future__ import annotations

from dataclasses import replace

from core.adjust.becoming import plain_session
from core.adjust.cutting import easy_run
from core.adjust.decision import Action, Decision
from core.adjust.spacing import demanding
from core.adjust.table import Offer
from core.plan import Change, ChangeKind, Edit, Session
from core.reasons import Code, Reason
from core.workout import PaceOf

EASIER_MINUTES, EASIEST_MINUTES = 40, 20
"""What "even easier" makes of a hard or long run, and of an easy one; then rest (ours)."""


def as_planned(decision: Decision) -> Decision:
    """The day as it was planned; where safety spoke, the decision stands unchanged."""
    if decision.change is None or not decision.change.undoable:
        return decision
    return replace(
        decision,
        action=Action.KEEP,
        after=decision.before,
        change=None,
        reasons=(*decision.reasons, Reason(Code.ATHLETE_ASKED)),
        offers=(),
        warm_up_decides=False,
    )


def even_easier(decision: Decision, pace_of: PaceOf) -> Decision:
    """One step less than was decided: an easy run, then a short one, then rest."""
    session = decision.after
    if session is None or Offer.EVEN_EASIER not in decision.offers:
        return decision
    minutes = session.workout.minutes(pace_of)
    if demanding(session):
        return _instead(decision, plain_session(session, easy_run(min(EASIER_MINUTES, minutes))))
    if minutes > EASIEST_MINUTES:
        return _instead(decision, plain_session(session, easy_run(EASIEST_MINUTES)))
    return _instead(decision, None)


def rest(decision: Decision) -> Decision:
    """No run today, where the decision left the choice."""
    if decision.after is None or Offer.REST not in decision.offers:
        return decision
    return _instead(decision, None)


def _instead(decision: Decision, session: Session | None) -> Decision:
    """Today's edit replaced; what the decision did to other days stays as it was."""
    old = decision.change or Change(ChangeKind.ASKED, (), ())
    others = tuple(edit for edit in old.edits if edit.on != decision.on)
    today = Edit(decision.on, decision.before, session)
    asked = Reason(Code.ASKED_EASIER)
    gone = {Offer.REST, Offer.EVEN_EASIER} if session is None else {Offer.REST}
    kept = tuple(offer for offer in decision.offers if offer not in gone)
    undo = () if Offer.UNDO in kept or not old.undoable else (Offer.UNDO,)
    return replace(
        decision,
        action=Action.REST if session is None else Action.EASE,
        after=session,
        change=replace(old, edits=(today, *others), why=(*old.why, asked)),
        reasons=(*decision.reasons, asked),
        offers=undo + kept,
        warm_up_decides=False,
    )
