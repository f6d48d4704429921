"""One session as an athlete reads it: name, purpose, steps with effort and one number, totals."""

from __future__ import annotations

from bot.messages.steps import Runner, main_repeat, part_lines, repeat_short
from bot.text import Html, Text, numbers
from core.athlete import Level
from core.paces import pace_of
from core.plan import Session
from core.units import METRES_PER_MILE, Distance, Duration
from core.workout import Focus, Workout


def name(session: Session, text: Text) -> str:
    """The workout's name, or the race's."""
    if session.race is None:
        return workout_name(session.workout, text)
    if session.race.name:
        return str(text.write(session.race.name))
    return text("session-race", distance=Html(distance_name(session.race.distance, text)))


_NAMED = (
    (METRES_PER_MILE, "mile"),
    (5000, "5k"),
    (10000, "10k"),
    (21097.5, "half"),
    (42195, "marathon"),
)


def distance_name(distance: Distance, text: Text) -> str:
    """A race distance by its name as it stands in a sentence, any other in the athlete's units."""
    for metres, key in _NAMED:
        if abs(metres - distance.metres) < 1:
            return text(f"distance-{key}")
    return str(text.write(distance))


def distance_title(distance: Distance, text: Text) -> str:
    """The same where it opens a line."""
    said = distance_name(distance, text)
    return said[:1].upper() + said[1:]


def purpose(session: Session, text: Text) -> str:
    """What the session is for, in one line."""
    if session.race is not None:
        return text(f"purpose-race-{session.race.priority.value}")
    return text.content(f"workout/{session.workout.key}/purpose")


def workout_name(workout: Workout, text: Text) -> str:
    """The library's name for the workout, with its size where reps make it."""
    own = text.content(f"workout/{workout.key}/name")
    main = main_repeat(workout)
    if main is None or workout.focus is Focus.WALK_RUN:  # the ladder's names tell its minutes
        return own
    return text("session-counted", name=Html(own), reps=Html(repeat_short(main, text)))


def lines(session: Session, runner: Runner, text: Text) -> list[str]:
    """Name in bold, purpose, a line for each part, and the total: six lines at most."""
    workout = session.workout
    said = [f"<b>{name(session, text)}</b>", purpose(session, text)]
    said += part_lines(workout, runner, text)
    return [*said, *total_line(workout, runner, text)]


def total_line(workout: Workout, runner: Runner, text: Text) -> list[str]:
    """The total where it says more than the steps do: of one stretch only the other half."""
    if sum(1 for _ in workout.steps()) > 1:
        return [total(workout, runner, text)]
    (one,) = workout.steps()
    if one.distance is not None:
        return [text("total-time", time=_time(workout, runner))]
    if by_minutes(runner):
        return []
    return [text("total-distance", distance=_distance(workout, runner, text))]


def total(workout: Workout, runner: Runner, text: Text) -> str:
    """About how far and how long; only how long for who trains by minutes."""
    time = _time(workout, runner)
    if by_minutes(runner):
        return text("total-time", time=time)
    return text("total", distance=_distance(workout, runner, text), time=time)


def short(session: Session, runner: Runner, text: Text) -> str:
    """Name and size in one line, for weeks and previews; a race's name is its size."""
    said = name(session, text)
    if session.race is not None:
        return said
    return text("session-short", session=Html(said), size=Html(size(session.workout, runner, text)))


def size(workout: Workout, runner: Runner, text: Text) -> str:
    """How long, or how far for who trains by distance."""
    if by_minutes(runner):
        return str(text.write(_time(workout, runner)))
    return _distance(workout, runner, text)


def by_minutes(runner: Runner) -> bool:
    """For beginners, below VDOT 30, and whoever has no measured distance or no paces."""
    unknown = runner.paces is None or not runner.paces.shown
    return unknown or not runner.measured or runner.level is Level.BEGINNER


def _time(workout: Workout, runner: Runner) -> Duration:
    minutes = workout.minutes(pace_of(runner.paces, runner.level))
    return Duration.of_minutes(max(5, round(minutes / 5) * 5))


def _distance(workout: Workout, runner: Runner, text: Text) -> str:
    """In half kilometres."""
    metres = workout.distance(pace_of(runner.paces, runner.level)).metres
    return numbers.road(Distance(max(500.0, round(metres / 500) * 500)), text.tongue)
