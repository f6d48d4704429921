"""Typical athletes: what they answer to /start, by tap and in words, and the days they live."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from tests.chats import saved
from tests.chats.chat import Chat

QUESTIONS = {
    "What are you running for?": "goal",
    "When is the race?": "race",
    "Where are you with running?": "level",
    "How many runs in a usual week?": "runs",
    "how far is that in a usual week": "volume",
    "The longest single run": "longest",
    "Can you run 20 minutes": "run20",
    "Which days can you run?": "days",
    "Which of them suits the long run?": "long_day",
    "Do you have a race result": "result",
    "when was that?": "result_date",
    "Which year were you born?": "birth",
    "does a parent or guardian know": "guardian",
    "Anything that hurts now": "health",
    "Where does it hurt?": "spot",
    "How much, in your worst run lately?": "score",
    "When was your child born?": "born",
    "When shall I write to you in the morning?": "hour",
    "where are you? Type your town": "place",
}
"""The questions by what they say, in the order of the form."""


@dataclass(frozen=True)
class Newcomer:
    """Somebody's answers: buttons, "+"-separated where several are ticked, and words in quotes."""

    name: str
    answers: Mapping[str, str]
    user_id: int = 42
    zone: str = "Europe/Lisbon"

    def but(self, **answers: str) -> Newcomer:
        """The same person with other answers."""
        return Newcomer(self.name, {**self.answers, **answers}, self.user_id, self.zone)


LISBON = '"Lisbon"'

RUI = Newcomer(
    "Rui",
    {
        "goal": "10K",
        "race": '"14 March 2027"',
        "level": "Regular",
        "runs": "5",
        "volume": "40 km",
        "longest": "15 km",
        "days": "Tue+Wed+Thu+Fri+Sun",
        "long_day": "Sun",
        "result": '"10k in 48:30, 11 October"',
        "birth": '"1992"',
        "health": "None of these",
        "hour": "6:30",
        "place": LISBON,
    },
)
"""An intermediate 10K runner: five days, 40 km, a race in fifteen weeks."""

ANA = Newcomer(
    "Ana",
    {
        "goal": "To get fitter",
        "level": "New",
        "runs": "0",
        "run20": "Not yet, but I walk",
        "days": "Tue+Thu+Sat",
        "long_day": "Sat",
        "result": "No result",
        "birth": "Skip",
        "health": "None of these",
        "hour": "7:00",
        "place": LISBON,
    },
)
"""A beginner without a race time, who cannot run 20 minutes yet."""

INES = Newcomer(
    "Inês",
    {
        "goal": "Marathon",
        "race": '"9 May 2027"',
        "level": "Experienced",
        "runs": "7",
        "volume": "80 km",
        "longest": "25 km",
        "days": "Mon+Tue+Wed+Thu+Fri+Sat+Sun",
        "long_day": "Sun",
        "result": '"half marathon in 1:25:21, 4 October"',
        "birth": '"1988"',
        "health": "None of these",
        "hour": "5:30",
        "place": LISBON,
    },
)
"""An advanced marathoner: 80 km on seven days."""

JOAO = RUI.but(
    goal="To get fitter",
    level="New",
    runs="0",
    run20="Yes",
    days="Tue+Thu+Sun",
    result="No result",
    birth='"1974"',
    health="Something hurts+Done",
    spot="Achilles",
    score="2",
)
"""Fifty-two, a sore Achilles, and nothing run for weeks."""


async def begin(chat: Chat) -> str:
    """/start, and the consent."""
    await chat.hears("/start", "I'm Nextgear")
    return await chat.taps("Start", "What are you running for?")


async def answer(chat: Chat, newcomer: Newcomer, until: str = "") -> str:
    """Answer every question as it comes, up to the one named `until`."""
    for _ in range(30):
        asked = open_question(chat)
        if not asked or asked == until:
            return asked
        assert asked in newcomer.answers, f"{newcomer.name} has no answer to {asked}"
        await give(chat, newcomer.answers[asked])
    raise AssertionError(f"it does not end:\n{chat.screen}")


_ANSWERED: dict[object, Mapping[str, Any]] = {}


async def onboard(chat: Chat, newcomer: Newcomer) -> Chat:
    """All of it, from /start to the plan.

    Who has answered the same on the same day before, anywhere in this run, need not do it again:
    their answers are put where they were left then, and only the place is told once more.
    """
    await begin(chat)
    told = sorted(newcomer.answers.items())
    same = (str(told), chat.person.language, chat.zone, chat.stage.clock.now().date())
    if same in _ANSWERED:
        await saved.leave_answers(chat, _ANSWERED[same])
        await give(chat, newcomer.answers["place"])
    elif await answer(chat, newcomer, until="place"):
        _ANSWERED[same] = await saved.left_answers(chat)
        await answer(chat, newcomer)
    chat.message("your plan stands")
    return chat


async def give(chat: Chat, told: str) -> str:
    """One answer: taps, or words in quotes."""
    if told.startswith('"'):
        return await chat.hears(told.strip('"'))
    *ticks, last = told.split("+")
    for tick in ticks:
        await chat.taps(tick)
    if len(told.split("+")) > 1 and last != "Done":
        await chat.taps(last)
        last = "Done"
    return await chat.taps(last)


def open_question(chat: Chat) -> str:
    """The question of onboarding that is open, by its key; "" where none is."""
    for message in reversed(chat.said):
        if "your plan stands" in message.text:
            return ""
        if "Question" in message.text:
            for words, key in QUESTIONS.items():
                if words in message.text:
                    return key
    return ""


@dataclass
class Life:
    """Days that go by as planned: same as usual in the morning, as planned in the evening."""

    chat: Chat
    rpe: str = "3"
    lived: list[date] = field(default_factory=list)

    async def until(self, day: str) -> None:
        """Live every day before this one."""
        while self.chat.today < day:
            await self.morning()
            await self.evening()
            tomorrow = date.fromisoformat(self.chat.today) + timedelta(days=1)
            await self.chat.at(f"{tomorrow} 00:30")

    async def morning(self) -> None:
        await self.chat.at(f"{self.chat.today} 09:00")
        while self.chat.can_tap("Same as usual"):
            await self.chat.taps("Same as usual")

    async def evening(self) -> None:
        await self.chat.at(f"{self.chat.today} 21:00")
        if self.chat.can_tap("As planned"):
            await self.chat.taps("As planned")
            await self.chat.taps(self.rpe)
            if self.chat.can_tap("Even"):
                await self.chat.taps("Even")
