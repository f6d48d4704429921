"""Telegram's HTML: from markup to text and entities.

The refusals and their byte offsets follow the behaviour of the Bot API server (tdlib).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NoReturn

from bot.rehearsal.model.marks import SIMPLE, Entity, Open, entity_of, unparsable
from bot.rehearsal.model.utf16 import units

TAGS = SIMPLE.keys() | {"a", "tg-emoji", "tg-time"}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([A-Za-z]+));?")
MARKUP = re.compile(r"[<&]|\Z")
SPACE = " \t\r\n\v\0"
NAME_END = re.compile(r"[ \t\r\n\v\0>]|\Z")
ATTRIBUTE_END = re.compile(r"[ \t\r\n\v\0=>]|\Z")
TOKEN = re.compile(r"[A-Za-z0-9.\-]*")


@dataclass(slots=True)
class Scan:
    """The parser's place in the markup and what it has read so far."""

    source: str
    at: int = 0
    text: list[str] = field(default_factory=list)
    length: int = 0
    opened: list[Open] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def put(self, text: str) -> None:
        self.text.append(text)
        self.length += units(text)

    def peek(self) -> str:
        """The character here, or "" at the end."""
        return self.source[self.at : self.at + 1]

    def skip_space(self) -> None:
        while self.peek() and self.peek() in SPACE:
            self.at += 1

    def until(self, stop: re.Pattern[str]) -> str:
        found = stop.search(self.source, self.at)
        end = found.start() if found else len(self.source)
        passed, self.at = self.source[self.at : end], end
        return passed

    def fail(self, text: str, begin: int | None = None, end: str = "") -> NoReturn:
        where = "" if begin is None else f" at byte offset {len(self.source[:begin].encode())}"
        raise unparsable(f"{text}{where}{end}")


def parse(source: str) -> tuple[str, list[Entity]]:
    """Plain text and entities (in UTF-16 units); ApiError "can't parse entities: ..."."""
    scan = Scan(source.encode("utf-8", "replace").decode())
    while scan.at < len(scan.source):
        character = scan.peek()
        if character == "&":
            _reference(scan)
        elif character != "<":
            scan.put(scan.until(MARKUP))
        elif scan.source.startswith("</", scan.at):
            _end_tag(scan)
        else:
            _start_tag(scan)
    if scan.opened:
        tag = scan.opened[-1].tag
        scan.fail(f'Can\'t find end tag corresponding to start tag "{tag}"')
    for entity in scan.entities:
        if entity["type"] == "code":
            entity.pop("language", None)
    return "".join(scan.text), sorted(scan.entities, key=lambda e: (e["offset"], -e["length"]))


def _reference(scan: Scan) -> None:
    found = REFERENCE.match(scan.source, scan.at)
    character = _decoded(found) if found else None
    if found is None or character is None:
        scan.put("&")
        scan.at += 1
    else:
        scan.put(character)
        scan.at = found.end()


def _decoded(found: re.Match[str]) -> str | None:
    """The character a reference stands for; None when it is to be read as it is."""
    hexadecimal, decimal, name = found.groups()
    if name:
        return NAMED.get(name)
    digits = len(hexadecimal or decimal)
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    too_long = digits + (3 if hexadecimal else 2) >= 10
    if not 0 < code < 0x10FFFF or too_long or 0xD800 <= code < 0xE000:
        return None
    return chr(code)


def _start_tag(scan: Scan) -> None:
    begin = scan.at
    scan.at += 1
    tag = scan.until(NAME_END).lower()
    if not scan.peek():
        scan.fail("Unclosed start tag", begin)
    if tag not in TAGS:
        scan.fail(f'Unsupported start tag "{tag}"', begin)
    facts: dict[str, str] = {}
    while scan.peek() != ">":
        scan.skip_space()
        if scan.peek() == ">":
            break
        name, value = _attribute(scan, tag, begin)
        facts[name] = value
    scan.at += 1
    if tag == "span" and facts.get("class") != "tg-spoiler":
        scan.fail('Tag "span" must have class "tg-spoiler"', begin)
    scan.opened.append(Open(tag, facts, scan.length, len(scan.text)))


def _attribute(scan: Scan, tag: str, begin: int) -> tuple[str, str]:
    name = scan.until(ATTRIBUTE_END)
    if not name:
        scan.fail(f'Empty attribute name in the tag "{tag}"', begin)
    scan.skip_space()
    if scan.peek() != "=":
        if not scan.peek():
            scan.fail(f'Unclosed start tag "{tag}"', begin)
        return name, ""
    scan.at += 1
    scan.skip_space()
    if not scan.peek():
        scan.fail(f'Unclosed start tag "{tag}"', begin)
    value = _quoted(scan) if scan.peek() in "'\"" else _token(scan)
    if not scan.peek():
        scan.fail("Unclosed start tag", begin)
    return name, value


def _quoted(scan: Scan) -> str:
    quote = scan.peek()
    scan.at += 1
    value = scan.until(re.compile(quote + r"|\Z"))
    scan.at += 1
    return REFERENCE.sub(lambda found: _decoded(found) or found[0], value)


def _token(scan: Scan) -> str:
    begin = scan.at
    found = TOKEN.match(scan.source, begin)
    value = found[0] if found else ""
    scan.at += len(value)
    if scan.peek() and scan.peek() not in SPACE + ">":
        scan.fail("Unexpected end of name token", begin)
    return value.lower()


def _end_tag(scan: Scan) -> None:
    begin = scan.at
    if not scan.opened:
        scan.fail("Unexpected end tag", begin)
    scan.at += 2
    name = scan.until(NAME_END).lower()
    scan.skip_space()
    if scan.peek() != ">":
        scan.fail("Unclosed end tag", begin)
    scan.at += 1
    opened = scan.opened.pop()
    if name and name != opened.tag:
        ends = f', expected "</{opened.tag}>", found "</{name}>"'
        scan.fail("Unmatched end tag", begin, ends)
    if scan.length > opened.offset:
        span = {"offset": opened.offset, "length": scan.length - opened.offset}
        inside = "".join(scan.text[opened.begin :])
        made = entity_of(opened, span, inside, scan.entities[-1] if scan.entities else None)
        scan.entities.extend([made] if made else [])
