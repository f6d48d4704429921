### Who comes to a squad's session, and who did it.

attend-line-in = <b>In { $count }</b>: { $names }
attend-line-maybe = Maybe { $count }: { $names }
attend-line-out = Out { $count }: { $names }
attend-line-nobody = Nobody has said yet.
attend-line-ran = <b>Ran { $count }</b>: { $names }
attend-line-done = Who ran? Tap Done.
attend-line-kudos = Kudos: { $count }
attend-training = Training
attend-more = { $count } more
attend-line-weather = Forecast for { $clock }: { $degrees }.
attend-line-rain = If it rains: { $plan }
attend-rain-indoors = we move indoors, the coach says where.
attend-rain-alone = no meeting; everybody runs their own version at home, by time.
attend-rain-place = we meet at { $place }.

attend-button-in = In
attend-button-maybe = Maybe
attend-button-out = Out
attend-button-done = Done
attend-button-along = I come along
attend-button-cannot = I can't make it

attend-in = You're in. I remind you two hours before.
attend-in-soon = You're in.
attend-maybe = Noted as maybe.
attend-out = Noted: you're out this time.
attend-in-joined = You're in, and in the squad from now on. It sees that you come, nothing else; the rest is yours to allow.
attend-maybe-joined = Noted as maybe. You're in the squad from now on; it sees whether you come, nothing else.
attend-out-joined = Noted: out this time. You're in the squad from now on; it sees whether you come, nothing else.
attend-already-in = You're in already.
attend-already-maybe = You stand as maybe already.
attend-already-out = You're out already.
attend-already-done = You've said so already.
attend-done = Noted. Good that you were there.
attend-done-asks = Noted. How it felt, I ask in our own chat.
attend-not-yet = It hasn't started yet.
attend-over = That session is over.
attend-cancelled = That session is called off.
attend-gone = That session is no longer in my book.
attend-no-member = Only members can say so. Tap In on the next session, and you're one.
attend-invited = We haven't met. Open our chat first; one tap there and you're in the squad.

remind-head = In two hours: <b>{ $session }</b>
remind-head-dawn = This morning: <b>{ $session }</b>
remind-place = { $day }, { $clock }, { $place }
remind-no-place = { $day }, { $clock }
remind-in = { $count ->
    [one] You're the only one in so far.
   *[other] { $count } are in.
}
remind-no-run = No running for you today, as things stand. You're welcome to come along all the same.
remind-aside = No running for you today, so { $squad } has you as out: { $where }. It looks like any other out; nobody sees why. To come along without running, say so here.
