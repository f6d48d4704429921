### What if? under /plan: seen before anything changes.

button-whatif = What if?
whatif-head = <b>What if?</b> Look at another season first; nothing changes until you say so.
button-whatif-days = Other days
button-whatif-race = One more race
button-whatif-away = A week away
whatif-days-ask = Which days would you run on? Tap them, then look.
button-show-me = Show me
whatif-on-days = Running on <b>{ $days }</b>, the long run on { $long }:
button-take-days = Train on these days
whatif-race = Tell me the race, such as <i>half marathon on 9 May in 1:45</i>. I show what it would make of the plan, and you decide.
whatif-away-ask = Which week would you be away?
button-week-of = Week of { $day }
whatif-without = No running from { $first } to { $last }:
whatif-weeks = Weeks to come
whatif-biggest = Biggest week
whatif-longest = Longest run
whatif-runs = Runs
whatif-hard = Hard days
whatif-same = { $what }: { $then }, as now
whatif-other = { $what }: { $then } (now { $now })
whatif-refused = I can't plan it that way. { $reasons }
whatif-left = Everything stays as it is.
