"""A race's outlook: by each way of reading it, with each kind of goal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.messages import onboarding, race
from bot.messages.outlook import outlook
from bot.reply import Reply
from bot.text import Text
from core.athlete import Race, Result
from core.fitness import GoalView, Method, Outlook, Prediction, Reach
from core.units import Distance, Duration, Pace
from tests.messages.recording import Case, Cases
from tests.messages.scenes import RUI, TEN_K, rui_s_plan

HALF = Race(date(2027, 4, 25), Distance(21097.5), target=Duration(6000))
WORTH = Prediction(Duration(6452), Duration(6201), Duration(6710), Method.VDOT)
SEEN = Outlook(HALF, RUI.results[0], Distance.of_km(42), WORTH, Duration(6200))
GOAL = GoalView(Reach.REACHABLE, Duration(6300), Pace(298.6), WORTH, 1.1, 12)


def _by(method: Method) -> Case:
    seen = replace(SEEN, worth=replace(WORTH, method=method))
    return lambda text: Reply(outlook(seen, text))


def _goal(reach: Reach, seconds: float, weeks: int = 12) -> Case:
    goal = replace(GOAL, reach=reach, target=Duration(seconds), weeks=weeks)
    return lambda text: Reply(outlook(replace(SEEN, goal=goal), text))


def _short(text: Text) -> Reply:
    worth = Prediction(Duration(1403), Duration(1377), Duration(1431), Method.RESULT)
    race_ = replace(TEN_K, distance=Distance(5000))
    return Reply(outlook(replace(SEEN, race=race_, worth=worth), text))


FULL = replace(SEEN, goal=GOAL)

OWN = Result(Distance(42195), Duration(16200), date(2026, 5, 10))
MARATHON = replace(HALF, distance=Distance(42195), target=None)
SLOW = Prediction(Duration(15180), Duration(14160), Duration(16200), Method.VICKERS_ONE)

CASES: Cases = {
    "own-counted-in": lambda text: Reply(
        outlook(replace(SEEN, race=MARATHON, worth=SLOW, own=OWN), text)
    ),
    **{f"by-{method.value}": _by(method) for method in Method},
    "short-race": _short,
    "goal-now": _goal(Reach.REACHABLE, 6500),
    "goal-reachable": _goal(Reach.REACHABLE, 6300),
    "goal-reachable-one-week": _goal(Reach.REACHABLE, 6300, 1),
    "goal-ambitious": _goal(Reach.AMBITIOUS, 6000),
    "goal-ambitious-no-week": _goal(Reach.AMBITIOUS, 6000, 0),
    "goal-ambitious-one-week": _goal(Reach.AMBITIOUS, 6000, 1),
    "goal-out-of-reach": _goal(Reach.OUT_OF_REACH, 5400),
    "goal-out-of-reach-no-week": _goal(Reach.OUT_OF_REACH, 5400, 0),
    "onboarding-done": lambda text: onboarding.done(text, 390, FULL),
    "race": lambda text: race.one(HALF, text, FULL),
    "race-proposed": lambda text: race.proposed(HALF, rui_s_plan(), text, FULL),
    "race-added": lambda text: race.done("race-added", HALF, (HALF,), text, FULL),
}
