"""The words of a coach's shorthand: units, efforts, recoveries, labels, and what says nothing."""

from __future__ import annotations

from bot.understand.tokens import word_set
from core.units import METRES_PER_MILE
from core.workout import Effort

KM = word_set("k km kms kilometer kilometers kilometre kilometres ks")
MILES = word_set("mi mile miles miler milers mis")
YARDS = word_set("y yd yds yard yards")
METRES = word_set("metre metres meter meters mtr mtrs")
MINUTES = word_set("min mins minute minutes mn minuten ' ''s")
SECONDS = word_set('s sec secs second seconds sek "')
HOURS = word_set("h hr hrs hour hours")
LAPS = word_set("lap laps")
LENGTHS: dict[str, float] = {
    **dict.fromkeys(KM, 1000.0),
    **dict.fromkeys(MILES, METRES_PER_MILE),
    **dict.fromkeys(YARDS, 0.9144),
    **dict.fromkeys(METRES, 1.0),
    **dict.fromkeys(LAPS, 400.0),
}
"""Metres in one; a lone "m" is metres or minutes by its size."""
TIMES: dict[str, float] = {
    **dict.fromkeys(MINUTES, 60.0),
    **dict.fromkeys(SECONDS, 1.0),
    **dict.fromkeys(HOURS, 3600.0),
}

EFFORTS: dict[str, Effort] = {
    **dict.fromkeys(
        word_set("easy e ez aerobic relaxed conversational gentle slow z1 z2 lsd"), Effort.EASY
    ),
    **dict.fromkeys(word_set("jog jogging jogged shuffle j"), Effort.JOG),
    **dict.fromkeys(word_set("walk walking walked"), Effort.WALK),
    **dict.fromkeys(word_set("steady moderate mod z3"), Effort.STEADY),
    **dict.fromkeys(word_set("m mp gmp mrp marathon"), Effort.MARATHON),
    **dict.fromkeys(word_set("hm hmp hmrp half"), Effort.HALF),
    **dict.fromkeys(
        word_set("t tp tempo threshold thr thresh lt lthr ltp cruise subthreshold z4"),
        Effort.THRESHOLD,
    ),
    **dict.fromkeys(word_set("cv tenk"), Effort.TEN_K),
    **dict.fromkeys(word_set("parkrun i vo2 vo2max vvo2 interval fivek z5"), Effort.FIVE_K),
    **dict.fromkeys(word_set("r rp repetition"), Effort.MILE),
    **dict.fromkeys(word_set("stride"), Effort.STRIDE),
    **dict.fromkeys(word_set("sprint sprints sprinting max flatout allout"), Effort.SPRINT),
}
"""Words that name an effort; the letters M, T, I, R only where a pace is expected or after one."""
RACES: dict[float, Effort] = {
    800: Effort.FAST,
    1000: Effort.MILE,
    1500: Effort.MILE,
    METRES_PER_MILE: Effort.MILE,
    2000: Effort.THREE_K,
    3000: Effort.THREE_K,
    2 * METRES_PER_MILE: Effort.THREE_K,
    5000: Effort.FIVE_K,
    8000: Effort.TEN_K,
    10000: Effort.TEN_K,
    15000: Effort.THRESHOLD,
    10 * METRES_PER_MILE: Effort.THRESHOLD,
    20000: Effort.HALF,
    21000: Effort.HALF,
    21097.5: Effort.HALF,
    42000: Effort.MARATHON,
    42195: Effort.MARATHON,
}
"""Race distances in metres as efforts; 400 pace is a sprint's neighbour: FAST."""
RPE = {
    1: Effort.EASY,
    2: Effort.EASY,
    3: Effort.EASY,
    4: Effort.STEADY,
    5: Effort.MARATHON,
    6: Effort.HALF,
    7: Effort.THRESHOLD,
    8: Effort.TEN_K,
    9: Effort.FIVE_K,
    10: Effort.SPRINT,
}
ZONES = {
    1: Effort.EASY,
    2: Effort.EASY,
    3: Effort.STEADY,
    4: Effort.THRESHOLD,
    5: Effort.FIVE_K,
    6: Effort.SPRINT,
}

HARD = word_set("hard fast quick strong brisk on pickup pickups surge surges swift effort")
"""Fast, without saying how fast: by length, or with the effort told beside it."""
RESTS: dict[str, Effort | None] = {
    **dict.fromkeys(
        word_set("r rec recs recovery recoveries rcvy rest rests resting off break breaks pause"),
        None,
    ),
    **dict.fromkeys(word_set("jog jogging shuffle j"), Effort.JOG),
    **dict.fromkeys(word_set("walk walking"), Effort.WALK),
    **dict.fromkeys(word_set("standing stand static"), Effort.REST),
    **dict.fromkeys(word_set("float floating floats easy"), Effort.EASY),
}
"""Words of the easy part between reps, with what is done there where they say so."""
RUNS = word_set("run runs running")
BETWEEN = word_set("between btw btwn b/w")
SETS = word_set("set sets series round rounds block blocks")
REPS = word_set("rep reps repeat repeats repetitions interval intervals lot lots times bout bouts")
HILL = word_set("hill hills uphill uphills hilly incline")
STRIDES = word_set("st stride strides strider striders accel accels accelerations stridess")
DRILLS = word_set("drill drills abc abcs skips")
WARM_UP = word_set("wu w/u w-u warmup wup warm-up warm")
COOL_DOWN = word_set("cd c/d cooldown cool-down cool wd w/d warmdown warm-down")
LADDER = word_set("ladder ladders pyramid pyramids")
PACES = word_set("pace paces pase pce effort rp intensity")
FARTLEK = word_set("fartlek fartleks")
LONG = word_set("long lr longrun")
COUNTS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "twelve": 12,
}  # fmt: skip
NOISE = word_set(
    """
    yasso speed night short cutdown cutdowns over/unders over/under over-unders over-under
    a about after all an and approx approximately are around as at back before between by ca
    circa club continuous controlled do doing down each easyish effort efforts every everybody
    everyone feel fine finish flat folks followed for form fri friday full go good grass group
    guys in inc incl including intensity interval intervals into is it level loop main mon
    monday nonstop of off on our own pace paces park pase pce per please pls plus recovered
    relaxed rep repeat repeats repetitions reps road rpe run running runs same sat saturday
    session set sets smooth solid squad straight sun sunday sustained tall team thanks the then
    thu thur thurs thursday to today tonight tot total track training tue tues tuesday up w w/
    we wed wednesday weds will with work workout x your zone
    """
)
"""Words that may stand anywhere and change nothing."""
JOINS = word_set("then and plus followed")
"""Words that begin the next part."""
BACK = word_set("back down")
SEPARATORS = frozenset(",;+\n|&.:•·→>")
