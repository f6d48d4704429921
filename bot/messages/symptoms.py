"""/fix in the chat: the complaint, a question, the cause with its one change."""

from __future__ import annotations

from datetime import date

from bot.callbacks import pack
from bot.messages.change import lines, undo_button
from bot.messages.steps import Runner
from bot.reply import Button, Reply, Rows
from bot.text import Fact, Html, Text, numbers
from core.plan import Change
from core.reasons import Fact as Told
from core.symptoms import Ask, Cause, Clue, Found, Known, Remedy, Symptom
from core.units import Duration

TOPIC = "symptoms"
DAYS_SHOWN = 3


def ask(text: Text) -> Reply:
    """What was it like?"""
    rows = tuple(
        (Button(text.content(f"symptom/{symptom.value}/name"), pack(TOPIC, "what", symptom.value)),)
        for symptom in Symptom
    )
    return Reply(text("fix-ask"), rows)


def question(asked: Ask, text: Text) -> Reply:
    """The one thing that the log cannot tell."""
    place = f"symptom-question/{asked.question}"
    said = text("fix-question", question=Html(text.content(f"{place}/ask")))
    rows = tuple(
        (Button(text.content(f"{place}/{option}"), pack(TOPIC, "answer", asked.question, option)),)
        for option in asked.options
    )
    return Reply(said, rows)


def found(
    result: Found,
    change: Change | None,
    runner: Runner,
    text: Text,
    *,
    trial_on: date | None = None,
) -> Reply:
    """The cause, what says so, and the one change: as it would be laid, or as advice."""
    cause = result.cause
    place = f"symptom-cause/{cause.key}"
    said = [
        text(
            "fix-found",
            name=Html(text.content(f"{place}/name")),
            why=Html(text.content(f"{place}/why")),
        )
    ]
    if result.known is not None and result.clue is not None:
        told = Html(clue(result.clue, result.known, text))
        said.append(text("fix-evidence", evidence=told))
    elif result.clue is None:
        said.append(text("fix-begin"))
    said.append(text("fix-change", change=Html(_do(cause, change, text))))
    if trial_on is not None:
        said.append(text("fix-trial"))
    said += lines(change, runner, text)[:DAYS_SHOWN] if change else []
    said.append(text("fix-source", source=Html(text.content(f"{place}/source"))))
    return Reply("\n".join(said), _rows(cause, change, trial_on, text))


def _do(cause: Cause, change: Change | None, text: Text) -> str:
    """What helps; where a change finds no place, what helps without one."""
    place = f"symptom-cause/{cause.key}"
    without = change is None and text.has_content(f"{place}/plain")
    return text.content(f"{place}/plain" if without else f"{place}/do")


def _rows(cause: Cause, change: Change | None, trial_on: date | None, text: Text) -> Rows:
    rows: list[tuple[Button, ...]] = []
    if change is not None:
        rows.append((Button(text("button-fix-apply"), pack(TOPIC, "apply", cause.key)),))
    if trial_on is not None and cause.remedy is Remedy.TRIAL:
        label = text("button-plateau-trial", day=trial_on)
        rows.append((Button(label, pack("plateau", "trial", trial_on.isoformat())),))
    rows.append((Button(text("button-fix-other"), pack(TOPIC, "other", cause.key)),))
    return tuple(rows)


def applied(cause: Cause, change: Change, change_id: int, runner: Runner, text: Text) -> Reply:
    """It is laid: the days, and the way back."""
    do = Html(text.content(f"symptom-cause/{cause.key}/do"))
    days = lines(change, runner, text)
    said = [text("fix-applied", change=do), *days[:DAYS_SHOWN]]
    if len(days) > DAYS_SHOWN:
        said.append(text("fix-applied-more", days=len(days) - DAYS_SHOWN))
    return Reply("\n".join(said), ((undo_button(change_id, text),),))


def nothing(text: Text) -> Reply:
    """Every cause was refused."""
    return Reply(text("fix-nothing"))


def gated(status: Reply, text: Text) -> Reply:
    """What stands between the athlete and running is the answer."""
    return Reply(f"{text('fix-gated')}\n{status.text}", status.rows)


def clue(which: Clue, known: Known, text: Text) -> str:
    """What the log knew, with its numbers; it follows a colon."""
    facts = {name: _fact(name, value, text) for name, value in known.facts.items()}
    if which is Clue.OLD_PACES and not known.facts:
        return text("clue-old-paces-none")
    if "on" in known.facts:
        facts["day"] = date.fromisoformat(str(known.facts["on"]))
    if "celsius" in known.facts:
        facts["degrees"] = Html(text.degrees(float(known.facts["celsius"])))
    return text(f"clue-{which.value}", **facts)


def _fact(name: str, value: Told, text: Text) -> Fact:
    del text
    return numbers.hours(Duration.of_hours(float(value))) if name == "hours" else value
