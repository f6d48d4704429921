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
button-drop = Don't use it
result-dropped = Left out: { $distance } in { $time }, { $day }. Your fitness is VDOT { $after }, and the plan goes by that from tomorrow.
result-dropped-none = Left out: { $distance } in { $time }, { $day }. Everything goes by effort, and the plan from tomorrow too.
button-use = Use it after all
