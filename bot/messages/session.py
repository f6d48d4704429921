"""One session as an athlete reads it: name, purpose, steps with effort and one number, totals."""

from __future__ import annotations

from dataclasses import dataclass

from bot.text import Html, Text, numbers
from core.athlete import Level, RaceDistance
from core.paces import Paces, Show, pace_of, step_target
from core.plan import Session
from core.units import Distance, Duration
from core.workout import Block, Effort, Part, Repeat, Step, Workout


@dataclass(frozen=True, slots=True)
class Runner:
    """What a session's words depend on beside the session: paces (None: by effort) and level."""

    paces: Paces | None
    level: Level
    measured: bool = True
    treadmill: bool = False


def name(session: Session, text: Text) -> str:
    """The workout's name, or the race's."""
    if session.race is None:
        return workout_name(session.workout, text)
    if session.race.name:
        return str(text.write(session.race.name))
    return text("session-race", distance=Html(distance_name(session.race.distance, text)))


def distance_name(distance: Distance, text: Text) -> str:
    """A race distance by its name, any other in the athlete's units."""
    for known in RaceDistance:
        if abs(known.distance.metres - distance.metres) < 1:
            return text(f"goal-{known.value}")
    return str(text.write(distance))


def purpose(session: Session, text: Text) -> str:
    """What the session is for, in one line."""
    if session.race is not None:
        return text(f"purpose-race-{session.race.priority.value}")
    return text.content(f"workout/{session.workout.key}/purpose")


def workout_name(workout: Workout, text: Text) -> str:
    """The library's name for the workout, with its size where reps make it."""
    own = text.content(f"workout/{workout.key}/name")
    main = _counted(workout)
    return own if main is None else f"{own}: {_repeat_short(main, text)}"


def lines(session: Session, runner: Runner, text: Text) -> list[str]:
    """Name in bold, purpose, a line for each part, and the total: six lines at most."""
    workout = session.workout
    said = [f"<b>{name(session, text)}</b>", purpose(session, text)]
    said += part_lines(workout, runner, text)
    said.append(total(workout, runner, text))
    return said


def part_lines(workout: Workout, runner: Runner, text: Text) -> list[str]:
    """Warm-up, main part and cool-down, each in one line; an easy run is one line alone."""
    said = []
    for part, message in (
        ((Part.WARM_UP,), "part-warm-up"),
        ((Part.MAIN, Part.RECOVERY), "part-main"),
        ((Part.COOL_DOWN,), "part-cool-down"),
    ):
        blocks = [block for block in workout.blocks if _part(block) in part]
        if blocks:
            said.append(text(message, steps=Html(_chain(blocks, runner, text))))
    return said


def total(workout: Workout, runner: Runner, text: Text) -> str:
    """About how far and how long; only how long for who has no measured distance."""
    pace = pace_of(runner.paces, runner.level)
    time = Duration.of_minutes(max(5, round(workout.minutes(pace) / 5) * 5))
    if not runner.measured or runner.level is Level.BEGINNER or runner.paces is None:
        return text("total-time", time=time)
    rounded = Distance(max(500.0, round(workout.distance(pace).metres / 500) * 500))
    return text("total", distance=rounded, time=time)


def short(session: Session, runner: Runner, text: Text) -> str:
    """Name and size in one line, for weeks and previews."""
    return f"{name(session, text)}, {_size(session.workout, runner, text)}"


def _size(workout: Workout, runner: Runner, text: Text) -> str:
    pace = pace_of(runner.paces, runner.level)
    if not runner.measured or runner.level is Level.BEGINNER or runner.paces is None:
        minutes = max(5, round(workout.minutes(pace) / 5) * 5)
        return str(text.write(Duration.of_minutes(minutes)))
    return str(text.write(Distance(round(workout.distance(pace).metres / 500) * 500)))


def _part(block: Block) -> Part:
    return block.part if isinstance(block, Step) else block.steps[0].part


def _chain(blocks: list[Block], runner: Runner, text: Text) -> str:
    said = _block(blocks[0], runner, text)
    for block in blocks[1:]:
        said = text("then", first=Html(said), second=Html(_block(block, runner, text)))
    return said


def _block(block: Block, runner: Runner, text: Text) -> str:
    if isinstance(block, Step):
        return step(block, runner, text)
    work, *others = block.steps
    if not others:
        return text("repeat-plain", times=block.times, work=Html(step(work, runner, text)))
    if len(others) == 1 and _is_recovery(others[0]):
        return text(
            "repeat-between",
            times=block.times,
            work=Html(step(work, runner, text)),
            recovery=Html(step(others[0], runner, text)),
        )
    steps = " / ".join(step(one, runner, text) for one in block.steps)
    return text("repeat-many", times=block.times, steps=Html(steps))


def _is_recovery(one: Step) -> bool:
    return one.part is Part.RECOVERY or one.effort in {Effort.REST, Effort.WALK, Effort.JOG}


def step(one: Step, runner: Runner, text: Text) -> str:
    """Amount, effort in words, and one number where there is one to show."""
    amount = text.write(one.distance or one.time or Duration(0))
    effort = text(f"effort-{one.effort.value}")
    aim = step_target(one, runner.paces, runner.level) if runner.measured else None
    if aim is None:
        said = text("step", amount=amount, effort=effort)
    else:
        number = str(text.write(aim.pace))
        if runner.treadmill:
            number = numbers.speed(aim.pace, text.tongue)
        if aim.show is Show.NOT_FASTER:
            number = text("bound", pace=number)
        said = text("step-number", amount=amount, effort=effort, number=number)
    return text("step-uphill", step=Html(said)) if one.uphill else said


def _counted(workout: Workout) -> Repeat | None:
    """The main repeat, if the session is about one."""
    repeats = [
        block
        for block in workout.blocks
        if isinstance(block, Repeat) and _part(block) is Part.MAIN and block.times > 1
    ]
    return repeats[0] if len(repeats) == 1 else None


def _repeat_short(repeat: Repeat, text: Text) -> str:
    work = repeat.steps[0]
    return f"{repeat.times} × {text.write(work.distance or work.time or Duration(0))}"
