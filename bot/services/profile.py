"""/settings and pause: what an athlete may change about how they are coached."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from zoneinfo import available_timezones

from bot.outcome import Outcome, Said, Scalar
from bot.schedule import Dial, local_day
from bot.services.desk import Answer, Desk
from bot.services.plan import rebuild
from bot.services.profile_words import read_setting
from bot.services.routine import owe
from bot.storage import athletes, drafts, dues
from bot.storage.athletes import Account, State
from bot.storage.dossier import Dossier
from bot.storage.drafts import SavedDraft
from bot.storage.owner import Owner
from bot.understand.places import zone_at
from core.athlete import Athlete, Pause
from core.setback import FULL_UP_TO, RESTART_AFTER
from core.units import Units

TOPIC = "profile"
FORM = "settings"
CARD = "settings"
TYPED = ("hour", "weekend", "evening", "running", "zone", "days")
"""Settings that ask a question of their own, answered by tap or in words."""
PAUSES_KEPT = 11
"""Earlier pauses that are remembered beside a new one: sixteen weeks of log hold no more."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What /settings shows; `asks` is the setting being changed, `picked` the days ticked."""

    account: Account
    profile: Athlete | None
    asks: str = ""
    picked: tuple[int, ...] = ()
    zone_options: tuple[tuple[str, str], ...] = ()


async def look(desk: Desk) -> Settings | None:
    """The settings; None for a stranger."""
    account = await athletes.find(desk.unit, desk.user_id)
    if account is None or account.state is State.ONBOARDING:
        return None
    saved = await drafts.find(desk.unit, account.id, FORM)
    return _view(account, saved.answers if saved else {})


async def open_(desk: Desk) -> Answer[Settings]:
    """/settings: the list, with nothing being changed."""
    account = await _account(desk)
    if account is None:
        return _none(Said.STRANGER)
    await drafts.drop(desk.unit, account.id, FORM)
    return Answer(Outcome(TOPIC, Said.ASK), _view(account, {}))


async def ask(desk: Desk, name: str) -> Answer[Settings]:
    """Begin to change one of the typed settings."""
    account = await _account(desk)
    if account is None or name not in TYPED:
        return _none(Said.STRANGER if account is None else Said.STALE)
    days = list(account.profile.days) if account.profile and name == "days" else []
    return await _keep(desk, account, {"asks": name, "picked": days})


async def propose_days(desk: Desk, days: Sequence[int]) -> Answer[Settings]:
    """The running days to be ticked, with these ticked already: *Done* makes them so."""
    account = await _account(desk)
    if account is None:
        return _none(Said.STRANGER)
    return await _keep(desk, account, {"asks": "days", "picked": list(days)})


async def pick(desk: Desk, day: int) -> Answer[Settings]:
    """Tick or untick a running day."""
    account = await _account(desk)
    saved = account and await drafts.find(desk.unit, account.id, FORM)
    if account is None or not saved or not 0 <= day <= 6:
        return _none(Said.STALE)
    picked = [int(d) for d in saved.answers.get("picked", [])]
    picked = [d for d in picked if d != day] if day in picked else sorted([*picked, day])
    return await _keep(desk, account, {**saved.answers, "picked": picked})


async def pick_done(desk: Desk) -> Answer[Settings]:
    """The ticked days are the running days from tomorrow."""
    account = await _account(desk)
    saved = account and await drafts.find(desk.unit, account.id, FORM)
    if account is None or not saved:
        return _none(Said.STALE)
    picked = tuple(int(d) for d in saved.answers.get("picked", []))
    return await _change(desk, account, {"days": picked})


async def set_(desk: Desk, name: str, value: str) -> Answer[Settings]:
    """A tapped value of one setting."""
    account = await _account(desk)
    if account is None:
        return _none(Said.STRANGER)
    changes = _tapped(account, name, value)
    return _none(Said.STALE) if changes is None else await _change(desk, account, changes)


async def words(desk: Desk, text: str) -> Answer[Settings]:
    """The setting being changed, answered in words; NOTHING if none is being changed."""
    account = await _account(desk)
    saved = account and await drafts.find(desk.unit, account.id, FORM)
    if account is None or not saved or not saved.answers.get("asks"):
        return _none(Said.NOTHING)
    name = str(saved.answers["asks"])
    read = read_setting(name, text)
    if isinstance(read, Outcome):
        return Answer(read, _view(account, saved.answers))
    return await _change(desk, account, read)


async def tell(desk: Desk, name: str, text: str) -> Answer[Settings]:
    """A setting and its new value told in one go: "change my morning time to 7"."""
    asked = await ask(desk, name)
    return asked if asked.outcome.said is not Said.ASK else await words(desk, text)


async def location(desk: Desk, latitude: float, longitude: float) -> Answer[Settings]:
    """A shared location is the new place, whether or not it was asked for."""
    account = await _account(desk)
    zone = zone_at(latitude, longitude)
    if account is None or zone is None:
        return _none(Said.STRANGER if account is None else Said.STALE)
    return await _change(desk, account, {"zone": zone})


async def pause(desk: Desk) -> Answer[Settings]:
    """No messages until the athlete says so; the plan waits."""
    account = await _account(desk)
    if account is None:
        return _none(Said.STRANGER)
    if account.state is State.PAUSED:
        return Answer(Outcome(TOPIC, Said.ALREADY, "settings-paused-now"), _view(account, {}))
    account = await athletes.save(
        desk.unit, paused(account, local_day(desk.now, account.hours.zone))
    )
    await dues.clear(desk.unit, Owner.athlete(account.id))
    await drafts.drop(desk.unit, account.id, FORM)
    return Answer(Outcome(TOPIC, Said.DONE, "settings-paused-now"), _view(account, {}))


async def resume(desk: Desk) -> Answer[Settings]:
    """Go on; after more than five days off the plan is laid anew from what was last run."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.state not in {State.PAUSED, State.BLOCKED}:
        return await open_(desk)
    account = replace(back(dossier.account, dossier.today), state=State.ACTIVE, silent_mornings=0)
    account = await athletes.save(desk.unit, account)
    await athletes.heard_from(desk.unit, account.id)
    await dues.plan_ahead(desk.unit, account.id, account.hours, desk.now)
    off = _days_off(dossier)
    code, facts = "settings-resumed-short", {}
    if off > FULL_UP_TO:
        code, facts = "settings-resumed-gently", {"days": off}
    if off > RESTART_AFTER:
        dossier = replace(dossier, account=account)
        await rebuild(desk, dossier, dossier.today + timedelta(days=1))
        code, facts = "settings-resumed-long", {"days": off}
    return Answer(Outcome(TOPIC, Said.DONE, code, facts), _view(account, {}))


def paused(account: Account, today: date) -> Account:
    """The account from `today` on; nothing that was planned meanwhile counts as run."""
    profile = account.profile
    if profile is not None:
        profile = replace(profile, pauses=(*profile.pauses[-PAUSES_KEPT:], Pause(today)))
    return replace(account, profile=profile, state=State.PAUSED)


def back(account: Account, today: date) -> Account:
    """The account of who comes back today: the pause that lasted is over."""
    profile = account.profile
    if profile is None or not profile.pauses or profile.pauses[-1].until is not None:
        return account
    last, earlier = profile.pauses[-1], profile.pauses[:-1]
    ended = () if last.since == today else (replace(last, until=today + timedelta(days=1)),)
    return replace(account, profile=replace(profile, pauses=(*earlier, *ended)))


def _days_off(dossier: Dossier) -> int:
    ran = [a.activity.on for a in dossier.activities if a.activity.ran]
    return (dossier.today - max(ran)).days if ran else 0


def _tapped(account: Account, name: str, value: str) -> dict[str, Any] | None:
    """What a tapped value changes; None for what no button of ours says."""
    if name == "units" and value in set(Units):
        return {"units": Units(value)}
    if name == "clock" and value in {"12", "24"}:
        return {"clock24": value == "24"}
    if name == "dial" and value in set(Dial):
        return {"dial": Dial(value)}
    if name == "pulse" and value in {"on", "off"}:
        return {"asks_pulse": value == "on"}
    if name == "cycle" and value in {"on", "off"} and account.profile is not None:
        return {"asks_cycle": value == "on"}
    if name == "weekend" and value == "same":
        return {"weekend": None}
    minutes = name in {"hour", "weekend", "evening", "running"} and value.isdecimal()
    if minutes and 0 <= int(value) < 1440:
        return {name: int(value)}
    if name == "long" and value.isdecimal() and account.profile is not None:
        day = int(value)
        return {"long": day} if day in account.profile.days else None
    zone = value.replace(".", "/")
    return {"zone": zone} if name == "zone" and zone in available_timezones() else None


async def _change(desk: Desk, account: Account, changes: Mapping[str, Any]) -> Answer[Settings]:
    """Save the changes; the messages follow new hours, the plan new days."""
    changed = _changed(account, changes)
    if isinstance(changed, Outcome):
        return Answer(changed, _view(account, {"asks": "days"}))
    account = await athletes.save(desk.unit, changed)
    await drafts.drop(desk.unit, account.id, FORM)
    hours = changes.keys() & {"hour", "weekend", "evening", "running", "zone", "dial"}
    if hours and account.state is State.ACTIVE:
        await dues.plan_ahead(desk.unit, account.id, account.hours, desk.now)
    code, facts = "settings-saved", {}
    if "running" in changes and (dossier := await desk.dossier()) is not None:
        await owe(desk, dossier)
    if changes.keys() & {"days", "long"}:
        dossier = await desk.dossier()
        if dossier is not None:
            await rebuild(desk, dossier, dossier.today + timedelta(days=1))
            code = "settings-days-plan"
        facts = {"days": ",".join(map(str, account.profile.days if account.profile else ()))}
    return Answer(Outcome(TOPIC, Said.DONE, code, facts), _view(account, {}))


_HOURS = {"hour": "morning", "weekend": "weekend", "evening": "evening", "running": "running"}


def _changed(account: Account, changes: Mapping[str, Any]) -> Account | Outcome:
    for name, value in changes.items():
        match name:
            case "units" | "clock24" | "asks_pulse":
                account = replace(account, **{name: value})
            case "hour" | "weekend" | "evening" | "running":
                account = replace(account, hours=replace(account.hours, **{_HOURS[name]: value}))
            case "zone" | "dial":
                account = replace(account, hours=replace(account.hours, **{name: value}))
            case "days":
                if len(value) < 2:
                    return Outcome(TOPIC, Said.ASK_AGAIN, "onboarding-one-day")
                account = _with_days(account, tuple(sorted(value)))
            case "long" | "asks_cycle":
                field = "long_day" if name == "long" else name
                if account.profile is not None:
                    profile = replace(account.profile, **{field: value})
                    account = replace(account, profile=profile)
    return account


def _with_days(account: Account, days: tuple[int, ...]) -> Account:
    if account.profile is None:
        return account
    long_day = account.profile.long_day
    if long_day not in days:  # the latest day of the weekend that is left, else the last of all
        long_day = max(days)
    profile = replace(account.profile, days=days, long_day=long_day)
    return replace(account, profile=profile)


async def _keep(desk: Desk, account: Account, answers: dict[str, Any]) -> Answer[Settings]:
    await drafts.save(desk.unit, account.id, SavedDraft(FORM, "", answers, desk.now))
    return Answer(Outcome(TOPIC, Said.ASK), _view(account, answers))


async def _account(desk: Desk) -> Account | None:
    account = await athletes.find(desk.unit, desk.user_id)
    return None if account is None or account.state is State.ONBOARDING else account


def _view(account: Account, answers: Mapping[str, Any]) -> Settings:
    picked = tuple(int(d) for d in answers.get("picked", []))
    return Settings(account, account.profile, str(answers.get("asks", "")), picked)


def _none(said: Said, **facts: Scalar) -> Answer[Settings]:
    return Answer(Outcome(TOPIC, said, facts=facts))
