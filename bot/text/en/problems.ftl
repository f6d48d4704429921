### What words could not be: impossible values with the range that is allowed, and "which one?".

range-birth-year = { $told } can't be right for a year of birth. I take { $low } to { $high }.
range-age = An age of { $told }? I take ages up to { $high }, or the year you were born.
range-no-such-time = { $told } is no time of day. I take { $low } to { $high }.
range-no-such-date = There's no { $told } in the calendar. Which day do you mean?
range-distance = { $told } in one go? I take distances up to { $high }.
range-duration = { $told }? I take times up to { $high }.
range-race-in-past = That race is over: { $told }. Which date to come do you mean, from { $low } to { $high }?
range-race-too-far = { $told } is too far off to plan for. Choose a date before { $high }.
range-too-fast = { $told } would be faster than the world record, { $low }. Check distance and time?
range-too-slow = { $told } is walking pace, so it says little about running. I take times from { $low } to { $high }.
range-result-in-future = { $told } hasn't come yet, so it can't have a result. When was it?
range-run-distance = A run of { $told }? I take up to { $high }. Check it and send it again.
range-run-time = A run of { $told }? I take up to { $high }. Check it and send it again.
range-run-in-future = { $told } hasn't come yet. When was the run?
range-rpe = Effort goes from { $low } (nothing) to { $high } (everything). Which was it?
range-since-in-future = { $told } hasn't come yet. Since when?
range-pain = Pain goes from { $low } (none) to { $high } (the worst there is). Which is it?
range-week = { $told } in a week is beyond what I can believe. I plan for up to { $high }.
range-week-time = { $told } of running in a week is beyond what I can believe. I plan for up to { $high }.
range-runs = { $told } runs a week? I plan for { $low } to { $high }.
range-longest = A longest run of { $told }? I take up to { $high }.
range-longest-over-week = A longest run of { $told } can't be more than the whole week, { $high }. Which of the two is right?
range-days = There are { $low } to { $high } days to choose from, not { $told }. Which days?
range-span = Those days are over: { $told }. Which days to come do you mean?

unclear-age-or-year = { $number }: your age, or the year?
unclear-day-or-month = { $first }/{ $second } can be two days. Which one?
unclear-which-day = Which day exactly? Write it like <i>9 May</i> or <i>2027-05-09</i>.
unclear-which-unit = { $number }: kilometres or miles?
unclear-minutes-or-distance = { $number }: minutes, or how far? Write it like <i>35 min</i> or <i>8k</i>.
unclear-which-distance = And over which distance was that? Write it like <i>10k in 52:30</i>.
unclear-which-time = And in which time? Write it like <i>10k in 52:30</i>.
unclear-which-hour = Which of these times?
unclear-which-spot = Where is it? Name the place, or tap it.
unclear-which-days = Which days of the week? Write them like <i>tue thu sat</i>.
unclear-place = There's more than one of that name. Which?
