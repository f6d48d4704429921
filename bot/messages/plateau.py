"""/plateau in the chat: a question, the verdict with its findings, one change, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.callbacks import pack
from bot.messages.plateau_words import evidence, proof, ranked, remedy
from bot.reply import Button, Reply, Rows
from bot.text import Html, Text
from core.library import Library
from core.plateau import (
    MOST_QUESTIONS,
    Comparison,
    Diagnosis,
    Finding,
    Prescription,
    Purpose,
    Question,
    Remedy,
    Verdict,
    Way,
)
from core.workout import PaceOf

TOPIC = "plateau"
SHOWN = 3
"""Findings said at once: a card has ten lines."""
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
        said += _change(chosen, words, text, other=number > 0)
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
    named = text("plateau-doctor", evidence=Html(said))
    held = diagnosis.doctor.alarming
    return [f"{named} {text('plateau-doctor-holds')}" if held else named]


def _findings(diagnosis: Diagnosis, words: Words, text: Text) -> list[str]:
    return [
        _finding(place, finding, words, text)
        for place, finding in enumerate(ranked(diagnosis)[:SHOWN], start=1)
    ]


def _finding(place: int, finding: Finding, words: Words, text: Text) -> str:
    said = evidence(finding, words.library, words.pace_of, text)
    name = Html(text.content(f"cause/{finding.cause.value}/name"))
    return text("plateau-finding", place=place, name=name, evidence=Html(said))


def _change(chosen: Prescription, words: Words, text: Text, *, other: bool) -> list[str]:
    doctor = chosen.remedy is Remedy.SEE_DOCTOR
    change = Html(remedy(chosen, words.library, words.pace_of, text))
    head = "plateau-other-change" if other else "plateau-one-change"
    head = "plateau-one-change-doctor" if doctor else head
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
