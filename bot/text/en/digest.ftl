### What a squad is told after a session.

digest-head = <b>{ $session }</b>, { $day }
digest-ran = { $ran ->
    [one] One ran
   *[other] { $ran } ran
}, of { $coming } who were in.
digest-ran-all = { $ran } ran, everybody who was in.
digest-ran-only = { $ran ->
    [one] One ran.
   *[other] { $ran } ran.
}
digest-kudos = Kudos: { $count }. React to the session's card to give yours.
digest-no-kudos = React to the session's card to give kudos.
digest-results = Times, confirmed by their runners: { $times }
digest-time = { $name } { $time }
digest-weather = This morning in the squad: { $colours }.
digest-weather-mixed = This morning in the squad: mixed.
digest-weather-how = Green runs as planned, amber a little less, red takes it easy. Nobody sees who. In our own chat, /squad lets you be counted.
weather-count-green = { $count } green
weather-count-amber = { $count } amber
weather-count-red = { $count } red
