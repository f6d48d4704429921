### What a squad is told of its week, on Monday.

recap-head = <b>The squad's week</b>, { $first } to { $last }
recap-session = { $day }: { $coming } in, { $ran } ran
recap-session-in = { $day }: { $coming } in
recap-decisions = Good decisions, all together: { $count }. Resting when told counts.
recap-board = Better than their own usual:
recap-gain-trial = { $name }: { $distance } trial { $percent } % faster than before
recap-gain-easy = { $name }: easy runs kept easy, { $percent } points more often
recap-gain-easy-all = { $name }: every easy run kept easy
recap-gain-routines = { $name }: { $percent } % more routines
recap-gain-routines-new = { $name }: routines, now a habit
recap-racing = Racing soon: { $races }
recap-race = { $name } ({ $distance }, { $day })
recap-challenge-steady = Challenge until { $ends }: { $done } of { $target } steady weeks.
recap-challenge-easy = Challenge until { $ends }: { $done } of { $target } weeks with every easy run easy.
recap-challenge-routines = Challenge until { $ends }: { $done } of { $target } weeks with two routines.
recap-challenge-reached = Challenge reached: { $done } of { $target } weeks.
