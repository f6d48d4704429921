### Why: one clause for each code the core gives, to follow "because".

reason-legs-dead = your legs are dead
reason-legs-heavy = your legs are heavy
reason-short-night = you slept { $hours }, well under your usual { $usual }
reason-very-short-night = you slept only { $hours }
reason-sleep-debt = you're { $hours } short of sleep over { $nights } nights
reason-pulse-raised = your pulse is { $bpm }, a little over your usual { $usual }
reason-pulse-high = your pulse is { $bpm }, well over your usual { $usual }
reason-hrv-low = your HRV has been below its band for { $days } days
reason-stress = you're under stress
reason-dread = the fire isn't there
reason-third-amber = it's the third tired morning in a row
reason-load-high = the last days were a lot
reason-still-learning = I don't know your usual values yet
reason-all-well = everything you told me is in order
reason-not-answered = you haven't answered yet

reason-emergency = you told me of a sign that needs help now
reason-doctor-first = a doctor should see you before the next run
reason-fever = you have, or just had, a fever
reason-ill = you're ill
reason-illness-easy-days = you're just over an illness: { $left ->
    [one] one easy day is left
   *[other] { $left } easy days are left
  }
reason-pain-stop = the { $spot } says stop
reason-pain-easy-only = the { $spot } allows easy running only
reason-pain-step-back = the { $spot } was worse this morning than before
reason-sore-spot = the { $spot } isn't quiet yet
reason-walk-only = with { $condition }, it's walking until a doctor allows more
reason-pregnant = you're pregnant: easy by talk test, as your midwife or doctor allows
reason-after-birth = the first twelve weeks after a birth are for healing
reason-return-ladder = you're on step { $step } of the way back
reason-no-growth = something you told me should be seen by a doctor before the load grows

reason-as-planned = nothing speaks against it
reason-race-stands = a race, and the two days before it, stand whatever the night was like
reason-taper-stands = tired legs in a taper mean that it is working
reason-yesterday-harder = yesterday was harder than it was meant to be
reason-moved = it moves to { $to }
reason-dropped = there's no day left where it fits, so it goes
reason-down-week-earned = { $ambers } tired mornings in { $days } days ask for a lighter week
reason-easy-until-green = two red mornings mean easy days until you're green again
reason-asked-easier = you asked for less
reason-heat = it's { $celsius } °C
reason-too-hot = { $celsius } °C is too hot for fast running

reason-phase = this is the { $phase } phase
reason-down-week = it's a down week: { $cut } is cut by { $percent } %
reason-taper = the taper: { $percent } % of your biggest weeks, intensity stays
reason-race-week = it's race week
reason-race-recovery = recovery after the race: { $days } easy days
reason-beginner-start = the first weeks are easy minutes only
reason-few-days = two days a week carry an easy and a long run, no hard one
reason-no-hard-day = your days can't be spaced for a hard session
reason-long-run-capped = the long run grows by a tenth of your longest at most
reason-ramp = the week grows by { $percent } %
reason-short-of-time = { $weeks } weeks are less than the { $wanted } I'd want
reason-only-freshness = { $days } days are left: too few to get fitter, enough to get fresh
reason-race-too-soon = the longest run you could safely reach before it is { $reach }, and { $distance } needs { $needed }
reason-race-becomes-b = it's only { $weeks } weeks from your main race
reason-rolling = without a race I plan a few weeks ahead
reason-masters = from fifty on, hard days need two easy ones between them
reason-minor = under eighteen, two hard days and one full rest day are the limit
reason-goal-reachable = the goal is in reach
reason-goal-ambitious = the goal is ambitious
reason-goal-out-of-reach = the goal is out of reach for now
reason-sleep-usual-short = your usual night is short, so the plan is a little smaller
reason-untrained-for-speed = there's no fast running before the race

reason-athlete-asked = you asked for it
reason-missed = { $runs ->
    [one] one run was missed
   *[other] { $runs } runs were missed
  }
reason-time-off = { $days } days without running
reason-away = you're away
reason-busy = life is busy
reason-paused = you paused

reason-under-recovered = for days the signs have said that you're not recovering
reason-warm-up-decides = the warm-up has the last word
reason-crisis = other things matter more than running just now
reason-comeback = the { $spot } is only just quiet, so hard things come back one by one
reason-see-doctor = a doctor should have a look
reason-see-physiotherapist = a physiotherapist should look at the { $spot }
reason-spared = what would upset the { $spot } is left out
reason-spared-bare = what would upset an old injury is left out
reason-red-days = that's { $days } red mornings in a row, and I'd like to know why
reason-let-go = missed runs are let go, not made up
reason-step-back = after more than a few missed runs the plan takes a step back
reason-too-many-peaks = more peaks in a year than a body has make none of them high
reason-blocks = this season trains one thing after the other, in blocks
reason-stretch = now it's about { $stretch }
reason-day-added = one more day of running, not more each day
reason-held = the week is as big as it may be for now
reason-return-week = it's the way back: { $percent } % of the usual
reason-mini-taper = three easy days before the race
reason-race-pace-touch = a short touch of race pace keeps the legs awake
reason-long-for-marathon = the marathon needs a long run that is { $percent } % of the week
reason-more-reps = the reps grow, and nothing else does
reason-fewer-reps = fewer reps this time
reason-next-rung = the same session, a little faster or with less rest
reason-new-session = a new session, so that the body has something new to answer
reason-fast-finish = the last part is quicker, on tired legs
reason-club-night = it's your club night
reason-short-night-bare = you slept { $hours }, which is short
reason-walk-only-bare = it's walking until a doctor allows more
reason-race-recovery-bare = it's recovery after the race
reason-yesterday-harder-bare = yesterday's hard run wasn't planned
reason-long-run-capped-bare = the long run is at its limit of { $minutes } minutes
reason-moved-bare = it was moved
reason-few-days-bare = two days a week carry an easy and a long run, no hard one
reason-doctor-first-bare = a doctor should see you before the next run
reason-pain-stop-bare = pain says stop
reason-pain-easy-only-bare = pain allows easy running only
reason-race-week-bare = it's race week

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
condition-pulse-medicine = your medicine
condition-pregnant = a pregnancy
condition-postpartum = a birth
