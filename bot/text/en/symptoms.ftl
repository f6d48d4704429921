### /fix: a workout that went badly, down to one cause and one change.

fix-ask = <b>What was it like?</b> Two or three taps, and you get one cause and one change.
fix-question = <b>{ $question }</b>
fix-found = <b>{ $name }.</b> { $why }
fix-evidence = Your log says so: { $evidence }
fix-begin = Nothing you told me points anywhere else, so this is where to begin.
fix-change = <b>One change:</b> { $change }
fix-source = Source: { $source }.
fix-applied = <b>It's in the plan.</b> { $change }
fix-applied-more = { $days ->
    [one] One more day changes; /week shows it.
   *[other] { $days } more days change; /week shows them.
  }
fix-trial = A 3 km time trial would set them right.
fix-nothing = Then I have no better idea, and one bad session needs none: the next one will tell. If it goes on for weeks, /plateau looks deeper; if you feel unwell, see a doctor.
fix-gated = <b>That comes first, and it explains a lot.</b>
fix-over = That question is over. /fix asks anew.
button-went-wrong = What went wrong?
button-fix-apply = Change the plan
button-fix-other = Something else

clue-hard-before = the hard run of { $day } came the day after a hard or long one.
clue-air = it was { $degrees } on { $day }.
clue-old-paces = the result behind your paces is { $weeks } weeks old.
clue-old-paces-none = there's no result behind your paces.
clue-load-up = the last week was { $percent } % bigger than the three before it.
clue-short-nights = { $hours } a night over the last { $nights }.
clue-easy-brisk = { $runs } of your last { $of } easy runs were effort { $rpe } or more.
clue-every-time = { $runs } of your last { $of } hard sessions went that way.
clue-little-base = { $runs ->
    [0] no threshold or steady run in { $weeks } weeks.
    [one] one threshold or steady run in { $weeks } weeks.
   *[other] { $runs } threshold or steady runs in { $weeks } weeks.
  }
clue-stress = stress on { $mornings } of the last { $of } mornings.
clue-run-down = { $mornings } of the last { $of } mornings were heavy or without drive.
