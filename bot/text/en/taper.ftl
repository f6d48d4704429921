### /taper: the countdown, what stays, what goes, and why.

taper-head = <b>Taper: { $race }</b>, { $day }: { $left }
taper-left = { $days ->
    [0] today
    [one] tomorrow
   *[other] { $days } days to go
  }
taper-before = <b>{ $race }, { $day }: the taper begins on { $starts }</b>, in { $days ->
    [one] one day
   *[other] { $days } days
  }. Until then, train: what you do now is what the taper brings out.
taper-plan = From then, of your big weeks: { $shares }. The last long run is due about { $long }.
taper-share = { $percent } %
taper-volume = These days hold about { $percent } % of your big weeks ({ $big } a week).
taper-volume-time = These days hold about { $percent } % of your big weeks.
taper-stays = Stays: your running days, short race pace, strides. Goes: length, and leg strength from { $legs }.
taper-stays-easy = Stays: your running days. Goes: length, and leg strength from { $legs }.
taper-mini-before = <b>{ $race }, { $day }, is a B race:</b> no taper, three easy days before it, from { $starts }. Nothing is cut until then.
taper-mini = <b>Mini-taper: { $race }</b>, { $day }: { $left }. Three easy days, nothing hard and nothing long. The build goes on afterwards.
taper-none = <b>{ $race }, { $day }, is a C race:</b> no taper. It's that week's hard day, and the day before stays easy.
taper-after = Afterwards: easy until { $until }, then on with the plan.
taper-no-race = No race in the calendar, so nothing to taper for. Tell me one: <i>10k on 9 May</i>.
taper-no-race-gate = No races for now, and so no taper. The plan goes on as your body allows.
taper-held-far = <b>{ $race }, { $day }: { $weeks } weeks away.</b> Something else comes first. { $why } I show the taper once that is behind you.
taper-held = <b>{ $race }, { $day }: not to be raced as things stand.</b> { $why } The days before it are what the plan says.
taper-feel-sharp = Sharper than before your race on { $last }: your mornings score { $mean }, then { $before }. Trust it.
taper-feel-like-before = Your mornings are like those before your race on { $last }: { $mean }, then { $before }.
taper-feel-stale = Duller than before your race on { $last }: your mornings score { $mean }, then { $before }. Sleep first; a few strides wake the legs, more training doesn't.
taper-feel-first = Your first taper with me: nothing to compare with yet. Your mornings score { $mean }; 70 is usual.
taper-feel-unknown-first = Your first taper with me. From three answered mornings on I can say how fresh you are.
taper-feel-unknown = Three answered mornings, and I can say how this taper feels against earlier ones.

taper-button-why = Why it works
taper-button-nerves = Nerves?
taper-button-plan = Race plan
taper-button-race = My races

taper-why = <b>Why less is more now</b>
taper-why-cut = Volume falls by 40–60 % in the end and intensity stays: the best of it over many studies (Bosquet 2007, 27 studies; Wang 2023, 14 in endurance sport). It's worth about 3 % (Mujika & Padilla 2003).
taper-why-length = So long by distance: marathon three weeks at 80, 60 and 40 % of your big weeks, half two at 75 and 50, 10K ten days, 5K one week. Published marathon plans keep 78, 58 and 40 % (14 plans). Under { $small } a week never less than 65 %.
taper-why-frequency = You run as often as before: fewer days would cost the feel for it (Bosquet 2007).
taper-why-long = No new longest run: the last one stands three weeks before a marathon, two before a half, eight days before a 10K.
taper-why-strength = No heavy legs: leg strength rests for seven days, before a marathon ten.
taper-why-answers = Heavy legs, a short night or a high pulse change nothing now: in a taper they come and go. Illness and pain still do. (Our rule.)
taper-why-peak = The peak doesn't keep: two or three weeks, then it fades, and a rest follows. What a rest costs is little and comes back quickly.
taper-why-b = A B race gets three easy days and no more, so that the season isn't spent on it. (Our rule.)
taper-why-c = A C race is training: it takes the hard day's place. (Our rule.)

taper-nerves = <b>Nerves are a good sign.</b> Rested legs feel strange: heavy one day, restless the next. New aches come up because you have time to listen. It says nothing about the day. You can't get fitter now, only tired; the aim is to stand there hungry, not sore. Lay your things out early, sleep well two nights before, and let the last night be as it is.

taper-picture-title = Taper: { $race }
taper-picture-subtitle = Share of your big weeks
taper-picture-peak = Your big weeks
taper-picture-hard = Hard session
taper-picture-alt = Your weeks up to the { $race }, against your big weeks.
taper-picture-day = { $day } { $month }
taper-picture-label = { $first } – { $last }
