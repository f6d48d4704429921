### A running buddy in the squad.

buddy-offer = I can look for somebody in { $squad } whose easy running is like yours. I ask one at a time, without your name. Only if you both say yes do you hear of each other.
buddy-are = In { $squad } you run with { $names }.
buddy-seeking = Somebody is asked. You hear from me when they say yes.
buddy-no-pace-yet = For that I need to know how fast you run easy: tell me a result first.
buddy-button-seek = Look for one
buddy-button-stop = No more looking
buddy-asked = I've asked somebody whose easy running is like yours. You hear from me when they say yes.
buddy-nobody = There's nobody else at the moment whose easy running is like yours. Try again when the squad has grown.
buddy-no-pace = For that I need to know how fast you run easy: tell me a result first, such as <i>10k in 48:30</i>.
buddy-stopped = Ended. I look no more.
buddy-not-in = You're not in that squad.
buddy-no-squad = You're in no squad yet. Its group has the button to join.
buddy-question = Somebody in { $squad } runs easy at about your pace and would like company now and then. Shall I name you to each other? If not, nobody hears of it.
buddy-button-yes = Yes
buddy-button-no = Rather not
buddy-both = It's { $name }. They hear your name now; the first word is up to either of you.
buddy-found = { $name } in { $squad } would run easy with you. They know your name now, too.
buddy-no = Fine. Nobody hears of it.
buddy-answered = You've answered that already.
buddy-gone = That question is no longer open.
