"""Every code the core can give, as the sentence that a person reads."""

from __future__ import annotations

from collections.abc import Mapping

from bot.messages.reasons import spoken
from bot.reply import Reply
from bot.text import Text
from core.athlete import Spot
from core.plateau import Remedy
from core.reasons import Code, Fact, Reason
from tests.messages.recording import Case, Cases

FACTS: Mapping[Code, Mapping[str, Fact]] = {
    Code.SHORT_NIGHT: {"hours": 5.5, "usual": 7.5},
    Code.VERY_SHORT_NIGHT: {"hours": 4.3},
    Code.SLEEP_DEBT: {"hours": 6.2, "nights": 7},
    Code.PULSE_RAISED: {"bpm": 54, "usual": 50},
    Code.PULSE_HIGH: {"bpm": 60, "usual": 50},
    Code.HRV_LOW: {"days": 7},
    Code.THIRD_AMBER: {"days": 3},
    Code.STILL_LEARNING: {"answered": 5, "needed": 14},
    Code.UNDER_RECOVERED: {"signs": 3, "days": 7},
    Code.DOCTOR_FIRST: {"sign": "fainting"},
    Code.FEVER: {"sign": "fever", "celsius": 38.4},
    Code.ILL: {"sign": "ill"},
    Code.ILLNESS_EASY_DAYS: {"left": 2},
    Code.PAIN_STOP: {"spot": "knee", "score": 7},
    Code.PAIN_EASY_ONLY: {"spot": "it-band", "score": 4},
    Code.PAIN_STEP_BACK: {"spot": "calf", "score": 3},
    Code.SORE_SPOT: {"spot": "achilles", "score": 2},
    Code.WALK_ONLY: {"condition": "effort-signs"},
    Code.PREGNANT: {"condition": "pregnant"},
    Code.AFTER_BIRTH: {"condition": "postpartum", "weeks": 9},
    Code.RETURN_LADDER: {"step": 3},
    Code.NO_GROWTH: {"sign": "no-periods"},
    Code.COMEBACK: {"spot": "achilles"},
    Code.SEE_DOCTOR: {"sign": "fever"},
    Code.SEE_PHYSIOTHERAPIST: {"spot": "knee"},
    Code.SPARED: {"spot": "calf"},
    Code.YESTERDAY_HARDER: {"rpe": 8, "meant": 3},
    Code.MOVED: {"from": "2026-12-01", "to": "2026-12-03"},
    Code.DOWN_WEEK_EARNED: {"ambers": 3, "days": 7},
    Code.RED_DAYS: {"days": 4},
    Code.HEAT: {"celsius": 31.4},
    Code.TOO_HOT: {"celsius": 38.6},
    Code.DANGER: {"danger": "ice"},
    Code.PHASE: {"phase": "build", "week": 3},
    Code.DOWN_WEEK: {"cut": "volume", "percent": 25},
    Code.TAPER: {"percent": 60},
    Code.RACE_WEEK: {"percent": 45},
    Code.RACE_RECOVERY: {"days": 7},
    Code.BEGINNER_START: {"weeks": 2},
    Code.FEW_DAYS: {"days": 2},
    Code.NO_HARD_DAY: {"days": 1},
    Code.LONG_RUN_CAPPED: {"metres": 16_500.0, "longest": 15_000.0},
    Code.RAMP: {"percent": 6},
    Code.SHORT_OF_TIME: {"weeks": 9, "wanted": 14, "on": "2027-02-14"},
    Code.ONLY_FRESHNESS: {"days": 9},
    Code.RACE_TOO_SOON: {"distance": "marathon", "reach": 21_000, "needed": 26_000},
    Code.RACE_BECOMES_B: {"weeks": 5, "on": "2027-03-21", "metres": 5000.0},
    Code.ROLLING: {"distance": "10k"},
    Code.UNTRAINED_FOR_SPEED: {"on": "2027-02-14"},
    Code.RACE_PACE_UNTRAINED: {"on": "2027-02-14", "minutes": 9},
    Code.TOO_MANY_PEAKS: {"peaks": 3, "on": "2027-03-21", "metres": 10_000.0},
    Code.SLEEP_USUAL_SHORT: {"hours": 6.1},
    Code.STRETCH: {"stretch": "early", "distance": "10k"},
    Code.DAY_ADDED: {"days": 4},
    Code.HELD: {"metres": 48_000},
    Code.RETURN_WEEK: {"percent": 60},
    Code.MINI_TAPER: {"days": 3},
    Code.LONG_FOR_MARATHON: {"percent": 38},
    Code.MORE_REPS: {"dose": 6, "before": 5},
    Code.FEWER_REPS: {"dose": 4, "before": 5},
    Code.NEXT_RUNG: {"stage": 1},
    Code.NEW_SESSION: {"focus": "vo2max"},
    Code.MISSED: {"runs": 2},
    Code.TIME_OFF: {"days": 9, "percent": 60},
    Code.LET_GO: {"runs": 1},
    Code.STEP_BACK: {"runs": 4},
    Code.SKIPPED: {"on": "2026-12-01"},
    Code.AWAY: {"from": "2026-12-01", "until": "2026-12-08", "runs": 1},
    Code.BUSY: {"from": "2026-12-01", "until": "2026-12-08"},
    Code.HEAT_SLOWS: {"celsius": 28.2, "percent": 3},
    Code.RACE_OUT: {"on": "2027-02-14", "metres": 10_000.0},
    Code.RACE_IF_WELL: {"on": "2027-02-14", "metres": 10_000.0, "until": "2027-02-08"},
    Code.PLATEAU: {"cause": "repeat", "remedy": "vary-workout"},
    Code.SQUAD_SET: {"on": "2026-12-01", "minute": 1140, "squad": "Track <T>", "place": "track"},
    Code.SQUAD_ROOM: {"on": "2026-12-01"},
    Code.SQUAD_FEWER: {"reps": 4, "of": 6},
    Code.SQUAD_SHORTER: {"minutes": 45},
    Code.SQUAD_RACE_NEAR: {"until": "2026-12-04"},
    Code.SQUAD_COACH: {"reps": 3, "of": 6},
    Code.RACE_WAITS: {"on": "2027-02-14", "metres": 10_000.0},
    Code.EASY_KEPT: {"kept": 3, "of": 4},
    Code.REPS_KEPT: {"kept": 1, "of": 2},
    Code.STRIDES_RUN: {"done": 1, "of": 2},
    Code.STRENGTH_DONE: {"done": 1, "of": 2},
    Code.STRENGTH_UNTOLD: {"of": 2},
    Code.MORNINGS_GREEN: {"green": 5, "answered": 6},
    Code.MORNINGS_FEW: {"answered": 2},
    Code.RACED: {"metres": 10_000.0},
    Code.LISTENED: {"days": 2},
    Code.REPS_EVEN: {"sessions": 2},
    Code.GREW_LONGEST: {"metres": 16_000.0},
    Code.ALL_RUN: {"runs": 5},
    Code.EASY_STAYED: {"runs": 3},
    Code.MORNINGS_TOLD: {"mornings": 6},
    Code.RAN: {"runs": 3},
    Code.SLEEP_FIRST: {"hours": 6.2},
    Code.REST_MORE: {"mornings": 4},
    Code.ALWAYS_MEDIUM: {"percent": 58},
    Code.MORE_EASY: {"percent": 71, "floor": 78},
    Code.EASY_SLOWER: {"crept": 2, "of": 3},
    Code.HARD_UNASKED: {"runs": 2},
    Code.START_CALMER: {"sessions": 1},
    Code.FEWER_DAYS: {"runs": 2, "of": 5},
    Code.STRENGTH_BACK: {"weeks": 4},
    Code.STRIDES_BACK: {"weeks": 4},
    Code.HARD_BACK: {"weeks": 4},
}
"""The facts that the core gives with each code, where it gives any."""
OTHERWISE: Mapping[str, tuple[Code, Mapping[str, Fact]]] = {
    "short-night-without-usual": (Code.SHORT_NIGHT, {"hours": 5.5}),
    "walk-only-by-sign": (Code.WALK_ONLY, {"sign": "effort-breath"}),
    "race-recovery-jog": (Code.RACE_RECOVERY, {}),
    "yesterday-unplanned": (Code.YESTERDAY_HARDER, {"meant": 3}),
    "long-run-minutes": (Code.LONG_RUN_CAPPED, {"minutes": 150, "longest": 15_000.0}),
    "moved-somewhere": (Code.MOVED, {}),
    "pain-stop-unknown": (Code.PAIN_STOP, {}),
    "pain-easy-unknown": (Code.PAIN_EASY_ONLY, {}),
    "spared-old-injury": (Code.SPARED, {}),
    "one-easy-day": (Code.ILLNESS_EASY_DAYS, {"left": 1}),
    "one-missed": (Code.MISSED, {"runs": 1}),
    "race-too-few-weeks": (
        Code.RACE_TOO_SOON,
        {"distance": "marathon", "reach": 27_000, "needed": 26_000, "weeks": 12, "week": 25_000.0},
    ),
    "head-cold": (Code.ILL, {"sign": "head-cold"}),
    "minor-marathon": (Code.MINOR, {"distance": "marathon"}),
    "squad-without-place": (Code.SQUAD_SET, {"minute": 1140, "squad": "Track Tuesday"}),
    "squad-cut": (Code.SQUAD_SHORTER, {}),
    "squad-coach-less": (Code.SQUAD_COACH, {}),
    "race-day-week": (Code.RACE_WEEK, {}),
    "away": (Code.AWAY, {}),
    "busy": (Code.BUSY, {}),
    "one-week-short": (Code.SHORT_OF_TIME, {"weeks": 1, "wanted": 14, "on": "2027-02-14"}),
    "one-day-left": (Code.ONLY_FRESHNESS, {"days": 1}),
    "one-week-from-the-main": (
        Code.RACE_BECOMES_B,
        {"weeks": 1, "on": "2027-03-21", "metres": 5000.0},
    ),
    "one-easy-day-after-a-race": (Code.RACE_RECOVERY, {"days": 1}),
    "one-day-off": (Code.TIME_OFF, {"days": 1, "percent": 90}),
    **{f"spot-{spot}": (Code.SORE_SPOT, {"spot": spot}) for spot in Spot},
    **{f"phase-{p}": (Code.PHASE, {"phase": p}) for p in ("base", "peak", "recovery")},
    **{
        f"stretch-{s}": (Code.STRETCH, {"stretch": s})
        for s in ("base", "late", "strength", "speed", "specific", "peak", "recovery")
    },
    **{
        f"plateau-{r}": (Code.PLATEAU, {"remedy": r})
        for r in (*(r.value for r in Remedy if r is not Remedy.SEE_DOCTOR), "other")
    },
    **{
        f"condition-{c}": (Code.WALK_ONLY, {"condition": c})
        for c in ("heart", "lung", "kidney", "diabetes")
    },
}
"""The same codes with other facts, where that changes the words."""


def _list(said: Mapping[str, tuple[Code, Mapping[str, Fact]]]) -> Case:
    """One line for each, after its name."""

    def case(text: Text) -> Reply:
        lines = [
            f"{name}: {spoken([Reason(code, facts)], text)}" for name, (code, facts) in said.items()
        ]
        return Reply("\n".join(lines))

    return case


def _of(first: Code, last: Code) -> Case:
    """The codes of one group of core.reasons."""
    codes = list(Code)
    group = codes[codes.index(first) : codes.index(last) + 1]
    return _list({code.value: (code, FACTS.get(code, {})) for code in group})


CASES: Cases = {
    "readiness": _of(Code.LEGS_DEAD, Code.WARM_UP_DECIDES),
    "gates": _of(Code.EMERGENCY, Code.SPARED),
    "decisions": _of(Code.AS_PLANNED, Code.INDOORS),
    "plans": _of(Code.PHASE, Code.CLUB_NIGHT),
    "edits": _of(Code.ATHLETE_ASKED, Code.PAUSED),
    "squads": _of(Code.SQUAD_SET, Code.SQUAD_COACH),
    "review": _of(Code.EASY_KEPT, list(Code)[-1]),
    "otherwise": _list(OTHERWISE),
}
