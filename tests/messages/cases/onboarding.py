"""/start: consent, every question, and how it ends."""

from __future__ import annotations

import json

from bot.forms import Draft
from bot.messages import onboarding
from bot.outcome import Outcome, Said
from bot.reply import Reply
from bot.text import Text
from tests.messages.recording import Case, Cases

RESULT = {"metres": 5000, "seconds": 1470, "on": ""}
DRAFTS: dict[str, Draft] = {
    "goal": {},
    "race_date": {"goal": "10k"},
    "level": {},
    "runs": {},
    "volume": {},
    "longest": {},
    "run20": {},
    "days": {"days_picked": ["1", "3", "6"]},
    "long_day": {"days": [1, 2, 3, 4, 6]},
    "result": {},
    "result_date": {"result": RESULT},
    "birth": {},
    "guardian": {},
    "health": {"health_picked": ["hurts", "lung"]},
    "spot": {},
    "score": {},
    "born": {},
    "hour": {},
    "place": {},
}
"""Every question with the answers that its words or buttons depend on."""


def _question(key: str, step: int) -> Case:
    return lambda text: onboarding.question(text, key, DRAFTS[key], step)


def _again(key: str, code: str, **facts: str | float) -> Case:
    """The question again, with what was wrong about the last answer."""
    sorry = Outcome("onboarding", Said.ASK_AGAIN, code, facts)
    return lambda text: onboarding.question(text, key, DRAFTS[key], 5, sorry)


def _refused(text: Text) -> Reply:
    why = [["race-too-soon", {"distance": "marathon", "reach": 21000, "needed": 26000}]]
    offers = "half=2027-02-14\nmarathon=2027-05-09"
    facts = {"why": json.dumps(why), "offers": offers}
    outcome = Outcome("onboarding", Said.REFUSED, "plan-refused", facts)
    return onboarding.question(text, "race_date", {"goal": "marathon"}, 2, outcome)


def _refused_without_offers(text: Text) -> Reply:
    facts = {"why": json.dumps([["few-days", {"days": 1}]]), "offers": ""}
    return onboarding.refused(text, Outcome("onboarding", Said.REFUSED, "plan-refused", facts))


CASES: Cases = {
    "welcome": onboarding.welcome,
    "welcome-again": lambda text: onboarding.welcome_again(text, 7),
    "welcome-back": lambda text: onboarding.welcome_back(text, "Ana <3 & Co"),
    **{f"ask-{key}": _question(key, n) for n, key in enumerate(DRAFTS, start=1)},
    "late-step": _question("place", 15),
    "one-day": _again("days", "onboarding-one-day"),
    "which-date": _again(
        "race_date",
        "unclear-day-or-month",
        first=9,
        second=5,
        options="2027-05-09=2027-05-09\n2027-09-05=2027-09-05",
    ),
    "which-place": _again(
        "place",
        "unclear-place",
        options="America.Chicago=Springfield, Illinois, US\n"
        "America.New_York=Springfield, Massachusetts, US",
    ),
    "choose": _again("level", "sorry-choose"),
    "refused": _refused,
    "refused-without-offers": _refused_without_offers,
    "done": lambda text: onboarding.done(text, 390),
    "only-coach": lambda text: onboarding.ended(text, "onboarding-coach"),
    "too-young": lambda text: onboarding.ended(text, "onboarding-too-young"),
    "no-guardian": lambda text: onboarding.ended(text, "onboarding-guardian"),
}
