"""Why the coach did something: a code and its facts. Words for every code live in bot/text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Fact = int | float | str
"""Numbers, ISO dates, and codes (values of the core's own enums); never prose."""


class Code(StrEnum):
    """Every reason the core can give, grouped by who gives it. A test holds words for each."""

    # readiness: what this morning's answers say
    LEGS_DEAD = "legs-dead"
    LEGS_HEAVY = "legs-heavy"
    SHORT_NIGHT = "short-night"  # hours, usual
    VERY_SHORT_NIGHT = "very-short-night"  # hours
    SLEEP_DEBT = "sleep-debt"  # hours, nights
    PULSE_RAISED = "pulse-raised"  # bpm, usual
    PULSE_HIGH = "pulse-high"  # bpm, usual
    HRV_LOW = "hrv-low"  # days
    STRESS = "stress"
    DREAD = "dread"
    THIRD_AMBER = "third-amber"  # days
    LOAD_HIGH = "load-high"
    STILL_LEARNING = "still-learning"  # answered, needed
    ALL_WELL = "all-well"
    NOT_ANSWERED = "not-answered"
    UNDER_RECOVERED = "under-recovered"  # signs, days
    WARM_UP_DECIDES = "warm-up-decides"

    # gates: safety outranks all
    EMERGENCY = "emergency"
    DOCTOR_FIRST = "doctor-first"  # sign
    FEVER = "fever"
    ILL = "ill"
    ILLNESS_EASY_DAYS = "illness-easy-days"  # left
    PAIN_STOP = "pain-stop"  # spot, score
    PAIN_EASY_ONLY = "pain-easy-only"  # spot, score
    PAIN_STEP_BACK = "pain-step-back"  # spot
    SORE_SPOT = "sore-spot"  # spot
    WALK_ONLY = "walk-only"  # condition
    PREGNANT = "pregnant"
    AFTER_BIRTH = "after-birth"  # weeks
    RETURN_LADDER = "return-ladder"  # step
    NO_GROWTH = "no-growth"  # sign: periods, bone, weight, rest-days
    CRISIS = "crisis"
    COMEBACK = "comeback"  # spot
    SEE_DOCTOR = "see-doctor"  # sign
    SEE_PHYSIOTHERAPIST = "see-physiotherapist"  # spot
    SPARED = "spared"  # spot: parts left out for a sore place

    # decisions
    AS_PLANNED = "as-planned"
    RACE_STANDS = "race-stands"
    TAPER_STANDS = "taper-stands"
    YESTERDAY_HARDER = "yesterday-harder"  # rpe, meant
    MOVED = "moved"  # from, to
    DROPPED = "dropped"
    DOWN_WEEK_EARNED = "down-week-earned"  # ambers, days
    EASY_UNTIL_GREEN = "easy-until-green"
    RED_DAYS = "red-days"  # days: the coach asks why
    ASKED_EASIER = "asked-easier"
    SYMPTOM = "symptom"  # cause, until: the one change after a workout that went badly
    HEAT = "heat"  # celsius
    TOO_HOT = "too-hot"  # celsius
    DANGER = "danger"  # danger: lightning, ice or smoke
    INDOORS = "indoors"

    # plans
    PHASE = "phase"  # phase
    DOWN_WEEK = "down-week"  # cut, percent
    TAPER = "taper"  # percent
    RACE_WEEK = "race-week"
    RACE_RECOVERY = "race-recovery"  # days
    BEGINNER_START = "beginner-start"  # weeks
    FEW_DAYS = "few-days"
    NO_HARD_DAY = "no-hard-day"
    LONG_RUN_CAPPED = "long-run-capped"  # minutes or metres, longest
    RAMP = "ramp"  # percent
    SHORT_OF_TIME = "short-of-time"  # weeks, wanted
    ONLY_FRESHNESS = "only-freshness"  # days
    RACE_TOO_SOON = "race-too-soon"  # distance, reach, needed
    RACE_BECOMES_B = "race-becomes-b"  # weeks
    ROLLING = "rolling"
    MASTERS = "masters"
    MINOR = "minor"
    UNDER_SIXTEEN = "under-sixteen"
    GOAL_REACHABLE = "goal-reachable"
    GOAL_AMBITIOUS = "goal-ambitious"
    GOAL_OUT_OF_REACH = "goal-out-of-reach"
    SLEEP_USUAL_SHORT = "sleep-usual-short"
    UNTRAINED_FOR_SPEED = "untrained-for-speed"
    RACE_PACE_UNTRAINED = "race-pace-untrained"  # on, minutes
    TOO_MANY_PEAKS = "too-many-peaks"  # peaks, on, metres
    BLOCKS = "blocks"
    STRETCH = "stretch"  # stretch: what this part of the macrocycle trains
    DAY_ADDED = "day-added"  # days
    HELD = "held"  # km: the week's volume is as big as it may or need be
    RETURN_WEEK = "return-week"  # percent
    MINI_TAPER = "mini-taper"  # days
    RACE_PACE_TOUCH = "race-pace-touch"  # days
    LONG_FOR_MARATHON = "long-for-marathon"  # percent
    MORE_REPS = "more-reps"  # dose, before
    FEWER_REPS = "fewer-reps"  # dose, before
    NEXT_RUNG = "next-rung"  # stage: same session, faster or with less rest
    NEW_SESSION = "new-session"  # focus
    FAST_FINISH = "fast-finish"
    CLUB_NIGHT = "club-night"

    # the athlete's own edits and setbacks
    ATHLETE_ASKED = "athlete-asked"
    MISSED = "missed"  # runs
    TIME_OFF = "time-off"  # days, percent
    LET_GO = "let-go"  # runs
    STEP_BACK = "step-back"  # runs
    SKIPPED = "skipped"  # on
    AWAY = "away"  # from, until, runs (1: easy running, 0: none)
    BUSY = "busy"  # from, until
    HEAT_SLOWS = "heat-slows"  # celsius, percent
    RACE_OUT = "race-out"  # on, metres: no way back that is safe ends before it
    RACE_IF_WELL = "race-if-well"  # on, metres, until: the last day to be well again
    RACE_WAITS = "race-waits"  # on, metres: a doctor or a physiotherapist decides first
    PAUSED = "paused"
    PLATEAU = "plateau"  # cause, remedy: part of the one change that a diagnosis prescribed

    # a squad's session in the own plan
    SQUAD_SET = "squad-set"  # on, minute, place
    SQUAD_ROOM = "squad-room"  # on: the week makes room for the squad's session
    SQUAD_FEWER = "squad-fewer"  # reps, of: the own number of reps
    SQUAD_SHORTER = "squad-shorter"  # minutes
    SQUAD_NOT_YET = "squad-not-yet"
    SQUAD_BASE = "squad-base"
    SQUAD_WEEK_FULL = "squad-week-full"
    SQUAD_LIGHT_WEEK = "squad-light-week"
    SQUAD_RACE_NEAR = "squad-race-near"  # until: the race's day
    SQUAD_OWN_DAY = "squad-own-day"
    SQUAD_COACH = "squad-coach"  # reps, of: the squad's coach asked for less

    # the week's review: what each pillar was read from
    EASY_KEPT = "easy-kept"  # kept, of
    EASY_UNTOLD = "easy-untold"
    REPS_KEPT = "reps-kept"  # kept, of
    REPS_UNTOLD = "reps-untold"
    NO_REPS_MEANT = "no-reps-meant"
    STRIDES_RUN = "strides-run"  # done, of
    STRIDES_UNTOLD = "strides-untold"
    NO_STRIDES_MEANT = "no-strides-meant"
    STRENGTH_DONE = "strength-done"  # done, of
    STRENGTH_UNTOLD = "strength-untold"  # of
    NO_STRENGTH_MEANT = "no-strength-meant"
    STILL_OPEN = "still-open"
    MORNINGS_GREEN = "mornings-green"  # green, answered
    MORNINGS_FEW = "mornings-few"  # answered
    # the week's review: the one thing that went well
    HEALTH_FIRST = "health-first"
    LIFE_FIRST = "life-first"
    RACED = "raced"  # metres
    LISTENED = "listened"  # days
    REPS_EVEN = "reps-even"  # sessions
    GREW_LONGEST = "grew-longest"  # metres or minutes
    ALL_RUN = "all-run"  # runs
    EASY_STAYED = "easy-stayed"  # runs
    MORNINGS_TOLD = "mornings-told"  # mornings
    RAN = "ran"  # runs
    NOTHING_OWED = "nothing-owed"
    # the week's review: the one thing to change
    SLEEP_FIRST = "sleep-first"  # hours
    REST_MORE = "rest-more"  # mornings
    ALWAYS_MEDIUM = "always-medium"  # percent
    MORE_EASY = "more-easy"  # percent, floor
    EASY_SLOWER = "easy-slower"  # crept, of
    HARD_UNASKED = "hard-unasked"  # runs
    START_CALMER = "start-calmer"  # sessions
    FEWER_DAYS = "fewer-days"  # runs, of
    STRENGTH_BACK = "strength-back"  # weeks
    STRIDES_BACK = "strides-back"  # weeks
    HARD_BACK = "hard-back"  # weeks


OF_A_SQUAD = frozenset(code for code in Code if code.value.startswith("squad-"))
"""What a squad's session does to the own week; in a change each tells the session's day ("on")."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason with the facts a sentence about it needs."""

    code: Code
    facts: Mapping[str, Fact] = field(default_factory=dict)
