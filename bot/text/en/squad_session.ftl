### A squad's session: set by its coach, its card in the group, and everybody's own version.

repeat-sets = { $times } sets of { $set }; { $recovery } between sets

session-how = <b>What does the squad run on { $day }, { $clock }?</b>
    Write it as you would to runners, as a reply to this message or behind /session: "6x800 @5K r2'", "15' T, 3' jog, 2x800 @5K r2'", "hills 10x60s".
    Day, hour and place may stand around it: "Tue 19:00 6x800 @5K place: the track". "/session every Tue 19:00" repeats.
session-shown = <b>Understood like this. Post it?</b>
session-shown-every = <b>Understood like this, every { $weekday } at { $clock }. Keep it so?</b>
session-for = For { $squad }:
session-at = { $day }, { $clock }
session-at-place = { $day }, { $clock }, { $place }
session-bare = Place and hour only; everybody runs their own day.
session-fits = It's the kind of session that the week of { $fits } of { $of } members with a plan holds anyway.
session-fits-nobody = Nobody's plan says what fits, so it's a friendly one.
session-reply = Another day, hour, place or session: reply to this message.
session-note-effort = You didn't say how hard, so the fast parts go { $effort }.
session-note-rest = You didn't say how long the rests are, so they're the usual.
session-note-own-pace = A pace in figures is one runner's. It goes { $effort }, so that each has their own.
session-note-range = Of a range I took the first.
session-note-fartlek = I took a minute fast and two easy, over and over.
session-note-progression = Nothing said where it gets faster, so it's a third each.
session-note-nearest = Seconds beside an effort are different for each of you. It goes { $effort }, the nearest.
session-effort-marathon = M
session-effort-half = HM
session-effort-threshold = T
session-effort-10k = 10K
session-effort-5k = 5K
session-effort-3k = 3K
session-effort-mile = Mile

session-button-post = Post it
session-button-keep = Keep it
session-button-write = Set it
session-button-library = From the library
session-button-propose = What fits most
session-button-bare = Place and hour only
session-button-discard = Drop it
session-button-earlier = ‹ { $clock }
session-button-later = { $clock } ›
session-pick = <b>{ $focus }: which one?</b>
session-pick-line = { $number }. { $workout }
session-pick-focus = <b>What should it train?</b>
session-focus-vo2max = Intervals
session-focus-threshold = Threshold
session-focus-speed = Speed
session-focus-race-pace = Race pace
session-focus-long = Long
session-focus-easy = Easy

session-missed = I can't read { $part } in it. Nothing was set; write it again in other words.
session-missed-empty = I see no session in that. Like this: "6x800 @5K r2'".
session-missed-no-amount = How long or how far is { $part }? Nothing was set.
session-missed-which-unit = Is { $part } minutes, seconds or metres? Nothing was set.
session-missed-which-pace = { $part } is a different effort for each of you. Name one: T, 10K, 5K, 3K, mile.
session-missed-too-many = { $part }: that's over a hundred reps. Nothing was set.
session-missed-too-long = { $part }: that's longer than anybody here should run. Nothing was set.
session-missed-too-short = { $part } is too short to be run. Nothing was set.
session-missed-one-session = One session at a time, please: what belongs to { $part } gets a /session of its own. Nothing was set.
session-missed-which-reps = Is { $part } for the last part only, or for all before it? Brackets say it: 4x(800 @10K, 400 @3K). Nothing was set.
session-missed-one-day = One day at a time, please: { $part } gets a /session of its own. Nothing was set.
session-missed-not-closed = A bracket stays open in it. Nothing was set.

session-discarded = Dropped. Nothing was set.
session-set = It's in the group.
session-repeats = Every { $weekday } at { $clock } from now on. If nothing is written for it, I ask you at noon of the day before, once.
session-repeats-no-more = It no longer repeats.
session-button-unrepeat = Not every { $weekday } any more
session-past = That hour is over. Pick another day.
session-too-far = That's more than two months ahead; too far for me to plan.
session-taken = The squad has a session on { $day } already. Change or call off that one first.
session-anonymous = You write anonymously here, so I don't know whose tap confirms it. Send /session in our own chat.
session-draft-gone = That draft is another coach's, or no longer open. /session begins a new one.
session-not-yours = Only the squad's coaches set its sessions.
session-no-squad = I don't train a squad here yet.
session-nowhere = You set no squad's sessions. In your group, an administrator can name you as coach: /squad.
session-which = <b>For which squad?</b>
session-gone = That session is no longer in my book.
session-is-cancelled = It is called off already.
session-changed-meanwhile = Somebody changed it a moment before you. It stands like this now:

session-change = <b>Change it?</b>
session-button-change = Change it
session-button-change-day = Change { $day }
session-button-move = { $day }
session-button-cancel = Call it off
session-button-cancel-sure = Yes, call it off
session-button-leave = Leave it
session-cancel-sure = <b>Call it off?</b>
session-cancel-after = Who has it in their plan gets their own session back.
session-skip-sure = <b>Call off { $day }?</b> It repeats every { $weekday }; only this one is left out.
session-skipped = Left out this once. The group knows.
session-move-sure = <b>Move it?</b>
session-move-from = From: { $where }
session-move-to = To: { $where }
session-button-move-sure = Yes, move it
session-which-one = <b>Which session?</b>
session-button-which = { $squad }, { $day }
session-none-then = There is no session on { $day } that could be changed.
session-none-ahead = There is no session ahead that could be changed.
session-moved = Moved. Everybody's plan follows.
session-cancelled = Called off. Everybody has their own session back.
session-news-moved = <b>{ $squad } has moved its session: { $where }.</b>
session-news-moved-plan = Your plan follows.
session-news-cancelled = <b>{ $squad } has called off its session: { $where }.</b>
session-news-cancelled-plan = Your own day is back in your plan.
session-left = It stays as it is.

session-card-head = <b>{ $where }</b>
session-card-moved = <b>Moved: { $where }</b>
session-card-cancelled = <b>Called off: { $where }</b>
session-card-own = Everybody runs their own day; the squad meets.
session-groups = Similar paces: { $groups }
session-group = { $fast } to { $slow }: { $count } of you
session-button-mine = My version
session-button-twin = By time
session-twin = All start and stop together: { $steps }
session-twin-none = It goes by time already.

session-mine-same = <b>Your version: as it stands</b>
session-mine-smaller = <b>Your version: smaller</b>
session-mine-easier = <b>Your version: easier</b>
session-mine-not = <b>Not today.</b>
session-mine-not-ahead = <b>Not this one.</b>
session-mine-own-day = Your own day stands: { $session }
session-mine-own-rest = Your own day stands: rest.
session-mine-laid = It's in your plan. Out on the card gives you your own day back.
session-mine-say-in = Say In, and it goes into your plan.
session-mine-week = Your week makes room:
session-mine-no-plan-now = You have no plan at the moment, so nothing else moves for it.
session-mine-no-plan = You have no plan with me, so it goes by effort. A plan of your own gives you paces.
session-mine-stranger = We haven't met, so it goes by effort: as hard as the words say, never harder. New to running or coming back? Half the reps are enough.
session-mine-bare = No session is set; run your own day, in company.
session-button-meet = Get your own paces

session-ask-coach = <b>{ $squad } trains tomorrow, { $where }.</b> Nothing is set yet. If it stays so until six, I post place and hour only.

menu-session-group = Set what the squad runs: 6x800 @5K r2'
