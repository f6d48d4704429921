"""Good decisions: running what was right, resting when told. No streak is lost by resting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.activity import Activity
from core.adjust.decision import Decision
from core.adjust.table import DecisionTable


def good_decision(
    decision: Decision, runs: Sequence[Activity], table: DecisionTable
) -> bool | None:
    """Whether the day was well decided; None where nobody can say, or where a run was only missed.

    `runs` are the day's activities, empty while unanswered.
    """
    ran = [run for run in runs if run.ran]
    if not runs:
        return None
    if decision.after is None:
        return _rested(decision, ran)
    if not ran:
        return None
    meant = table.meant[decision.after.focus]
    harder = any((run.rpe or 0) >= meant + table.harder_by for run in ran)
    unasked = any(run.hard for run in ran) and not decision.after.hard
    return not harder and not unasked


def _rested(decision: Decision, ran: Sequence[Activity]) -> bool | None:
    if not ran:
        return True
    told = decision.gated or any(run.hard for run in ran)
    return False if told else None


def streak(verdicts: Iterable[bool | None]) -> int:
    """Good decisions since the last bad one, `verdicts` newest first; unknown days cost nothing."""
    count = 0
    for verdict in verdicts:
        if verdict is False:
            break
        count += verdict is True
    return count
