### One session: efforts in words, steps, totals.

effort-rest = standing
effort-walk = walking
effort-jog = very easy jog
effort-easy = easy
effort-steady = steady
effort-marathon = at marathon effort
effort-half = at half-marathon effort
effort-threshold = at one-hour effort
effort-10k = at 10K effort
effort-5k = at 5K effort
effort-3k = at 3K effort
effort-mile = at mile effort
effort-fast = fast and relaxed, quicker than mile effort
effort-stride = strides, quick and loose
effort-sprint = hill sprints, nearly all you have

talk-walk = a stroll you could sing on
talk-jog = slower than feels needed
talk-easy = you could sing, or chat in whole sentences
talk-steady = comfortable, sentences get shorter
talk-marathon = strong but patient, short sentences
talk-half = working, a phrase at a time
talk-threshold = phrases, not sentences
talk-10k = a few words at a time
talk-5k = almost no talking
talk-3k = no talking
talk-mile = no talking, no thinking
talk-fast = quick feet, loose shoulders
talk-stride = quick feet, loose shoulders
talk-sprint = seconds only, full rest after

bound = not faster than { $pace }
step = { $amount } { $effort }
step-number = { $amount } { $effort } ({ $number })
step-uphill = { $step }, uphill
repeat-plain = { $times } × { $work }
repeat-between = { $times } × { $work }, { $recovery } between
repeat-many = { $times } × ({ $steps })
part-warm-up = Warm up: { $steps }
part-main = { $steps }
part-cool-down = Cool down: { $steps }
then = { $first }, then { $second }
total = About { $distance }, { $time }
total-time = { $time } in all
speed-hint = that is { $speed } on a treadmill

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

focus-easy = Easy
focus-long = Long
focus-threshold = Threshold
focus-vo2max = VO₂max
focus-speed = Speed
focus-economy = Economy
focus-race-pace = Race pace
focus-steady = Steady
focus-test = Test
focus-race = Race
focus-walk-run = Walk and run

session-race = Race: { $distance }
purpose-race-a = The day the season was for. Nothing new: what you've practised is what you do.
purpose-race-b = A serious race and good practice; the goal stays further on.
purpose-race-c = A race as a hard session, run out of training.
