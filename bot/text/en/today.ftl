### The day's card: session, questions, verdict. And the evening.

card-head = { $day } · { $phase }
card-head-week = { $day } · { $phase }, { $kind }
card-rest = <b>Rest day.</b> Nothing to make up, nothing to add.
card-rest-decided = <b>Rest, as planned.</b> Nothing to make up, nothing to add.
card-rest-next = Next: { $session } on { $day }.
card-rest-walk = <b>No run today.</b> { $why }
card-first-rest = <b>Rest day.</b> Your first run, { $day }: { $session }.
card-strength = Also today: { $routine }.
card-effort-only = <b>As planned, by effort.</b> Nothing was answered, so let the numbers follow.

ask-legs = How are the legs?
ask-sleep = How long did you sleep?
ask-pulse = Resting pulse this morning?
legs-1 = Dead
legs-2 = Heavy
legs-3 = OK
legs-4 = Good
legs-5 = Springy
button-usual = Same as usual
button-skip-question = Skip
button-more = Pain, ill or stressed…
button-type = Type it
button-count = How to count it?
count-pulse = Before you get up, lie still. Two fingers on the wrist or the side of the neck, count the beats for 30 seconds, and double it. Same place, same way, every morning.
button-change = Change answers
button-checkin = Check in after all
button-why = Why?
button-undo = Undo
button-keep = Keep as planned
button-easier = Even easier
button-rest = Rest instead
button-indoors = On a treadmill
type-sleep = How many hours? Write it like <i>7</i>, <i>6:45</i> or <i>11 to 7</i>.
type-pulse = How many beats a minute? A number between 30 and 120.

heard = Noted: { $answers }.
heard-legs = legs { $word }
heard-legs-1 = dead
heard-legs-2 = heavy
heard-legs-3 = ok
heard-legs-4 = good
heard-legs-5 = springy
heard-sleep = { $hours } of sleep
heard-pulse = pulse { $bpm }
heard-hrv = HRV { $ms }
heard-usual-legs = legs as usual
heard-usual-all = legs, sleep and pulse as usual
heard-usual-sleep = sleep as usual
heard-usual-pulse = pulse as usual
heard-skipped-legs = legs skipped
heard-skipped-sleep = sleep skipped
heard-skipped-pulse = pulse skipped
heard-skipped-all = all three skipped
heard-ill = ill
heard-fever = { $degrees }
heard-cycle = day { $day } of the cycle
heard-danger-lightning = lightning
heard-danger-ice = ice
heard-danger-smoke = smoke
heard-indoors = on a treadmill
heard-stress = stressed
heard-dread = no fire for running
heard-pain = { $spot } { $score ->
    [none] sore
   *[other] { $score }/10
  }

back-legs = Legs: dead, heavy, OK, good or springy? A grade from 1 to 5 works too.
back-sleep = How many hours did you sleep? I couldn't make sense of that.
back-pulse = Which number was the pulse? I take 30 to 120 at rest.
back-hrv = Which number was the HRV?
back-fever = How high is the temperature, if you can measure it?
back-weary = Tired how? Heavy legs, a short night, or no fire for it today: tell me which, and I look at the day again.
back-which = Is that legs, hours of sleep, or pulse? One word with the number is enough.

more-ask = What is it?
more-pain = Something hurts
more-ill = I'm ill
more-fever = Fever
more-stress = Stressed
more-dread = No fire for running
more-hrv = HRV
more-cycle = Cycle day
type-cycle = Which day of your cycle is it? Day 1 is the first of the period. The number is enough.
more-back = ‹ Back to the card
pain-where = Where does it hurt?
pain-score = How much, 0 to 10, at its worst in the last run?
button-mend = { $spot } { $score } of 10: a slip?
mend-ask = { $spot }: which number did you mean, 0 to 10?
spot-ask = { $spot }: how was it in the last run, 0 to 10?
spot-ask-morning = { $spot } this morning?
morning-usual = Usual
morning-stiffer = Stiffer
morning-worse = Worse

verdict-keep = <b>As planned.</b>
verdict-trim = <b>A little less today.</b>
verdict-ease = <b>Easier today.</b>
verdict-swap = <b>Swapped for something easier.</b>
verdict-move = <b>Moved to { $day }.</b>
verdict-rest = <b>Rest today.</b>
verdict-rest-asked = <b>Rest today, as you asked.</b> That counts as done, too.
verdict-was = Was: { $session }
verdict-others = Lighter, too: { $days }.
verdict-rule = <i>{ $rule }</i>
verdict-undone = Back to the plan, as you asked. Run by effort, and stop if it isn't there.
verdict-easier = <b>Easier still, as you asked.</b> That counts as done.

cannot-undo = That one can't be undone: it's there to keep you safe.
yesterday-card = That card is { $day }'s, and its day is over. Nothing was changed. /today has the one that counts.
tomorrow-head = Tomorrow, { $day }
tomorrow-rest = Tomorrow, { $day }: rest.
tomorrow-first = Your first run, { $day }:
no-plan = There's no plan yet. /start builds one.

evening-ask = How did it go? Planned: { $session }.
evening-as-planned = As planned
evening-other = Something else
evening-not = Didn't run
evening-ran = I ran
evening-rpe = How hard was it, 1 (nothing) to 10 (everything)?
evening-reps = And the reps?
reps-even = Even
reps-faded = Faded
reps-faster = Got faster
reps-cut-short = Cut short
evening-what = What did you run? Write it like <i>8k in 48:10</i>, <i>35 min</i> or <i>4 of 6</i>.
evening-thanks = Logged: { $run }.
evening-not-thanks = Noted. Let it go: nothing needs making up.
evening-tomorrow = Tomorrow: { $session }.
evening-tomorrow-rest = Tomorrow: rest.
evening-tomorrow-race = Tomorrow you race: { $race }. The race plan comes this evening.
evening-yesterday = One thing is open: how did { $day } go? Planned: { $session }.
evening-of = { $day }: { $done }
evening-rest-logged = It was a rest day. If you ran anyway, tell me: <i>5k easy</i>.

pause-offer = Seven quiet mornings. Shall I pause until you're back? Nothing is lost either way.
button-pause = Pause
button-stay = Keep sending

why-week = <b>This week.</b> { $reasons }
why-day = <b>Today.</b> { $reasons }
why-rule = <b>{ $name }.</b> { $rule } <i>({ $source })</i>
why-note = <b>By the way.</b> { $text } <i>({ $source })</i>
button-strength = Strength list
button-routine = Three minutes before
