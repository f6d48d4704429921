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
plan-head-held = <b>The load stays where it is for now</b>, and races in the calendar wait with it.
plan-head-raceless = <b>No race for now</b>: the weeks stay steady.
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
week-day-was = (was { $was })
week-day-done = { $line } ✓
button-previous = ‹ Week before
button-next = Week after ›
paces-head = <b>Your paces</b> (VDOT { $vdot }, Daniels' number)
paces-from = Source: { $distance } in { $time }, { $day }.
paces-full = { $weeks ->
    [0] It's from this week
    [one] It's a week old
   *[other] It's { $weeks } weeks old
  } and counts in full until { $until }.
paces-held = It's { $weeks } weeks old and still counts, because you run as much as you did then. After { $until } only a new result does.
paces-renewed = Training moved it by { $change } on { $day }.
paces-off = After { $days } days without a run it's { $percent } % lower (Daniels' table).
paces-back = Your { $days } days off still cost { $percent } % (Daniels' table). That comes back over about as many days.
paces-old = Your { $distance } in { $time }, { $day }, is too old to train by, so for now everything goes by effort. Take it as something to come back to. A new result, such as <i>5k in 24:30, last Sunday</i>, brings the paces back.
paces-marathon = The marathon takes marathon weeks, too: on the { $week } a week that you run, { $time } is likelier.
paces-race = Your { $distance } on { $day }: about { $time } as you run today ({ $low } to { $high }).
paces-reserve = Top speed: { $distance } in { $seconds } s. 5K pace is { $five } % of it, marathon pace { $marathon } %.
paces-reserve-more = A quicker sprint would make those paces easier; strides and hill sprints are for that.
paces-reserve-sound = Speed isn't what holds you back; endurance takes you further.
button-age-grade = Age grade
age-grade-ask = Which table shall I read? I use the answer once and don't keep it.
table-women = Women
table-men = Men
in-table-women = women's
in-table-men = men's
age-grade = Your { $distance } in { $time } at { $age }, by the { $table } table: <b>{ $share } %</b> of the best for that age. At the fastest age it would be worth { $open }. (USATF and WMA road tables, 2025.)
age-grade-none = The tables have nothing for that age or distance.
paces-withheld = No paces for now. { $why } Everything goes by effort until that changes.
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
zones-by-threshold = Pulses are from the threshold pulse that you measured. Effort still comes first.
zones-by-maximum = Pulses are from the maximum that you measured. Effort still comes first.
zones-by-reserve = Pulses are from the maximum that you measured and your resting pulse. Effort still comes first.
zones-how = A measured one is better: tell me with <i>/zones max 188</i> or <i>/zones threshold 170</i>.
sorry-measured = Tell me a pulse that you measured and which one it is: <i>/zones max 188</i> or <i>/zones threshold 170</i>.
range-measured-pulse = { $told } beats is outside what I can believe here, which is { $low } to { $high }.
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
