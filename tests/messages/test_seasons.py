"""Whatever season the engine builds, for whomever: its messages are said, and keep the rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.messages import activity, plan, race, today, tomorrow, why
from bot.messages.steps import Runner
from bot.reply import Reply
from core.activity import Activity, Done, Log
from core.athlete import Athlete, Spot
from core.checkin import CheckIn, Morning, Pain, Told
from core.fitness import effective_fitness
from core.plan import Plan
from core.safety import Gate, GateKind, Sign
from core.season import Refusal, build_plan
from core.units import Distance, Duration, HeartRate
from tests.core.season_people import person
from tests.messages.golden_texts import TONGUES, recording
from tests.messages.rules import faults
from tests.messages.scenes import content, day, paces

ASKS = ("", "legs", "sleep", "pulse", "score-achilles", "morning-it-band")
GATES = (
    Gate(GateKind.FEVER, date(2026, 11, 20), sign=Sign.FEVER, celsius=38.6),
    Gate(GateKind.EASY_DAYS, date(2026, 11, 26), days=9),
    Gate(GateKind.LADDER, date(2026, 11, 20), spot=Spot.OTHER, step=2, bad=2),
    Gate(GateKind.PAIN, date(2026, 11, 20), spot=Spot.IT_BAND, score=8),
    Gate(GateKind.WALK, date(2026, 11, 20), sign=Sign.EFFORT_BREATH),
    Gate(GateKind.NO_GROWTH, date(2026, 11, 20), sign=Sign.NO_PERIODS),
)


@dataclass(frozen=True)
class Draw:
    """What chance says: who it is, which day of the plan, and what was said that morning."""

    seed: int
    place: float
    said: CheckIn | None
    gates: tuple[Gate, ...]
    asks: str
    celsius: float | None
    tongue: str


@dataclass(frozen=True)
class Life:
    """One athlete with a plan, and a day of it."""

    who: Athlete
    log: Log
    plan: Plan
    on: date


def mornings() -> st.SearchStrategy[CheckIn]:
    told = st.sampled_from(Told)
    pain = st.builds(Pain, st.sampled_from(Spot), st.integers(0, 10), st.sampled_from(Morning))
    return st.builds(
        CheckIn,
        st.just(date(2026, 11, 26)),
        legs=st.none() | told | st.integers(1, 5),
        sleep=st.none() | told | st.integers(6, 22).map(lambda half: Duration.of_hours(half / 2)),
        pulse=st.none() | told | st.integers(38, 75).map(HeartRate),
        stress=st.booleans(),
        dread=st.booleans(),
        ill=st.booleans(),
        pains=st.just(()) | pain.map(lambda one: (one,)),
    )


DRAWS = st.builds(
    Draw,
    seed=st.integers(0, 3000),
    place=st.floats(0, 1),
    said=st.none() | mornings(),
    gates=st.just(()) | st.sampled_from(GATES).map(lambda gate: (gate,)),
    asks=st.sampled_from(ASKS),
    celsius=st.none() | st.sampled_from((31.0, 34.0, 39.0)),
    tongue=st.sampled_from(list(TONGUES)),
)


def life_of(seed: int, place: float) -> Life | Refusal:
    """The person of that number, and the day at that place of the plan; or why there is none."""
    who, log, start = person(seed)
    fitness = effective_fitness(who, log, start)
    made = build_plan(who, log, content().library, content().phases, fitness, start)
    if isinstance(made, Refusal):
        return made
    days = (made.ends - made.starts).days
    return Life(who, log, made, made.starts + timedelta(days=round(place * days)))


def messages_of(life: Life, drawn: Draw) -> Iterator[tuple[str, Reply]]:
    """Everything that one day of the plan makes the coach say."""
    text = recording(drawn.tongue)
    shown = day(
        life.on,
        life.who,
        life.plan,
        said=drawn.said and replace(drawn.said, on=life.on),
        gates=drawn.gates,
        log=life.log,
        celsius=drawn.celsius,
        asks=drawn.asks,
    )
    ahead = day(life.on + timedelta(days=1), life.who, life.plan, gates=drawn.gates, log=life.log)
    runner = Runner(paces(life.who, life.on), life.who.level, measured=life.who.measured_distance)
    monday = life.on - timedelta(days=life.on.weekday())
    ran = Activity(life.on, Done.OTHER, Distance(8200), Duration(2900), rpe=7)
    yield "card", today.card(shown, text, 123_456)
    yield "card first", today.card(replace(shown, first=True, asks="legs"), text, 123_456)
    yield "why", why.why(shown, text)
    yield "tomorrow", tomorrow.tomorrow(replace(ahead, decision=None), text)
    yield "first", tomorrow.first(replace(ahead, decision=None), text)
    yield "season", plan.season(life.plan, life.on, runner, text)
    for first in (monday, monday + timedelta(weeks=1)):
        done = {life.on: ran}
        yield "week", plan.week(text, life.plan, first, done=done, runner=runner, weeks_on=3)
    for asks, run in (("done", None), ("what", None), ("rpe", ran), ("reps", ran), ("", ran)):
        yield (
            f"evening {asks}",
            activity.evening(
                text,
                life.on,
                today=shown,
                tomorrow=ahead,
                session=life.plan.on(life.on),
                asks=asks,
                activity=run,
                delivery=123_456,
            ),
        )


@settings(max_examples=60, deadline=None)
@given(DRAWS)
def test_every_day_of_every_season_is_said_and_keeps_the_rules(drawn: Draw) -> None:
    life = life_of(drawn.seed, drawn.place)
    if isinstance(life, Refusal):
        made = race.refused(life, recording(drawn.tongue))
        assert faults(made) == [], made.text
        return
    for name, made in messages_of(life, drawn):
        found = faults(made, card=name.startswith("card"))
        assert found == [], f"{name}:\n{made.text}"
