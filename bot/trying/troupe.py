"""The squad mates at work: they found the group, join, answer, run and cheer, all by themselves.

They wait until the newcomer looks into the group: then everything happens before their eyes.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from urllib.parse import parse_qs, urlsplit

from bot.rehearsal.model import Chat, Impossible, Message, Person, Press, Telegram
from bot.trying.hands import DONE, IN, Hands, buttons, has
from bot.trying.mates import (
    EFFORT,
    FOUNDING,
    GROUP,
    IN_WORDS,
    MARTA,
    MATES,
    QUESTIONS,
    RAN,
    SESSIONS,
    WELCOME,
    Mate,
)

LOOKS_EVERY = 1.0
PAUSE = 0.9
"""Seconds that a deed takes, so that a person can watch."""
SETTLES, JOINS, ONLY, PLAN = "founding:", "joining:tap:", "joining:only:", "joining:plan:"
SETS = "session:post:"
LEGS, RATES, COUNTED = "checkin:legs:", "activity:rpe:", ":counted"
"""How the data of buttons begins (or ends) that the mates know what to do with."""
Deed = Callable[[], object]
Wish = tuple[tuple[object, ...], Deed]
"""Something that somebody would do, once: by its key."""


@dataclass(slots=True)
class Troupe:
    """The mates in one Telegram, around `newcomer`; `pause` is how long they take over a deed."""

    telegram: Telegram
    newcomer: Person
    pause: float = PAUSE
    group: Chat | None = None
    hands: Hands = field(init=False)
    _done: set[tuple[object, ...]] = field(default_factory=set)
    _answered: dict[str, str] = field(default_factory=dict)
    """The question about the squad that was answered last, by its buttons."""

    def __post_init__(self) -> None:
        self.hands = Hands(self.telegram)

    def enter(self) -> None:
        """Found the group with everybody in it, unless this room has had it before."""
        kept = (c for c in self.telegram.world.chats.values() if c.title == GROUP)
        self.group = next(kept, None) or self._found()

    def _found(self) -> Chat:
        marta, *others = [self.hands.person(mate) for mate in MATES]
        group = self.telegram.group(marta, GROUP, supergroup=True)
        for person in (*others, self.newcomer):
            self.telegram.add(group, person, marta)
        return group

    async def follow(self) -> None:
        """Do one thing after the other, for as long as the room is open."""
        journal = self.telegram.world.journal
        seen: tuple[int, bool] | None = None
        while True:
            now = journal.last, self.watched
            deed = self.next_deed() if now != seen else None
            if deed is None:
                seen = now
                await journal.bell.heard(LOOKS_EVERY)
                continue
            with suppress(Impossible):  # somebody else was quicker, or the message is gone
                deed()
            await asyncio.sleep(self.pause)

    @property
    def watched(self) -> bool:
        """Whether the newcomer has looked into the group."""
        group = self.group
        return group is not None and (self.newcomer.id, group.id) in self.telegram.world.read

    def next_deed(self) -> Deed | None:
        """What somebody does now, counted as done; None while there is nothing to do."""
        if self.group is None or not self.watched:
            return None
        for key, deed in self._wishes(self.group):
            if key not in self._done:
                self._done.add(key)
                return deed
        return None

    def _wishes(self, group: Chat) -> Iterator[Wish]:
        """All that anybody would do, the first things first."""
        if group.member(self.telegram.bot) is None:
            yield ("welcome",), partial(self.hands.say, MARTA, group, WELCOME)
            yield ("invite",), partial(self._invite, group)
            return
        yield from self._founding(group)
        for mate in MATES:
            yield from self._joining(group, mate)
        for number, card in enumerate(self.hands.cards(group)):
            for mate in MATES:
                yield from self._coming(group, card, number, mate)
        yield from self._session(group)
        for mate in MATES:
            yield from self._plan(mate)
            yield from self._counted(mate)
            yield from self._day(mate)

    # What they would do

    def _invite(self, group: Chat) -> None:
        marta = self.hands.person(MARTA)
        self.telegram.add(group, self.telegram.bot, marta)
        self.telegram.promote(group, self.telegram.bot, marta)

    def _founding(self, group: Chat) -> Iterator[Wish]:
        """Marta answers the coach's questions: the first answer on her list that is a button."""
        asked = self.hands.newest(MARTA, group, SETTLES)
        if asked is None or self.hands.newest(MARTA, group, JOINS) is not None:
            return
        there = {button["text"]: button["callback_data"] for button in buttons(asked)}
        if there == self._answered:  # buttons carry what was picked before: the next must be there
            return
        for place, label in enumerate(FOUNDING):
            key = ("founding", place)
            if key not in self._done and label in there:
                yield key, partial(self._settle, asked, label, there)
                return

    def _settle(self, asked: Message, label: str, there: dict[str, str]) -> None:
        self._answered = there
        self.hands.press(MARTA, asked, label)

    def _joining(self, group: Chat, mate: Mate) -> Iterator[Wish]:
        """By the button; whom the coach has not met goes by the link that it opens."""
        card, vain = self.hands.newest(mate, group, JOINS), self._in_vain(mate)
        if card is not None:
            key = ("join", mate.id, vain.id if vain else "")
            yield key, partial(self.hands.press, mate, card, JOINS)
        if carried := self._opened(mate):
            yield ("follow", mate.id), partial(self.hands.say, mate, None, f"/start {carried}")
        way = PLAN if mate.mornings else ONLY
        asked = self.hands.newest(mate, None, way)
        if asked is not None:
            yield ("way", mate.id), partial(self.hands.press, mate, asked, way)

    def _in_vain(self, mate: Mate) -> Press | None:
        """A tap on *Join* that a busy machine answered with nothing: people press again."""
        press = self.hands.presses.get(mate.id)
        if press is None or not press.data.startswith(JOINS):
            return None
        return press if press.answered and not press.url and not press.text else None

    def _is_joining(self, mate: Mate) -> bool:
        """Whether the way in that *Join* opened is not yet gone: other taps wait for that."""
        press = self.hands.presses.get(mate.id)
        waits = press is not None and press.data.startswith(JOINS) and not press.answered
        linked = ("follow", mate.id) in self._done or bool(self._opened(mate))
        entered = ("way", mate.id) in self._done
        return waits or self._in_vain(mate) is not None or (linked and not entered)

    def _opened(self, mate: Mate) -> str:
        """What the link carries that the mate's last tap has opened; "" where it opened none."""
        press = self.hands.presses.get(mate.id)
        query = parse_qs(urlsplit(press.url).query) if press and press.url else {}
        return query.get("start", [""])[0]

    def _coming(self, group: Chat, card: Message, number: int, mate: Mate) -> Iterator[Wish]:
        """An answer to a session; who was in has run it, says so, and everybody cheers."""
        answer, key = mate.answers[number % len(mate.answers)], (mate.id, card.sequence)
        if has(card, IN):
            if self._is_joining(mate):
                return
            yield ("answer", *key), partial(self.hands.press, mate, card, answer)
            if number == 0 and mate.says:
                yield ("says", mate.id), partial(self.hands.say, mate, group, mate.says)
        elif has(card, DONE):
            if answer == "In":
                yield ("ran", *key), partial(self.hands.press, mate, card, DONE)
            react = partial(self.telegram.react, self.hands.person(mate), card, mate.emoji)
            yield ("cheers", *key), react

    def _session(self, group: Chat) -> Iterator[Wish]:
        """Marta sets a session as soon as none is ahead, and confirms it."""
        asked = self.hands.newest(MARTA, group, SETS) or self.hands.newest(MARTA, None, SETS)
        if asked is not None:
            yield (
                ("set", asked.chat.id, asked.sequence),
                partial(self.hands.press, MARTA, asked, SETS),
            )
        cards = self.hands.cards(group)
        if self.hands.newest(MARTA, group, JOINS) is not None and not any(
            has(c, IN) for c in cards
        ):
            text = SESSIONS[len(cards) % len(SESSIONS)]
            yield ("session", len(cards)), partial(self.hands.say, MARTA, group, f"/session {text}")

    def _plan(self, mate: Mate) -> Iterator[Wish]:
        """The coach's questions, one after the other."""
        asked = next(
            (each for each in self.hands.said(mate, None) if "Question" in each.text), None
        )
        if asked is None or not mate.mornings:
            return
        for piece, words in IN_WORDS.items():
            if piece in asked.text:
                yield (
                    ("told", mate.id, piece),
                    partial(self.hands.say, mate, None, words or mate.result),
                )
        labels = {button["text"] for button in buttons(asked)}
        for piece, answers in QUESTIONS:
            for label in answers if piece in asked.text else ():
                if label in labels:
                    yield (
                        ("asked", mate.id, piece, label),
                        partial(self.hands.press, mate, asked, label),
                    )

    def _counted(self, mate: Mate) -> Iterator[Wish]:
        """Who has a plan lets the squad count the mornings, without a name."""
        said = self.hands.said(mate, None) if mate.mornings else []
        if any("your plan stands" in each.text for each in said):
            yield ("squad", mate.id), partial(self.hands.say, mate, None, "/squad")
        for card in said:
            for button in buttons(card):
                if button.get("callback_data", "").endswith(COUNTED):
                    counts = partial(self.hands.press, mate, card, button["callback_data"])
                    yield ("counted", mate.id), counts

    def _day(self, mate: Mate) -> Iterator[Wish]:
        """This morning's answers in one sentence, and how hard a run was."""
        morning = self.hands.newest(mate, None, LEGS) if mate.mornings else None
        if morning is not None:
            told = sum(done[:2] == ("morning", mate.id) for done in self._done)
            words = mate.mornings[told % len(mate.mornings)]
            yield ("morning", mate.id, morning.sequence), partial(self.hands.say, mate, None, words)
        for message in self.hands.said(mate, None)[:6]:
            if "What did you run?" in message.text:
                yield ("told", mate.id, message.sequence), partial(self.hands.say, mate, None, RAN)
            if has(message, RATES):
                rates = partial(self.hands.press, mate, message, EFFORT)
                yield ("rated", mate.id, message.sequence), rates
