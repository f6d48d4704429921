"""What every message keeps to: Telegram's limits, the voice, the glossary. Faults as sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from bot.callbacks import LIMIT, unpack
from bot.rehearsal.model.html import parse
from bot.rehearsal.model.utf16 import units
from bot.reply import Reply

LABEL, ROW = 32, 41
"""Characters of a button that a phone shows, and of a row of them."""
CARD_LINES = 10
Rule = Callable[[Reply], Iterator[str]]

_EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u26ff\u2705\u2728\u274c\u2764\u2b50]")
_HYPE = re.compile(
    r"\b(amazing|awesome|great job|well done|crush(ed)?|smash(ed)?|beast|epic|incredible|superb"
    r"|fantastic|unstoppable|killer|insane|let's go|you've got this|rock(ed)? it|nailed|champion"
    r"|perfect|wow|congrat\w*|proud of you|no excuses|push through|no pain,? no gain)\b",
    re.IGNORECASE,
)
_FILLERS = re.compile(r"\b(just|simply|basically|actually|obviously|of course)\b", re.IGNORECASE)
_SHAME = re.compile(
    r"\b(you missed|missed again|failed|should have (?!a )|shouldn't have|lazy|excuse"
    r"|(fall|fell|are) behind|catch up|disappoint\w*|weak|cheat\w*|streak"
    r"|not good enough|only ran|slack\w*|guilt\w*)\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(calorie\w*|kcal|slim\w*|body fat|bmi|fat[- ]burning|burn fat|diet\w*|lose weight"
    r"|how much do you weigh|your weight|lean|leaner|shape)\b",
    re.IGNORECASE,
)
_GLOSSARY = {
    r"\busers?\b": "athlete, or you",
    r"\bclients?\b": "athlete, or you",
    r"\bdear runner\b": "you",
    r"\btraining schedule\b|\byour schedule\b|\bschedule\b": "plan",
    r"\bsprint weeks?\b|\btraining blocks?\b": "phase or week",
    r"\bgarmin\b|\btrainingpeaks\b|\btss\b|\bacwr\b": "our own words",
    r"\bvdot score\b|\brecovery score\b": "VDOT, readiness",
    r"\bcompliance\b": "adherence",
    r"\bleaderboard\b": "board",
    r"\bcolor\b|\btire\b|\bcenter\b|\borganiz|\banalyz|\bfavor": "UK spelling",
    r"\bcoaching\.md\b|\bscience\.md\b|\bR\d{2,3}\b": "a source that an athlete can look up",
}


def faults(reply: Reply, *, safety: bool = False, card: bool = False) -> list[str]:
    """Everything that is wrong with a reply; empty for a good one."""
    rules: list[Rule] = [_markup, _leftovers, _voice, _buttons, _spaces]
    if safety:
        rules.append(_calm)
    if card:
        rules.append(_short)
    return [fault for rule in rules for fault in rule(reply)]


def plain(reply: Reply) -> str:
    """The text as it is read, without its marks; ApiError where Telegram could not parse it."""
    return parse(reply.text)[0]


def _markup(reply: Reply) -> Iterator[str]:
    text, entities = parse(reply.text)
    if units(text) > 4096:
        yield f"{units(text)} UTF-16 units, Telegram takes 4096"
    for entity in entities:
        if entity["type"] not in {"bold", "italic"}:
            yield f"an entity of type {entity['type']}: only bold and italic are ours"
    for caption in (reply.file.caption if reply.file else "", reply.ask_location):
        if len(parse(caption)[0]) > 1024:
            yield "a caption over 1024"


def _leftovers(reply: Reply) -> Iterator[str]:
    seen = f"{plain(reply)}\n{_labels(reply)}"
    if found := re.search(r"[{}]|\bNone\b(?! of these)|\bnan\b|&lt;|&amp;|Traceback", seen):
        yield f"{found[0]!r} is left over"
    if "<" in _labels(reply):
        yield "a label is plain text, its marks would be seen"


def _voice(reply: Reply) -> Iterator[str]:
    text = f"{plain(reply)}\n{_labels(reply)}"
    if len(_EMOJI.findall(text)) > 1:
        yield "more than one emoji"
    if text.count("!") > 1 or "!!" in text:
        yield "more than one exclamation mark"
    for name, words in (("hype", _HYPE), ("filler", _FILLERS), ("shame", _SHAME), ("body", _BODY)):
        if found := words.search(text):
            yield f"{name}: {found[0]!r}"
    for pattern, instead in _GLOSSARY.items():
        if found := re.search(pattern, text, re.IGNORECASE):
            yield f"glossary: {found[0]!r}, say {instead}"


def _calm(reply: Reply) -> Iterator[str]:
    if "!" in plain(reply):
        yield "an exclamation mark in a word about safety"
    if _EMOJI.search(plain(reply)):
        yield "an emoji in a word about safety"


def _short(reply: Reply) -> Iterator[str]:
    lines = [line for line in plain(reply).splitlines() if line.strip()]
    if len(lines) > CARD_LINES:
        yield f"a card of {len(lines)} lines, {CARD_LINES} are the most"


def _buttons(reply: Reply) -> Iterator[str]:
    for row in reply.rows:
        if not row:
            yield "an empty row of buttons"
        if (wide := sum(len(button.text) for button in row)) > ROW:
            yield f"a row of {wide} characters: {[b.text for b in row]}"
        for button in row:
            if not 0 < len(button.text) <= LABEL:
                yield f"a label of {len(button.text)} characters: {button.text!r}"
            if len(button.data.encode()) > LIMIT:
                yield f"callback data over {LIMIT} bytes: {button.data}"
            if not button.url:
                unpack(button.data)


def _spaces(reply: Reply) -> Iterator[str]:
    text = plain(reply)
    if "  " in text:
        yield "two spaces in a row"
    if "\n\n\n" in text or text != text.strip():
        yield "empty lines at an end, or two in a row"
    for line in text.splitlines():
        if line != line.strip():
            yield f"a space at the end of {line!r}"
    if found := re.search(r" [,.;:](?=\s|$)|\.\.(?!\.)|,,|\(\)|\.:", text):
        yield f"odd punctuation {found[0]!r}"


def _labels(reply: Reply) -> str:
    return "\n".join(button.text for row in reply.rows for button in row)
