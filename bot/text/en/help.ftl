### /help and the command menu: one line each.

help-head = <b>What I can do</b>
help-line = /{ $command } – { $what }
help-words = Or write as you'd talk: how you slept, what you ran, "I've got a cold".
help-medical = I'm a coach, not a doctor.

menu-today = Today's session and check-in
menu-tomorrow = Tomorrow's session
menu-week = The week, day by day
menu-plan = The way to the race
menu-log = What you ran
menu-paces = Your training paces
menu-settings = Hour, days, units, pause
menu-help = Everything else
menu-start = Begin, or begin again
menu-checkin = The morning's three questions
menu-zones = Six zones by effort, pulse and pace
menu-mobility = Routines: before, after, strength
menu-export = Everything I hold about you, as a file
menu-forget = Erase all of it
menu-cancel = Close an open question
menu-move = A session on another day
menu-skip = Leave a session out
menu-away = Days away, with running or without
menu-busy = Little time: keep what you have
menu-ill = You're ill: what is allowed, and the way back
menu-hurt = Something hurts: what is allowed, and the way back
menu-well = Well again: what still stands
menu-readiness = How ready you are, and six weeks of mornings
menu-weather = How warm it is: paces and days follow
menu-race = Your races: add, change, remove
menu-library = Workouts, by what and how long
