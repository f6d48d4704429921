### Red flags and gates: read in every message, answered before all else.

safety-emergency = <b>Stop, and get help now.</b> What you describe can be an emergency. Call 112, or the emergency number where you are, and don't wait to see whether it passes. Don't drive yourself. If it's over, see a doctor today all the same.

    No running until a doctor has seen you and cleared it.
safety-heat-emergency = <b>Stop, and get help now.</b> Confusion or collapse in the heat is an emergency. Call 112, or the emergency number where you are; into the shade, clothes off, cold water on neck, armpits and groin until help comes.

    No running until a doctor has seen you and cleared it.
safety-doctor = <b>No running until a doctor has seen this.</b> It may turn out to be nothing, but it isn't mine to judge. I've stopped the plan; when a doctor clears you to run, tell me, and we take the way back step by step.
safety-swollen-calf = <b>No running, and see a doctor today.</b> One swollen, warm calf can be a clot. Don't massage it. If your breath gets short or your chest hurts, call 112 or your local emergency number. When a doctor clears you to run, tell me, and we take the way back step by step.
safety-heart = <b>No running until a doctor has seen this.</b> It may turn out to be nothing, but it isn't mine to judge. If it comes again, or with chest pain or short breath, call 112 or your local emergency number. When a doctor clears you to run, tell me, and we take the way back step by step.
safety-fever = <b>No running with a fever.</b> Rest, drink, sleep. Running starts again when you've had 24 hours without fever and without medicine against it, and then gently: one easy day for each day ill, two at least.
safety-fever-doctor = <b>No running with a fever, and please see a doctor.</b> Over { $degrees }, three days of it, or anything in the chest is a doctor's matter. The plan waits.
back-length-or-fever = Is { $told } how far you run, or a temperature? Write <i>{ $told } km</i>, or <i>{ $told } fever</i>.
safety-fever-height = If you can measure it, how high is it?
safety-ill = <b>No running while you're ill.</b> Rest today. Tell me when it has gone; we begin again with an easy day or two, and nothing has to be made up.
safety-head-cold = <b>A cold above the neck, without fever: easy running only.</b> Fifteen minutes on trial, by talk test. If it gets worse, walk home and rest; chest, aches or a fever mean no running at all. Nothing has to be made up.
safety-pregnancy-stop = <b>Stop, and call your midwife or doctor now.</b> Bleeding, contractions, fluid or dizziness need a call, not a wait. No running until they say so.
safety-self-harm = I'm glad you told me. This matters more than any running, and you don't have to carry it alone. Please talk to somebody now: a person you trust, or a crisis line. 116 123 is free in the UK, in Ireland and in many other European countries; in the US and Canada it's 988. If you're in danger right now, call 112 or your local emergency number.

    I've set the training aside. It will be here whenever you want it.
safety-gentle-periods = One thing, and I'll say it once: three months without a period can be a sign that body and training are short of fuel. Please talk to a doctor about it. Until you tell me you have, the load stays where it is.
safety-gentle-bone = A second bone injury is worth a doctor's look at bones and fuelling. I say it once. Until you tell me you have, the load stays where it is.
safety-gentle-weight = Losing weight without meaning to, or a lot of it, is worth a doctor's look. I say it once, and I keep no numbers. Until you tell me you have, the load stays where it is.
safety-gentle-tired = Legs that never freshen are worth a doctor's look and a blood test, iron stores included. I say it once. Until you tell me you have been, the load stays where it is.
safety-gentle-rest-days = You've run on three of your rest days within two weeks. Rest is where the training lands. Is everything all right? If resting feels impossible, a doctor or someone you trust is a good person to tell. Until you answer, the load stays where it is.
safety-closed = Good to hear. { $next }
safety-next-ladder = Today is a 30-minute walk. If that is easy, the first step of the way back opens tomorrow.
safety-next-easy = { $days ->
    [one] One easy day first
   *[other] { $days } easy days first
  }, then the plan goes on where it stands.
safety-next-tomorrow = From tomorrow the plan has running in it; /week shows it.
safety-next-plan = The plan goes on.
safety-group = That sounds as if it could be an emergency. Please call 112, or the emergency number where you are, now.
button-cleared = A doctor cleared me to run
button-well = Well for 24 h, without medicine
button-doctor-seen = I've taken care of it
confirm-cleared = A doctor has seen you about this, knows that you run, and said that you may?
button-confirm-cleared = Yes, cleared
button-not-yet = Not yet
not-medical = This isn't medical advice; where your doctor says otherwise, your doctor is right.
safety-walk = <b>Walking only until a doctor has seen this.</b> Odd breath or dizziness on effort needs a look before you run on it. Brisk walking is fine while it stays comfortable. Tell me when a doctor has cleared more.
safety-pelvic-floor = <b>No running while something leaks, drags or hurts.</b> It's common after a birth, and it can be treated: see your doctor or a pelvic-floor physiotherapist. Walking is fine. Tell me when you're cleared, and we take the way back step by step.
button-walk-and-hop = 30 min walk and hops: no pain
button-person = I've talked to somebody
safety-too-soon = Not yet: it needs a full day first. Ask me again tomorrow.
safety-not-past = I hear you, and it stays as it is. This rule isn't one I can be talked past, whatever the plan or the race says.
safety-doubt = <b>One question first.</b> { $sign ->
    [chest-pain] Pain, pressure or tightness in the chest
    [collapse] A collapse, or time that you can't remember
    [heat-confusion] Confusion in the heat
    [breathless-at-rest] Short of breath without running
    [stroke] A numb or limp face or arm, trouble with words or sight, a sudden terrible headache
    [dark-urine] Urine as dark as cola, or blood in it
    [saddle-numbness] Numbness between the legs, or no hold of bladder or bowel
    [pregnancy-alarm] Bleeding, contractions, fluid or dizziness in a pregnancy
    [fainting] Fainting, or nearly
    [palpitations] A heart that races, flutters or skips at rest
    [swollen-calf] One calf that is swollen, warm or tender
    [chest-infection] A cold or a fever that sits in the chest
   *[bone-pain] Pain in a bone or the groin, on a hop or at night
  }: have you had that, today or in the last days?
safety-doubt-now = If it's there now, call 112 or your local emergency number and don't wait for me.
safety-doubt-self-harm = <b>One question first, and you can tell me.</b> Are there thoughts of harming yourself, today or in the last days? If you're in danger right now, call 112 or your local emergency number.
button-felt = Yes, I've had that
button-not-felt = No, nothing like that
safety-not-felt = Good. Should it ever come: stop, and tell me. If it's bad, call 112 or your local emergency number first.
