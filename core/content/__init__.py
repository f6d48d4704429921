"""All that the coach knows as data: read once at start, one bad line refused at the door."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TypeVar

from core.adjust import DecisionTable
from core.content.age_grades import read_age_grades
from core.content.cues import read_cues
from core.content.decisions import read_decisions
from core.content.notes import read_notes
from core.content.phases import read_phases
from core.content.plateau import read_plateau
from core.content.reading import ContentError as ContentError
from core.content.reading import Raw
from core.content.routines import joined_routines, read_routines
from core.content.symptoms import read_symptoms
from core.content.words import Words, joined_words, read_words
from core.content.workouts import joined_workouts, read_workouts
from core.fitness import AgeTables
from core.library import Library
from core.notes import Note
from core.phases import PhaseShapes
from core.plateau import Rules
from core.routine import Cue, Routines
from core.symptoms import SymptomTable

ROUTINES = ("routines.toml", "drills.toml")
WORKOUTS = "workouts"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Content:
    """What all files say; `words` is language → place ("workout/400s/name") → text."""

    library: Library
    phases: PhaseShapes
    routines: Routines
    cues: tuple[Cue, ...]
    decisions: DecisionTable
    notes: tuple[Note, ...]
    plateau: Rules
    age_grades: AgeTables
    symptoms: SymptomTable
    words: Words

    @property
    def ladder(self) -> tuple[str, ...]:
        """The keys of the walk-run ladder, lowest step first."""
        return self.library.ladder


def load_content(room: Traversable | None = None) -> Content:
    """Read and check every file; ContentError names where the first fault is and what it is."""
    raw = dict(_read_all(files("core.content") if room is None else room))
    workouts = [name for name in raw if name.startswith(f"{WORKOUTS}/")]
    if not workouts:
        raise ContentError("there are no workouts", file=WORKOUTS)

    def read(file: str, reader: Callable[[Raw, str], T]) -> T:
        if file not in raw:
            raise ContentError("it is missing", file=file)
        return reader(raw[file], file)

    return Content(
        library=Library(
            joined_workouts((read(file, read_workouts) for file in workouts), WORKOUTS)
        ),
        phases=read("phases.toml", read_phases),
        routines=joined_routines((read(file, read_routines) for file in ROUTINES), "routines"),
        cues=read("cues.toml", read_cues),
        decisions=read("decisions.toml", read_decisions),
        notes=read("notes.toml", read_notes),
        plateau=read("plateau.toml", read_plateau),
        age_grades=read("age_grades.toml", read_age_grades),
        symptoms=read("symptoms.toml", read_symptoms),
        words=joined_words(read_words(each, file) for file, each in raw.items()),
    )


def _read_all(room: Traversable) -> Iterator[tuple[str, Raw]]:
    """Every TOML file by name, those of the workouts' folder as "workouts/<name>"."""
    for folder, prefix in ((room, ""), (room.joinpath(WORKOUTS), f"{WORKOUTS}/")):
        if not folder.is_dir():
            continue
        for each in sorted(folder.iterdir(), key=lambda each: each.name):
            if each.name.endswith(".toml"):
                yield prefix + each.name, _read(each, prefix + each.name)


def _read(source: Traversable, file: str) -> Mapping[str, object]:
    try:
        return tomllib.loads(source.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError(f"it cannot be read ({error})", file=file) from error
    except tomllib.TOMLDecodeError as error:
        raise ContentError(f"it is no TOML: {error}", file=file) from error
