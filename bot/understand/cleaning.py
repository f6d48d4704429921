"""A stranger's text made plain: bounded, one alphabet, no markup, no invisible characters."""

from __future__ import annotations

import html
import re
import unicodedata

LIMIT = 4096
"""Telegram's longest message; what is longer is cut, and read no further."""

_VULGAR = {"½": ".5", "¼": ".25", "¾": ".75", "⅓": ".33", "⅔": ".67"}
_FRACTION = re.compile("(\\d?)\\s?([½¼¾⅓⅔])")
_TAG = re.compile(r"</?[a-zA-Z!][^<>]{0,200}>")
_PLAIN_MARKS = str.maketrans("‘’‚‛ʼ`´“”„«»–—−‐‑‒―×", "'''''''\"\"\"\"\"-------x")
_LOOK_ALIKE = str.maketrans("асеорхукмнтвігѕјԁӏαοενρτυικ", "aceopxykmhtbirsjdlaoevptuik")
_LATIN = re.compile(r"[a-z]")
_SPELLED_OUT = re.compile(r"(?<![^\W_])(?:[^\W\d_] ){3,}[^\W\d_](?![^\W_])")
_MIXED = re.compile(r"[^\W\d_]+")
_LETTER_O = re.compile(r"(?<=\d)o(?![^\W_])")


def clean(text: str) -> str:
    """Readable text in its own letters and case: digits ASCII, markup and zero-width gone."""
    text = html.unescape(text[:LIMIT])
    text = _FRACTION.sub(lambda m: (m[1] or " 0") + _VULGAR[m[2]], text)
    text = unicodedata.normalize("NFKC", text).translate(_PLAIN_MARKS)
    text = "".join(_visible(char) for char in text)
    return _TAG.sub(" ", text)[:LIMIT]


def fold(text: str) -> str:
    """Lower case without accents; letters of other alphabets inside Latin words become Latin."""
    plain = unicodedata.normalize("NFD", text.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    joined = _MIXED.sub(_one_alphabet, unicodedata.normalize("NFC", plain))
    joined = _LETTER_O.sub("0", joined)  # "5O" typed for 50
    return _SPELLED_OUT.sub(lambda m: m[0].replace(" ", ""), joined)


def _visible(char: str) -> str:
    if char == "\n":
        return char
    category = unicodedata.category(char)
    if category == "Nd":
        return str(unicodedata.decimal(char))
    if category in {"Cf", "Cs", "Co", "Cn", "Me"} or "\ufe00" <= char <= "\ufe0f":
        return ""
    return " " if category in {"Cc", "Zs", "Zl", "Zp"} else char


def _one_alphabet(word: re.Match[str]) -> str:
    return word[0].translate(_LOOK_ALIKE) if _LATIN.search(word[0]) else word[0]


def below_nothing(text: str) -> bool:
    """Whether the whole answer is a number below zero: "-5 km"."""
    return re.match(r"\s*(?:[-\u2212]|minus )\d", text, re.IGNORECASE) is not None
