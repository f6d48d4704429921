### Why: one short sentence for each code the core gives.

reason-legs-dead = Your legs are dead.
reason-legs-heavy = Your legs are heavy.
reason-short-night = You slept { $hours }, well under your usual { $usual }.
reason-very-short-night = You slept only { $hours }.
reason-sleep-debt = You're { $hours } short of sleep over the last { $nights } nights.
reason-pulse-raised = Your pulse is { $bpm }, a little over your usual { $usual }.
reason-pulse-high = Your pulse is { $bpm }, well over your usual { $usual }.
reason-hrv-low = Your HRV has been below your usual band for { $days } days.
reason-stress = You're under stress.
reason-dread = There's no fire for running today.
reason-third-amber = It's the third tired morning in a row.
reason-load-high = The last days were a lot.
reason-still-learning = I don't know your usual values yet ({ $answered } of { $needed } mornings), so only what you feel counts.
reason-all-well = Everything you told me is in order.
reason-not-answered = You haven't answered yet.

reason-emergency = You told me of a sign that needs help now.
reason-doctor-first = A doctor should see you before the next run.
reason-fever = A full day without fever comes first.
reason-ill = You're ill.
reason-ill-head-cold = It's a cold above the neck: fifteen easy minutes, on trial.
reason-illness-easy-days = { $left ->
    [one] One easy day is left after the illness.
   *[other] { $left } easy days are left after the illness.
  }
reason-pain-stop = Pain in the { $spot } says stop.
reason-pain-easy-only = The { $spot } isn't ready for more than easy running.
reason-pain-step-back = The { $spot } hadn't settled by this morning.
reason-sore-spot = The { $spot } isn't quiet yet.
reason-walk-only = With { $condition }, it's walking until a doctor allows more.
reason-pregnant = You're pregnant: easy by talk test, as your midwife or doctor allows.
reason-after-birth = The first twelve weeks after a birth are for healing.
reason-return-ladder = You're on step { $step } of the walk-run ladder.
reason-no-growth-rest-days = You ran on three rest days within two weeks. The load stays where it is until I know that all is well.
reason-no-growth = A doctor should have a look at what you told me before the load grows.

reason-as-planned = Nothing speaks against it.
reason-race-stands = A race and the two days before it stand, whatever the night was like.
reason-taper-stands = Tired legs in a taper are no bad sign.
reason-yesterday-harder = Yesterday was harder than it was meant to be: effort { $rpe } where { $meant } was meant.
reason-moved = The session moves to { $to }.
reason-dropped = There's no day left where the session fits, so it goes.
reason-down-week-earned = { $ambers } tired mornings in { $days } days ask for a lighter week.
reason-easy-until-green = After two red mornings, days stay easy until a green one.
reason-asked-easier = You asked for less.
reason-symptom = It's the one change after the workout that went badly.
reason-heat = It's { $degrees }.
reason-too-hot = { $degrees } is too hot to run outdoors.

reason-phase = This is the { $phase } phase.
reason-down-week = It's a down week, { $percent } % smaller, so that the work can sink in.
reason-taper = The taper: { $percent } % of your biggest weeks, at the same efforts.
reason-race-week = It's race week.
reason-race-recovery = The race asks for { $days ->
    [one] one more easy day.
   *[other] { $days } more easy days.
  }
reason-beginner-start = The first weeks are easy minutes only.
reason-few-days = Two days a week carry an easy and a long run, no hard one.
reason-no-hard-day = Your days leave no room for a hard session between easier ones.
reason-long-run-capped = The long run stays at { $metres }: it grows by a tenth of your longest at most.
reason-ramp = The week grows by { $percent } %.
reason-short-of-time = { $weeks ->
    [one] One week, race week and all, is
   *[other] { $weeks } weeks, this one and race week counted, are
  } fewer than the { $wanted } I'd like for it.
reason-only-freshness = { $days ->
    [one] One day is left: too little
   *[other] { $days } days are left: too few
  } to get fitter, enough to get fresh.
reason-race-too-soon = The longest run you could safely reach before it is { $reach }, and a { $distance } asks for { $needed }.
reason-race-too-soon-weeks = A { $distance } asks for { $weeks } weeks, from { $week } a week at the start, and it's too soon for that.
reason-race-becomes-b = The race on { $on } counts as a B race: it's only { $weeks ->
    [one] one week
   *[other] { $weeks } weeks
  } from the main one.
reason-rolling = Without a race I plan a few weeks ahead.
reason-masters = From fifty on there are two easy days between hard ones.
reason-minor = Under eighteen, two hard days and one full rest day are the limit.
reason-under-sixteen = I coach from 16 up; your club or school coach is the right person.
reason-minor-distance = A { $distance } waits until you're eighteen.
reason-goal-reachable = The goal is in reach.
reason-goal-ambitious = The goal is ambitious.
reason-goal-out-of-reach = The goal is out of reach for now.
reason-sleep-usual-short = Your usual night is short ({ $hours }), so the plan is a little smaller.
reason-untrained-for-speed = There's no time for fast running before the race.
reason-race-pace-untrained = There's little race pace before the race on { $on }, so run that one by feel.

reason-athlete-asked = You asked for it.
reason-missed = { $runs ->
    [one] One run didn't happen.
   *[other] { $runs } runs didn't happen.
  }
reason-time-off = { $days ->
    [one] It's one day without running.
   *[other] It's { $days } days without running.
  }
reason-away = You're away until { $until }.
reason-away-bare = You're away.
reason-busy = Life is busy until { $until }.
reason-busy-bare = Life is busy.
reason-danger = { $danger }
danger-lightning = There's lightning about.
danger-ice = It's icy out there.
danger-smoke = There's smoke in the air.
reason-indoors = You run on a treadmill, so the weather is no matter.
reason-heat-slows = At { $degrees } the same effort is about { $percent } % slower.
reason-race-out = No safe way back ends before the race on { $on }, so this one is out.
reason-race-if-well = The race on { $on } stands if you're well again by { $until }.
reason-race-waits = Before the race on { $on } a doctor or a physiotherapist has to say yes.
reason-paused = You paused.

reason-under-recovered = For days the signs have said that you're not recovering.
reason-warm-up-decides = The warm-up has the last word.
reason-crisis = Other things matter more than running at the moment.
reason-comeback = The { $spot } has only been quiet for a few days, so hard things come back one by one.
reason-see-doctor = A doctor should have a look.
reason-see-physiotherapist = A physiotherapist should look at the { $spot }.
reason-spared = What would upset the { $spot } is left out.
reason-spared-bare = What would upset an old injury is left out.
reason-red-days = That's { $days } red mornings in a row. What is going on? Write it in a few words.
reason-let-go = Runs that didn't happen are let go, not made up.
reason-step-back = After several days without a run the plan takes a step back.
reason-skipped = The session on { $on } is left out, as you asked.
reason-too-many-peaks = A body has few real peaks in a year, so the race on { $on } is run without one.
reason-blocks = This season trains one thing after the other, in blocks.
reason-stretch = The accent is on { $stretch }.
reason-day-added = One more day of running, not more on each day.
reason-held = The week is as big as it may be for now.
reason-return-week = It's the way back: { $percent } % of the usual week.
reason-mini-taper = Three easy days lead to the race.
reason-race-pace-touch = A short touch of race pace keeps the legs awake.
reason-long-for-marathon = The marathon needs a long run that is { $percent } % of the week.
reason-more-reps = The reps grow, and nothing else does.
reason-fewer-reps = Fewer reps this time.
reason-next-rung = It's the same session, a little faster or with less rest.
reason-new-session = It's a new session, so that the body has something new to answer.
reason-fast-finish = The last part is quicker, on tired legs.
reason-squad-set = With { $squad }: { $clock }, { $place }.
reason-squad-set-bare = With { $squad } at { $clock }.
reason-squad-room = The week makes room for the squad's session on { $on }.
reason-squad-fewer = Of the { $of } reps, { $reps } fit your week.
reason-squad-shorter = It's cut to { $minutes } minutes, so that it fits your week.
reason-squad-shorter-bare = It's cut so that it fits your week.
reason-squad-not-yet = Fast running isn't due for you yet, so it's easy.
reason-squad-base = Your plan is building its base, so half of it is plenty.
reason-squad-week-full = Your week has its hard days elsewhere, so this one stays easy.
reason-squad-light-week = Your week is a light one, so it stays easy.
reason-squad-race-near = Your race on { $until } comes first, so nothing hard before it.
reason-squad-own-day = Your week has no run that it could change places with.
reason-squad-coach = Your squad's coach gives you { $reps } of the { $of } reps.
reason-squad-coach-bare = Your squad's coach asks less of you.
reason-club-night = It's your club night.
reason-short-night-bare = You slept { $hours }, which is short.
reason-walk-only-bare = It's walking until a doctor allows more.
reason-race-recovery-bare = It's recovery after the race.
reason-yesterday-harder-bare = Yesterday's hard run wasn't planned.
reason-long-run-capped-bare = The long run is at its limit of { $minutes } minutes.
reason-moved-bare = The session was moved.
reason-pain-stop-bare = Pain says stop.
reason-pain-easy-only-bare = Pain allows no more than easy running.

stretch-base = a base of easy running
stretch-early = long, patient reps
stretch-late = race-like work
stretch-strength = strength: hills and tempo
stretch-speed = speed
stretch-specific = race pace
stretch-peak = sharpness
stretch-recovery = recovering

condition-heart = heart trouble
condition-lung = lung trouble
condition-kidney = kidney trouble
condition-diabetes = diabetes
condition-effort-signs = signs on effort

in-phase-base = base
in-phase-build = build
in-phase-peak = peak
in-phase-recovery = recovery

in-spot-achilles = Achilles
in-spot-calf = calf
in-spot-shin = shin
in-spot-ankle = ankle
in-spot-foot = foot
in-spot-heel = heel
in-spot-knee = knee
in-spot-hamstring = hamstring
in-spot-thigh = thigh
in-spot-hip = hip
in-spot-groin = groin
in-spot-glute = glute
in-spot-it-band = IT band
in-spot-back = back
in-spot-chest = chest
in-spot-other = sore place

reason-plateau = { $remedy ->
    [vary-workout] A new form of a session you know too well.
    [back-off] A lighter week, so that the training can sink in.
    [rest-day] A second day off in the week, so that the training can sink in.
    [maintain] You hold what you have while life is full.
    [renew-paces] Run it at the pace of today, not of the goal.
    [easy-easy] Easy means whole sentences; that is this month's work.
    [space-out] Fresh legs first: nothing heavy the day before a hard run.
    [more-easy] A little more easy running, week by week.
    [longer-long] The long run grows a little at a time.
    [longer-rest] Longer rests, so that the last rep is like the first.
    [start-slower] Begin a little slower than you could.
    [add-strength] The strength session belongs to this day.
    [add-strides] A few strides, to keep fast running within reach.
    [form-drills] Drills before it, and one thought about form.
    [in-waves] Three weeks build, the fourth is lighter.
    [new-stimulus] Something your legs have not met this season.
   *[other] Part of the change from /plateau.
  }
