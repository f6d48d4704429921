"""A squad's session: its draft, what was not understood, its card, its changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.messages import squad_card, squad_changed, squad_draft
from bot.reply import Reply
from bot.text import Text
from core.readiness import Colour
from core.squad import GroupSession, SessionState
from core.squad.pacing import PaceGroup
from core.squad.setting import from_library, offered, twin_of, workout_of
from core.squad.weather import SquadWeather
from core.units import Distance, Duration, Pace
from core.workout import Effort, Focus, Part, Repeat, Step
from tests.messages.cases.attendance import SIX as PEOPLE
from tests.messages.recording import Case, Cases
from tests.messages.scenes import INTERVALS, content

JOG = Step(Effort.JOG, time=Duration(120), part=Part.RECOVERY)
EIGHT = Step(Effort.FIVE_K, distance=Distance(800))
QUARTER = Step(Effort.MILE, distance=Distance(400))
SHORT = Step(Effort.JOG, time=Duration(60), part=Part.RECOVERY)
APART = Step(Effort.WALK, time=Duration(240), part=Part.RECOVERY)
WORKOUT = workout_of((Repeat(6, (EIGHT, JOG)),))
SETS = workout_of((Repeat(3, (QUARTER, SHORT, QUARTER, SHORT, QUARTER, APART)),))
HILLS = workout_of((Repeat(10, (Step(Effort.FIVE_K, time=Duration(60), uphill=True), SHORT)),))
DRILLS = workout_of(
    (
        Step(Effort.EASY, distance=Distance(2000), part=Part.WARM_UP),
        Step(Effort.JOG, time=Duration(600), part=Part.WARM_UP, cue="drills"),
        Repeat(6, (EIGHT, JOG)),
    )
)
EASY = workout_of((Step(Effort.EASY, time=Duration(2700)),))
SESSION = GroupSession(
    INTERVALS, 19 * 60, place="the track & <b>hall</b>", workout=WORKOUT, twin=twin_of(WORKOUT)
)
GROUPS = (PaceGroup(Pace(230), Pace(245), 5), PaceGroup(Pace(270), Pace(284), 2))
DAYS = tuple(INTERVALS + timedelta(days=n) for n in (-1, 0, 2, 7, 9))
DRAFT = squad_draft.Draft(7, 42, SESSION, days=DAYS)


def _card(session: GroupSession, *, many: bool = False, over: bool = False) -> Case:
    def case(text: Text) -> Reply:
        return squad_card.card(
            7,
            session,
            PEOPLE if many or over else (),
            text,
            over=over,
            kudos=3 if over else 0,
            celsius=8.4 if many else None,
            groups=GROUPS if many else (),
        )

    return case


def _shown(draft: squad_draft.Draft) -> Case:
    return lambda text: squad_draft.shown(draft, text)


def _missed(text: Text) -> Reply:
    whys = ("unknown", "empty", "no-amount", "which-unit", "which-pace")
    whys += (
        "too-many",
        "too-long",
        "too-short",
        "not-closed",
        "one-day",
        "one-session",
        "which-reps",
    )
    return Reply("\n\n".join(squad_draft.missed(why, "6x<5", text).text for why in whys))


def _words(text: Text) -> Reply:
    codes = (
        *("discarded", "repeats-no-more", "past", "too-far", "draft-gone", "anonymous"),
        *("not-yours", "no-squad", "nowhere", "gone", "is-cancelled", "moved", "cancelled"),
        *("left", "twin-none", "none-ahead", "skipped"),
    )
    said = [text(f"session-{code}") for code in codes]
    said.append(text("session-none-then", day=INTERVALS))
    said.append(text("session-taken", day=INTERVALS))
    said.append(text("session-twin", steps=squad_card.twin_steps(SESSION, text)))
    return Reply("\n\n".join(said))


def _pick(text: Text) -> Reply:
    found = [from_library(r) for r in offered(content().library, Focus.THRESHOLD)]
    return squad_draft.pick(42, "threshold", found, text)


def _change(*, meanwhile: bool) -> Case:
    moved = replace(SESSION, state=SessionState.MOVED)
    return lambda text: squad_changed.change(7, 3, moved, DAYS, text, meanwhile=meanwhile)


NOTED = replace(
    DRAFT,
    session=replace(SESSION, workout=HILLS),
    notes=frozenset({"effort", "nearest", "rest", "range", "fartlek", "progression"}),
    efforts=frozenset({Effort.FIVE_K}),
)

CASES: Cases = {
    "how": lambda text: squad_draft.how(DRAFT, text, {7: INTERVALS}),
    "shown": _shown(DRAFT),
    "shown-noted": _shown(NOTED),
    "shown-own-pace": _shown(
        replace(NOTED, notes=frozenset({"own-pace"}), efforts=frozenset({Effort.THRESHOLD}))
    ),
    "shown-drills": _shown(replace(DRAFT, session=replace(SESSION, workout=DRILLS))),
    "shown-every": _shown(replace(DRAFT, every=True, session=replace(SESSION, place=""))),
    "shown-in-private": _shown(replace(DRAFT, title="Track <Tuesday>")),
    "shown-bare": _shown(replace(DRAFT, session=replace(SESSION, workout=None))),
    "shown-sets": _shown(replace(DRAFT, session=replace(SESSION, workout=SETS))),
    "shown-fits": _shown(replace(DRAFT, fits=(4, 6))),
    "shown-fits-nobody": _shown(replace(DRAFT, fits=(0, 0))),
    "missed": _missed,
    "focuses": lambda text: squad_draft.focuses(42, text),
    "pick": _pick,
    "posted": lambda text: squad_draft.posted(7, text),
    "repeats": lambda text: squad_draft.repeats(SESSION, 7, text),
    "which": lambda text: squad_draft.which({7: "Track Tuesday", 8: "Long Sunday"}, text),
    "change": _change(meanwhile=False),
    "change-meanwhile": _change(meanwhile=True),
    "news-moved": lambda text: squad_changed.news(
        7, "Track <Tuesday>", SESSION, text, planned=True
    ),
    "news-moved-no-plan": lambda text: squad_changed.news(7, "Track <Tuesday>", SESSION, text),
    "news-cancelled": lambda text: squad_changed.news(
        7, "Track <Tuesday>", replace(SESSION, state=SessionState.CANCELLED), text, planned=True
    ),
    "cancel-sure": lambda text: squad_changed.cancel_sure(7, 3, SESSION, text),
    "cancel-sure-in-private": lambda text: squad_changed.cancel_sure(
        7, 3, SESSION, text, squad="Track <Tuesday>"
    ),
    "move-sure": lambda text: squad_changed.move_sure(
        7, 42, SESSION, replace(SESSION, on=DAYS[2], minute=1110), text, squad="Track <Tuesday>"
    ),
    "skip-sure": lambda text: squad_changed.skip_sure(7, INTERVALS, text),
    "left": lambda text: squad_changed.left(7, text),
    "card-mornings": lambda text: squad_card.card(
        7, SESSION, PEOPLE, text, weather=SquadWeather(((Colour.GREEN, 7), (Colour.AMBER, 2)))
    ),
    "which-one": lambda text: squad_changed.which_one(
        ((7, "Track & Tuesday with a very long name indeed", SESSION), (8, "Hills", SESSION)), text
    ),
    "which-kept": lambda text: squad_draft.which(
        {7: "Track Tuesday", 8: "x" * 60}, text, kept=True
    ),
    "asked": lambda text: squad_changed.asked(7, "Track <Tuesday>", SESSION, text),
    "card": _card(SESSION),
    "card-full": _card(replace(SESSION, rain="indoors"), many=True),
    "card-over": _card(SESSION, over=True),
    "card-moved": _card(replace(SESSION, state=SessionState.MOVED)),
    "card-cancelled": _card(replace(SESSION, state=SessionState.CANCELLED)),
    "card-bare": _card(replace(SESSION, workout=None, place="")),
    "card-easy": _card(replace(SESSION, workout=EASY, twin=None)),
    "words": _words,
}
