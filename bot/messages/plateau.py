"""/plateau in the chat: a question, the verdict with its findings, one change, the look back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.callbacks import pack
from bot.messages.change import lines, undo_button
from bot.messages.plateau_words import amount, evidence, proof, ranked, remedy
from bot.messages.steps import Runner
from bot.reply import Button, Reply, Rows
from bot.text import Html, Text
from core.library import Library
from core.plan import Change
from core.plateau import (
    MOST_QUESTIONS,
    Comparison,
    Diagnosis,
    Finding,
    Outcome,
    Prescription,
    Purpose,
    Question,
    Recheck,
    Remedy,
    Verdict,
    Way,
)
from core.workout import PaceOf

TOPIC = "plateau"
SHOWN = 3
"""Findings said at once: a card has ten lines."""
DAYS_SHOWN = 3
_HEADS = {
    Verdict.PLATEAU: "plateau-yes",
    Verdict.PROVISIONAL: "plateau-provisional",
    Verdict.IMPROVING: "plateau-improving",
    Verdict.STEADY: "plateau-steady",
    Verdict.UNKNOWN: "plateau-unknown",
}


@dataclass(frozen=True, slots=True)
class Words:
    """What a diagnosis is told with: the library's names and the athlete's paces."""

    library: Library
    pace_of: PaceOf


@dataclass(frozen=True, slots=True)
class Offers:
    """What can be put into the plan to get the evidence that is missing, by its day."""

    trial_on: date | None = None
    reps_on: date | None = None


def question(asked: Question, number: int, text: Text) -> Reply:
    """One short question; it can be skipped."""
    name = asked.asked.value
    head = Html(text(f"plateau-ask-{name}"))
    said = text("plateau-question", question=head, number=number, most=MOST_QUESTIONS)
    rows = tuple(
        (Button(text(f"plateau-{name}-{each.value}"), pack(TOPIC, "answer", name, each.value)),)
        for each in asked.answers
    )
    return Reply(said, (*rows, (Button(text("button-plateau-skip"), pack(TOPIC, "skip", name)),)))


def found(
    diagnosis: Diagnosis,
    diagnosis_id: int,
    words: Words,
    text: Text,
    *,
    chosen: Prescription | None = None,
    number: int = 0,
    offers: Offers = Offers(),
) -> Reply:
    """The verdict, what speaks for it in numbers, and the one change that is on offer."""
    bare = diagnosis.verdict is Verdict.STEADY and diagnosis.comparison is None
    said = [text("plateau-steady-bare" if bare else _HEADS[diagnosis.verdict])]
    if diagnosis.comparison is not None:
        said.append(_compared(diagnosis.comparison, words, text))
    said += _doctor(diagnosis, words, text)
    if chosen is not None:
        said += _findings(diagnosis, words, text)
        said += _change(chosen, words, text)
        return Reply("\n".join(said), _offered(diagnosis, diagnosis_id, chosen, number, text))
    if diagnosis.verdict is Verdict.UNKNOWN:
        said += _missing(diagnosis, offers, text)
        return Reply("\n".join(said), _ways(offers, text))
    if diagnosis.purpose is not None:
        said.append(text(f"plateau-purpose-{diagnosis.purpose.value}"))
    if diagnosis.purpose is not Purpose.CARE:
        said.append(text("plateau-goes-on"))  # an ill runner's plan does not go on
    return Reply("\n".join(said))


def _compared(comparison: Comparison, words: Words, text: Text) -> str:
    """Both efforts, and whether the difference is more than chance."""
    weeks = max(1, round(comparison.days / 7))
    pair = text(
        "plateau-compared",
        before=Html(proof(comparison.before, words.library, text)),
        after=Html(proof(comparison.after, words.library, text)),
        weeks=weeks,
    )
    pair = pair[:1].upper() + pair[1:]
    way = "better" if comparison.better else "worse" if comparison.worse else "same"
    numbers = {"percent": f"{abs(comparison.change):.1f}", "noise": f"{comparison.noise:.1f}"}
    return f"{pair} {text(f'plateau-change-{way}', **numbers)}"


def _doctor(diagnosis: Diagnosis, words: Words, text: Text) -> list[str]:
    """What belongs to a doctor is said first, wherever it ranks."""
    if diagnosis.doctor is None:
        return []
    said = evidence(diagnosis.doctor, words.library, words.pace_of, text)
    return [text("plateau-doctor", evidence=Html(said))]


def _findings(diagnosis: Diagnosis, words: Words, text: Text) -> list[str]:
    return [
        _finding(place, finding, words, text)
        for place, finding in enumerate(ranked(diagnosis)[:SHOWN], start=1)
    ]


def _finding(place: int, finding: Finding, words: Words, text: Text) -> str:
    said = evidence(finding, words.library, words.pace_of, text)
    name = Html(text.content(f"cause/{finding.cause.value}/name"))
    return text("plateau-finding", place=place, name=name, evidence=Html(said))


def _change(chosen: Prescription, words: Words, text: Text) -> list[str]:
    doctor = chosen.remedy is Remedy.SEE_DOCTOR
    change = Html(remedy(chosen, words.library, words.pace_of, text))
    head = "plateau-one-change-doctor" if doctor else "plateau-one-change"
    again = text("plateau-recheck-on", day=text.full_day(chosen.recheck_on))
    return [text(head, change=change), again]


def _offered(
    diagnosis: Diagnosis, diagnosis_id: int, chosen: Prescription, number: int, text: Text
) -> Rows:
    doctor = chosen.remedy is Remedy.SEE_DOCTOR
    take = Button(
        text("button-plateau-noted" if doctor else "button-plateau-apply"),
        pack(TOPIC, "apply", diagnosis_id, number),
    )
    why = Button(text("button-why"), pack(TOPIC, "why", diagnosis_id, number))
    if number < len(diagnosis.alternatives):
        other = Button(text("button-plateau-other"), pack(TOPIC, "other", diagnosis_id, number + 1))
    elif number:
        other = Button(text("button-plateau-first"), pack(TOPIC, "other", diagnosis_id, 0))
    else:
        return ((take, why),)
    return ((take, why), (other,))


def _missing(diagnosis: Diagnosis, offers: Offers, text: Text) -> list[str]:
    missing = [text(f"plateau-missing-{each.value}") for each in diagnosis.missing]
    ways = [_way(way, diagnosis, offers, text) for way in diagnosis.ways]
    return [*missing, *(way for way in ways if way)]


def _way(way: Way, diagnosis: Diagnosis, offers: Offers, text: Text) -> str:
    """How to get it; a trial that cannot be planned yet says what it waits for."""
    if way is Way.TRIAL and offers.trial_on is None:
        return text("plateau-way-trial-later")
    if way is Way.WAIT:
        weeks = diagnosis.weeks_left
        return text("plateau-way-wait", weeks=weeks) if weeks else ""
    return text(f"plateau-way-{way.value}")


def _ways(offers: Offers, text: Text) -> Rows:
    rows = []
    if offers.trial_on is not None:
        day = offers.trial_on
        label = text("button-plateau-trial", day=day)
        rows.append((Button(label, pack(TOPIC, "trial", day.isoformat())),))
    if offers.reps_on is not None:
        day = offers.reps_on
        label = text("button-plateau-reps", day=day)
        rows.append((Button(label, pack(TOPIC, "reps", day.isoformat())),))
    return tuple(rows)


def why(diagnosis: Diagnosis, chosen: Prescription, words: Words, text: Text) -> Reply:
    """The rule behind the one change, whose it is, and all the evidence for its cause."""
    place = f"cause/{chosen.cause.value}"
    said = text(
        "plateau-why",
        name=Html(text.content(f"{place}/name")),
        rule=Html(text.content(f"{place}/rule")),
        source=Html(text.content(f"{place}/source")),
    )
    told = (*ranked(diagnosis), *(f for f in diagnosis.findings if f.doctor))
    finding = next((f for f in told if f.cause is chosen.cause), None)
    if finding is None:
        return Reply(said)
    return Reply(f"{said}\n{evidence(finding, words.library, words.pace_of, text)}")


def applied(
    chosen: Prescription,
    words: Words,
    text: Text,
    *,
    change: Change | None = None,
    change_id: int = 0,
    runner: Runner | None = None,
    planned: bool = False,
) -> Reply:
    """It is laid: its first days, the day of the look back, and the way back."""
    what = Html(remedy(chosen, words.library, words.pace_of, text))
    again = text("plateau-recheck-on", day=text.full_day(chosen.recheck_on))
    if change is None or runner is None:
        as_is = planned and chosen.remedy is not Remedy.SEE_DOCTOR
        head = "plateau-applied-as-is" if as_is else "plateau-applied-advice"
        return Reply("\n".join([text(head, change=what), again]))
    days = lines(change, runner, text)
    said = [text("plateau-applied", change=what), *days[:DAYS_SHOWN]]
    if len(days) > DAYS_SHOWN:
        said.append(text("plateau-applied-more", days=len(days) - DAYS_SHOWN))
    return Reply("\n".join([*said, again]), ((undo_button(change_id, text),),))


def stands(
    chosen: Prescription,
    diagnosis_id: int,
    words: Words,
    text: Text,
    *,
    number: int = 0,
    change_id: int = 0,
) -> Reply:
    """Asked again while one change is under way: that one, when it is looked at, the way back."""
    said = [
        text("plateau-stands", change=Html(remedy(chosen, words.library, words.pace_of, text))),
        text("plateau-recheck-on", day=text.full_day(chosen.recheck_on)),
    ]
    why = Button(text("button-why"), pack(TOPIC, "why", diagnosis_id, number))
    anew = Button(text("button-plateau-anew"), pack(TOPIC, "anew"))
    rows: Rows = ((why, anew),)
    if change_id:
        rows = (*rows, (undo_button(change_id, text),))
    return Reply("\n".join(said), rows)


def reps_taken(on: date, session: str, change_id: int, text: Text) -> Reply:
    """Six even reps are in the plan: how they are run, and the way back."""
    said = text("plateau-reps-taken", session=Html(session), day=text.full_day(on))
    return Reply(said, ((undo_button(change_id, text),),))


def rechecked(recheck: Recheck, chosen: Prescription, words: Words, text: Text) -> Reply:
    """The re-check: before and after, whether it worked, and the next step."""
    outcome = recheck.outcome.value
    change = Html(remedy(chosen, words.library, words.pace_of, text))
    said = [text(f"recheck-{outcome}", change=change)]
    for compared in (recheck.own, recheck.fitness):
        if compared is not None:
            measure = compared.measure
            said.append(
                text(
                    "recheck-own",
                    measure=Html(text(f"measure-{measure.value}")),
                    before=Html(amount(measure, compared.before, text)),
                    after=Html(amount(measure, compared.after, text)),
                )
            )
    said.append(text(f"recheck-next-{outcome}"))
    ways = [way for way in recheck.ways if way is not Way.WAIT]
    said += [text(f"plateau-way-{way.value}") for way in ways]
    if recheck.outcome is Outcome.WORKED:
        return Reply("\n".join(said))
    return Reply("\n".join(said), ((Button(text("button-plateau-anew"), pack(TOPIC, "anew")),),))
