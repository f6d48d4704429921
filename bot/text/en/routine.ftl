### /mobility and the routine before hard runs.

routine-pick = Which one?
routine-kind-pre-run = Before a run, 10 min
routine-kind-pre-run-3 = Before a run, 3 min
routine-kind-post-run = After a run
routine-kind-mobility = Mobility
routine-kind-strength = Strength
routine-kind-prehab = Prehab
routine-kind-drills = Drills
routine-head = <b>{ $name }</b> · { $minutes } min
routine-soon = Half an hour to go. These ten minutes make the first rep feel like the third:
routine-now = Before you run, a few minutes that make the start feel easy:
routine-block = <i>{ $block }</i>
routine-exercise = { $name }: { $amount }
routine-left-out = Left out today, for the { $spot }: { $exercises }.
routine-button-done = Routine done
routine-done = Noted. The small things count, too.
routine-done-already = Today's is noted already.
routine-none = There's no such routine for you today.
amount-reps = { $count }
amount-seconds = { $count } s
amount-minutes = { $count } min
amount-metres = { $count } m
amount-sets = { $sets } sets of { $amount }
amount-each-side = { $amount } each side
button-running-hour = Tell me when you usually run
