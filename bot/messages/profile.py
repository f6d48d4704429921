"""/settings: everything on one card; one setting at a time is changed."""

from __future__ import annotations

from bot.callbacks import pack
from bot.reply import Button, Reply, Rows
from bot.schedule import Dial, Hours
from bot.text import Text
from core.athlete import Athlete
from core.units import Units

TOPIC = "profile"
_MORNINGS = (300, 330, 360, 390, 420, 450, 480, 540)
_EVENINGS = (1140, 1170, 1200, 1230, 1260, 1290)
_RUNS = (360, 420, 480, 720, 1020, 1080, 1110, 1140)
_CHOICES = {"hour": _MORNINGS, "weekend": _MORNINGS, "evening": _EVENINGS, "running": _RUNS}


def overview(
    text: Text,
    hours: Hours,
    profile: Athlete | None,
    *,
    asks_pulse: bool,
    paused: bool,
    note: str = "",
) -> Reply:
    """Every setting, a button for each; `note` says what has just been changed."""
    said = [text("settings-head")] + ([text("settings-paused")] if paused else [])
    said += [
        text("settings-hour", hour=text.clock(hours.morning)),
        _weekend(text, hours),
        text("settings-evening", hour=text.clock(hours.evening)),
        _running(text, hours),
        text("settings-zone", zone=hours.zone),
    ]
    if profile is not None:
        days, long_day = text.weekdays(profile.days), text.weekday(profile.long_day, short=True)
        said.append(text("settings-days", days=days, long=long_day))
        said += [text("settings-cycle-on")] if profile.asks_cycle else []
    said += [
        text("settings-units", units=text(f"settings-units-{text.tongue.units.value}")),
        text("settings-clock-24" if text.tongue.clock24 else "settings-clock-12"),
        text("settings-dial", dial=text(f"dial-{hours.dial.value}")),
        text("settings-pulse-on" if asks_pulse else "settings-pulse-off"),
    ]
    body = "\n".join(said)
    rows = _overview_rows(text, profile, asks_pulse=asks_pulse, paused=paused)
    return Reply(f"{note}\n\n{body}" if note else body, rows)


def _weekend(text: Text, hours: Hours) -> str:
    if hours.weekend is None:
        return text("settings-weekend-same")
    return text("settings-weekend", hour=text.clock(hours.weekend))


def _running(text: Text, hours: Hours) -> str:
    if hours.running is None:
        return text("settings-running-unknown")
    return text("settings-running", hour=text.clock(hours.running))


def _overview_rows(text: Text, profile: Athlete | None, *, asks_pulse: bool, paused: bool) -> Rows:
    def ask(name: str) -> Button:
        return Button(text(f"set-{name}"), pack(TOPIC, "ask", name))

    other = Units.KM if text.tongue.units is Units.MILES else Units.MILES
    units = Button(text(f"set-units-{other.value}"), pack(TOPIC, "set", "units", other.value))
    clock = "12" if text.tongue.clock24 else "24"
    hours12 = Button(text(f"set-clock-{clock}"), pack(TOPIC, "set", "clock", clock))
    pulse = "off" if asks_pulse else "on"
    asked = Button(text(f"set-pulse-{pulse}"), pack(TOPIC, "set", "pulse", pulse))
    rest = (
        Button(text("set-resume"), pack(TOPIC, "resume"))
        if paused
        else Button(text("set-pause"), pack(TOPIC, "pause"))
    )
    dial = Button(text("set-dial"), pack(TOPIC, "dial"))
    days = (ask("days"),) if profile is not None else ()
    cycle = "off" if profile is not None and profile.asks_cycle else "on"
    private = Button(text(f"set-cycle-{cycle}"), pack(TOPIC, "set", "cycle", cycle))
    about = Button(text("background-about"), pack("background", "open"))
    health = Button(text("set-health"), pack("health", "open"))
    return (
        (ask("hour"), ask("weekend")),
        (ask("evening"), ask("running")),
        (ask("zone"), *days),
        (units, hours12),
        (dial, asked),
        *(((private,), (about, health)) if profile is not None else ()),
        (rest,),
    )


def asked(
    text: Text, name: str, picked: tuple[int, ...], options: str = "", sorry: str = ""
) -> Reply:
    """One setting being changed; `options` are the meanings of an answer that had several."""
    said = f"{sorry}\n\n{text(f'ask-set-{name}')}" if sorry else text(f"ask-set-{name}")
    back = (Button(text("settings-back"), pack(TOPIC, "open")),)
    return Reply(said, (*_asked_rows(text, name, picked, options), back))


def _asked_rows(text: Text, name: str, picked: tuple[int, ...], options: str) -> Rows:
    if options:
        pairs = [line.partition("=") for line in options.splitlines()]
        return tuple(
            (Button(str(text.write(label)), pack(TOPIC, "set", name, value)),)
            for value, _, label in pairs
        )
    if name == "days":
        ticks = [
            Button(
                ("✓ " if d in picked else "") + text.weekday(d, short=True),
                pack(TOPIC, "pick", d),
            )
            for d in range(7)
        ]
        done = (Button(text("button-done"), pack(TOPIC, "done")),)
        return (tuple(ticks[:4]), tuple(ticks[4:]), done)
    if name not in _CHOICES:
        return ()
    buttons = [Button(text.clock(m), pack(TOPIC, "set", name, m)) for m in _CHOICES[name]]
    rows = tuple(tuple(buttons[i : i + 4]) for i in range(0, len(buttons), 4))
    same = (Button(text("button-same-hour"), pack(TOPIC, "set", "weekend", "same")),)
    return (*rows, same) if name == "weekend" else rows


def long_day(text: Text, days: tuple[int, ...]) -> Reply:
    """After new running days: which of them for the long run?"""
    buttons = tuple(
        Button(text.weekday(d, short=True), pack(TOPIC, "set", "long", d)) for d in days
    )
    return Reply(
        text("ask-set-long"), (buttons[:4], buttons[4:]) if len(buttons) > 4 else (buttons,)
    )


def dial(text: Text) -> Reply:
    """How much to say unasked."""
    buttons = tuple(
        Button(text(f"dial-{d.value}"), pack(TOPIC, "set", "dial", d.value)) for d in Dial
    )
    back = (Button(text("settings-back"), pack(TOPIC, "open")),)
    return Reply(text("ask-set-dial"), (buttons, back))
