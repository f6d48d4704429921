### The weekly review, the month and the year.

review-first = <b>Your first week</b>: { $done }
review-second = <b>Your second week</b>: { $done }
review-brief = <b>Week of { $day }</b>: { $done }
review-done = { $run } of { $planned ->
    [one] { $planned } run
   *[other] { $planned } runs
  }, { $amount } of { $of }.
review-done-far = { $run } of { $planned ->
    [one] { $planned } run
   *[other] { $planned } runs
  }, { $amount } of { $of }, { $time } in all.
review-done-free = { $runs ->
    [0] No run was planned.
    [one] One run, { $amount }.
   *[other] { $runs } runs, { $amount }.
  }
review-other = { $runs ->
    [one] One more was your own idea.
   *[other] { $runs } more were your own idea.
  }
review-unknown = { $days ->
    [one] Of one day I know nothing.
   *[other] Of { $days } days I know nothing.
  }
review-open = { $days ->
    [one] One run is still open.
   *[other] { $days } runs are still open.
  }
review-untold = I know nothing of this week, and nothing is held against it. Runs of the last seven days can still be told: /log.
review-hindered-ill = You were ill this week, so nothing is counted.
review-hindered-hurt = Something hurt this week, so nothing is counted.
review-hindered-paused = You paused this week, so nothing is counted.
review-hindered-away = You were away this week, so nothing is counted.
review-hindered-busy = Life was busy this week, so nothing is counted.
review-hindered-ran = { $runs ->
    [one] One run, { $amount }.
   *[other] { $runs } runs, { $amount }.
  }
review-well = <b>Went well</b>: { $well }
review-good = { $count } good decisions in a row.
review-change = <b>One thing to change</b>: { $change }
review-no-change = Nothing to change.
review-next = <b>Next week</b>: { $parts }.
review-next-runs = { $runs ->
    [one] one run
   *[other] { $runs } runs
  }, { $amount }
review-next-rest = no run
review-next-hard = hard on { $days }
review-next-long = long run of { $size } on { $day }
review-next-race = { $race } on { $day }
review-next-none = <b>Next week</b> gets its plan on Monday.
review-next-held = <b>Next week</b> follows what stands now. { $why }
review-turns = It begins the { $phase } phase.

pillar-pacing = Pacing
pillar-intervals = Intervals
pillar-form = Form
pillar-strength = Strength
pillar-recovery = Recovery
mark-good = { $name } good
mark-fair = { $name } fair
mark-low = { $name } low
mark-unknown = { $name } unknown
mark-open = { $name } still open
mark-off = { $name } none planned
review-evidence = <b>{ $name }</b>: { $why }

review-why-head = <b>How I read the week of { $day }</b>
review-why-share = By pace { $percent } % of the minutes were easy.
review-why-share-month = By pace { $percent } % of the minutes were easy, { $month } % over four weeks; the aim there is at least { $floor } %.
review-why-medium = Over four weeks { $percent } % of the runs you rated landed in the middle: easy ones too hard, hard ones flat. The less, the better.
review-why-marks = Easy stayed easy where the effort was at most one above what was meant (Foster's scale, 1 to 10). The borders between good, fair and low are ours. What nobody told is unknown, never bad.
review-why-ahead = Next week: { $why }

button-next-week = Next week
button-month = Month
button-year = Year
button-week-review = Week
button-month-before = ‹ Month before
button-strength-none = No strength
button-strength-once = Strength once
button-strength-twice = Strength twice
review-strength-none = Noted: no strength that week.
review-strength-once = Noted: strength once that week.
review-strength-twice = Noted: strength twice that week.
review-stale = That week is too far back to be told.
review-no-plan = A review needs a plan. /plan says why there is none.

review-month = <b>{ $month } { $year }</b>: { $runs ->
    [one] one run
   *[other] { $runs } runs
  }, { $amount }.
review-month-empty = <b>{ $month } { $year }</b>: no run that I know of.
review-month-before = { $month } had { $amount } in { $runs ->
    [one] one run
   *[other] { $runs } runs
  }.
review-month-longest = Longest run: { $size }, { $day }.
review-year = <b>Your year</b>, { $from } to { $to }: { $runs ->
    [one] one run
   *[other] { $runs } runs
  }, { $amount }.
review-year-line = Your year so far: { $runs ->
    [one] one run
   *[other] { $runs } runs
  }, { $amount }, since { $from }.
review-year-empty = Your year begins with the first run that you log: /log.
review-cycle = <b>{ $race }, { $day }</b>: { $weeks ->
    [one] one week
   *[other] { $weeks } weeks
  }, { $amount }, biggest week { $biggest }.
review-cycle-now = <b>Since { $day }</b>: { $weeks ->
    [one] one week
   *[other] { $weeks } weeks
  }, { $amount }, biggest week { $biggest }.
review-cycle-result = It brought { $time }.
review-cycle-phases = By phase: { $phases }.
review-cycle-phase = { $phase } { $amount } in { $weeks ->
    [one] one week
   *[other] { $weeks } weeks
  }
review-ceiling = The biggest week went from { $before } to { $now }.
review-best = Best { $distance }: { $time }.
review-best-before = Best { $distance }: { $time }, before it { $before }.
review-easier = The same easy pace takes less effort now: { $now } instead of { $before } of 10.
review-next-short-races = After a long race, a season of 5K and 10K raises the ceiling again.
review-next-long-race = After short races, a longer one gives the coming year a task of its own.
review-cycle-over = { $race } and its recovery close this cycle.

picture-review-runs = runs
picture-review-of = of { $amount } planned
picture-review-amount = in all
picture-review-easy = of the minutes at easy pace
picture-review-next = Next week: { $amount }
picture-year = Your year
picture-year-from = { $from } to { $to }

reason-easy-kept = { $of ->
    [one] { $kept ->
        [0] The easy run was harder than easy.
       *[other] The easy run stayed easy.
      }
   *[other] { $kept } of { $of } easy runs stayed easy.
  }
reason-easy-untold = The effort after each easy run would tell whether easy stayed easy.
reason-reps-kept = { $of ->
    [one] { $kept ->
        [0] The hard session wasn't run as meant.
       *[other] The hard session was run as meant.
      }
   *[other] { $kept } of { $of } hard sessions were run as meant.
  }
reason-reps-untold = A word on how the hard session went would tell.
reason-no-reps-meant = No hard session was planned.
reason-strides-run = { $of ->
    [one] { $done ->
        [0] The strides or hills were left out.
       *[other] The strides or hills were run.
      }
   *[other] Strides or hills in { $done } of { $of } sessions.
  }
reason-strides-untold = Runs logged as planned would show their strides and hills here.
reason-no-strides-meant = No strides or hills were planned.
reason-strength-done = { $of ->
    [one] { $done ->
        [0] The strength session was left out.
       *[other] The strength session was done.
      }
   *[other] { $done } of { $of } strength sessions were done.
  }
reason-strength-untold = { $of ->
    [one] One session was planned; only a tap of yours tells me.
   *[other] { $of } sessions were planned; only a tap of yours tells me.
  }
reason-no-strength-meant = No strength was planned.
reason-still-open = Still open this week.
reason-mornings-green = { $green } of { $answered } answered mornings were green.
reason-mornings-few = { $answered ->
    [0] No morning was answered;
    [one] One morning was answered;
   *[other] { $answered } mornings were answered;
  } from three on I can tell.

reason-health-first = You put health first.
reason-life-first = Life came first, and the plan made room.
reason-raced = You ran your race over { $metres }.
reason-listened = { $days ->
    [one] On one day you did less, because the morning asked for it.
   *[other] On { $days } days you did less, because the morning asked for it.
  }
reason-reps-even = { $sessions ->
    [one] The hard session held to its end.
    [2] Both hard sessions held to their end.
   *[other] All { $sessions } hard sessions held to their end.
  }
reason-grew-longest = { $metres } was your longest run in 30 days, by a safe step.
reason-grew-longest-minutes = { $minutes } min was your longest run in 30 days, by a safe step.
reason-all-run = { $runs ->
    [2] Both runs of the plan were run.
   *[other] All { $runs } runs of the plan were run.
  }
reason-easy-stayed = Every easy run stayed easy.
reason-mornings-told = You answered { $mornings } mornings, so the plan could follow you.
reason-ran = { $runs ->
    [one] You went out for a run.
   *[other] You went out { $runs } times.
  }
reason-nothing-owed = Nothing of this week is owed. The plan goes on from where you are.

reason-sleep-first = The nights averaged { $hours }. Going to bed half an hour earlier does more than any session.
reason-rest-more = { $mornings } mornings weren't green. Keep the easy days very easy, or rest on one of them.
reason-always-medium = { $percent } % of your runs landed in the middle. Easy ones a notch easier, and hard ones come out fresh.
reason-more-easy = By pace { $percent } % of four weeks was easy, and { $floor } % is the least that carries the hard days. Let the next easy runs be easy all the way.
reason-easy-slower = { $of ->
    [one] The easy run was harder than easy. Slow down
   *[other] { $crept } of { $of } easy runs were harder than easy. Slow down
  } until you can chat in whole sentences.
reason-hard-unasked = { $runs ->
    [one] One day turned hard that wasn't meant to. Keep it for the hard days, where it pays.
   *[other] { $runs } days turned hard that weren't meant to. Keep it for the hard days, where it pays.
  }
reason-start-calmer = The reps didn't hold. Start the first one calmer than you could, so that the last is as quick.
reason-fewer-days = { $runs } of { $of } runs had room, much as the week before. Fewer days in /settings may fit your life better.
reason-hard-back = Hard sessions have been left out for { $weeks } weeks. One short one a week is enough to start again.
reason-strength-back = Strength has been left out for { $weeks } weeks. Ten minutes after one easy run is a start: /mobility.
reason-strides-back = Strides have been left out for { $weeks } weeks. Four relaxed ones at the end of an easy run bring them back.
