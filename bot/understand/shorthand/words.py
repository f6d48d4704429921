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
LAPS = word_set("lap laps quarters")
LENGTHS: dict[str, float] = {
    **dict.fromkeys(KM, 1000.0),
    **dict.fromkeys(MILES, METRES_PER_MILE),
    **dict.fromkeys(YARDS, 0.9144),
    **dict.fromkeys(METRES, 1.0),
    **dict.fromkeys(LAPS, 400.0),
    "halves": 800.0,
}
"""Metres in one; a lone "m" is metres or minutes by its size."""
TIMES: dict[str, float] = {
    **dict.fromkeys(MINUTES, 60.0),
    **dict.fromkeys(SECONDS, 1.0),
    **dict.fromkeys(HOURS, 3600.0),
}

EFFORTS: dict[str, Effort] = {
    **dict.fromkeys(
        word_set(
            "easy e ez esy ga aerobic relaxed conversational conversation gentle gently slow slowly"
            " z1 z2 lsd comfortable comfortably comfy chilled chatty"
        ),
        Effort.EASY,
    ),
    **dict.fromkeys(word_set("jog jogs jogging jogged jg shuffle trot j"), Effort.JOG),
    **dict.fromkeys(word_set("walk walks walking walked wlk"), Effort.WALK),
    **dict.fromkeys(word_set("steady stdy moderate moderately mod z3 aet"), Effort.STEADY),
    **dict.fromkeys(word_set("m mp gmp mrp mgp mara marathon mpace"), Effort.MARATHON),
    **dict.fromkeys(word_set("hm hmp hmrp half hmpace"), Effort.HALF),
    **dict.fromkeys(
        word_set(
            "t tp tpace tempo tempos temp threshold thresholds thr thresh thres lt lthr ltp cruise"
            " subthreshold subt subthresh lactate anaerobic ant obla mlss z4"
        ),
        Effort.THRESHOLD,
    ),
    **dict.fromkeys(word_set("cv tenk ccv"), Effort.TEN_K),
    **dict.fromkeys(
        word_set("parkrun i vo2 vo2max vvo2 vvo2max mas vma maximal interval fivek z5"),
        Effort.FIVE_K,
    ),
    **dict.fromkeys(word_set("r rp repetition"), Effort.MILE),
    **dict.fromkeys(word_set("stride"), Effort.STRIDE),
    **dict.fromkeys(word_set("sprint sprints sprinting"), Effort.SPRINT),
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

HARD = word_set(
    "hard harder fast faster quick quickly quicker strong brisk on pickup pickups surge surges"
    " swift effort hot spicy rapid zippy lively pushed uptempo"
)
"""Fast, without saying how fast: by length, or with the effort told beside it."""
RESTS: dict[str, Effort | None] = {
    **dict.fromkeys(
        word_set(
            "r rec recs reco recov recovery recoveries recoverys recover recovering rcvy rcv rcvry"
            " rest rests resting rst ri off break breaks pause breather"
        ),
        None,
    ),
    **dict.fromkeys(word_set("jog jogs jogging jogged jg shuffle trot j"), Effort.JOG),
    **dict.fromkeys(word_set("walk walks walking walked wlk"), Effort.WALK),
    **dict.fromkeys(word_set("standing stand static stationary still passive sr"), Effort.REST),
    **dict.fromkeys(
        word_set("float floating floats floated roll-on rollon easy ez e"), Effort.EASY
    ),
}
"""Words of the easy part between reps, with what is done there where they say so."""
RUNS = word_set("run runs running")
WITH = word_set("with w/ incl including inc")
BETWEEN = word_set("between btw btwn b/w inbetween betw bw")
SETS = word_set("set sets series round rounds block blocks")
REPS = word_set("rep reps repeat repeats repetitions interval intervals lot lots times bout bouts")
HILL = word_set("hill hills uphill uphills incline")
STRIDES = word_set(
    "st stride strides strider striders accel accels acceleration accelerations stridess"
    " strideout strideouts buildup buildups"
)
DRILLS = word_set("drill drills abc abcs skips plyos mobility dynamics")
WARM_UP = word_set("wu w/u w-u warmup wup wmup w'up warm-up warmups warm")
COOL_DOWN = word_set("cd c/d c-d cooldown cool-down cool wd w/d warmdown warm-down cdown")
LADDER = word_set("ladder ladders pyramid pyramids")
PACES = word_set("pace paces state pase pce effort rp intensity")
FARTLEK = word_set("fartlek fartleks")
LONG = word_set("long lr mlr longrun")
COUNTS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "sixteen": 16, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90,
}  # fmt: skip
"""Numbers in words; they count as numbers everywhere."""
NOISE = word_set(
    """
    a ability about after aim aiming all an and any approx approximately are around as ascending
    at back be before bit broken by ca canova circa classic club combo continuous control
    controlled course crew cutdown cutdowns daniels descending do doing down each easily easyish
    effort efforts end endurance even evenly every everybody everyone feel feels fine finish flat
    folks followed for form full gang go going good grass group guys hansons hello hey hi hilly
    hudson igloi in inc incl including intensity interval intervals into is it just keep keeping
    kenyan ladies lads level loop lydiard main medium michigan mixed negative nice night nonstop
    norwegian of off ok okay on only our out outdoors over-under over-unders over/under
    over/unders own pace paced paces park pase pce per pfitz pfitzinger please pls plus prep
    quality reach recovered relaxed rep repeat repeats repetitions reps road rpe run running runs
    same session set sets sharpener short should singles smooth smoothly solid specific speed
    split splits squad stadium stamina start starting stay straight strength strictly style
    sustained tall team thanks that the then these this those to today tomorrow tonight tot total
    track trail trails training under undulating up w w/ we week will with work workout x yasso
    you your zone
    """
)
"""Words that may stand anywhere and change nothing."""
SLIPS = {
    "eazy": "easy", "esy": "easy", "easey": "easy", "ezy": "easy", "jogg": "jog", "jgo": "jog",
    "mil": "mile", "wlk": "walk", "rst": "rest", "tepo": "tempo", "temo": "tempo", "wram": "warm",
}  # fmt: skip
"""Slips in words that are too short to be guessed at."""
ORDER = word_set(
    "from first next middle alternating alternate getting without time timed quarter halves all"
    " everything throughout last final back equal same distance twice thrice slower faster minus"
    " plus under below every leaving"
)
"""Words with a place of their own in the grammar; here so that none is taken for a slip."""
JOINS = word_set("then and plus followed")
"""Words that begin the next part."""
DAYS = word_set(
    "mon monday tue tues tuesday wed weds wednesday thu thur thurs thursday fri friday sat saturday"
    " sun sunday"
)
"""A day may stand before the session; behind it, it begins another one."""
SPORTS = word_set(
    "brick bike bench core plank planks press row swim gym spin yoga circuit circuits stairs squats"
    " lunges relay bands ball calf heel test stop stops hop hops jump jumps bounds"
)
"""Words that are no running and no slips of the pen: they are asked about."""
HALF_DAYS = word_set("am pm double doubles")
TRIAL = word_set("tt trial timed test allout flatout max maximum")
"""As fast as it goes for that length."""
PROGRESSION = word_set("progression progressive progressing progressively prog")
LABELS = SETS | word_set("session week wk day part workout rep")
"""With a number and a colon they are a heading: "Set 1:"."""
KENYAN = word_set("kenyan continuous")
"""Hills up and down without a stop, at threshold effort."""
BACK = word_set("back down")
SEPARATORS = frozenset(",;+\n|&.:•·→>!?")
