### The squad's coach, in private: who comes, who should do less, notes, times, the rain plan.

coach-head = <b>{ $squad }</b>, { $count ->
    [one] one member
   *[other] { $count } members
}
coach-none = No session is set for the next two weeks. /session in the group sets one.
coach-next = Next: <b>{ $session }</b>, { $where }
coach-no-answers = Nobody has answered yet.
coach-hints = What they let you know:
coach-hint = • { $name }: { $what }
coach-hints-more = • and { $count } others
coach-fit-smaller = a smaller version
coach-fit-easy = easy running only
coach-fit-not = not today
coach-colour-green = green
coach-colour-amber = amber
coach-colour-red = red
coach-hint-both = { $fit }, { $colour }
coach-smaller = Smaller by your wish: { $names }.
coach-how = <i>/note Ana see you Tuesday</i> writes to one member. <i>/results 5k: Ana 21:40, Rui 23:10</i> takes times. <i>/rain Pavilion</i> names a place for rain.
coach-button-less = Smaller for { $name }
coach-button-full = As set for { $name }
coach-button-names = More names ›
coach-smaller-set = Smaller for { $name }. What they run is for them alone.
coach-smaller-off = As set again for { $name }, within their own rules.
coach-smaller-already = That stands for { $name } already.
coach-smaller-gone = They don't come to this session any more.
coach-smaller-late = That session has begun, or nothing is set to be run.
coach-button-indoors = Rain: indoors
coach-button-alone = Rain: at home
coach-button-dry = No rain plan
coach-button-challenge = Challenge
coach-button-refresh = Look again
coach-which = Which squad?
coach-nowhere = You coach no squad that I know of. Send /coach in the group whose sessions you set.
coach-only = Only who sets the squad's sessions can do that.
coach-anonymous = You write anonymously here, so I don't know whom to answer. Ask me in our own chat.
coach-squad-gone = That squad has ended.
coach-session-gone = That session is gone.
coach-rain-set = The rain plan stands on the card.
coach-rain-off = The rain plan is off the card.
coach-rain-already = That is the plan already.
coach-rain-none = There is no session to plan for.
coach-rain-how = Name the place behind it: <i>/rain Pavilion</i>.

smaller-reps = <b>Your coach made it smaller for you: { $reps } of { $of }.</b> { $squad }, { $where }.
smaller-some = <b>Your coach made it smaller for you.</b> { $squad }, { $where }.
smaller-off = <b>Your coach gives you the session as it was set again.</b> { $squad }, { $where }. Your own rules still hold.

note-from = A note from { $sender }, who coaches { $squad }:
note-sent = On its way to { $name }, in private.
note-unreached = { $name } has not opened the chat with me, so I can't deliver it.
note-nobody = Who is it for? Begin with the name as the squad has it: <i>/note Ana see you Tuesday</i>
note-empty = And what shall I tell them? <i>/note Ana see you Tuesday</i>
note-several = That name fits { $names }. Write it longer.

results-how = Names and times, one after the other: <i>/results 5k: Ana 21:40, Rui 23:10</i>
results-no-session = There was no session in the last two days that times could belong to.
results-asked = Asked { $names }, in private. A time counts once its runner has confirmed it.
results-asked-nobody = I asked nobody.
results-confirmed = Confirmed before, so it stays: { $names }.
results-unknown = Not found, or not clear whose it is: { $names }.
results-unread = I couldn't read “{ $text }”.
results-no-distance = No distance was told, so the times stay with the squad. <i>/results 5k: …</i> lets them count for paces too.
results-question = { $squad }, { $day }: your coach has { $time } for you. Is that right?
results-question-over = { $squad }, { $day }: your coach has { $time } over { $distance } for you. Is that right?
results-button-all-out = Right, all-out
results-button-not-all-out = Right, not all-out
results-button-right = Right
results-button-wrong = Not mine
results-right = Noted. The squad sees it only if you show your times; /squad has that.
results-counts = Noted, and it counts: your paces follow it. /paces shows them.
results-doubt = Noted for the squad. It doesn't fit your other results, so your paces stay. Tell me in words if the course was measured.
results-wrong = Left out. Nobody sees it.
results-settled = You've answered that already.
results-gone = That time is no longer in my book.
