### /weather: today's temperature, told or looked up.

weather-unknown = How warm will it be when you run? Tap it, or write <i>hot</i> or <i>31 degrees</i>.
weather-known = For today I reckon with { $degrees }. Is it different? Tap it, or write it.
weather-dangers = For today I reckon with { $dangers }, so nothing outdoors.
weather-none = All clear
weather-danger-lightning = Lightning
weather-danger-ice = Ice
weather-danger-smoke = Smoke
weather-offer = I can look it up each morning: write the town behind the command, such as <i>/weather Lisbon</i>. Only the town's rounded place on the map is sent.
weather-looked-up = I look it up each morning for { $town }.
weather-stop = Don't look it up any more
weather-on = Done. From the next hour on I know the weather there.
weather-off = Done. I look nothing up any more.
weather-no-town = I don't know that town. Try the nearest larger one, or a temperature: <i>/weather 31</i>.
weather-no-degrees = I need a temperature: <i>/weather 31</i>, or <i>hot</i>.
heard-celsius = { $degrees }
