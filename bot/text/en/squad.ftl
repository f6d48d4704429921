### A squad in its group: the introduction, three questions, the card and its settings.

squad-intro = 👋 I'm Nextgear, a running coach. Here I help a group train together: one session, everybody's own paces. What each of you tells me about your body stays between us, in private.
squad-asks-admins = An administrator answers.
squad-ask-place = <b>1 of 3. Where do you train?</b>
    Pick the place whose clock you keep, or reply to this message with your town.
squad-ask-days = <b>2 of 3. Which days do you train together?</b>
squad-ask-hour = <b>2 of 3. What time on { $weekday }?</b>
squad-ask-hours-so-far = So far: { $times }.
squad-ask-hours-words = For another hour, reply to this message: "Tue 18:45, Sat 9:15".
squad-ask-setters = <b>3 of 3. Who may set the sessions?</b>
squad-change-place = <b>Where do you train?</b>
    Pick the place whose clock you keep, or reply to this message with your town.
squad-change-days = <b>Which days do you train together?</b>
squad-change-hour = <b>What time on { $weekday }?</b>
squad-change-setters = <b>Who may set the sessions?</b>
squad-change-mornings = <b>How were the mornings? When is the squad told?</b>
    In counts, never who: "7 green, 2 amber". Only from five answers on, once a day, silently, and in that day's other post if there is one.
squad-mornings-daily = Every day
squad-mornings-with-posts = Only with other posts
squad-mornings-never = Never

squad-city-london = London
squad-city-lisbon = Lisbon
squad-city-berlin = Berlin
squad-city-new-york = New York
squad-city-los-angeles = Los Angeles
squad-city-sao-paulo = São Paulo
squad-city-nairobi = Nairobi
squad-city-sydney = Sydney
squad-place-mine = As in my own settings
squad-setters-admins = Every administrator
squad-setters-named = Only those I name
squad-hour-rest = { $clock } on the other days too

squad-head = <b>{ $title }</b>
squad-when = { $times } · { $place }
squad-times = { $days } { $clock }
squad-set-by-admins = Sessions are set by the administrators, with /session.
squad-set-by-named = Sessions are set by { $names }, with /session.
squad-count = { $count ->
    [0] Nobody is in yet.
    [one] One is in.
   *[other] { $count } are in.
}
squad-join-why = Tap Join, and each session comes to you in your own size: by your paces if you have a plan with me, by effort if not. The squad sees only that you're in and whether you come.
squad-button-join = Join
squad-button-settings = Settings

squad-settings-head = <b>{ $title }: settings</b>
squad-settings-who = For administrators.
squad-settings-weather-on = Forecast on the session's card: on
squad-settings-weather-off = Forecast on the session's card: off
squad-settings-ephemeral-on = My version: shown in the group, to the member alone
squad-settings-ephemeral-off = My version: sent to the private chat
squad-settings-challenges-on = Challenges for steady training: on
squad-settings-challenges-off = Challenges for steady training: off
squad-settings-mornings-daily = How the mornings were, in counts: every day, from { $clock }
squad-settings-mornings-with-posts = How the mornings were, in counts: only with other posts
squad-settings-mornings-never = How the mornings were: never told
squad-settings-topic = I write in one topic of this forum.
squad-set-place = Place
squad-set-days = Days and hours
squad-set-setters = Who sets
squad-set-coaches = Name coaches
squad-set-weather = Forecast on or off
squad-set-ephemeral = My version: here or private
squad-set-challenges = Challenges on or off
squad-set-mornings = Mornings, in counts
squad-set-link = New invitation
squad-set-topic = Write in this topic
squad-set-back = ‹ Back
squad-coaches-head = <b>Who coaches this squad?</b>
    Tap a member to name or unname them. A coach need not run.
squad-coaches-nobody = Nobody is in yet. Whoever should coach taps Join first.
squad-coaches-more = More ›

squad-admins-only = That's for this group's administrators.
squad-place-unknown = I don't know your place yet. Pick a city, or reply to the message with your town.
squad-place-none = I don't know that place. A larger town nearby will do.
squad-place-several = There are several: { $places }. Reply with the country or region too.
squad-times-unclear = I couldn't read that. Like this: "Tue 19:00, Sat 9:00".
squad-weather-no-town = I need the town for that. Tell me under Place, in a reply.
squad-last-coach = Somebody must be able to set sessions. Name another coach first.
squad-topic-here = I write here from now on.
squad-topic-closed = The topic was closed, so I write here from now on. /squad in another topic moves me there.
squad-link-new = The old invitations no longer work. The Join button here does.
squad-gone = This squad is no longer with me. /squad shows where we are.
squad-noted = Noted.
squad-busy = One moment: Telegram lets me change only so much here in a minute. Tap again shortly.
squad-already = It stands so already.
squad-in-private = I've written to you in private.
squad-private-only = That stays between you and me, so I answer it in our own chat.
squad-private-open = Open our chat
squad-private-moved = You wrote this in { $title }, where everybody reads it. I answered here alone; you may want to delete it there.

menu-squad = Your squads: what they see, and leaving
menu-squad-group = This squad: join, times, settings
