### What a race would bring today, and how a goal stands to it.

outlook-likely = As you run today, the { $distance } would take you about <b>{ $time }</b>: { $low } on a good day, { $high } on a slow one.
outlook-from-result = That's your own time over the distance, brought up to today.
outlook-from-vdot = I read that from your { $distance } by Daniels' tables.
outlook-from-personal = I read that from two of your own races, and how you slow as they get longer.
outlook-from-vickers-1 = I read that from your { $distance } and the { $week } a week that you run (Vickers & Vertosick, 2303 runners). Over this distance the weeks decide as much as speed does.
outlook-from-vickers-2 = I read that from two of your races and the { $week } a week that you run (Vickers & Vertosick, 2303 runners). Over this distance the weeks decide as much as speed does.
outlook-own = Your { $distance } in { $time } ({ $day }) is counted in: this stands halfway between it and what the rest promises. Until a long race says otherwise, run marathon pace by effort, nearer to { $pace } than to the table.
outlook-goal-now = Your goal of { $target } ({ $pace }) is within what you can run now. Training makes it safer.
outlook-goal-reachable = Your goal of { $target } ({ $pace }) is in reach: { $gap } quicker than today, and { $weeks ->
    [one] one week
   *[other] { $weeks } weeks
  } to get there.
outlook-goal-ambitious = Your goal of { $target } ({ $pace }) is ambitious: { $gap } quicker than today, with { $weeks ->
    [0] no week left
    [one] one week left
   *[other] { $weeks } weeks left
  }. It can come on a day when everything fits. Start a little slower than that and see.
outlook-goal-out-of-reach = Your goal of { $target } ({ $pace }) is out of reach for this race: { $gap } quicker than today, with { $weeks ->
    [0] no week left
    [one] one week left
   *[other] { $weeks } weeks left
  }. If training goes well, about { $best } is the most I'd hope for. Keep the goal for a later race; it isn't lost.
outlook-beyond = That pace is so near your top speed that no endurance could hold it. Speed would have to come first.
outlook-train = Your sessions use what you can run today, whatever the goal. They get quicker when you do.
