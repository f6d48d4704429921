### /ill, /hurt and /well: questions, what is allowed now, what closes it.

ill-ask = Sorry to hear it. What is it?
illness-head-cold = A cold: nose and throat only
illness-below-neck = Chest, aches or stomach
illness-fever = Fever
illness-ill = Ill in another way
setback-since = Since when?
ago-0 = Today
ago-1 = Yesterday
ago-2 = 2 days
ago-4 = 3 to 5 days
ago-7 = A week or longer
ago-21 = 2 to 4 weeks
ago-60 = Longer
fever-ask = How high is it?
fever-height = { $degrees }
fever-unknown = I can't measure it
hurt-where = Where does it hurt?
hurt-score = The { $spot }: how much, 0 to 10, at its worst in the last run?
hurt-cause = What brings it on?
cause-running = Any running
cause-fast = Only fast or uphill
cause-after = Only afterwards, or next morning
cause-walking = Walking, too
cause-night = It hurts at night, or on a hop

setback-clear = <b>Nothing stands in the way.</b> The plan goes on; /today has the session.
setback-stop = <b>No running for now.</b>
setback-walk-only = <b>Walking for now.</b>
setback-ladder = <b>On the way back: step { $step } of { $of }.</b>
setback-easy-only = <b>Easy running only.</b>
setback-free = <b>Running goes on.</b>

ends-fever = It ends with 24 hours without fever and without medicine against it. Then come easy days: one for each day ill, two at least.
ends-ill = It ends with 24 hours of being well, without medicine. Then come easy days: one for each day ill, two at least.
ends-easy-days = They end by themselves, and then the plan goes on where it stands.
ends-pain = It ends with 30 minutes of brisk walking and hops on one leg, all without pain. Then comes the way back: walking and running by turns, a step every second day, and each opens only when the one before went well.
ends-ladder = A step every second day; the next one opens in the morning, if this one went well: effort 4 at most, pain 2 at most, and nothing stiffer the morning after.
ends-sore = The { $spot } is asked about every morning. Pain of 2 or less that has settled by the morning may run; seven quiet days close it.
ends-sore-runs = Pain of 2 or less that settles by the morning is normal for the { $spot }, and running goes on without what upsets it. Seven quiet days close it; stiffer or worse mornings mean a step back.
ends-comeback = Strides come back first, then tempo, then hills, then hops.
ends-postpartum = After the twelve weeks the way back begins, step by step.
ends-doctor = It ends when a doctor has seen you and cleared running. Then comes the way back, step by step.
ends-condition = It ends when a doctor has cleared more than walking.
ends-crisis = It ends whenever you want it to. First, please talk to somebody.
ends-no-growth = The load grows again once you tell me that somebody has had a look at it.
