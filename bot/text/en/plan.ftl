### /plan, /week, /tomorrow, /paces, /zones.

plan-head-race = <b>{ $race } on { $day }</b>: { $left }
plan-left = { $weeks ->
    [one] one week to go
   *[other] { $weeks } weeks to go
  }
plan-days-left = { $days ->
    [0] today
    [one] tomorrow
   *[other] { $days } days to go
  }
plan-head-rolling = <b>No race yet</b>: I plan a few weeks ahead, and you get fitter. Have a race in mind? Tell me, such as <i>10k on 9 May</i>.
plan-now = You're in <b>{ $phase }</b>, week { $week } of { $of }.
plan-phase = { $phase }: { $from } to { $to } ({ $weeks ->
    [one] one week
   *[other] { $weeks } weeks
  })
plan-peak-week = Biggest week: { $distance }. Longest run: { $longest }.
plan-refused = I can't plan that one safely. { $reasons }
plan-offers = What I'd offer instead:
offer-race = { $distance } on { $day }
offer-rolling = No race for now: build first
week-head = <b>Week of { $day }</b> · { $phase }, { $kind }
week-day = { $day }: { $session }
week-day-hard = { $day }: <b>{ $session }</b>
week-day-rest = { $day }: rest
week-day-outside = { $day }: –
week-day-done = { $line } ✓
button-previous = ‹ Week before
button-next = Week after ›
paces-head = <b>Your paces</b> (VDOT { $vdot }, Daniels' number)
paces-from = Source: { $distance } in { $time }, { $day }.
paces-none = I have no race result from you, so everything goes by effort, and that works. With a result I can add paces: write it like <i>5k in 24:30, October</i>.
paces-low = At this stage minutes and effort guide better than paces, so I show none. They come as you get fitter.
paces-easy = Easy: not faster than { $pace }. There is no too slow.
paces-line = { $name }: { $pace }
pace-m = Marathon
pace-t = One-hour effort (threshold)
pace-i = Intervals of 2 to 5 minutes
pace-r = Short fast reps
pace-r-400 = { $pace }, that is { $time } for 400 m
paces-effort = Effort comes first, these second. On a bad day keep the effort and let the pace go.
paces-equal = Worth the same: { $list }.
paces-equal-one = { $distance } { $time }
zones-head = <b>Six zones</b>
zone-1 = 1 Recovery
zone-2 = 2 Easy
zone-3 = 3 Steady
zone-4 = 4 Threshold
zone-5 = 5 Intervals
zone-6 = 6 Sprint
zone-line = <b>{ $name }</b>: { $talk }; effort { $low }–{ $high } of 10{ $numbers }
zone-pulse = , pulse { $low }–{ $high }
zone-pace-bound = , not faster than { $pace }
zone-pace-range = , { $slow } to { $fast }
zones-estimate = Pulses are from a formula by age, give or take { $error } beats: trust effort first.
zones-measured = Pulses are from what you measured. Effort still comes first.
zones-effort = Effort is the guide.
zones-no-pulse = No pulse ranges here: for you the pulse tells too little. Effort is the guide.
zones-no-age = With your year of birth I could add an estimate of the pulse.
talks-sing = you could sing
talks-chat = you can chat in whole sentences
talks-short-sentences = short sentences
talks-phrases = phrases, not sentences
talks-almost-none = almost no talking
talks-cannot-think = no talking, no thinking
plan-none-in-force = There's no plan in force. /start builds one, and if it can't yet it says why.
plan-week = This week
week-head-plain = <b>Week of { $day }</b> · { $phase }
week-head-bare = <b>Week of { $day }</b>
plan-longest-time = Longest run: { $time }.
