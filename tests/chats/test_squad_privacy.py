"""Six people of different levels live, talk and tap as chance has it: what their group may read.

Whatever anybody tells of their body, in private or by mistake in the group, no message to the group
ever holds a value of it, nor a name beside a readiness. Counts come from five on, and without who.
"""

from __future__ import annotations

import logging
import random  # noqa: TID251 - seeded, for made-up people
import re
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages import attendance, digest, recap
from bot.messages.digest import Afterwards
from bot.rehearsal.model import Message
from bot.text import Texts, Tongue
from core.content import load_content
from core.readiness import Colour
from core.squad import Answer, Attendance, GroupSession, Share
from core.squad.board import Gain, Gained
from core.squad.challenge import Aim, Progress
from core.squad.recap import Attended, Recap
from core.squad.weather import squad_weather
from core.units import Distance
from tests.chats.chat import Chat
from tests.chats.squad_days import allow, joined, posted
from tests.chats.squad_people import Group, person, six
from tests.chats.stage import Stage
from tests.messages.scenes import MONDAY

TELLS = (
    "legs heavy, slept 4:47, pulse 73",
    "legs dead",
    "springy, 8h, 49",
    "knee 3/10",
    "achilles 2/10 this morning",
    "I have a cold",
    "38.7 degrees fever",
    "my period started",
    "I'm pregnant",
    "very stressed, no motivation",
    "ran 13.3 km in 1:17:31, rpe 9",
    "not run today",
    "I weigh 71.4 kg",
    "I feel well again",
)
"""What people tell of themselves."""
VALUES = ("4:47", "73", "49", "3/10", "2/10", "38.7", "13.3", "1:17:31", "71.4")
BODY = re.compile(
    r"\b(knee|achilles|shin|calf|fever|cold|ill\b|illness|pain|sore|slept|sleep|pulse|bpm"
    r"|heart rate|period|pregnan\w*|stress\w*|legs|weigh\w*|readiness|injur\w*|physio\w*|doctor)",
    re.IGNORECASE,
)
PACE = re.compile(r"\d:\d\d ?/ ?(km|mi)\b")
COLOUR = re.compile(r"\b(green|amber|red)\b", re.IGNORECASE)
COUNTED = re.compile(r"This morning in the squad: ((?:\d+ (?:green|amber|red)(?:, )?)+)\.")
SAFE = (
    "Green runs as planned, amber a little less, red takes it easy. Nobody sees who.",
    "What each of you tells me about your body stays between us, in private.",
    "That stays between you and me, so I answer it in our own chat.",
)
"""What the coach says of privacy itself."""


def betrayed(told: str, names: list[str]) -> list[str]:
    """Everything in a message to a group that is nobody else's business."""
    for safe in SAFE:
        told = told.replace(safe, "")
    found = [f"a value: {value}" for value in VALUES if re.search(rf"(?<!\d){value}(?!\d)", told)]
    found += [f"a body: {match[0]}" for match in BODY.finditer(told)]
    found += [f"a pace: {match[0]}" for match in PACE.finditer(told)]
    for counts in COUNTED.findall(told):
        if sum(map(int, re.findall(r"\d+", counts))) < 5:
            found.append(f"too few to hide among: {counts}")
    for line in COUNTED.sub("", told).splitlines():
        if COLOUR.search(line):
            who = [name for name in names if name in line]
            found.append(f"a colour{' of ' + who[0] if who else ''}: {line}")
    return found


@dataclass
class Life:
    """People in a squad and what chance lets them do; the same seed lives the same days."""

    group: Group
    people: list[Chat]
    seed: int
    did: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)

    async def step(self) -> None:
        who = self.chance.choice(self.people)
        kinds = ("tells", "tap", "group tap", "slip", "share", "react", "coach", "wait")
        match self.chance.choices(kinds, (26, 16, 24, 6, 6, 4, 6, 12))[0]:
            case "tells":
                await self.tells(who)
            case "tap":
                await self.tap(who)
            case "group tap":
                await self.tap(self.group.as_seen_by(who))
            case "slip":
                await self.slips(who)
            case "share":
                shares = self.chance.sample(list(Share), self.chance.randint(0, len(Share)))
                self.did.append(f"{who.person.first_name} shares {shares}")
                await allow(self.group, who, *shares)
            case "react":
                self.reacts(who)
            case "coach":
                await self.coaches()
            case _:
                hours = self.chance.choice((3, 9, 25, 49))
                self.did.append(f"{hours} h pass")
                await who.passes(timedelta(hours=hours))

    async def tells(self, who: Chat) -> None:
        words = self.chance.choice(TELLS)
        self.did.append(f"{who.person.first_name}: {words}")
        await who.hears(words)

    async def tap(self, where: Chat) -> None:
        found = [(m, label) for m in where.said[-4:] for label in _taps(m) if _harmless(label)]
        if found:
            message, label = self.chance.choice(found)
            self.did.append(f"{where.person.first_name} [{label}]")
            await where.taps(label, on=message)

    async def slips(self, who: Chat) -> None:
        """Something private is written in the group: behind a command, or as a reply."""
        words, there = self.chance.choice(TELLS), self.group.as_seen_by(who)
        self.did.append(f"{who.person.first_name} in the group: {words}")
        if self.chance.random() < 0.5 and self.group.messages:
            await there.hears(words, reply_to=self.chance.choice(self.group.messages))
        else:
            await there.hears(f"/{self.chance.choice(('log', 'checkin', 'hurt', 'ill'))} {words}")

    def reacts(self, who: Chat) -> None:
        message = self.chance.choice(self.group.messages)
        self.group.stage.telegram.react(who.person, message, "👏")

    async def coaches(self) -> None:
        said = self.chance.choice(
            ("/coach", "/session 30' easy", "/results Rui 23:10, Ana 29:59", "/note Rui rest well")
        )
        self.did.append(f"coach: {said}")
        await self.group.as_seen_by(self.group.owner).hears(said)
        if self.group.as_seen_by(self.group.owner).can_tap("Post it"):
            await self.group.as_seen_by(self.group.owner).taps("Post it")


def _taps(message: Message) -> list[str]:
    """The labels of its buttons that go back to the coach."""
    return [b["text"] for row in message.buttons() for b in row if "callback_data" in b]


def _harmless(label: str) -> bool:
    return not label.startswith(("Erase", "Begin again", "Leave", "Yes, leave"))


async def lived(stage: Stage, seed: int, steps: int) -> Life:
    """A squad of six lives so many steps; nothing that it was told may be nobody's business."""
    marta = person(stage, 90, "Marta")
    group = await Group.founded(marta, supergroup=True, admin=True)
    people = await six(stage)
    group.add(*people)
    await joined(group, marta, *people)
    await posted(group)
    life = Life(group, people, seed)
    names = [who.person.first_name for who in (marta, *people)]
    read = 0
    for _ in range(steps):
        await life.step()
        told = group.everything_said()
        for text in told[read:]:
            assert betrayed(text, names) == [], f"{text}\n\n" + "\n".join(life.did[-10:])
        read = len(told)
    assert read > 10, "a squad that says nothing proves nothing"
    return life


@pytest.mark.parametrize("seed", [1, 2])
async def test_whatever_six_people_live_and_tell_their_group_reads_none_of_it(
    stage: Stage, seed: int, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.ERROR, logger="bot")
    await lived(stage, seed, 70)
    errors = [record.getMessage() for record in caplog.records if record.name.startswith("bot")]
    assert errors == []


@pytest.mark.long
@pytest.mark.parametrize("seed", range(10, 30))
async def test_nor_in_twenty_longer_lives(stage: Stage, seed: int) -> None:
    await lived(stage, seed, 250)


@pytest.mark.parametrize(
    "bad",
    [
        "Rui slept 4:47",
        "Rui: green",
        "This morning in the squad: 2 green, 1 amber.",
        "Ana's knee",
        "pace group 4:05/km",
        "Ana is red",
    ],
)
def test_the_reader_sees_what_it_is_for(bad: str) -> None:
    assert betrayed(bad, ["Rui", "Ana"])


# Messages made of any values

NAMES = ("Rui", "Ana", "Inês", "João", "Bea", "Leo")
TEXT = Texts(load_content().words).of(Tongue())
ATTENDED = st.lists(
    st.builds(
        Attendance,
        athlete_id=st.integers(1, 999),
        name=st.sampled_from(NAMES),
        answer=st.none() | st.sampled_from(Answer),
        done=st.booleans(),
    ),
    max_size=40,
)
GAINS = st.lists(
    st.builds(
        Gain,
        name=st.sampled_from(NAMES),
        kind=st.sampled_from((Gained.EASY, Gained.ROUTINES)),
        percent=st.integers(0, 48).map(float),
    )
    | st.builds(
        Gain,
        name=st.sampled_from(NAMES),
        kind=st.just(Gained.TRIAL),
        percent=st.integers(1, 12).map(float),
        distance=st.just(Distance(3000)),
    ),
    max_size=6,
).map(tuple)
COLOURS = st.lists(st.sampled_from(Colour), max_size=30)
SESSION = GroupSession(MONDAY, 1140, "the track", shorthand="6x800")


@given(ATTENDED, st.booleans(), st.integers(0, 30))
def test_a_card_s_lines_hold_names_and_counts(attended, over: bool, kudos: int) -> None:
    lines = attendance.lines(attended, TEXT, over=over, kudos=kudos)
    assert betrayed("\n".join(lines), list(NAMES)) == []
    assert len(lines) <= 3


@given(COLOURS, st.integers(0, 30), st.integers(1, 30))
def test_a_digest_holds_colours_only_as_counts(colours, said_in: int, ran: int) -> None:
    after = Afterwards(SESSION, said_in, ran, weather=squad_weather(colours))
    told = digest.digest(after, TEXT, name="6x800").text
    assert betrayed(told, list(NAMES)) == []
    only = {colour for colour in colours if colour is not Colour.UNKNOWN}
    if len(only) < 2:
        assert not COLOUR.search(told)


@given(GAINS, COLOURS, st.integers(0, 48), st.sampled_from(Aim), st.integers(0, 40))
def test_a_monday_holds_gains_and_counts(gains, colours, good: int, aim: Aim, done: int) -> None:
    told = Recap(
        MONDAY,
        attended=(Attended(MONDAY, 5, 4),),
        decisions=good,
        board=gains,
        challenge=Progress(aim, done, 40, 5, MONDAY),
    )
    said = recap.week(told, squad_weather(colours), TEXT).text
    assert betrayed(said, list(NAMES)) == []
