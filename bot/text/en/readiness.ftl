### /readiness: one sentence and the picture's words.

readiness-green = <b>Green.</b> { $why }
readiness-amber = <b>Amber.</b> { $why }
readiness-red = <b>Red.</b> { $why }
readiness-unknown = <b>No answer yet this morning.</b> /checkin has the three questions.
readiness-score = The number behind it is { $score } of 100; 70 is usual.
readiness-score-part = The number behind it is { $score } of 100, from { $percent } % of a whole answer; 70 is usual.
readiness-no-score = Only { $percent } % of a whole answer is there, too little for a number.
readiness-good = { $count } good decisions in a row: running what was right, resting when it was right.
readiness-nothing = There's nothing to show yet: no morning has been answered. /checkin has the three questions.
colour-green = green
colour-amber = amber
colour-red = red
colour-unknown = not answered
picture-readiness = Readiness: { $colour }
picture-readiness-weeks = Six weeks of mornings, against your own usual
picture-readiness-alt = Six weeks of mornings: legs, sleep and pulse against your usual ranges. Today: { $colour }.
picture-usual-range = your usual range
picture-sign = speaks against the day
panel-legs = Legs
panel-sleep = Sleep
panel-pulse = Resting pulse
panel-usual = usual { $value }
panel-as-usual = as usual
unit-hours = h
