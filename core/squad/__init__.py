"""Squads: a group that trains together, who is in it, and what each member lets it see."""

from __future__ import annotations

from core.squad.member import COACH_SEES, IN_COUNTS, SQUAD_SEES, Member, Share
from core.squad.session import Answer, Attendance, GroupSession, SessionState
from core.squad.squad import (
    Missing,
    Setters,
    Squad,
    Standing,
    Training,
    may_set,
    training_days,
)
from core.squad.weather import WeatherDays

__all__ = [
    "COACH_SEES",
    "IN_COUNTS",
    "SQUAD_SEES",
    "Answer",
    "Attendance",
    "GroupSession",
    "Member",
    "Missing",
    "SessionState",
    "Setters",
    "Share",
    "Squad",
    "Standing",
    "Training",
    "WeatherDays",
    "may_set",
    "training_days",
]
