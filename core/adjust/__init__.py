"""The day's decision: the smallest right change to today's session, and why."""

from core.adjust.answering import as_planned, even_easier, rest
from core.adjust.cutting import easy_run, fewer_reps, plain, shorter, spared
from core.adjust.deciding import decide, preview
from core.adjust.decision import Action, Decision
from core.adjust.spacing import LATEST, Misfit, crowded, demanding, misfit, next_fit
from core.adjust.streak import good_decision, streak
from core.adjust.table import (
    Becomes,
    DecisionTable,
    DownWeek,
    Kind,
    Offer,
    Row,
    Stage,
    When,
)

__all__ = [
    "LATEST",
    "Action",
    "Becomes",
    "Decision",
    "DecisionTable",
    "DownWeek",
    "Kind",
    "Misfit",
    "Offer",
    "Row",
    "Stage",
    "When",
    "as_planned",
    "crowded",
    "decide",
    "demanding",
    "easy_run",
    "even_easier",
    "fewer_reps",
    "good_decision",
    "misfit",
    "next_fit",
    "plain",
    "preview",
    "rest",
    "shorter",
    "spared",
    "streak",
]
