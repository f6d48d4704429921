### Words in and under pictures.

picture-season = The season
picture-today = today
picture-long-run = Longest run of the week
picture-planned = Planned
picture-before = Before
picture-hard = Hard day
picture-done = Done
picture-rest = Rest
picture-season-alt = Your season week by week: the height is the week's running, the colour its phase.
picture-week-alt = The week of { $day }: each session as long as it takes, as high as its effort.
picture-session-alt = The session from left to right, as high as the effort.
button-picture = Picture
unit-minutes = min
unit-km = km
unit-miles = mi
