### Challenges that a squad takes on together.

challenge-pick = Which one? Four weeks from Monday, for who joins. Each counts weeks, so running more gives no more, and a week of rest that was told counts like any other.
challenge-button-steady = Steady weeks
challenge-button-easy = Easy stays easy
challenge-button-routines = Two routines a week
challenge-card-steady = <b>Challenge: steady weeks</b>, { $first } to { $last }
    A week counts when its days were well decided: running what was right, resting when told.
challenge-card-easy = <b>Challenge: easy stays easy</b>, { $first } to { $last }
    A week counts when every easy run in it stayed easy. A week of rest that was told counts, too.
challenge-card-routines = <b>Challenge: two routines a week</b>, { $first } to { $last }
    A week counts with two routines in it, done and tapped as done.
challenge-rules = It is counted for all together, and nobody is told apart. A week run while hurt doesn't count. Mondays say how far it is.
challenge-joined = { $count ->
    [0] Nobody has joined yet.
    [one] One has joined.
   *[other] { $count } have joined.
}
challenge-button-in = Count me in
challenge-button-out = Not me
challenge-proposed = It's in the group. Who wants to, joins there.
challenge-already = A challenge is under way. One at a time is plenty.
challenge-in = You're in. It counts for all together, nobody is told apart.
challenge-out = Noted: not you this time.
challenge-in-already = You're in already.
challenge-out-already = You're not in it.
challenge-gone = That challenge is no longer on.
challenge-over = That challenge is over.
challenge-no-member = Only members can join. Tap In on the next session, and you're one.
