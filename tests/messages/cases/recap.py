"""What a squad is told: the digest after a session, and its Monday."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.messages import attendance, digest, recap
from bot.messages.digest import Afterwards
from bot.reply import Reply
from bot.text import Text
from core.readiness import Colour
from core.squad.board import Gain, Gained
from core.squad.challenge import Aim, Progress
from core.squad.recap import Attended, Racing, Recap
from core.squad.weather import SquadWeather
from core.units import Distance, Duration
from tests.messages.cases.attendance import PLAIN, SESSION
from tests.messages.recording import Case, Cases
from tests.messages.scenes import MONDAY

TUESDAY = MONDAY + timedelta(days=1)
SUNNY = SquadWeather(((Colour.GREEN, 7), (Colour.AMBER, 2)))
ALL = SquadWeather(((Colour.GREEN, 3), (Colour.AMBER, 2), (Colour.RED, 1)))
ENDS = MONDAY + timedelta(days=27)
BOARD = (
    Gain("Ana", Gained.TRIAL, 2.1, Distance(3000)),
    Gain("Rui <b>", Gained.EASY, 25.0),
    Gain("Eva", Gained.EASY, 0.0),
    Gain("Zé", Gained.ROUTINES, 50.0),
    Gain("Leo", Gained.ROUTINES, 0.0),
)
FULL = Recap(
    monday=MONDAY,
    attended=(Attended(TUESDAY, 7, 6), Attended(TUESDAY + timedelta(days=2), 4, 4)),
    decisions=31,
    board=BOARD,
    racing=(
        Racing("Inês", MONDAY + timedelta(days=13), Distance(21097.5)),
        Racing("Bea", MONDAY + timedelta(days=14), Distance(5000)),
    ),
    challenge=Progress(Aim.STEADY, 7, 12, 4, ENDS),
)


def _digest(after: Afterwards) -> Case:
    return lambda text: digest.digest(after, text, name=attendance.title(after.session, text))


def _week(told: Recap, weather: SquadWeather | None = None) -> Case:
    return lambda text: recap.week(told, weather, text)


def _challenges(text: Text) -> Reply:
    told = [
        recap.week(Recap(MONDAY, challenge=Progress(aim, done, 12, 4, ENDS)), None, text).text
        for aim in Aim
        for done in (3, 12)
    ]
    return Reply("\n\n".join(told))


CASES: Cases = {
    "digest": _digest(
        Afterwards(
            SESSION,
            said_in=9,
            ran=7,
            kudos=5,
            times=(("Ana", Duration(725)), ("Rui <b>", Duration(800))),
            weather=SUNNY,
        )
    ),
    "digest-one": _digest(Afterwards(PLAIN, said_in=1, ran=1, weather=SquadWeather())),
    "digest-more-than-said": _digest(Afterwards(PLAIN, said_in=1, ran=3)),
    "digest-all": _digest(Afterwards(PLAIN, said_in=4, ran=4, kudos=1)),
    "digest-one-more": _digest(Afterwards(PLAIN, said_in=0, ran=1, weather=ALL)),
    "digest-five-hundred": _digest(
        Afterwards(
            SESSION,
            said_in=480,
            ran=500,
            kudos=499,
            times=tuple((f"<b>{n}</b> {'y' * 500}", Duration(1200 + n)) for n in range(500)),
            weather=SquadWeather(((Colour.GREEN, 480), (Colour.RED, 20))),
        )
    ),
    "week-five-hundred": _week(
        replace(
            FULL, racing=tuple(Racing(f"Runner {n}", TUESDAY, Distance(10_000)) for n in range(500))
        )
    ),
    "mornings": lambda text: digest.mornings(SUNNY, text),
    "mornings-mixed": lambda text: digest.mornings(SquadWeather(), text),
    "week": _week(FULL, SUNNY),
    "week-quiet": _week(
        Recap(
            MONDAY, attended=(Attended(TUESDAY, 2, 1), Attended(TUESDAY + timedelta(days=2), 3, 0))
        )
    ),
    "challenges": _challenges,
}
