### /plateau: the questions, what was found, the one change, and the look back.

plateau-ask-workout = Is your hard session mostly the same one?
plateau-ask-easy = Can you talk in whole sentences on easy runs?
plateau-ask-legs = How do your legs feel, these weeks?
plateau-ask-life = How are work, family and sleep these weeks?
plateau-ask-strength = Do you do strength training?
plateau-ask-late = What goes first when it gets hard?
plateau-ask-paces = Where do your training paces come from?
plateau-ask-fuel = How do you eat around hard runs, and does a rest day help?
plateau-ask-spacing = What is the day before your hard run?
plateau-ask-break = When was your last easy week?
plateau-ask-strides = Do you run strides or short hill sprints?
plateau-question = <b>{ $question }</b>
    Question { $number } of { $most } at most. Your log tells the rest.

plateau-workout-mostly-same = Mostly the same
plateau-workout-varies = It varies
plateau-workout-never = I run no hard session
plateau-easy-always = Always
plateau-easy-sometimes = Sometimes
plateau-easy-rarely = Rarely
plateau-legs-fresh = Fresh on most days
plateau-legs-heavy-lately = Heavy lately
plateau-legs-always-heavy = Always heavy
plateau-life-calm = Calm
plateau-life-busy = Busy
plateau-life-heavy = Heavy, or little sleep
plateau-strength-twice-a-week = Twice a week
plateau-strength-sometimes = Now and then
plateau-strength-never = Never
plateau-late-breath = The breath
plateau-late-legs = The legs
plateau-late-form = The form
plateau-late-start-too-fast = I started too fast
plateau-paces-race = A recent race or test
plateau-paces-goal = My goal
plateau-paces-feel = Feel
plateau-fuel-well-fed = I eat well, and rest helps
plateau-fuel-skips = I often run on little
plateau-fuel-always-tired = Tired, even after rest
plateau-spacing-easy-day = Easy or rest
plateau-spacing-hard-day = Long or hard
plateau-spacing-gym-day = Heavy strength
plateau-break-this-month = This month
plateau-break-long-ago = Longer ago
plateau-break-never = I never take one
plateau-strides-weekly = Every week
plateau-strides-sometimes = Now and then
plateau-strides-never = Never
button-plateau-skip = Skip

### What was found

plateau-yes = <b>Yes, this is a plateau.</b>
plateau-provisional = <b>It looks like a plateau.</b> I know you only from what you've told me, so this is provisional.
plateau-improving = <b>No plateau: you're getting faster.</b>
plateau-steady = <b>No plateau: you're holding level, and that's right for now.</b>
plateau-steady-bare = <b>No plateau, and no time to look for one.</b>
plateau-unknown = <b>I can't tell yet.</b>
plateau-goes-on = Stay with the plan. Progress comes in steps, and the next one needs no new idea.
plateau-purpose-returning = You're coming back from a break, and coming back comes first.
plateau-purpose-care = Your body asks for care at the moment; times can wait.
plateau-purpose-tapering = You're tapering: the work is in, and freshness is what grows now.
plateau-purpose-recovering = You're recovering from a race. That week looks slow in every log.
plateau-purpose-maintaining = You're keeping what you have, and you do.
plateau-purpose-starting = You're in your first weeks. They build the ground, and the clock says little about them.

proof-result = { $distance } in { $time } ({ $day })
proof-pace = { $workout } at { $pace } ({ $day })
proof-beat = { $metres } m a heartbeat on easy runs ({ $day })
proof-rpe = { $workout } at effort { $rpe } ({ $day })
plateau-session = the same session
plateau-compared = { $before }, then { $after }: { $weeks ->
    [one] one week apart.
   *[other] { $weeks } weeks apart.
  }
plateau-change-better = That's { $percent } % better; up to { $noise } % can be chance.
plateau-change-worse = That's { $percent } % slower; up to { $noise } % can be chance.
plateau-change-same = That's { $percent } % apart, and up to { $noise } % is chance.

plateau-missing-first-effort = I have no result of yours, and no session that you've run often enough to compare.
plateau-missing-second-effort = There's one effort to go by, and it takes two that can be compared.
plateau-missing-eight-weeks = Two efforts want eight weeks between them before a standstill means anything.
plateau-missing-recent-effort = Your last effort that counts is more than twelve weeks old.
plateau-missing-same-heat = Your two efforts were run in different heat, so the clock can't compare them.
plateau-way-trial = A 3 km time trial would tell.
plateau-way-trial-later = A 3 km time trial would tell, once you've run for six weeks, two of them without pain or illness, with a hard day to put it on and no race within three weeks.
plateau-way-six-reps = Six even reps would tell: run the same six again in a few weeks, at the same effort.
plateau-way-tell-results = Results from before count too. Tell me up to five, each with its date: <i>raced 10k in 48:30 on 3 May</i>. Then send /plateau again.
plateau-way-wait = { $weeks ->
    [one] In one week there's enough to compare.
   *[other] In { $weeks } weeks there's enough to compare.
  }
button-plateau-trial = Trial on { $day }
button-plateau-reps = Six even reps on { $day }
plateau-reps-taken = <b>{ $session } on { $day }.</b> All six alike, the first no faster than the last. Then tell me how they went, and run them again in a few weeks.
plateau-reps-stale = That day has no place for them any more. /plateau looks again.

plateau-finding = <b>{ $place } · { $name }.</b> { $evidence }
plateau-doctor = <b>One thing is for a doctor.</b> { $evidence } Please have your blood checked, iron stores included, before training gets harder. I'm a coach and can't tell more than that.
plateau-doctor-holds = Until you've told me of it under /well, the load stays where it is.
plateau-one-change = <b>One change:</b> { $change }
plateau-other-change = Something else, then. <b>One change:</b> { $change }
plateau-one-change-doctor = <b>First:</b> { $change }
plateau-recheck-on = I look again on { $day }, and compare before and after.
plateau-stands = <b>Applied.</b> { $change }
plateau-waits = Something else comes first for now, so none of this is laid over the plan yet. /well shows how things stand; /plateau waits.

button-plateau-apply = Apply
button-plateau-noted = I'll do that
button-plateau-other = Something else
button-plateau-first = The first one after all
button-plateau-anew = Look anew

plateau-why = <b>{ $name }.</b> { $rule }
    Source: { $source }.
plateau-applied = <b>It's in the plan.</b> { $change }
plateau-applied-advice = <b>Noted.</b> { $change }
plateau-applied-as-is = <b>Your plan does that already,</b> so it stays as it stands. { $change }
plateau-told-on = { $more ->
    [0] { $days }: each says so on its day.
   *[other] { $days }, and { $more } more: each says so on its day.
  }
plateau-applied-more = { $days ->
    [one] One more day changes; /week shows it.
   *[other] { $days } more days change; /week shows them.
  }
plateau-applied-after = The weeks behind it I lay anew each Monday, from what you have run by then.
plateau-already = That's applied already. I look again on { $day }.
plateau-stale = The plan has moved on since then. /plateau looks anew.
plateau-gone = That one is no longer on offer. /plateau looks anew.
plateau-over = Those questions are over. /plateau looks anew.

### The one change in words

remedy-vary-workout = { $workout } makes way for other sessions: one variable new each time.
remedy-vary-workout-bare = Your usual hard session makes way for other ones: one variable new each time.
remedy-vary-workout-races = Race all-out once a month, no more; on the other weekends run it relaxed or leave it. The hard days between are others each time.
remedy-back-off = One week a good quarter lighter, nothing hard in it.
remedy-rest-day = { $weeks ->
    [one] One week with a second day off, in place of the shortest easy run.
   *[other] { $weeks } weeks with a second day off, in place of the shortest easy run.
  }
remedy-rest-day-bare = A second day off every week, in place of the shortest easy run.
remedy-see-doctor = A doctor's look, before anything else. Until then, add nothing and push no session.
remedy-maintain = { $weeks ->
    [one] One week of keeping what you have: everything shorter, one quick session.
   *[other] { $weeks } weeks of keeping what you have: everything shorter, one quick session a week.
  }
remedy-maintain-bare = Keep what you have for now: everything shorter, one quick session a week.
remedy-renew-paces = Train at the paces of today (VDOT { $vdot }); the goal's paces come later.
remedy-renew-paces-bare = Train by today's fitness and by effort; the goal's paces come later.
remedy-easy-easy = Every easy run easy: whole sentences, effort 3, no watch.
remedy-space-out = An easy day before every hard one.
remedy-more-easy = More easy running: up from { $km } a week, in small steps.
remedy-more-easy-bare = More easy running, a little every week.
remedy-longer-long = One run a week longer than all others: { $km } first, then growing slowly.
remedy-longer-long-bare = One run a week clearly longer than all others, growing slowly.
remedy-longer-rest = Longer breaks between the reps, until the last is as good as the first.
remedy-start-slower = Begin every hard run slower than you could, and let the last part be the quickest.
remedy-add-strength = Two short strength sessions a week, on days that suit the hard runs.
remedy-add-strides = Strides after an easy run, once or twice a week.
remedy-form-drills = Ten minutes of drills before the quick day, and one thought for the form.
remedy-in-waves = { $every ->
    [3] Waves: two weeks that build, one lighter.
   *[other] Waves: weeks that build, and every { $every }th one lighter.
  }
remedy-in-waves-bare = Waves: three weeks that build, one lighter.
remedy-new-stimulus = Something new for six weeks: short hills and mile pace in place of the usual hard session.

### Evidence, each with its numbers

sign-same-workout = { $workout } in { $times } of the last { $weeks } weeks.
sign-same-of-last = { $same } of your last { $last } hard sessions were alike.
sign-legs-worse = Heavy legs on { $heavy } of the last { $days } mornings, on { $before } in the weeks before.
sign-pulse-up = Resting pulse at { $bpm }, up from { $before }.
sign-effort-up = Easy runs feel like { $rpe }, after { $before } before.
sign-load-up = { $percent } % more load in the last four weeks.
sign-dense = { $hard } hard days a week, over four weeks.
sign-all-harder = Everything feels harder than it should: easy runs by { $easy } points of effort, hard ones by { $hard }.
sign-monotony = Every day alike in { $weeks } of { $of } weeks.
sign-no-easy-week = { $weeks } weeks without a lighter one.
sign-slower = You've become { $percent } % slower.
sign-fresh-was-fast = Your best effort came after { $days } days off ({ $on }).
sign-stressed = Stress on { $days } of { $of } mornings.
sign-short-nights = { $hours } of sleep on average, short on { $nights } of { $of } nights.
sign-runs-lost = { $runs } planned runs didn't fit in, in { $weeks } weeks.
sign-easy-too-hard = { $runs } of { $of } easy runs were harder than easy.
sign-easy-too-fast = { $runs } of { $of } easy runs were faster than your easy bound.
sign-hard-flat = { $runs } of { $of } hard sessions stayed flat.
sign-medium-share = { $percent } % of your minutes lie between easy and hard.
sign-target-far = Your goal asks for VDOT { $target }; today you're at { $vdot }.
sign-reps-not-held = { $runs } of { $of } hard sessions weren't held to the end.
sign-reps-too-fast = Reps about { $seconds } s a kilometre faster than today's fitness is worth.
sign-hard-after-heavy = { $runs } of { $of } hard runs came right after strength or another hard day.
sign-hard-after-long = { $runs } of { $of } hard runs came the day after the long run.
sign-little-volume = { $km } a week, where the goal wants about { $wanted }.
sign-short-long-run = The longest run of a week is { $km }; the goal wants about { $wanted }.
sign-no-strides = Nothing faster than race pace in { $weeks } weeks.
sign-no-strength = No strength session in { $weeks } weeks.
sign-fades = The reps faded in { $runs } of { $of } sessions.
sign-late-rep = It usually ends on rep { $rep } of { $of }.
sign-tired-throughout = Heavy legs on { $heavy } of { $days } mornings, with no more load than before.
sign-tired-after-rest = Heavy legs on { $heavy } of { $days } mornings of your easiest week.
sign-effort-up-load-flat = The same running feels like { $rpe }, after { $before } before.
sign-body-asks = What you told me is for a doctor, and it explains tired legs.
sign-no-waves = { $light ->
    [0] { $weeks } weeks alike: the lightest had { $lowest } % of the usual.
    [one] Only one of { $weeks } weeks was lighter.
   *[other] Only { $light } of { $weeks } weeks were lighter.
  }
sign-no-break = Each of { $weeks } weeks had its hard session.
sign-all-in-place = { $weeks } weeks with { $kinds } kinds of hard session: nothing is missing.
sign-nothing-else = { $causes } other causes weighed, and none of them fits.
sign-same-season = { $percent } % of the hard sessions in { $weeks } weeks trained one thing: { $focus }.
sign-told = You told me so.
plateau-focus-easy = easy running
plateau-focus-long = long runs
plateau-focus-threshold = threshold
plateau-focus-vo2max = VO2max
plateau-focus-speed = speed
plateau-focus-economy = economy
plateau-focus-race-pace = race pace
plateau-focus-steady = steady running
plateau-focus-test = tests
plateau-focus-race = races
plateau-focus-walk-run = walking and running

### The look back

recheck-worked = <b>It worked.</b> The one change was: { $change }
recheck-not-yet = <b>Not yet.</b> The one change was: { $change }
recheck-not-done = <b>It never got its chance.</b> The one change was: { $change } Life came between, and that's no fault.
recheck-cannot-tell = <b>Time to look back.</b> The one change was: { $change } I can't tell yet whether it worked.
recheck-own = { $measure }: { $before } before, { $after } now.
recheck-next-worked = Keep it, it's part of your running now.
recheck-next-not-yet = /plateau looks again: with these weeks in the log it may see something else.
recheck-next-not-done = If it still makes sense to you, /plateau offers it again.
recheck-next-cannot-tell = It takes a fresh effort to tell, and /plateau puts one into the plan.
measure-vdot = Fitness (VDOT)
measure-pace = Pace of the session
measure-metres-a-beat = Metres a heartbeat, easy
measure-rpe = Effort of the same running
measure-same-share = Hard sessions alike
measure-heavy-share = Mornings with heavy legs
measure-pulse = Resting pulse
measure-stress-share = Mornings under stress
measure-sleep = Sleep
measure-easy-share = Easy runs that were easy
measure-held-share = Hard sessions held
measure-spaced-share = Hard runs after an easy day
measure-volume = A usual week
measure-longest = The usual long run
measure-strides = Days with strides, in four weeks
measure-strength = Strength days, in four weeks
measure-lightest = The lightest week, of a usual one
measure-kinds = Kinds of hard session
percent-of = { $percent } %

### The picture

picture-plateau = What holds you
picture-plateau-provisional = What may hold you (provisional)
picture-plateau-efforts = Two efforts, compared
picture-plateau-weeks = Sixteen weeks, to { $day }
picture-week-date = { $day } { $month }
picture-plateau-change = { $percent } % in { $weeks } weeks: { $meaning }
picture-plateau-chance = within chance
picture-plateau-clear = more than chance
picture-plateau-alt = The evidence week by week. First of all: { $name }.
evidence-repeat = The same hard session
evidence-other = Another hard session
evidence-heavy = Mornings with heavy legs
evidence-other-mornings = Other mornings
evidence-hard = Hard sessions, week by week
evidence-mornings = Mornings, week by week
evidence-easy-runs = Easy runs, week by week
evidence-stress = Mornings under stress
evidence-easy = Easy runs harder than easy
evidence-easy-fine = Easy runs that were easy
evidence-volume = What you ran each week
evidence-longest = The longest run of each week
evidence-held = Hard sessions held
evidence-not-held = Hard sessions not held
evidence-before-easy = Hard runs after an easy day
evidence-before-hard = Hard runs on tired legs
evidence-wanted = what the goal wants
