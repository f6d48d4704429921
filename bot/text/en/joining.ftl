### Joining a squad, by button or link.

joining-in = You're in. The squad sees only that, and whether you come. What else it may see, you choose: /squad in our own chat.
joining-already = You're in already. /squad in our own chat shows what the squad sees.
joining-how = <b>{ $title }</b> trains with me: { $times }, { $place }.
    I'm Nextgear, a running coach made of rules. With a plan of your own, the squad's session becomes part of your week, sized for you. Without one you can still say who comes.
    I keep your name and, with a plan, what you tell me, health answers included; /export shows it, /forget erases it. I'm no doctor.
joining-with-plan = With a plan of my own
joining-without-plan = In the squad only
joining-plan-begins = You're in { $title }. Now a few questions for a plan of your own; the squad's days ({ $days }) are ticked already.
joining-done = You're in <b>{ $title }</b>: { $times }, { $place }.
    The squad sees that you're in and whether you come. Nothing else, until you allow it: /squad.
joining-done-no-plan = You have no plan of your own; the squad's sessions come to you all the same. If you'd like a plan: /start.
joining-nights = Your running days are others. Its sessions find room all the same; if you mean to come often, let your week run on its days.
joining-done-again = You're in <b>{ $title }</b> already. /squad shows what it sees.
joining-plan-too = You have no plan of your own. With one, the squad's sessions come to you in your own paces.
squad-link-old = That invitation has run out. Ask in the group for a new one: /squad there shows it.
squad-not-in-group = That invitation is for people in { $name }. Join the group first, then tap it again.
