### Race day: the plan of a race, its morning, and afterwards.

raceday-head = <b>Race plan: { $race }</b>, { $day }
raceday-head-gun = <b>Race plan: { $race }</b>, { $day }, start { $gun }

raceday-aims-raced = Target <b>{ $target }</b> ({ $pace }). Careful { $careful }, brave { $brave }.
raceday-aims-two = Target <b>{ $target }</b> ({ $pace }). Careful { $careful } ({ $slower }).
raceday-aims-controlled = Run it controlled, with something left: <b>{ $target }</b> ({ $pace }) at the quickest, { $careful } if the legs say so.
raceday-aims-training = A hard session with a number on: no quicker than <b>{ $careful }</b> ({ $slower }).
raceday-no-brave = No brave split { $why }.
raceday-no-brave-first = the first time at a distance
raceday-no-brave-warm = over { $degrees }
raceday-no-brave-setback = so soon after a setback
raceday-goal-target = That's your goal; today's fitness would allow { $likely }.
raceday-goal-brave = Your goal of { $goal } is the brave one: start on the target, decide after halfway.
raceday-goal-beyond = Your goal of { $goal } is more than today allows. Going out at it would cost you the second half.
raceday-slower = In these times are { $percent } % for { $causes }.
raceday-cause-heat = the heat
raceday-cause-wind = the wind
raceday-cause-hills = the hills

raceday-effort-no-fitness = I have no result to take a pace from, so run it by effort. That works.
raceday-effort-slow = By effort: it carries you further than any number.
raceday-effort-gate = By effort and without a pace: that is what your body allows for now.
raceday-effort-heat = From { $degrees } no pace is worth anything. Run by effort, slower than you think, and walk the drink stations.
raceday-effort-distance = For this distance I have no honest pace, so run it by effort.

raceday-script-short = First third: hold back, it should feel too easy. Middle: hard, even breathing. Last third: everything, the last minute without the watch.
raceday-script-middle = First third: calm, let others go. Middle: steady pressure, in short phrases. Last third: now race, one runner after the other.
raceday-script-long = To halfway: whole sentences, patient on every hill. Then steady. The last quarter is the race; until there you only spend little.
raceday-script-first = The first half so easy that you could talk. Then a little more if it feels good. A walk at a drink station is allowed.
raceday-script-walk = Run and walk from the first minute, as in training. Don't wait until you have to.
raceday-script-controlled = Even effort, one notch below all-out. Finish as if you could go on for another ten minutes.
raceday-script-training = Settle in, hold one effort, and leave the sprint to others. The day after is easy.
raceday-hills = Uphill the same breathing and not the same pace; let it run downhill.
raceday-hills-splits = The splits are where the clock should be on the whole.

raceday-before = Before: { $steps }.
raceday-breakfast = breakfast you know { $first }–{ $last }
raceday-breakfast-before = breakfast you know 2–3 h before
raceday-there = be there
raceday-routine = routine
raceday-jog = jog { $minutes } min
raceday-strides = { $count } strides
raceday-line-up = line up
raceday-step = { $at } { $what }
raceday-step-before = { $what } { $minutes } min before

raceday-fuel-none = Under 75 minutes you need no fuel on the way; water if you are thirsty.
raceday-fuel = Carbohydrate: { $low }–{ $high } g an hour, about { $gels ->
    [one] one gel (25 g), after 30 min
   *[other] { $gels } gels (25 g), the first after 30 min, then one every { $every } min
  }. Drink to thirst, never more.
raceday-fuel-doctor = What you take on the way: as your doctor and you have settled it. Drink to thirst, never more.
raceday-carry = Take with you: { $things }. Nothing new today, and no painkillers.
raceday-carry-number = number
raceday-carry-shoes = shoes you have raced or trained in
raceday-carry-medicine = your medicine
raceday-carry-fuel = the gels
raceday-carry-chafing = something against chafing
raceday-carry-layer = an old layer to throw away
raceday-carry-cap = a cap
raceday-carry-dry = dry clothes for afterwards
raceday-journal = After your last race ({ $day }) you wrote: <i>{ $line }</i>

raceday-not-raced = <b>{ $race }, { $day }: not to be raced as things stand.</b> { $why }
raceday-not-raced-hot = <b>{ $race }, { $day }: too hot to race.</b> From { $degrees } I plan nothing but easy running, 45 minutes at most. Another start will come.
raceday-left-out-of-plan = <b>{ $race }, { $day }: the plan doesn't lead there.</b> It can't be prepared for safely as things stand, so there is no race plan. Tell me a shorter or a later race, and I plan for that.
raceday-not-raced-then = The plan says what is possible instead; /today has it. There will be another race.

raceday-ask-gun = When is the start? The hour first.
raceday-ask-minute = And the minutes?
raceday-ask-ground = How does the course go?
raceday-ask-weather = What will the air be like?
raceday-ask-practised = Over two and a half hours more helps: 60–90 g an hour. Have you practised that in two long runs?
raceday-ground-flat = Flat
raceday-ground-rolling = Rolling
raceday-ground-hilly = Hilly
raceday-air-to = Up to { $high }
raceday-air-between = { $low }–{ $high }
raceday-air-from = { $low } and over
raceday-air-windy = Windy, too
raceday-air-calm = Not windy
raceday-button-yes = Yes, twice
raceday-button-no = No
raceday-button-unknown = Don't know
raceday-button-plan = Race plan
raceday-button-splits = Every split
raceday-button-picture = For the lock screen
raceday-button-gun = Start time
raceday-button-ground = Course
raceday-button-weather = Weather
raceday-button-practised = Fuel
raceday-button-back = ‹ Race
raceday-over = That race is over. /race has the next one.
raceday-none = That race isn't in the calendar any more. /race shows it.

raceday-splits-head = <b>{ $race }</b>: { $ways }
raceday-splits-line = { $at }: { $clocks }
raceday-way-careful = careful
raceday-way-target = target
raceday-way-brave = brave
raceday-way-controlled = at the quickest
raceday-way-training = no quicker than
raceday-splits-none = By effort there are no splits to run after.
raceday-finish = finish

raceday-picture-notes-effort = Even effort. Drink to thirst.
raceday-picture-alt = Your splits for the { $race }, for the lock screen.
raceday-picture-gun = Start { $gun }
raceday-picture-fuel = { $gels ->
    [one] One gel after 30 min
   *[other] { $gels } gels: after 30 min, then every { $every } min
  }

raceday-eve = <b>Tomorrow you race.</b> Everything is done that can be done; nerves are a good sign.
raceday-eve-training = <b>Tomorrow is your training race.</b> A hard session, with company.

raceday-today = <b>{ $race }</b>
raceday-today-gun = <b>{ $race }, start { $gun }</b>
raceday-today-way = { $way } { $time } ({ $pace })
raceday-today-marks = On the clock: { $marks }.
raceday-today-mark = { $at } { $clock }
raceday-today-warm = Warm-up: { $steps }
raceday-today-gel = { $gels ->
    [one] One gel after 30 min; drink to thirst.
   *[other] A gel after 30 min, then every { $every } min; drink to thirst.
  }
raceday-cue-short = One thing: if the first minutes don't feel too easy, they're too fast.
raceday-cue-middle = One thing: race the last third, not the first.
raceday-cue-long = One thing: be the most patient runner around you until three quarters.
raceday-cue-first = One thing: start so easy that you can talk.
raceday-cue-walk = One thing: take the first walk break when it still feels silly.
raceday-cue-controlled = One thing: finish with something left.
raceday-cue-training = One thing: it's a session. Let the others race.
raceday-button-routine = Warm-up routine

raceday-evening = <b>How did the { $race } go?</b> Write your time, such as <i>{ $example }</i>.
raceday-evening-day = How did the { $race } on { $day } go? Write your time, such as <i>{ $example }</i>.
raceday-button-dnf = Didn't finish
raceday-button-dns = Didn't start
raceday-button-tap = Tap the time
raceday-tap = Your time: <b>{ $time }</b>?
raceday-button-that = That's it
raceday-shift = { $sign }{ $time }

raceday-result = <b>{ $race } in { $time }</b> ({ $pace }).
raceday-against-inside = Expected was about { $expected }: right where today's fitness is.
raceday-against-faster = Expected was about { $expected }: better than the range.
raceday-against-slower = Expected was about { $expected }: slower than the range. One race is one day.
raceday-against-unknown = That's the first number I have over such a distance.
raceday-excuse = It came with { $causes }, so it needn't be your true form; you can leave it out below.
raceday-excuse-heat = heat
raceday-excuse-hills = hills
raceday-excuse-wind = wind
raceday-excuse-ill = an illness close by
raceday-fitness-moves = Your fitness moves from VDOT { $before } to { $after }: a 5K in { $now }, and { $was } before. Paces follow from tomorrow.
raceday-fitness-stays = Your paces stay where they are, at VDOT { $after }.
raceday-fitness-first = That gives you paces: VDOT { $after }, a 5K in { $now }. /paces shows them.
raceday-held = Held back, so it can lift your paces and not lower them.
raceday-left-out = Left out as not representative: your paces stay as they were.
raceday-left-out-none = Left out as not representative.
raceday-doubt-course = That's a leap. If the course was measured, it counts; until you say so, it's left out.
raceday-doubt-contradicts = It doesn't fit your other results, so it's left out until you say which is right.
raceday-dnf = <b>{ $race }: not finished.</b> Stopping in time is a decision, and often the right one. It counts as a hard day and says nothing about your fitness. If something hurts, tell me: <i>calf 4</i>.
raceday-dns = <b>{ $race }: not started.</b> It's out of the calendar, and from tomorrow the plan goes on without a recovery block. Tell me the next race when you have one.
raceday-recovery = Now easy until { $until }: rest, walks, short jogs. Nothing hard before, whatever the legs say.
raceday-block = The recovery phase goes on to { $until }: short, slow runs and no workouts. Then a new base begins.
raceday-next = When you feel like it, tell me the next race; /race keeps it.
raceday-line-ask = One line for the next time: what worked, what would you change? Write it now, and I'll show it before your next race.
raceday-line-again = Write your line: what worked, what would you change?
raceday-line-kept = Kept. You'll read it before your next race.
raceday-button-held = I held back
raceday-button-all-out = It was all I had
raceday-button-drop = Not representative
raceday-button-use = Use it after all
raceday-button-measured = Measured: it counts
raceday-button-grade = Age grade
raceday-button-line = Write a line
raceday-button-no-line = No line
