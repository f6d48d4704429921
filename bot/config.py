"""Config from the environment: what is missing or wrong is named, with an example."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

TELEGRAM = "https://api.telegram.org"
OPEN_METEO = "https://api.open-meteo.com"
PREFIX = "NEXTGEAR_"
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")

SETTINGS: Mapping[str, tuple[str, str, str]] = {
    # name: (default, example, what it is)
    "TELEGRAM_TOKEN": ("", "123456789:AAH9x…", "the bot's token, from @BotFather"),
    "TELEGRAM_API_URL": (TELEGRAM, TELEGRAM, "where Telegram's Bot API answers"),
    "DATABASE_URL": (
        "",
        "sqlite:////var/lib/nextgear/nextgear.db",
        "SQLite or PostgreSQL; by default a file in your data folder",
    ),
    "NEXTGEAR_LOG_LEVEL": ("INFO", "INFO", "DEBUG, INFO, WARNING or ERROR"),
    "NEXTGEAR_MORNING_SPREAD": ("0", "10", "minutes over which one hour's mornings are spread"),
    "NEXTGEAR_SEND_RATE": ("25", "25", "unasked messages a second, all chats together"),
    "NEXTGEAR_GROUP_RATE": ("20", "20", "messages a minute in one group"),
    "NEXTGEAR_CHAT_RATE": ("1", "1", "messages a second in a private chat, after a short burst"),
    "NEXTGEAR_LISTEN": ("", "127.0.0.1:8080", "where health and webhook are served; empty: not"),
    "NEXTGEAR_WEBHOOK_URL": (
        "",
        "https://coach.example.org/telegram",
        "where Telegram reaches the webhook; empty: updates are polled",
    ),
    "NEXTGEAR_WEATHER": ("off", "on", "on: look up the weather for who asked for it"),
    "NEXTGEAR_WEATHER_URL": (OPEN_METEO, OPEN_METEO, "a service in Open-Meteo's public format"),
    "NEXTGEAR_WEBHOOK_SECRET": ("", "a-long-random-word", "the webhook's secret token"),
}
"""Every setting with its default, an example and what it is; the README shows this table."""


class ConfigError(ValueError):
    """A setting is missing or wrong; the text is one line that names it and shows an example."""


@dataclass(frozen=True, slots=True)
class Rates:
    """Limits that Telegram may change without notice: a second, a minute in a group, a second."""

    sends: float = 25.0
    per_group: float = 20.0
    per_chat: float = 1.0


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where Telegram calls, and the secret it shows."""

    url: str
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Config:
    """What the process was told; secrets are in no repr."""

    token: str = field(repr=False)
    database_url: str = field(repr=False)
    api_url: str = TELEGRAM
    log_level: str = "INFO"
    morning_spread: int = 0
    rates: Rates = field(default_factory=Rates)
    listen: tuple[str, int] | None = None
    webhook: Webhook | None = None
    weather_url: str = ""
    strangers: tuple[str, ...] = ()
    """Names like ours that are no settings: most likely misspelt."""

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> Config:
        """Read every setting; ConfigError at the first that is missing or wrong."""
        return cls(
            token=_token(environ),
            database_url=database_url(environ),
            api_url=_api_url(environ),
            log_level=log_level(environ),
            morning_spread=_whole(environ, "NEXTGEAR_MORNING_SPREAD", 0, 180),
            rates=Rates(
                sends=_number(environ, "NEXTGEAR_SEND_RATE", 0.1, 1000),
                per_group=_number(environ, "NEXTGEAR_GROUP_RATE", 1, 600),
                per_chat=_number(environ, "NEXTGEAR_CHAT_RATE", 0.1, 100),
            ),
            listen=_listen(environ),
            webhook=_webhook(environ),
            weather_url=_weather_url(environ),
            strangers=tuple(
                sorted(n for n in environ if n.startswith(PREFIX) and n not in SETTINGS)
            ),
        )


def database_url(environ: Mapping[str, str]) -> str:
    """DATABASE_URL as it was given, or an SQLite file in the user's data folder."""
    told = _value(environ, "DATABASE_URL")
    if told and "://" not in told:
        raise _wrong("DATABASE_URL", "is no database URL")
    return told or f"sqlite:///{default_folder() / 'nextgear.db'}"


def log_level(environ: Mapping[str, str]) -> str:
    """The level's name in capitals."""
    level = _value(environ, "NEXTGEAR_LOG_LEVEL").upper()
    if level not in LEVELS:
        raise _wrong("NEXTGEAR_LOG_LEVEL", f"must be one of {', '.join(LEVELS)}")
    return level


def default_folder() -> Path:
    """The user's data folder for this program; nobody has made it yet."""
    import platformdirs  # noqa: PLC0415 - only where no DATABASE_URL is set

    return Path(platformdirs.user_data_dir("nextgear", appauthor=False))


def _value(environ: Mapping[str, str], name: str) -> str:
    return environ.get(name, "").strip() or SETTINGS[name][0]


def _wrong(name: str, what: str) -> ConfigError:
    return ConfigError(f"{name} {what}; for example {name}={SETTINGS[name][1]}")


def _token(environ: Mapping[str, str]) -> str:
    token = _value(environ, "TELEGRAM_TOKEN")
    if not token:
        raise _wrong("TELEGRAM_TOKEN", "is not set (@BotFather gives you one)")
    if not re.fullmatch(r"\d+:[\w-]+", token, re.ASCII):
        raise _wrong("TELEGRAM_TOKEN", "is no bot token (digits, a colon, letters)")
    return token


def _api_url(environ: Mapping[str, str]) -> str:
    url = _value(environ, "TELEGRAM_API_URL").rstrip("/")
    if not _is_web_address(url, {"http", "https"}):
        raise _wrong("TELEGRAM_API_URL", "is no web address")
    return url


def _weather_url(environ: Mapping[str, str]) -> str:
    """Where forecasts come from; empty where the weather is not looked up."""
    switch = _value(environ, "NEXTGEAR_WEATHER").lower()
    if switch not in {"on", "off"}:
        raise _wrong("NEXTGEAR_WEATHER", "must be on or off")
    url = _value(environ, "NEXTGEAR_WEATHER_URL").rstrip("/")
    if not _is_web_address(url, {"http", "https"}):
        raise _wrong("NEXTGEAR_WEATHER_URL", "is no web address")
    return url if switch == "on" else ""


def _is_web_address(url: str, schemes: set[str]) -> bool:
    try:
        parts = urlsplit(url)
        _ = parts.port  # reading a port that is no number raises
    except ValueError:
        return False
    plain = not (parts.query or parts.fragment) and not re.search(r"\s", url)
    return parts.scheme in schemes and bool(parts.hostname) and plain


def _number(environ: Mapping[str, str], name: str, low: float, high: float) -> float:
    try:
        number = float(_value(environ, name))
    except ValueError:
        raise _wrong(name, "is no number") from None
    if not low <= number <= high:
        raise _wrong(name, f"must be between {low:g} and {high:g}")
    return number


def _whole(environ: Mapping[str, str], name: str, low: int, high: int) -> int:
    number = _number(environ, name, low, high)
    if number != int(number):
        raise _wrong(name, "must be a whole number")
    return int(number)


def _listen(environ: Mapping[str, str]) -> tuple[str, int] | None:
    told = _value(environ, "NEXTGEAR_LISTEN")
    if not told:
        return None
    host, _, port = told.rpartition(":")
    if not host or not port.isdecimal() or not 0 <= int(port) <= 65535:
        raise _wrong("NEXTGEAR_LISTEN", "is no host:port")
    return host.strip("[]"), int(port)


def _webhook(environ: Mapping[str, str]) -> Webhook | None:
    url = _value(environ, "NEXTGEAR_WEBHOOK_URL")
    if not url:
        return None
    if not _is_web_address(url, {"https", "http"}):
        raise _wrong("NEXTGEAR_WEBHOOK_URL", "is no web address")
    if not _value(environ, "NEXTGEAR_LISTEN"):
        raise _wrong("NEXTGEAR_LISTEN", "is not set, and a webhook needs it")
    secret = _value(environ, "NEXTGEAR_WEBHOOK_SECRET")
    if not re.fullmatch(r"[\w-]{16,256}", secret, re.ASCII):
        raise _wrong("NEXTGEAR_WEBHOOK_SECRET", "must be 16 to 256 letters, digits, _ or -")
    return Webhook(url, secret)
