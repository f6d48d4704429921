### /race: the race calendar.

race-none = No race in the calendar. Tell me one: <i>10k on 9 May</i>, <i>half marathon in 14 weeks</i>.
race-head = <b>Your races</b>
race-more = Tap one to change it, or tell me another: <i>10k on 9 May</i>. When you've run one, write <i>/race result 10k in 48:30</i>.
race-line = { $distance }, { $day } ({ $priority })
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
