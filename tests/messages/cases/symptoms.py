"""/fix: the complaint, every question, every cause, every clue, and what came of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.messages import setback, symptoms
from bot.messages.steps import Runner, main_repeat
from bot.reply import Reply
from bot.text import Text
from core.adjust import easy_run
from core.paces import pace_of
from core.plan import Change, ChangeKind, Edit, Session
from core.reasons import Code, Reason
from core.safety import Allowed, Gate, GateKind, Sign, allowance
from core.symptoms import Ask, Clue, Found, Known, Remedy, change_for
from tests.messages.recording import Case, Cases
from tests.messages.scenes import INTERVALS, RUI, TODAY, content, paces, rui_s_plan

TABLE = content().symptoms
RUNNER = Runner(paces(RUI), RUI.level)
LAID = {
    Remedy.EASY_DAY,
    Remedy.DOWN_WEEK,
    Remedy.LONGER_REST,
    Remedy.TEMPO,
    Remedy.MAINTAIN,
}
WHY = Reason(Code.SYMPTOM, {"cause": "tired", "until": "2026-12-10"})


def _change(days: int = 1) -> Change:
    planned = [s for s in rui_s_plan().sessions if s.on >= INTERVALS][:days]
    edits = tuple(Edit(s.on, s, _easy(s)) for s in planned)
    return Change(ChangeKind.ASKED, edits, (WHY,))


def _easy(session: Session) -> Session:
    return replace(session, workout=easy_run(40), hard=False, long=False, why=(WHY,))


def _longer_breaks() -> Change:
    """The next set of reps with breaks half as long again."""
    planned = next(s for s in rui_s_plan().sessions if s.on >= INTERVALS and main_repeat(s.workout))
    longer = change_for(
        TABLE.causes["breaks"],
        rui_s_plan(),
        planned.on,
        numbers=TABLE.numbers,
        athlete=RUI,
        library=content().library,
        pace_of=pace_of(paces(RUI), RUI.level),
        until=planned.on + timedelta(days=7),
    )
    assert longer is not None
    return longer


KNOWN = {
    Clue.HARD_BEFORE: {"on": "2026-11-24"},
    Clue.AIR: {"on": "2026-11-24", "celsius": 27.4},
    Clue.OLD_PACES: {"weeks": 17},
    Clue.LOAD_UP: {"percent": 42},
    Clue.SHORT_NIGHTS: {"hours": 6.1, "nights": 6},
    Clue.EASY_BRISK: {"runs": 5, "of": 8, "rpe": 5},
    Clue.EVERY_TIME: {"runs": 3, "of": 4},
    Clue.LITTLE_BASE: {"runs": 0, "weeks": 4},
    Clue.STRESS: {"mornings": 5, "of": 6},
    Clue.RUN_DOWN: {"mornings": 4, "of": 7},
}


def _cause(key: str, change: Change | None) -> Case:
    found = Found(TABLE.causes[key])
    return lambda text: symptoms.found(found, change, RUNNER, text)


def _clues(text: Text) -> Reply:
    said = [
        symptoms.clue(which, Known(true=True, facts=facts), text) for which, facts in KNOWN.items()
    ]
    said.append(symptoms.clue(Clue.OLD_PACES, Known(true=True), text))
    more = {"runs": 1, "weeks": 4}
    said.append(symptoms.clue(Clue.LITTLE_BASE, Known(true=True, facts=more), text))
    return Reply("\n".join(said))


def _gated(text: Text) -> Reply:
    gates = (Gate(GateKind.FEVER, TODAY, last=TODAY, sign=Sign.FEVER),)
    allowed = allowance(gates, RUI, TODAY)
    assert allowed.level is Allowed.STOP
    return symptoms.gated(setback.status(allowed, gates, text, outs=(), races=(), rungs=8), text)


CASES: Cases = {
    "ask": symptoms.ask,
    **{
        f"question-{key}": lambda text, key=key, question=question: symptoms.question(
            Ask(key, tuple(option.key for option in question.options)), text
        )
        for key, question in TABLE.questions.items()
    },
    **{f"cause-{key}": _cause(key, None) for key in TABLE.causes},
    "longer-breaks": _cause("breaks", _longer_breaks()),
    **{
        f"cause-{cause.key}-laid": _cause(cause.key, _change())
        for cause in TABLE.causes.values()
        if cause.remedy in LAID
    },
    "clues": _clues,
    "found-known": lambda text: symptoms.found(
        Found(
            TABLE.causes["tired"],
            Clue.HARD_BEFORE,
            Known(true=True, facts=KNOWN[Clue.HARD_BEFORE]),
        ),
        _change(),
        RUNNER,
        text,
    ),
    "found-told": lambda text: symptoms.found(
        Found(TABLE.causes["breaks"], Clue.SHORT_BREAKS), None, RUNNER, text
    ),
    "found-trial": lambda text: symptoms.found(
        Found(TABLE.causes["old-paces"]), None, RUNNER, text, trial_on=date(2026, 12, 1)
    ),
    "applied": lambda text: symptoms.applied(TABLE.causes["tired"], _change(), 12, RUNNER, text),
    "applied-long": lambda text: symptoms.applied(
        TABLE.causes["load"], _change(5), 12, RUNNER, text
    ),
    "applied-four": lambda text: symptoms.applied(
        TABLE.causes["load"], _change(4), 12, RUNNER, text
    ),
    "nothing": symptoms.nothing,
    "over": lambda text: Reply(text("fix-over")),
    "gated": _gated,
}
