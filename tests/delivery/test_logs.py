"""No token and no password gets into a log, wherever in a record it hides."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pytest

from bot.delivery.logs import HIDDEN, Redacting, set_up

TOKEN = "123456789:AAH9xSecretSecretSecretSecretSecret"


def written(secrets: tuple[str, ...], say: object, *args: object, error: bool = False) -> str:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.addFilter(Redacting(secrets))
    told = ValueError(f"cannot open http://host/bot{TOKEN}/getMe") if error else None
    record = logging.getLogger("test").makeRecord(
        "test", logging.ERROR, __file__, 1, say, args, (ValueError, told, None) if told else None
    )
    record.stack_info = f"Stack: {TOKEN}" if error else None
    handler.handle(record)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("say", "args"),
    [
        (f"GET https://api.telegram.org/bot{TOKEN}/getMe", ()),
        ("GET %s", (f"https://api.telegram.org/bot{TOKEN}/getMe",)),
        ("%r", ({"token": TOKEN},)),
        ("opened postgresql://coach:Secret@db/coach", ()),
    ],
)
def test_secrets_are_hidden_in_texts_and_arguments(say: str, args: tuple[object, ...]) -> None:
    line = written((), say, *args)
    assert "Secret" not in line
    assert HIDDEN in line


def test_secrets_are_hidden_in_errors_and_stacks() -> None:
    lines = written((), "it failed", error=True)
    assert "Secret" not in lines
    assert "ValueError: cannot open" in lines
    assert "Stack" in lines


def test_a_secret_that_was_told_is_hidden_whatever_it_looks_like() -> None:
    assert written(("a word",), "it is a word, is it") == f"it is {HIDDEN}, is it\n"


def test_what_is_no_secret_stays_as_it_is() -> None:
    line = "session at 06:30, 12:4000, update 100001, sqlite:////var/lib/nextgear.db"
    assert written((), line) == f"{line}\n"


@pytest.fixture
def _loggers_put_back() -> Iterator[None]:
    root = logging.getLogger()
    before = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = before


@pytest.mark.usefixtures("_loggers_put_back")
def test_the_log_goes_to_standard_error_through_the_filter(
    capsys: pytest.CaptureFixture[str],
) -> None:
    set_up("INFO", (TOKEN,))
    logging.getLogger("bot.delivery").info("token %s", TOKEN)
    logging.getLogger("httpx").info("never at this level")
    said = capsys.readouterr()
    assert said.out == ""
    assert f"token {HIDDEN}" in said.err
    assert "never" not in said.err


@pytest.mark.usefixtures("_loggers_put_back")
def test_what_people_say_is_in_no_log(capsys: pytest.CaptureFixture[str]) -> None:
    """The library writes whole calls at its lowest level, health answers among them."""
    set_up("DEBUG")
    logging.getLogger("telegram.ext.ExtBot").debug("Calling `sendMessage` with a pain in the knee")
    logging.getLogger("bot.delivery").debug("heard")
    assert "knee" not in (said := capsys.readouterr().err)
    assert "heard" in said
