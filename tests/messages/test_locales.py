"""What we tell Fluent of a language is what Babel's own data says, and that data stays on disk."""

from __future__ import annotations

import subprocess
import sys

import pytest
from babel import Locale
from fluent.runtime.types import fluent_number

from bot.text import LOCALES
from bot.text.locales import Bundle

NUMBERS = (*range(-3, 120), 1000, 12_345, 1_234_567, 0.0, 0.5, 1.0, 1.5, 2.25, 0.1234, -7.5, 1e6)


@pytest.mark.parametrize("locale", LOCALES)
def test_plurals_and_digits_are_babels(locale: str) -> None:
    ours, theirs = Bundle(locale)._babel_locale, Locale.parse(locale)
    for number in NUMBERS:
        assert ours.plural_form(number) == theirs.plural_form(number), number
        for grouped in (True, False):
            written = fluent_number(number, useGrouping=grouped)
            assert written.format(ours) == written.format(theirs), number


def test_no_locale_data_is_loaded_to_say_something() -> None:
    code = (
        "from babel import localedata; from bot.text import Texts, Tongue;"
        "text = Texts({}).of(Tongue());"
        "print(text('away-more', days=2), len(localedata._cache))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "and 2 days more 0"
