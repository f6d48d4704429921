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
group-later = I coach in private for now. Write to me directly.
words-thanks = Any time.
words-greeting = Hello. /today has the day's session; or tell me how the legs are.
words-who = I'm Nextgear, a running coach made of rules: no person, no guesswork, and every change says why. /help shows what I can do.
