"""/settings: the card, each setting being changed, and what is said afterwards."""

from __future__ import annotations

from dataclasses import replace

from bot.messages import profile
from bot.reply import Reply
from bot.schedule import Dial, Hours
from bot.text import Text
from tests.messages.recording import Case, Cases
from tests.messages.scenes import RUI

HOURS = Hours("Europe/Lisbon", 390)
FULL = Hours("America/New_York", 390, weekend=480, running=1080, dial=Dial.QUIET)
CHATTY = Hours("Europe/Lisbon", 390, dial=Dial.CHATTY)


def _overview(text: Text, hours: Hours = HOURS, note: str = "", *, paused: bool = False) -> Reply:
    return profile.overview(text, hours, RUI, asks_pulse=True, paused=paused, note=note)


def _noted(code: str, **facts: str | int) -> Case:
    return lambda text: _overview(text, note=text.told(code, facts))


def _asked(name: str, picked: tuple[int, ...] = (), options: str = "") -> Case:
    return lambda text: profile.asked(text, name, picked, options)


PLACES = "America.Chicago=Springfield, Illinois, US\nAmerica.New_York=Springfield, Vermont, US"

CASES: Cases = {
    "overview": _overview,
    "full": lambda text: _overview(text, FULL),
    "chatty": lambda text: _overview(text, CHATTY),
    "paused": lambda text: _overview(text, paused=True),
    "coach-only": lambda text: profile.overview(text, HOURS, None, asks_pulse=False, paused=False),
    "saved": _noted("settings-saved"),
    "days-changed": lambda text: _overview(
        text, note=text("settings-days-plan", days=text.weekdays(RUI.days))
    ),
    "paused-now": _noted("settings-paused-now"),
    "resumed-short": _noted("settings-resumed-short"),
    "resumed-gently": _noted("settings-resumed-gently", days=11),
    "cycle": lambda text: profile.overview(
        text, HOURS, replace(RUI, asks_cycle=True), asks_pulse=True, paused=False
    ),
    "resumed-long": _noted("settings-resumed-long", days=12),
    "ask-hour": _asked("hour"),
    "ask-weekend": _asked("weekend"),
    "ask-evening": _asked("evening"),
    "ask-running": _asked("running"),
    "ask-zone": _asked("zone"),
    "ask-zone-which": _asked("zone", options=PLACES),
    "ask-days": _asked("days", (1, 3, 6)),
    "ask-hour-sorry": lambda text: profile.asked(text, "hour", (), "", text("sorry-clock")),
    "ask-days-sorry": lambda text: profile.asked(
        text, "days", (2,), "", text("onboarding-one-day")
    ),
    "long-day": lambda text: profile.long_day(text, RUI.days),
    "dial": profile.dial,
}
