### /log and what was run.

log-ask = What did you run, and when? Today unless you say otherwise: <i>8k in 48:10</i>, <i>35 min easy yesterday</i>, <i>4 of 6</i>.
log-days = To fill in or change a day, tap it:
log-day = { $day }: { $session }
log-day-free = { $day }: no run planned
log-day-done = { $day }: { $session } ✓
log-saved = Logged for { $day }: { $run }.
log-too-old = I log the last seven days; { $day } is further back. Older races belong to /paces.
log-future = { $day } hasn't happened yet.
run-distance-time = { $distance } in { $time }, { $pace }
run-distance = { $distance }
run-time = { $time }
run-reps = { $done } of { $planned } reps
run-as-planned = { $session }, as planned
run-not = no run
run-rpe = { $run }, effort { $rpe }
logged-longest = That's your longest in 30 days.
result-told = { $distance } in { $time }, { $day }. Was that a race, or all-out? Only then it tells your fitness (it would be VDOT { $vdot }).
result-taken = Noted as a result: { $distance } in { $time }, { $day }. That's VDOT { $vdot }, and /paces has what follows from it. From tomorrow the plan uses it.
result-only-run = Fine, a run and no result. To log it, write <i>ran</i> before it.
button-race-yes = Yes, a race or all-out
button-race-no = No, a training run
run-any = a run
logged-harder = That was harder than it was meant to be, so tomorrow is easy.
log-unclear = I can't read a run in that. Distance, time, or both: <i>8k in 48:10</i>, <i>35 min</i>.
