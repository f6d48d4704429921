### /start: consent, a few questions, and tomorrow's session.

welcome = 👟 I'm <b>Nextgear</b>, a running coach. Every morning I send your session, ask three short questions, and change the day when your answers call for it.

    I store what you tell me, health answers included, to coach you and for nothing else. /forget erases all of it.
    I'm no doctor, and nothing here is medical advice.
welcome-again = You've started already: question { $step } is open. Shall we go on, or begin again?
welcome-back = We know each other, { $name }. Here is where things stand: /today for the session, /settings to change hour, days or units.
    To begin from scratch, /forget first: it erases what I hold.
button-start = Start
button-resume = Go on
button-over = Begin again
button-back = ‹ Back
button-skip = Skip
button-done = Done
button-none = None of these
onboarding-step = Question { $step } of about { $of }

ask-goal = What are you running for?
goal-5k = 5K
goal-10k = 10K
goal-half = Half marathon
goal-marathon = Marathon
goal-fitter = To get fitter
goal-coach = I only coach others

ask-race-date = When is the race? Type the date, such as <i>9 May</i> or <i>in 12 weeks</i>, and a goal time if you have one: <i>9 May in 1:45:00</i>.
button-no-race = No race yet

ask-level = Where are you with running?
level-beginner = New, or back after a long break
level-intermediate = Regular: a year or more
level-advanced = Experienced: years of training

ask-runs = Think of the last four weeks. How many runs in a usual week? Zero is an answer.
ask-volume = And how far is that in a usual week, all runs together? Tap, or type it: <i>28 km</i>, <i>20 miles</i>, <i>3 hours</i>.
ask-longest = The longest single run of those four weeks?
ask-run20 = Can you run 20 minutes without a break, as slowly as you like?
run20-yes = Yes
run20-walk = Not yet, but I walk 30 min
run20-no = Neither, for now

ask-days = Which days can you run? Tap them, then <b>Done</b>. Or write it: <i>tue thu sat, long on sunday</i>.
ask-long-day = Which of them suits the long run?

ask-result = Do you have a race result from the last year or two? Write it with its date: <i>5k in 24:30, October</i>.
button-no-result = No result
ask-result-date = { $distance } in { $time }: when was that?
result-this-month = This month
result-months = { $months ->
    [one] A month ago
   *[other] { $months } months ago
  }
result-year = A year ago

ask-birth = Which year were you born? It sets how quickly I build, and how I read your pulse.
ask-guardian = You're under 18: does a parent or guardian know that you train with me?
button-yes = Yes
button-no = No

ask-health = Anything that hurts now, or that a doctor should know about? Tap what fits, then <b>Done</b>. It stays between us.
health-hurts = Something hurts
health-heart = Heart trouble
health-lung = Lung trouble or asthma
health-kidney = Kidney trouble
health-diabetes = Diabetes
health-effort-signs = Chest, breath or dizzy on effort
health-pulse-medicine = Medicine that changes my pulse
health-pregnant = Pregnant
health-postpartum = Gave birth in the last year
health-unsaid = Rather not say
ask-spot = Where does it hurt?
ask-score = How much, in your worst run lately? 0 is nothing, 10 the worst there is.
ask-born = When was your child born? A month is enough: <i>March</i>.

ask-hour = When shall I write to you in the morning? Tap, or type a time.
ask-place = Last one: where are you? Type your town, or share your location. I keep only the town and its clock.
button-share-location = Share my location

onboarding-done = That's all I need, and your plan stands. The first session is below.
onboarding-next = Tomorrow at { $hour } I write again, with three short questions. Until then: /week shows the days ahead, /paces your paces, /help the rest.
onboarding-coach = Good. Add me to your squad's group when you're ready; nothing else is needed. If you want a plan of your own one day, /start again.
onboarding-too-young = I coach from 16 up, so I won't make you a plan. Your club or school coach is the right person. I've kept nothing of what you told me.
onboarding-one-day = One day a week isn't enough to build on: fitness from one run has faded by the next. Two is where it begins. Could you find a second day, even a short one?

sorry-choose = I didn't get that. Tap one of the buttons, or write it another way.
sorry-goal = Tell me a distance (5K, 10K, half, marathon), or tap a button.
sorry-date = I can't read that as a date. Write it like <i>9 May</i>, <i>2027-05-09</i> or <i>in 12 weeks</i>.
sorry-past = { $date } is behind us. Which date do you mean?
sorry-far = { $date } is too far off to plan for. Choose a date before { $latest }.
sorry-number = I need a number from { $low } to { $high }.
sorry-volume = { $told } a week is beyond what I can believe. I plan for 0 to { $high }.
sorry-longest = The longest run can't be more than the whole week ({ $week }).
sorry-days = Name the days, such as <i>tue thu sat</i>.
sorry-result = I can't read that as a result. Write distance and time: <i>10k in 52:30</i>.
sorry-birth = I need a year from { $low } to { $high }, or tap <b>Skip</b>.
sorry-clock = I can't read that as a time of day. Write it like <i>6:30</i> or <i>half six</i>.
sorry-place = I don't know that place. Try the nearest larger town, or a zone such as <i>Europe/Lisbon</i>.
button-in-km = Show kilometres
button-in-miles = Show miles

spot-achilles = Achilles
spot-calf = Calf
spot-shin = Shin
spot-ankle = Ankle
spot-foot = Foot
spot-heel = Heel
spot-knee = Knee
spot-hamstring = Hamstring
spot-thigh = Thigh
spot-hip = Hip
spot-groin = Groin
spot-glute = Glute
spot-it-band = IT band
spot-back = Back
spot-chest = Chest
spot-other = Somewhere else
onboarding-guardian = Then please show them this first: I'm here when they know. Your answers stay for now; /forget erases them.
sorry-number-km = I need a distance or a time for that: <i>28 km</i>, <i>20 miles</i>, <i>3 hours</i>.
