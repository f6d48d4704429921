"""A squad's card in its group: three questions, what is settled, and the settings."""

from __future__ import annotations

from collections.abc import Sequence

from bot.callbacks import pack
from bot.reply import Button, Reply, Rows
from bot.text import Html, Text, plain
from core.squad import Member, Missing, Setters, Squad, Training

TOPIC = "squad"
SETTLES = "founding"
HALF_HOUR = 30
_HOURS = (360, 390, 420, 540, 600, 1050, 1080, 1110, 1140, 1170, 1200, 1230)
CITIES = (
    "london",
    "lisbon",
    "berlin",
    "new-york",
    "los-angeles",
    "sao-paulo",
    "nairobi",
    "sydney",
)
PER_PAGE = 8


def card(
    text: Text, squad_id: int, title: str, squad: Squad, *, count: int, coaches: Sequence[str]
) -> Reply:
    """What the squad is and the way in; before that, what is still asked of its administrators."""
    if squad.missing is not None:
        return _introduction(text, squad_id, squad, squad.missing)
    said = [
        text("squad-head", title=title),
        text("squad-when", times=Html(times(text, squad.trainings)), place=squad.place),
        set_by(text, squad, coaches),
        text("squad-count", count=count),
        "",
        text("squad-join-why"),
    ]
    rows = (
        (Button(text("squad-button-join"), pack("joining", "tap", squad_id)),),
        (Button(text("squad-button-settings"), pack(TOPIC, "settings", squad_id)),),
    )
    return Reply("\n".join(said), rows)


def set_by(text: Text, squad: Squad, coaches: Sequence[str]) -> str:
    """Who may set sessions, by name where they are named."""
    if squad.setters is not Setters.NAMED:
        return text("squad-set-by-admins")
    names = text.listed([str(text.write(name)) for name in coaches])
    return text("squad-set-by-named", names=Html(names))


def times(text: Text, trainings: Sequence[Training]) -> str:
    """The usual days and hours: "Tue and Thu 19:00, Sat 9:00"; ready HTML."""
    by_minute: dict[int, list[int]] = {}
    for training in trainings:
        by_minute.setdefault(training.minute, []).append(training.weekday)
    told = [
        text("squad-times", days=Html(text.weekdays(tuple(days))), clock=text.clock(minute))
        for minute, days in sorted(by_minute.items(), key=lambda item: item[1])
    ]
    return ", ".join(told)


def _introduction(text: Text, squad_id: int, squad: Squad, missing: Missing) -> Reply:
    asked = {
        Missing.PLACE: place(text, squad_id, founding=True),
        Missing.DAYS: days(text, squad_id, (), founding=True),
        Missing.SETTERS: setters(text, squad_id, founding=True),
    }[missing]
    said = [text("squad-intro")] if not squad.zone else []
    said += [asked.text, text("squad-asks-admins")]
    return Reply("\n\n".join(said), asked.rows)


def place(text: Text, squad_id: int, *, founding: bool) -> Reply:
    """Where? Cities by button, every other town in a reply."""
    cities = [
        Button(text(f"squad-city-{code}"), pack(SETTLES, "place", squad_id, code))
        for code in CITIES
    ]
    mine = Button(text("squad-place-mine"), pack(SETTLES, "place", squad_id, "mine"))
    rows = (*_in_rows(cities, 2), (mine,), *_back(text, squad_id, founding=founding))
    return Reply(text("squad-ask-place" if founding else "squad-change-place"), rows)


def days(text: Text, squad_id: int, picked: Sequence[int], *, founding: bool) -> Reply:
    """Which days? Each button carries what is ticked once it is pressed."""
    ticks = []
    for day in range(7):
        after = sorted({*picked} ^ {day})
        label = ("✓ " if day in picked else "") + text.weekday(day, short=True)
        ticks.append(Button(label, pack(SETTLES, "days", squad_id, _digits(after))))
    done = Button(text("button-done"), pack(SETTLES, "hours", squad_id, _digits(picked)))
    rows: Rows = (tuple(ticks[:4]), tuple(ticks[4:]))
    rows = (*rows, (done,)) if picked else rows
    return Reply(
        text("squad-ask-days" if founding else "squad-change-days"),
        (*rows, *_back(text, squad_id, founding=founding)),
    )


def hour(
    text: Text, squad_id: int, picked: Sequence[int], told: Sequence[int], *, founding: bool
) -> Reply:
    """What time on the first day that has none yet?"""
    weekday = text.weekday(picked[len(told)])

    def to(*minutes: int) -> str:
        halves = "".join(f"{minute // HALF_HOUR:02d}" for minute in (*told, *minutes))
        return pack(SETTLES, "hour", squad_id, _digits(picked), halves)

    said = [text("squad-ask-hour" if founding else "squad-change-hour", weekday=weekday)]
    rows: Rows = ()
    if told:
        so_far = times(text, [Training(d, m) for d, m in zip(picked, told, strict=False)])
        said.append(text("squad-ask-hours-so-far", times=Html(so_far)))
        rest = [told[-1]] * (len(picked) - len(told))
        same = text("squad-hour-rest", clock=text.clock(told[-1]))
        rows = ((Button(same, to(*rest)),),)
    said.append(text("squad-ask-hours-words"))
    hours = [Button(text.clock(minute), to(minute)) for minute in _HOURS]
    rows = (*rows, *_in_rows(hours, 4), *_back(text, squad_id, founding=founding))
    return Reply("\n".join(said), rows)


def setters(text: Text, squad_id: int, *, founding: bool) -> Reply:
    """Who may set sessions?"""
    rows = tuple(
        (Button(text(f"squad-setters-{who.value}"), pack(SETTLES, "who", squad_id, who.value)),)
        for who in Setters
    )
    asked = text("squad-ask-setters" if founding else "squad-change-setters")
    return Reply(asked, (*rows, *_back(text, squad_id, founding=founding)))


def settings(
    text: Text,
    squad_id: int,
    title: str,
    squad: Squad,
    *,
    coaches: Sequence[str],
    topic: bool,
    looks_up: bool,
) -> Reply:
    """What administrators may change; `topic`: the coach keeps to one topic of a forum.

    `looks_up`: whoever hosts the coach allows forecasts.
    """
    switches = [each for each in _switches(squad) if looks_up or each[0] != "weather"]
    said = [
        text("squad-settings-head", title=title),
        text("squad-when", times=Html(times(text, squad.trainings)), place=squad.place),
        set_by(text, squad, coaches),
        *(text(f"squad-settings-{name}-{_on(on)}") for name, on in switches),
        *([text("squad-settings-topic")] if topic else []),
        text("squad-settings-who"),
    ]

    def ask(what: str) -> Button:
        return Button(text(f"squad-set-{what}"), pack(TOPIC, "ask", squad_id, what))

    turns = tuple(
        (Button(text(f"squad-set-{name}"), pack(SETTLES, "switch", squad_id, name)),)
        for name, _ in switches
    )
    link = Button(text("squad-set-link"), pack(SETTLES, "link", squad_id))
    here = Button(text("squad-set-topic"), pack(SETTLES, "topic", squad_id))
    back = Button(text("squad-set-back"), pack(TOPIC, "open", squad_id))
    rows = ((ask("place"), ask("days")), (ask("setters"), ask("coaches")), *turns)
    return Reply("\n".join(said), (*rows, (link,), (here,), (back,)))


def coaches(text: Text, squad_id: int, members: Sequence[Member], page: int) -> Reply:
    """The members by name, the named ones ticked; eight on a page."""
    if not members:
        return Reply(text("squad-coaches-nobody"), _back(text, squad_id, founding=False))
    first = page * PER_PAGE if page * PER_PAGE < len(members) else 0
    shown = members[first : first + PER_PAGE]
    rows = tuple(
        (
            Button(
                ("✓ " if member.is_coach else "") + _short(member.name),
                pack(SETTLES, "coach", squad_id, member.id),
            ),
        )
        for member in shown
    )
    if len(members) > PER_PAGE:
        onward = (first // PER_PAGE + 1) % -(-len(members) // PER_PAGE)
        more = Button(text("squad-coaches-more"), pack(TOPIC, "ask", squad_id, "coaches", onward))
        rows = (*rows, (more,))
    return Reply(text("squad-coaches-head"), (*rows, *_back(text, squad_id, founding=False)))


def asks(said: str, text: Text, questions: Sequence[str]) -> bool:
    """Whether a message that is replied to asks one of these, by its first line."""
    return any(_first_line(text(question)) in said for question in questions)


def asks_days(said: str, text: Text) -> bool:
    """Whether it asks for days or hours."""
    hours = [
        _first_line(text(question, weekday=text.weekday(day)))
        for question in ("squad-ask-hour", "squad-change-hour")
        for day in range(7)
    ]
    days = ("squad-ask-days", "squad-change-days")
    return asks(said, text, days) or any(hour in said for hour in hours)


def _first_line(asked: str) -> str:
    return plain(asked).partition("\n")[0]


def private_only(text: Text, link: str) -> Reply:
    """What was asked in the group is answered in private, one tap away."""
    rows = ((Button(text("squad-private-open"), url=link),),)
    return Reply(text("squad-private-only"), rows, silent=True)


def _switches(squad: Squad) -> tuple[tuple[str, bool], ...]:
    return (
        ("weather", squad.weather),
        ("ephemeral", squad.ephemeral),
        ("challenges", squad.challenges),
    )


def _on(on: bool) -> str:
    return "on" if on else "off"


def _back(text: Text, squad_id: int, *, founding: bool) -> Rows:
    if founding:
        return ()
    return ((Button(text("squad-set-back"), pack(TOPIC, "settings", squad_id)),),)


def _in_rows(buttons: Sequence[Button], per_row: int) -> Rows:
    return tuple(tuple(buttons[i : i + per_row]) for i in range(0, len(buttons), per_row))


def _digits(picked: Sequence[int]) -> str:
    return "".join(str(day) for day in sorted(picked))


def _short(name: str) -> str:
    return name if len(name) <= 28 else f"{name[:27]}…"
