"""What Fluent asks Babel about our languages, without Babel's data: that holds five megabytes."""

from __future__ import annotations

from collections.abc import Callable

from babel import Locale
from babel.localedata import LocaleDataDict
from babel.numbers import parse_pattern
from babel.plural import PluralRule
from fluent.runtime import FluentBundle


class English(Locale):
    """Plurals and digits; a test holds them to Babel's own."""

    plural_form = PluralRule({"one": "i = 1 and v = 0"})
    decimal_formats = LocaleDataDict({None: parse_pattern("#,##0.###")})
    number_symbols = LocaleDataDict({"latn": {"decimal": ".", "group": ",", "minusSign": "-"}})


_OURS: dict[str, Callable[[str], Locale]] = {"en": English}


class Bundle(FluentBundle):
    """A bundle of one locale."""

    def __init__(self, locale: str) -> None:
        self._locale = locale
        super().__init__([locale], use_isolating=False)

    def _get_babel_locale(self) -> Locale:
        """Fluent's own way to it; a language that is not among ours is Babel's after all."""
        ours = _OURS.get(self._locale)
        return ours(self._locale) if ours else super()._get_babel_locale()
