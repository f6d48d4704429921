### /log and what was run.

log-ask = What did you run, and when? Today unless you say otherwise: <i>8k in 48:10</i>, <i>35 min easy yesterday</i>, <i>4 of 6</i>.
log-days = Or tap a day to see what was planned:
log-day = { $day }: { $session }
log-day-free = { $day }: no run planned
log-day-open = { $day }: { $session } ?
log-saved = Logged for { $day }: { $run }.
log-replaced = Logged for { $day } instead of what was there: { $run }.
log-rpe = How hard was it, 1 to 10?
log-too-old = I log the last seven days; { $day } is further back. Older races belong to /paces.
log-future = { $day } hasn't happened yet.
log-unclear = I can't read a run in that. Distance, time, or both: <i>8k in 48:10</i>, <i>35 min</i>.
log-impossible = { $told } can't be right for a run. Check it and send it again.
run-distance-time = { $distance } in { $time }, { $pace }
run-distance = { $distance }
run-time = { $time }
run-reps = { $done } of { $planned } reps
run-as-planned = { $session }, as planned
run-not = no run
run-rpe = { $run }, effort { $rpe }
logged-hard-easy-tomorrow = That was harder than it was meant to be, so tomorrow becomes easy.
logged-longest = That's your longest in 30 days.
result-told = A { $distance } result: { $time }. That counts as a race? It would set your paces (VDOT { $vdot }).
button-race-yes = Yes, a race or all-out
button-race-no = No, just a run
run-any = a run
