### One session: efforts in words, steps, totals.

effort-rest = standing
effort-walk = walk
effort-jog = easy jog
effort-drills = drills
effort-easy = easy
effort-steady = steady
effort-marathon = at marathon effort
effort-half = at half-marathon effort
effort-threshold = at one-hour effort
effort-10k = at 10K effort
effort-5k = at 5K effort
effort-3k = at 3K effort
effort-mile = at mile effort
effort-fast = fast but relaxed
effort-stride = strides
effort-sprint = sprint

bound = not faster than { $pace }
talk-easy = you can chat
step = { $amount } { $effort }
step-number = { $amount } { $effort } ({ $number })
uphill = { $effort } uphill
series-metres = { $sizes } m
series-minutes = { $sizes } min
series-seconds = { $sizes } s
turns = { $works }; { $recoveries } between
repeat-plain = { $times } × { $work }
repeat-between = { $times } × { $work } with { $recovery } between
repeat-many = { $times } × ({ $steps })
part-warm-up = Warm up: { $steps }
part-main = { $steps }
part-cool-down = Cool down: { $steps }
then = { $first }, then { $second }
and-next = { $first }, { $second }
total = About { $distance }, { $time }
total-time = About { $time }
total-distance = About { $distance }
session-counted = { $name }, { $reps }
session-short = { $session } ({ $size })

phase-base = Base
phase-build = Build
phase-peak = Peak
phase-recovery = Recovery
kind-start = first weeks
kind-normal = normal week
kind-down = down week
kind-taper = taper
kind-race = race week
kind-recovery = recovery week
kind-maintain = steady week
kind-return = way back

session-race = Race: { $distance }
purpose-race-a = The day the season was for. Nothing new: what you've practised is what you do.
purpose-race-b = A serious race and good practice; the goal stays further on.
purpose-race-c = A race as a hard session, run out of training.

distance-mile = mile
distance-5k = 5K
distance-10k = 10K
distance-half = half marathon
distance-marathon = marathon
