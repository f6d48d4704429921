### /library: workouts by what they train, how long, and where.

library-ask = What are you looking for? Write it after the command: <i>/library 40 minutes, hills</i>, <i>/library tempo</i>, <i>/library something easy</i>.
library-found = { $count ->
    [one] One workout fits, sized for you:
   *[other] { $count } workouts fit, sized for you:
  }
library-line = { $number }. { $workout }
library-nothing = Nothing in the library fits that. Try fewer words: a length, a kind (easy, long, tempo, intervals, speed, strides) or a place (hills, track, treadmill).
library-feel = At the end: { $feel }
library-locked-level = It asks for more experience than you have told me of.
library-locked-age = It's for adults.
library-locked-kit = It needs ground or kit that you haven't told me of.
library-locked-no-distance = It needs a measured distance.
library-locked-injury = With your injury history it isn't for you.
library-locked-seasons = It's for athletes with a few seasons behind them.
library-locked-week = It comes later in your first weeks.
library-locked-base = It wants a base first.
library-locked-basics = It wants its simpler relatives first.
library-locked-cannot-run-yet = First the walk-run weeks, then this.
