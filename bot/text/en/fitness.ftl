### Results in doubt, what they change, and the way back.

result-line = { $distance } in { $time }, { $day }
result-contradicts = These two don't fit one runner in one form: { $old }, and now { $new }. A short course, a watch instead of a measured one, heat, or a day that wasn't all-out can each explain it. Which one shall I go by?
button-new-counts = The new one counts
button-old-counts = The old one stays
result-old-stays = Then the old one stays, and your paces with it. The new one is left out.
result-course = { $distance } in { $time } would lift you from VDOT { $before } to { $vdot } at once, and that's a lot. Was the course measured, such as a certified race or a track?
button-measured = Yes, measured
button-unmeasured = By watch, or not sure
result-unsure = Then I leave your paces as they are. If you're that much quicker, the next measured race shows it.
result-moves = Noted: { $distance } in { $time }, { $day }. Your fitness moves from VDOT { $before } to { $after }. Over 5K that's { $was } before and { $now } now. The plan and your paces use it from tomorrow; /paces shows them.
result-stays = Noted: { $distance } in { $time }, { $day }. Your paces stay where they are, at VDOT { $after }.
result-sprint = Noted as your top speed: { $distance } in { $seconds } s, { $day }. It moves no paces; /paces says how much of it your races take.
button-drop = Don't use it
result-dropped = Left out: { $distance } in { $time }, { $day }. Your fitness is VDOT { $after }, and the plan goes by that from tomorrow.
result-dropped-none = Left out: { $distance } in { $time }, { $day }. Everything goes by effort, and the plan from tomorrow too.
button-use = Use it after all

### Fitness that training or a break has moved.

renewal-day = { $day } (effort { $rpe })
renewal-up = Your paces have become easy for you: { $days } felt lighter than such sessions should.
renewal-down = Your last two hard sessions cost more than they should: { $days }. A little slower now gets you going again sooner. If heat or a cold was behind it, keep your paces.
renewal-break = Good to see you run again. { $days } days off cost a little fitness (Daniels' table), and it comes back over about as many days.
renewal-moves = Your fitness moves from VDOT { $without } to { $with }: a 5K in { $now }, and { $was } before. Paces follow from your next run.
renewal-kept = Your paces stay as they were, at VDOT { $vdot }.
button-keep-paces = Keep my paces
button-new-paces = Take the new paces

### The time trial.

trial-offer = You run regularly and nothing hurts, so a time trial would be worth it: 3 km on your own, on a track or a flat measured stretch. From its time I can give you paces.
trial-how = Warm up for 15 minutes with a few strides. Run the first kilometre calmly, the second steadily, the third with all you have. Then tell me: <i>3k time trial in 14:10</i>.
button-trial = Put it on { $day }
button-not-now = Not now
trial-taken = <b>Time trial on { $day }.</b> It takes the place of that day's quick session.
trial-later = Fine. Everything goes by effort, and that works. /paces has the offer whenever you want it.
trial-stale = There's no place for a time trial on that day any more. /paces says when it makes sense.
