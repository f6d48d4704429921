### What every topic may need: unknown things, old buttons, errors.

unknown-command = I don't know { $command }. /help lists what I can do.
unknown-words = I didn't catch that. You can tell me how you slept and feel, what you ran, or use /help.
unknown-thing = I can only read text. Could you write it in a few words?
stranger = There's no plan for you yet. Send /start: I ask a few questions, and you get your first session.
button-unknown = That button is no longer in use. /today shows where we are.
already-answered = Already noted.
cancelled = Left as it was.
nothing-open = Nothing is open at the moment. /today shows the day.
trouble = Something went wrong on my side. Nothing you told me is lost; I'll come back to it. If it stays quiet, send it once more.
words-thanks = Any time.
words-greeting = Hello. /today has the day's session; or tell me how the legs are.
words-cycle-off = The day of your cycle is only kept once you turn it on in /settings. It stays between us.
words-back = Good to have you back. /today has the day's session.
words-easier = Today stands as it is. Tell me how the legs are and how you slept, and I look again; or leave the session out with /skip.
words-no-plan = I plan no runs for you, so there's nothing to change. If you want a plan of your own, /start asks the questions.
words-who = I'm Nextgear, a running coach made of rules: no person, no guesswork, and every change says why. /help shows what I can do.
