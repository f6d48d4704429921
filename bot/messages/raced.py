"""A race that is over: its evening's question, its result, what follows, and the athlete's line."""

from __future__ import annotations

from datetime import date

from bot.callbacks import pack
from bot.messages.outlook import about
from bot.messages.raceday_rows import TOPIC
from bot.messages.racewords import in_sentence, name
from bot.reply import Button, Reply, Rows
from bot.text import Html, Text
from core.athlete import Priority, Race, RaceDay, Result
from core.fitness import SHOWN_FROM, Category, race_time
from core.raceday import Against, Ending, Judged
from core.units import Distance, Duration, Pace

FIVE_K = Distance(5000)
SAME = 0.05
SHIFTS = ((-600, -60, -10, -1), (1, 10, 60, 600))
"""Seconds by which a time that is tapped together moves."""
EXAMPLE_PACE = Pace(330)
"""What the example of a time is made with: nobody's own, and no target."""


def evening(race: Race, text: Text, *, today: bool, tap: Duration | None = None) -> str:
    """How did it go? With a time of that distance as an example."""
    example = text.race_time(tap or Duration(round(EXAMPLE_PACE.time_for(race.distance).seconds)))
    named = Html(in_sentence(race, text))
    if today:
        return text("raceday-evening", race=named, example=example)
    return text("raceday-evening-day", race=named, day=text.day(race.on), example=example)


def ending_rows(race: Race, text: Text, *, day: str = "") -> Rows:
    """Not finished, not started, or a time by taps; `day` names another day than today."""
    on = race.on.isoformat()

    def label(key: str) -> str:
        said = text(key)
        return text("evening-of", day=day, done=said.lower()) if day else said

    ended = tuple(
        Button(label(f"raceday-button-{e.value}"), pack(TOPIC, "ended", on, e.value))
        for e in (Ending.DNF, Ending.DNS)
    )
    return ((Button(label("raceday-button-tap"), pack(TOPIC, "tap", on, 0)),), ended)


def tapped(race: Race, time: Duration, text: Text) -> Reply:
    """A time put together by taps."""
    on, seconds = race.on.isoformat(), round(time.seconds)
    rows = tuple(
        tuple(
            Button(_shift(shift, text), pack(TOPIC, "tap", on, max(1, seconds + shift)))
            for shift in row
        )
        for row in SHIFTS
    )
    that = Button(text("raceday-button-that"), pack(TOPIC, "time", on, seconds))
    return Reply(text("raceday-tap", time=text.race_time(time)), (*rows, (that,)))


def _shift(seconds: int, text: Text) -> str:
    sign = "+" if seconds > 0 else "−"
    return text("raceday-shift", sign=sign, time=Duration(abs(seconds)))


def result(
    race: Race,
    ending: Ending,
    day: RaceDay,
    text: Text,
    *,
    easy: date,
    today: date,
    block: date | None = None,
    told: Result | None = None,
    judged: Judged | None = None,
    before: float | None = None,
    after: float | None = None,
    shows_pace: bool = True,
    doubt: str = "",
    asks: bool = False,
    ages: bool = False,
) -> Reply:
    """The race, what it says about fitness, the easy days, and the question for the journal."""
    named = Html(name(race, text))
    if told is None or ending is not Ending.FINISHED:
        said = [text(f"raceday-{ending.value}", race=named)]
    else:
        time, pace = text.race_time(told.time), Pace.of(told.distance, told.time)
        said = [text("raceday-result", race=named, time=time, pace=pace)]
        said += _against(judged, text, lowers=bool(before and after and after < before - SAME))
        said += _fitness(told, before, after, doubt, text) if shows_pace else []
    if ending is not Ending.DNS and easy >= today:
        then = [text("raceday-recovery", until=text.day(easy))]
        if block is not None and block > easy:
            then.append(text("raceday-block", until=text.day(block)))
        if race.priority is Priority.A:
            then.append(text("raceday-next"))
        said.append(" ".join(then))
    if asks and ending is not Ending.DNS:
        said.append(text("raceday-line-ask"))
    if day.journal:
        said.append(f"<i>{text.write(day.journal)}</i>")
    return Reply("\n".join(said), _rows(race, ending, told, text, doubt, asks=asks, ages=ages))


def _against(judged: Judged | None, text: Text, *, lowers: bool) -> list[str]:
    """How it stands to what was expected; what explains it where it fell short."""
    if judged is None:
        return []
    if judged.expected is None:
        return [text("raceday-against-unknown")]
    said = text(f"raceday-against-{judged.against.value}", expected=about(judged.expected, text))
    if judged.excuses and (lowers or judged.against is Against.SLOWER):
        causes = [text(f"raceday-excuse-{excuse.value}") for excuse in judged.excuses]
        said += " " + text("raceday-excuse", causes=Html(text.listed(causes)))
    return [said]


def _fitness(
    told: Result, before: float | None, after: float | None, doubt: str, text: Text
) -> list[str]:
    """What it does to the paces; below VDOT 30 nobody is shown any."""
    if doubt:
        return [text(f"raceday-doubt-{doubt}")]
    if not told.representative:
        return [text("raceday-left-out" if after is not None else "raceday-left-out-none")]
    held = [] if told.all_out else [text("raceday-held")]
    if after is None or after < SHOWN_FROM:
        return held
    now = text.race_time(race_time(after, FIVE_K))
    if before is None:
        return [*held, text("raceday-fitness-first", after=f"{after:.1f}", now=now)]
    if abs(after - before) < SAME:
        return [*held, text("raceday-fitness-stays", after=f"{after:.1f}")]
    was = text.race_time(race_time(before, FIVE_K))
    facts = {"before": f"{before:.1f}", "after": f"{after:.1f}", "now": now, "was": was}
    return [*held, text("raceday-fitness-moves", **facts)]


def _rows(
    race: Race,
    ending: Ending,
    told: Result | None,
    text: Text,
    doubt: str,
    *,
    asks: bool,
    ages: bool,
) -> Rows:
    """Not all-out, not representative, the age grade, the line; each can be taken back."""
    on, rows = race.on.isoformat(), list[tuple[Button, ...]]()

    def button(label: str, verb: str) -> Button:
        return Button(text(f"raceday-button-{label}"), pack(TOPIC, verb, on))

    if told is not None and ending is Ending.FINISHED:
        held = button("held", "held") if told.all_out else button("all-out", "all-out")
        if told.representative:
            rows.append((held, button("drop", "drop")))
        else:
            rows.append((button("measured" if doubt == "course" else "use", "use"),))
    last = []
    if ages and told is not None:
        last.append(button("grade", "grades"))
    if ending is not Ending.DNS:
        last.append(button("no-line", "no-line") if asks else button("line", "line"))
    return (*rows, tuple(last)) if last else tuple(rows)


def grades(race: Race, text: Text) -> Reply:
    """Which of the two tables? The answer is not kept."""
    on = race.on.isoformat()
    tables = tuple(
        Button(text(f"table-{c.value}"), pack(TOPIC, "grade", on, c.value)) for c in Category
    )
    return Reply(text("age-grade-ask"), (tables,))


def line_again(text: Text) -> Reply:
    """The journal's question, asked for."""
    return Reply(text("raceday-line-again"))


def line_kept(text: Text) -> Reply:
    """The line is kept."""
    return Reply(text("raceday-line-kept"))
