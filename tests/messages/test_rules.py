"""Every golden text keeps the rules of the voice, of Telegram and of the glossary."""

from __future__ import annotations

import pytest

from bot.reply import Button, Reply
from tests.messages.golden_texts import EVERY, reply
from tests.messages.rules import faults

LISTS = ("notices/", "sorries/", "reasons/", "dates/", "sessions/")
"""Golden files that list many messages, one after the other: no single message is so long."""


def _is_card(name: str) -> bool:
    ahead = ("today/tomorrow", "today/first", "today/why", "today/asked")
    cards = ("today/", "verdicts/", "raceday/plan", "raceday/morning", "taper/")
    return name.startswith(cards) and not name.startswith((*ahead, "taper/why"))


@pytest.mark.parametrize(("tongue", "name"), EVERY)
def test_a_message_keeps_every_rule(tongue: str, name: str) -> None:
    made = reply(tongue, name)
    safety = name.startswith(("safety/", "verdicts/gate", "verdicts/sore"))
    found = faults(made, safety=safety, card=_is_card(name))
    if name.startswith(LISTS):
        found = [fault for fault in found if "UTF-16" not in fault]
    assert found == []


@pytest.mark.parametrize(
    ("bad", "fault"),
    [
        (Reply("<b>open"), "can't parse"),
        (Reply("x" * 4097), "UTF-16"),
        (Reply("{ $day }"), "left over"),
        (Reply("Good morning, None."), "None"),
        (Reply("two  spaces"), "two spaces"),
        (Reply("Run!! Now"), "exclamation"),
        (Reply("👟 and 👟"), "emoji"),
        (Reply("Awesome run"), "hype"),
        (Reply("Just jog"), "filler"),
        (Reply("You missed again"), "shame"),
        (Reply("That burnt 500 calories"), "body"),
        (Reply("Dear user"), "glossary"),
        (Reply("by R235"), "glossary"),
        (Reply("a . b"), "punctuation"),
        (Reply("x", ((Button("x" * 33, "a:b"),),)), "label"),
        (Reply("x", ((Button("x" * 21, "a:b"), Button("x" * 21, "a:b")),)), "row"),
        (Reply("x", ((Button("x", "a:b:" + "c" * 80),),)), "not one of our buttons"),
        (Reply("\n".join("abcdefghijk")), "card of 11"),
    ],
)
def test_the_rules_see_what_they_are_for(bad: Reply, fault: str) -> None:
    try:
        found = faults(bad, card=True)
    except Exception as error:  # noqa: BLE001 - the parser's own refusal, or a foreign payload
        found = [str(error)]
    assert fault in "".join(found)
