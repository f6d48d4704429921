### /move and /skip: which session, where to, why not.

move-which = Which session would you like to move?
move-which-skip = Which session would you like to leave out?
move-nothing = There's nothing in the next seven days to move or leave out.
move-day = { $day }: { $session }
move-where = <b>{ $session }</b>, { $day }. Where to?
move-nowhere = <b>{ $session }</b>, { $day }: there's no other day for it this week.
move-swaps = { $day }: changes places with { $session }
move-free = { $day }: free
move-not = { $day }: no, { $why }
move-refused = { $day } doesn't fit: { $why }.
move-same-day = It's on that day already.
move-leave-out = Leave it out
move-other = ‹ Another session
move-done = <b>Moved.</b> The week is now:
skip-done = <b>Left out.</b> It's let go, and nothing needs making up.
move-past = That day is over. What wasn't run is let go.
move-logged = Today's run is logged already, so there's nothing left to move.
move-rest = Nothing is planned on that day.
move-stopped = While that sign stands there's no running, so there's nothing to move or leave out. /well says what ends it.
move-race = A race has its own day. To change it or take it out: /race.

misfit-past = that day is over
misfit-too-late = that's more than three days after its own day
misfit-other-week = a session stays in its week, and hard or long ones stay put around a race
misfit-rest-day = that's a fixed rest day of yours
misfit-taken = there's a hard or long run already
misfit-next-to-hard = hard, long and race days need easy days between them
misfit-race-near = a race is too near
misfit-strength-before = strength work stands on the day before
misfit-strides-after = strides don't follow a hard or long day
misfit-moved-before = it was moved once already
misfit-race = a race is on that day
misfit-runs-in-a-row = in the first weeks there's a day between runs
