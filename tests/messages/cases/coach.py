"""The coach's view, notes and times, in private."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.messages import attendance, coach, results
from bot.reply import Reply
from bot.text import Text
from core.squad import Answer, Attendance, GroupSession
from core.squad.result import ToldResult
from core.units import Distance, Duration
from tests.messages.cases.attendance import PLAIN, SESSION, SIX
from tests.messages.recording import Case, Cases
from tests.messages.scenes import INTERVALS

COMING = [replace(one, name=one.name.replace("<b>", "& Co")) for one in SIX]
"""Labels are plain text, in which a mark would look like one of ours."""
MANY = [Attendance(20 + n, f"Runner {n}", Answer.IN) for n in range(8)]
SQUAD = (3, "Track <i>Tuesday</i>", 6)
HINTS = (
    ("Ana", "smaller", "amber"),
    ("Rui <b>", "easy", ""),
    ("Eva", "not", ""),
    ("Zé", "", "green"),
    ("Inês", "", "red"),
)


def _view(
    session: GroupSession | None,
    attended: Sequence[Attendance] = (),
    hints: Sequence[tuple[str, str, str]] = (),
) -> Case:
    def case(text: Text) -> Reply:
        told = (7, session, attendance.title(session, text)) if session else None
        return coach.view(SQUAD, told, attended, hints, text)

    return case


def _smaller(reps: tuple[int, int] | None, *, less: bool = True) -> Case:
    return lambda text: coach.smaller("Track <Tuesday>", 7, SESSION, reps, text, less=less)


def _words(text: Text) -> Reply:
    codes = ("nowhere", "only", "anonymous", "squad-gone", "session-gone", "rain-set")
    said = [text(f"coach-{code}") for code in codes]
    said += [text(f"coach-rain-{code}") for code in ("off", "already", "none", "how")]
    said += [text(f"coach-smaller-{code}", name="Ana") for code in ("set", "off", "already")]
    said += [text("coach-smaller-gone"), text("coach-smaller-late")]
    said += [text("note-sent", name="Ana"), text("note-unreached", name="Ana")]
    said += [text("note-nobody"), text("note-empty"), text("note-several", names="Ana and Anabel")]
    said += [text(f"menu-{name}-group") for name in ("session", "coach", "note", "results", "rain")]
    codes = ("how", "no-session", "right", "counts", "doubt", "wrong", "settled", "gone")
    return Reply("\n\n".join([*said, *(text(f"results-{code}") for code in codes)]))


CASES: Cases = {
    "view": _view(SESSION, COMING, HINTS),
    "view-rain": _view(replace(PLAIN, rain="indoors"), COMING),
    "view-smaller": _view(SESSION, [replace(one, smaller=n < 2) for n, one in enumerate(COMING)]),
    "view-many": _view(SESSION, MANY),
    "view-nobody": _view(PLAIN),
    "view-none": _view(None),
    "which": lambda text: coach.which([(3, "Track Tuesday"), (4, "A" * 60)], text),
    "which-kept": lambda text: coach.which([(3, "Track Tuesday")], text, "note"),
    "who-comes": lambda text: coach.who_comes("Track <Tuesday>", SESSION, COMING, text),
    "view-many-hints": _view(SESSION, MANY, tuple((f"Member {n}", "easy", "") for n in range(480))),
    "smaller": _smaller((4, 6)),
    "smaller-some": _smaller(None),
    "smaller-off": _smaller(None, less=False),
    "note": lambda text: coach.note("Marta", "Track", "Easy on the <first> two.\nSee you", text),
    "typed": lambda text: results.typed(("Ana", "Rui"), (), "", text, has_distance=True),
    "typed-partly": lambda text: results.typed(
        ("Ana",), ("Zed", "<b>"), "was slow", text, has_distance=False, settled=("Eva",)
    ),
    "typed-nobody": lambda text: results.typed((), ("Zed",), "", text, has_distance=True),
    "question": lambda text: results.question(
        9, "Track", ToldResult(INTERVALS, Duration(1300), Distance(5000)), text
    ),
    "question-no-distance": lambda text: results.question(
        9, "Track", ToldResult(INTERVALS, Duration(1300)), text
    ),
    "words": _words,
}
