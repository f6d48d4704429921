"""The coach's view in private: the next session, who comes, what members let the coach know."""

from __future__ import annotations

from collections.abc import Sequence

from bot.callbacks import pack
from bot.messages import attendance
from bot.messages.squad_card import own_rows
from bot.messages.squad_names import listed, short
from bot.reply import Button, Reply, Rows
from bot.text import Html, Text, plain
from core.squad import Answer, Attendance, GroupSession

TOPIC = "coach"
LINES = 12
"""The most hints that are listed."""
NAMES = 6
"""Names on buttons at once."""


def view(
    squad: tuple[int, str, int],
    session: tuple[int, GroupSession, str] | None,
    attended: Sequence[Attendance],
    hints: Sequence[tuple[str, str, str]],
    text: Text,
    *,
    first: int = 0,
) -> Reply:
    """`squad`: id, title, members. `session`: id, itself, its name as HTML. `hints`: a name, the
    code of what they should do, the code of a colour; empty for what is not shared.
    `first`: from whose name on the buttons go.
    """
    squad_id, title, count = squad
    said = [text("coach-head", squad=short(title, 64), count=count)]
    if session is None:
        said.append(text("coach-none"))
    else:
        _, planned, name = session
        where = Html(attendance.where(planned, text))
        said.append(text("coach-next", session=Html(name), where=where))
        said += attendance.conditions(planned, None, text)
        said += attendance.lines(attended, text) if attended else [text("coach-no-answers")]
        if hints:
            said.append(text("coach-hints"))
            said += [_hint(*hint, text) for hint in hints[:LINES]]
            said += _others(len(hints) - LINES, text)
        if smaller := [one.name for one in coming(attended) if one.smaller]:
            said.append(text("coach-smaller", names=listed(smaller, text)))
    rows = _rows(squad_id, session, text)
    if session is not None and session[1].workout is not None:
        rows = (*_sizes((squad_id, session[0]), coming(attended), first, text), *rows)
    return Reply("\n".join([*said, "", text("coach-how")]), rows)


def coming(attended: Sequence[Attendance]) -> list[Attendance]:
    """Who is in, then who may be."""
    return [one for answer in (Answer.IN, Answer.MAYBE) for one in attended if one.answer is answer]


def _sizes(ids: tuple[int, int], comes: Sequence[Attendance], first: int, text: Text) -> Rows:
    """A button for each who comes, two in a row; the rest of many names is behind one more."""
    squad_id, session_id = ids
    first = first if 0 <= first < len(comes) else 0
    buttons = [
        Button(
            plain(text(f"coach-button-{_verb(one)}", name=one.name[:18])),
            pack(TOPIC, _verb(one), session_id, one.athlete_id, first),
        )
        for one in comes[first : first + NAMES]
    ]
    rows = [tuple(buttons[n : n + 2]) for n in range(0, len(buttons), 2)]
    if len(comes) > NAMES:
        after = first + NAMES if first + NAMES < len(comes) else 0
        rows.append((Button(text("coach-button-names"), pack(TOPIC, "look", squad_id, after)),))
    return tuple(rows)


def _verb(one: Attendance) -> str:
    return "full" if one.smaller else "less"


def smaller(
    squad: str,
    session_id: int,
    session: GroupSession,
    reps: tuple[int, int] | None,
    text: Text,
    *,
    less: bool,
) -> Reply:
    """To the member: the coach wants less of them, or the session as it was set again."""
    where = Html(attendance.where(session, text))
    if not less:
        said = text("smaller-off", squad=squad, where=where)
    elif reps is None:
        said = text("smaller-some", squad=squad, where=where)
    else:
        said = text("smaller-reps", reps=reps[0], of=reps[1], squad=squad, where=where)
    return Reply(said, own_rows(session_id, session, text))


def _others(count: int, text: Text) -> list[str]:
    return [text("coach-hints-more", count=count)] if count > 0 else []


def _hint(name: str, fit: str, colour: str, text: Text) -> str:
    told = [text(f"coach-fit-{fit}")] if fit else []
    told += [text(f"coach-colour-{colour}")] if colour else []
    what = told[0] if len(told) == 1 else text("coach-hint-both", fit=told[0], colour=told[1])
    return text("coach-hint", name=short(name), what=what)


def _rows(squad_id: int, session: tuple[int, GroupSession, str] | None, text: Text) -> Rows:
    rows: list[tuple[Button, ...]] = []
    if session is not None:
        number, planned, _ = session
        rows.append(
            tuple(
                Button(text(f"coach-button-{plan}"), pack(TOPIC, "rain", number, plan))
                for plan in attendance.RAIN
            )
        )
        if planned.rain:
            rows.append((Button(text("coach-button-dry"), pack(TOPIC, "rain", number, "off")),))
    challenge = Button(text("coach-button-challenge"), pack(TOPIC, "aims", squad_id))
    again = Button(text("coach-button-refresh"), pack(TOPIC, "look", squad_id))
    return (*rows, (challenge, again))


def who_comes(
    squad: str, session: GroupSession, attended: Sequence[Attendance], text: Text
) -> Reply:
    """Who comes to one session, as the group's card has it."""
    head = [text("membership-head", title=short(squad, 64)), attendance.where(session, text)]
    return Reply("\n".join([*head, *attendance.lines(attended, text)]))


def which(squads: Sequence[tuple[int, str]], text: Text, kept: str = "") -> Reply:
    """Which of the squads they coach? `kept`: the command whose words wait for the answer."""

    def to(number: int) -> str:
        return pack(TOPIC, "for", number, kept) if kept else pack(TOPIC, "look", number)

    rows = tuple((Button(short(title), to(number)),) for number, title in squads)
    return Reply(text("coach-which"), rows)


def note(sender: str, squad: str, words: str, text: Text) -> Reply:
    """A coach's words for one member."""
    head = text("note-from", sender=sender, squad=squad)
    return Reply(f"{head}\n\n{text.write(words)}")
