### A change of the plan: what it does to each day, its name, and the way back.

change-out = { $day }: no run, instead of { $was }
change-rest = { $day }: rest
change-new = { $day }: { $session }
change-breaks = { $day }: { $session }, with breaks of { $now } instead of { $was }
change-day = { $day }: { $session }, instead of { $was }
change-undone = <b>Taken back.</b> The plan is again:
change-undone-more = { $days ->
    [one] One more day is as it was; /week shows it.
   *[other] { $days } more days are as they were; /week shows them.
  }
change-goes-with = What came later stands on that change. This would go with it:
    { $changes }
button-undo-all = Undo all of it
change-leave = Leave it
change-name-moved = { $day }: { $session } on another day
change-name-skipped = left out on { $days }
change-name-away = away, { $first } to { $last }
change-name-busy = less time, { $first } to { $last }
change-name-other = the change of { $days }
change-undone-plainly = <b>Taken back.</b> /week shows the plan as it is.
change-moved-here = It was moved here from { $day }.
