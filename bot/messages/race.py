"""/race: the list, one race, and what a new one would make of the plan."""

from __future__ import annotations

from bot.callbacks import pack
from bot.messages.outlook import outlook
from bot.messages.plan import phases
from bot.messages.reasons import spoken
from bot.messages.session import distance_title
from bot.reply import Button, Reply
from bot.text import Html, Text
from core.athlete import Priority, Race
from core.fitness import Outlook
from core.plan import Plan
from core.season import Refusal

TOPIC = "race"


def listed(races: tuple[Race, ...], text: Text, note: str = "") -> Reply:
    """The races to come; each opens by a tap."""
    said = [note] if note else []
    if not races:
        said.append(text("race-none"))
        return Reply("\n\n".join(said))
    said.append(text("race-head"))
    rows = tuple(
        (Button(_label(race, text), pack(TOPIC, "open", race.on.isoformat())),) for race in races
    )
    said.append(text("race-more"))
    return Reply("\n\n".join(said), rows)


def _line(race: Race, text: Text) -> str:
    facts: dict[str, str | Html] = {
        "distance": Html(distance_title(race.distance, text)),
        "day": text.full_day(race.on),
        "priority": race.priority.value.upper(),
    }
    if race.target is not None:
        return text("race-line-target", **facts, target=text.race_time(race.target))
    return text("race-line", **facts)


def _label(race: Race, text: Text) -> str:
    return text(
        "race-button",
        distance=Html(distance_title(race.distance, text)),
        day=race.on.day,
        month=text(f"month-short-{race.on.month}"),
        year=race.on.year,
        priority=race.priority.value.upper(),
    )


def one(race: Race, text: Text, ahead: Outlook | None = None) -> Reply:
    """One race: what it does to the weeks around it, what it would bring today, its plan."""
    on = race.on.isoformat()
    marks = tuple(
        Button(
            ("✓ " if p is race.priority else "") + text(f"race-priority-{p.value}"),
            pack(TOPIC, "mark", on, p.value),
        )
        for p in Priority
    )
    plan = Button(text("raceday-button-plan"), pack("raceday", "plan", on))
    remove = (plan, Button(text("race-remove"), pack(TOPIC, "remove", on)))
    back = (Button(text("race-back"), pack(TOPIC, "list")),)
    said = [f"{_line(race, text)}\n{text(f'race-bends-{race.priority.value}')}"]
    return Reply("\n\n".join([*said, *_ahead(ahead, text)]), (marks, remove, back))


def _ahead(ahead: Outlook | None, text: Text) -> list[str]:
    return [] if ahead is None else [outlook(ahead, text)]


def proposed(
    race: Race, plan: Plan, text: Text, ahead: Outlook | None = None, beside: str = ""
) -> Reply:
    """What would change, and what the goal asks, before anything does.

    `beside` is the season as it would be, held against the one there is.
    """
    said = [text("race-proposal", race=Html(_line(race, text))), "\n".join(phases(plan, text))]
    said += [*([beside] if beside else []), *_ahead(ahead, text)]
    if plan.why:
        said.append(spoken(plan.why, text, most=4))
    return Reply("\n\n".join(said), ((_take(race, text),), (_leave(text),)))


def refused(refusal: Refusal, text: Text) -> Reply:
    """Why this race can't be prepared for safely, and what could be instead."""
    said = [text("plan-refused", reasons=Html(spoken(refusal.why, text)))]
    offers = tuple(
        (
            Button(
                text("offer-race", distance=text(f"goal-{o.distance.value}"), day=o.on),
                pack(TOPIC, "add", o.on.isoformat(), round(o.distance.distance.metres), "a", 0),
            ),
        )
        for o in refusal.offers
    )
    if offers:
        said.append(text("plan-offers"))
    return Reply("\n\n".join(said), (*offers, (_leave(text),)))


def judged(refusal: Refusal, text: Text) -> Reply:
    """Why a race that stood can't be reached safely any more, and what could be in its place."""
    said = [text("race-judged", reasons=Html(spoken(refusal.why, text)))]
    race = refusal.race
    rows = [
        (
            Button(
                text("offer-race", distance=text(f"goal-{o.distance.value}"), day=o.on),
                pack(TOPIC, "instead", race.on, o.on, round(o.distance.distance.metres)),
            ),
        )
        for o in refusal.offers
        if race is not None
    ]
    if rows:
        said.append(text("plan-offers"))
    rows.append((Button(text("race-judged-list"), pack(TOPIC, "list")),))
    return Reply("\n\n".join(said), tuple(rows))


def _take(race: Race, text: Text) -> Button:
    target = round(race.target.seconds) if race.target else 0
    on, metres = race.on.isoformat(), round(race.distance.metres, 1)
    return Button(text("race-take"), pack(TOPIC, "add", on, metres, race.priority.value, target))


def _leave(text: Text) -> Button:
    return Button(text("race-leave"), pack(TOPIC, "list"))


def done(
    code: str, race: Race, races: tuple[Race, ...], text: Text, ahead: Outlook | None = None
) -> Reply:
    """The list again, with what has just been changed."""
    said = [text(code, race=Html(_line(race, text))), *_ahead(ahead, text)]
    return listed(races, text, "\n\n".join(said))


def sorry(said: str, races: tuple[Race, ...], text: Text) -> Reply:
    """A race that cannot be: why, and the list."""
    return listed(races, text, said)
