### /away and /busy: until when, with running or without, and what becomes of the days.

away-until = Away until when? Tap the last day, or write it: <i>/away 3 to 10 December</i>.
busy-until = How long is time short? Tap it, or write it: <i>/busy until Friday</i>.
busy-this = Until the end of this week
busy-next = Until the end of next week
away-over = Those days are over.
away-too-long = That's more than two months. For so long, /settings can pause the plan, and we begin anew when you're back.
away-known = I have that down already.
away-not = You're not down as away. /week shows the plan.
away-head = Away from { $first } to { $last }.
away-head-day = Away on { $last }.
away-runs-ask = Will you run there?
away-runs = Yes, easy runs when they fit
away-rests = No running
away-done = <b>Away from { $first } to { $last }.</b>
away-done-day = <b>Away on { $last }.</b>
away-eased = What the plan had becomes easy runs by effort; each is an offer, and none has to be made up.
away-rested = No running then, and nothing to make up.
away-race = { $race }, { $day }: that stays where it is. To take it out: /race.
away-home = Home sooner? Write <i>I'm back</i>. After more than five days without a run the first days are shorter.
away-more = and { $days ->
    [one] one day
   *[other] { $days } days
  } more
busy-done = <b>Less time from { $first } to { $last }.</b>
busy-done-day = <b>Less time on { $last }.</b>
busy-eased = Now we keep what you have: shorter runs, one quick session a week, nothing that grows.
away-back = <b>Welcome back.</b> From today the plan goes on; /today has the session.
busy-back = <b>Good.</b> From today the plan goes on as it was; /today has the session.
