"""What onboarding shows: consent, one question at a time, and how it ends."""

from __future__ import annotations

import json
from datetime import date

from bot.callbacks import pack
from bot.forms import Draft
from bot.messages.onboarding_rows import TOPIC, rows
from bot.messages.outlook import outlook
from bot.messages.reasons import spoken
from bot.messages.session import distance_name
from bot.outcome import Outcome
from bot.reply import Button, Reply
from bot.text import Html, Text
from core.fitness import Outlook
from core.reasons import Code, Reason
from core.units import Distance, Duration

LAST = "place"
ABOUT = 12
"""Questions most people are asked; the rest depend on the answers."""


def welcome(text: Text) -> Reply:
    """The first message: what is stored, how it is erased, and Start, which is the consent."""
    return Reply(text("welcome"), ((Button(text("button-start"), pack(TOPIC, "consent")),),))


def welcome_again(text: Text, step: int) -> Reply:
    """/start in the middle of onboarding."""
    resume = Button(text("button-resume"), pack(TOPIC, "resume"))
    over = Button(text("button-over"), pack(TOPIC, "over"))
    return Reply(text("welcome-again", step=step), ((resume, over),))


def welcome_back(text: Text, name: str) -> Reply:
    """/start by somebody who is coached already."""
    return Reply(text("welcome-back", name=name))


def question(text: Text, key: str, draft: Draft, step: int, sorry: Outcome | None = None) -> Reply:
    """The question with its buttons; with what was wrong about the last answer, if it was."""
    of = step if key == LAST else max(step, ABOUT)
    lines = [f"<i>{text('onboarding-step', step=step, of=of)}</i>", ""]
    if sorry is not None and sorry.code == "plan-refused":
        return refused(text, sorry)
    if sorry is not None and sorry.code:
        lines += [text.told(sorry.code, sorry.facts), ""]
    lines.append(_asked(text, key, draft))
    options = sorry.fact("options") if sorry else ""
    buttons = rows(text, key, draft, options)
    if step > 1:
        buttons = (*buttons, (Button(text("button-back"), pack(TOPIC, "back")),))
    share = text("button-share-location") if key == LAST and not options else ""
    return Reply("\n".join(lines), buttons, ask_location=share)


def refused(text: Text, outcome: Outcome) -> Reply:
    """A plan that will not be built: why, what would be right, and no race as a way on."""
    why = [Reason(Code(code), facts) for code, facts in json.loads(outcome.fact("why", "[]"))]
    said = [text("plan-refused", reasons=Html(spoken(why, text)))]
    pairs = [line.partition("=") for line in outcome.fact("offers").splitlines()]
    offers = tuple(
        (
            Button(
                text("offer-race", distance=text(f"goal-{d}"), day=date.fromisoformat(on)),
                pack(TOPIC, "offer", d, on),
            ),
        )
        for d, _, on in pairs
    )
    if offers:
        said.append(text("plan-offers"))
    rolling = (Button(text("offer-rolling"), pack(TOPIC, "set", "race_date", "none")),)
    back = (Button(text("button-back"), pack(TOPIC, "back")),)
    return Reply("\n\n".join(said), (*offers, rolling, back))


def _asked(text: Text, key: str, draft: Draft) -> str:
    if key == "result_date":
        told = draft["result"]
        assert isinstance(told, dict)  # noqa: S101 - asked only after a result, for the type checker
        distance = distance_name(Distance(float(str(told["metres"]))), text)
        time = text.race_time(Duration(float(str(told["seconds"]))))
        return text("ask-result-date", distance=Html(distance), time=time)
    return text(f"ask-{key.replace('_', '-')}")


def ended(text: Text, code: str) -> Reply:
    """An ending without a plan: only a coach, too young, one day a week."""
    return Reply(text(code))


def done(text: Text, hour: int, ahead: Outlook | None = None) -> Reply:
    """The ending with a plan and the goal held against today; the first session follows alone."""
    said = [text("onboarding-done"), *([outlook(ahead, text)] if ahead else [])]
    said.append(text("onboarding-next", hour=text.clock(hour)))
    return Reply("\n\n".join(said), ends_keyboard=True)
