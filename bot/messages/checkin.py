"""The morning's questions as buttons, what was heard, and what is asked back."""

from __future__ import annotations

from datetime import date

from bot.callbacks import pack
from bot.reply import Button, Reply, Rows
from bot.text import Text, numbers
from core.athlete import Spot
from core.checkin import CheckIn, Morning, Pain, Told
from core.day import Day
from core.units import Duration, HeartRate

TOPIC = "checkin"
USUAL_NIGHT = Duration.of_hours(7.5)
_NIGHT_STEPS = (-2.5, -1.5, -1, -0.5, 0, 0.5, 1)
_PULSE_STEPS = (-3, 0, 2, 4, 7, 10)


class Tap:
    """Makes the payloads of one card: each carries the delivery that it came with and its day."""

    def __init__(self, on: date, delivery: int = 0) -> None:
        self._on, self._delivery = on.isoformat(), delivery

    def __call__(self, verb: str, *args: object) -> str:
        return pack(TOPIC, verb, self._delivery, self._on, *args)


def question(day: Day, text: Text) -> str:
    """The open question in words; "" where none is open."""
    if day.menu:
        return _menu_question(day.menu, text)
    stem, _, spot = day.asks.partition("-")
    match stem:
        case "legs" | "sleep" | "pulse":
            return text(f"ask-{stem}")
        case "score":
            return text("spot-ask", spot=text(f"spot-{spot}"))
        case "morning":
            return text("spot-ask-morning", spot=text(f"spot-{spot}"))
        case _:
            return ""


def _menu_question(menu: str, text: Text) -> str:
    known = {
        "more": "more-ask",
        "where": "pain-where",
        "type-sleep": "type-sleep",
        "type-pulse": "type-pulse",
        "type-hrv": "back-hrv",
        "type-fever": "back-fever",
        "type-cycle": "type-cycle",
        "count": "count-pulse",
        "mend-ill": "mend-ill-ask",
    }
    if menu.startswith("mend-") and menu not in known:
        return text("mend-ask", spot=text(f"spot-{menu.removeprefix('mend-')}"))
    return text(known.get(menu, "pain-score"))


def rows(day: Day, text: Text, tap: Tap) -> Rows:
    """The buttons of the open question, or of the menu that is open over it."""
    if day.menu:
        return _menu_rows(day, text, tap)
    stem, _, spot = day.asks.partition("-")
    match stem:
        case "legs":
            return (*_legs(text, tap), _below(text, tap, "legs", usual=True), _more(text, tap))
        case "sleep":
            return (*_sleep(day, text, tap), _below(text, tap, "sleep"), _more(text, tap))
        case "pulse":
            count = Button(text("button-count"), tap("menu", "count"))
            below = (*_below(text, tap, "pulse"), count)
            return (*_pulse(day, tap), below, _more(text, tap))
        case "score":
            return _scores(tap, spot)
        case "morning":
            return (tuple(_morning(m, spot, text, tap) for m in Morning),)
        case _:
            return ()


def _legs(text: Text, tap: Tap) -> Rows:
    buttons = [Button(text(f"legs-{n}"), tap("legs", n)) for n in range(1, 6)]
    return (tuple(buttons[:3]), tuple(buttons[3:]))


def _sleep(day: Day, text: Text, tap: Tap) -> Rows:
    usual = day.usual.sleep or USUAL_NIGHT
    around = round(usual.hours * 2) / 2
    nights = [around + step for step in _NIGHT_STEPS if 2 <= around + step <= 13]
    buttons = [
        Button(numbers.hours(Duration.of_hours(h)), tap("sleep", round(h * 60))) for h in nights
    ]
    typed = Button(text("button-type"), tap("menu", "type-sleep"))
    return (tuple(buttons[:4]), (*buttons[4:], typed))


def _pulse(day: Day, tap: Tap) -> Rows:
    if day.usual.pulse is None:
        return ()
    beats = [day.usual.pulse.bpm + step for step in _PULSE_STEPS]
    buttons = [Button(str(bpm), tap("pulse", bpm)) for bpm in beats]
    return (tuple(buttons[:3]), tuple(buttons[3:]))


def _below(text: Text, tap: Tap, field: str, *, usual: bool = False) -> tuple[Button, ...]:
    skip = Button(text("button-skip-question"), tap("skip", field))
    if usual:
        return (Button(text("button-usual"), tap("usual")), skip)
    if field == "pulse":
        return (skip, Button(text("button-type"), tap("menu", "type-pulse")))
    return (skip,)


def _more(text: Text, tap: Tap) -> tuple[Button, ...]:
    return (Button(text("button-more"), tap("menu", "more")),)


def mends(day: Day, text: Text, tap: Tap) -> Rows:
    """A button for each tap that may have been a slip; the gate stands until it is put right."""
    told = {pain.spot: pain.score for pain in day.checkin.pains} if day.checkin else {}
    ill = Button(text("button-mend-ill"), tap("menu", "mend-ill"))
    scores = tuple(
        (
            Button(
                text("button-mend", spot=text(f"spot-{spot.value}"), score=told.get(spot) or 0),
                tap("menu", f"mend-{spot.value}"),
            ),
        )
        for spot in day.mends
    )
    return (*scores, (ill,)) if day.mends_ill else scores


def _scores(tap: Tap, spot: str, verb: str = "score") -> Rows:
    buttons = [Button(str(n), tap(verb, spot, n)) for n in range(11)]
    return (tuple(buttons[:6]), tuple(buttons[6:]))


def _morning(morning: Morning, spot: str, text: Text, tap: Tap) -> Button:
    return Button(text(f"morning-{morning.value}"), tap("morning", spot, morning.value))


def _menu_rows(day: Day, text: Text, tap: Tap) -> Rows:
    menu, back = day.menu, (Button(text("more-back"), tap("menu", "none")),)
    if menu == "more":
        flags = [Button(text(f"more-{f}"), tap("flag", f)) for f in ("ill", "stress", "dread")]
        typed = [
            Button(text("more-fever"), tap("menu", "type-fever")),
            Button(text("more-hrv"), tap("menu", "type-hrv")),
        ]
        hurts = (Button(text("more-pain"), tap("menu", "where")), flags[0])
        cycle = Button(text("more-cycle"), tap("menu", "type-cycle"))
        private = ((cycle,),) if day.asks_cycle else ()
        return (hurts, (typed[0], flags[1]), (flags[2], typed[1]), *private, back)
    if menu == "where":
        spots = [Button(text(f"spot-{s.value}"), tap("menu", f"hurts-{s.value}")) for s in Spot]
        return (*(tuple(spots[i : i + 3]) for i in range(0, len(spots), 3)), back)
    if menu.startswith("hurts-"):
        return (*_scores(tap, menu.removeprefix("hurts-")), back)
    if menu == "mend-ill":
        return ((Button(text("button-not-ill"), tap("not-ill")),), back)
    if menu.startswith("mend-"):
        return (*_scores(tap, menu.removeprefix("mend-"), "mend"), back)
    return (back,)


def heard(checkin: CheckIn, text: Text) -> str:
    """What was understood, in one line; "" where nothing was told."""
    said = _heard_three(checkin, text)
    if checkin.hrv_ms is not None:
        said.append(text("heard-hrv", ms=round(checkin.hrv_ms)))
    if checkin.fever_celsius is not None:
        said.append(text("heard-fever", degrees=text.degrees(checkin.fever_celsius, 1)))
    if checkin.celsius is not None:
        said.append(text("heard-celsius", degrees=text.degrees(checkin.celsius)))
    said += [text(f"heard-danger-{danger.value}") for danger in checkin.dangers]
    said += [text("heard-indoors")] if checkin.indoors else []
    if checkin.cycle_day is not None:
        said.append(text("heard-cycle", day=checkin.cycle_day))
    said += [text(f"heard-{flag}") for flag in ("ill", "stress", "dread") if getattr(checkin, flag)]
    said += [_heard_pain(pain, text) for pain in checkin.pains]
    return text("heard", answers=", ".join(said)) if said else ""


def _heard_three(checkin: CheckIn, text: Text) -> list[str]:
    three = {"legs": checkin.legs, "sleep": checkin.sleep, "pulse": checkin.pulse}
    for same in Told:
        if all(told is same for told in three.values()):
            return [text(f"heard-{same.value}-all")]
    return [said for field, told in three.items() for said in _heard_told(field, told, text)]


def _heard_told(
    field: str, told: int | Duration | HeartRate | Told | None, text: Text
) -> list[str]:
    match told:
        case None:
            return []
        case Told():
            return [text(f"heard-{told.value}-{field}")]
        case Duration():
            return [text("heard-sleep", hours=numbers.hours(told))]
        case HeartRate():
            return [text("heard-pulse", bpm=told.bpm)]
        case int():
            return [text("heard-legs", word=text(f"heard-legs-{told}"))]


def _heard_pain(pain: Pain, text: Text) -> str:
    score = "none" if pain.score is None else str(pain.score)
    return text("heard-pain", spot=text(f"in-spot-{pain.spot.value}"), score=score)


def asked_back(code: str, text: Text) -> Reply:
    """What could not be read for certain is asked, never guessed."""
    return Reply(text(code))
