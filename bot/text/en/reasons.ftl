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
