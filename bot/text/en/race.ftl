### /race: the race calendar.

race-none = No race in the calendar. Tell me one: <i>10k on 9 May</i>, <i>half marathon in 14 weeks</i>.
race-head = <b>Your races</b>
race-more = Tap one to change it, or tell me another: <i>10k on 9 May</i>. When you've run one, write <i>/race result 10k in 48:30</i>.
race-line = { $distance }, { $day } ({ $priority })
race-line-target = { $distance }, { $day } ({ $priority }), goal { $target }
race-bends-a = The season leads here: a taper before it, recovery weeks after it. /taper shows it.
race-bends-b = Three easy days before it and easy ones after; it's the week's hard day, and the build goes on.
race-bends-c = A training race: it takes the week's hard day, with an easy day before it and easy ones after.
race-button = { $distance }, { $day } { $month } { $year } ({ $priority })
race-priority-a = A: the goal
race-priority-b = B: serious
race-priority-c = C: training
race-remove = Take it out
race-back = ‹ All races
race-proposal = { $race }. The way there would be:
race-take = Plan for it
race-leave = Leave things as they are
race-added = In the calendar: { $race }. From tomorrow the plan leads there; /plan and /week show it.
race-removed = Out of the calendar: { $race }. From tomorrow the plan goes on without it.
sorry-two-races = There's another race on { $date } already. Take that one out first.
sorry-race-distance = Which distance is it? Write it like <i>10k on 9 May</i>.
race-judged = <b>About your race, honestly.</b> With the days that are missing it can't be prepared for safely any more. { $reasons }
race-judged-list = My races
