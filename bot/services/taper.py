"""/taper: the next race's taper against the big weeks, and how it feels against earlier ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from bot.services.desk import Desk
from bot.services.raceday import last_line
from bot.services.raceday.finding import known_day, left_out, next_race, standing_on
from bot.services.standing import Standing
from bot.storage.athletes import Account
from bot.storage.dossier import Dossier
from core.athlete import Athlete, Race, RaceDay
from core.content import Content
from core.paces import Paces
from core.plan import Plan
from core.raceday import Curve, Freshness, Stage, curve, fresh, freshness, may_race
from core.reasons import Reason

CARD = "taper"
DAYS_SHOWN = 7


@dataclass(frozen=True, slots=True)
class Tapering:
    """The next race and its taper; `race` None: there is none, `curve` None: no plan leads to it.

    `held` is why it may not be raced as things stand, `journal` the line after an earlier race.
    """

    account: Account
    athlete: Athlete
    today: date
    race: Race | None = None
    plan: Plan | None = None
    paces: Paces | None = None
    curve: Curve | None = None
    feel: Freshness | None = None
    held: tuple[Reason, ...] = ()
    races: bool = True
    journal: RaceDay | None = None

    @property
    def days(self) -> tuple[date, ...]:
        """Today and the days that follow, up to the race."""
        last = self.race.on if self.race else self.today
        count = min(DAYS_SHOWN, (last - self.today).days + 1)
        return tuple(self.today + timedelta(days=n) for n in range(count))


async def look(desk: Desk) -> Tapering | None:
    """The view; None for a stranger, or for who only coaches."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return None
    return seen(dossier, desk.content)


def seen(dossier: Dossier, content: Content) -> Tapering:
    """The view of a dossier that has a profile; ValueError for one without."""
    race, athlete = next_race(dossier), dossier.account.profile
    stands = standing_on(dossier, content, race.on if race else dossier.today)
    if athlete is None or race is None:
        return Tapering(
            dossier.account, stands.athlete, dossier.today, races=stands.allowance.races
        )
    drawn, free = _curve(dossier, content, race, stands), may_race(stands.allowance)
    return Tapering(
        account=dossier.account,
        athlete=athlete,
        today=dossier.today,
        race=race,
        plan=dossier.plan.plan if dossier.plan else None,
        paces=stands.paces if stands.allowance.pace else None,
        curve=drawn,
        feel=_feel(dossier, athlete, drawn),
        held=() if free else stands.allowance.reasons[:3],
        races=free and not left_out(dossier, race.on),
        journal=last_line(athlete, race.on),
    )


def _curve(dossier: Dossier, content: Content, race: Race, stands: Standing) -> Curve | None:
    if dossier.plan is None:
        return None
    return curve(
        race,
        content.phases.shape(race.distance).taper,
        dossier.plan.plan,
        dossier.log,
        today=dossier.today,
        pace_of=stands.pace_of,
        usual=(stands.athlete.started, stands.athlete.usual.distance),
    )


def _feel(dossier: Dossier, athlete: Athlete, drawn: Curve | None) -> Freshness | None:
    """Sharp or stale against the athlete's own earlier tapers (R233); only inside a taper."""
    if drawn is None or drawn.stage is not Stage.IN:
        return None
    on = drawn.race.on
    now = fresh(on, drawn.starts, dossier.today, dossier.checkins, dossier.log)
    now = now or known_day(athlete, on).fresh
    earlier = [day for day in athlete.race_days if day.on < drawn.starts]
    return freshness(now, earlier)
