"""Settings: what is missing or wrong is named in one line with an example, and nothing secret."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.config import SETTINGS, Config, ConfigError, Rates, Webhook

TOKEN = "123456789:AAH9xSecretSecretSecretSecretSecret"
GOOD = {"TELEGRAM_TOKEN": TOKEN}
HOOK = {
    "NEXTGEAR_WEBHOOK_URL": "https://coach.example.org/telegram",
    "NEXTGEAR_WEBHOOK_SECRET": "a-long-random-word",
    "NEXTGEAR_LISTEN": "0.0.0.0:8080",
}


def test_a_token_is_all_that_must_be_told() -> None:
    config = Config.from_env(GOOD)
    assert config.token == TOKEN
    assert config.api_url == "https://api.telegram.org"
    assert config.log_level == "INFO"
    assert config.rates == Rates()
    assert config.morning_spread == 0
    assert config.listen is None
    assert config.webhook is None
    assert config.database_url.startswith("sqlite:////")
    assert Path(config.database_url.removeprefix("sqlite:///")).name == "nextgear.db"


def test_everything_can_be_told() -> None:
    config = Config.from_env(
        GOOD
        | HOOK
        | {
            "TELEGRAM_API_URL": "http://localhost:8081/",
            "DATABASE_URL": "postgresql://coach:word@db/coach",
            "NEXTGEAR_LOG_LEVEL": "debug",
            "NEXTGEAR_MORNING_SPREAD": "10",
            "NEXTGEAR_SEND_RATE": "12.5",
            "NEXTGEAR_GROUP_RATE": "10",
            "NEXTGEAR_CHAT_RATE": "0.5",
            "NEXTGEAR_LISTEN": "[::1]:9000",
        }
    )
    assert config.api_url == "http://localhost:8081"
    assert config.database_url == "postgresql://coach:word@db/coach"
    assert config.log_level == "DEBUG"
    assert config.morning_spread == 10
    assert config.rates == Rates(12.5, 10, 0.5)
    assert config.listen == ("::1", 9000)
    assert config.webhook == Webhook("https://coach.example.org/telegram", "a-long-random-word")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_TOKEN", ""),
        ("TELEGRAM_TOKEN", "   "),
        ("TELEGRAM_TOKEN", "hello"),
        ("TELEGRAM_TOKEN", "123:with space"),
        ("TELEGRAM_TOKEN", "123:slash/es"),
        ("TELEGRAM_API_URL", "api.telegram.org"),
        ("TELEGRAM_API_URL", "ftp://api.telegram.org"),
        ("TELEGRAM_API_URL", "http://host:port"),
        ("TELEGRAM_API_URL", "http:///nothing"),
        ("TELEGRAM_API_URL", "http://host/?query"),
        ("DATABASE_URL", "nextgear.db"),
        ("NEXTGEAR_LOG_LEVEL", "LOUD"),
        ("NEXTGEAR_MORNING_SPREAD", "ten"),
        ("NEXTGEAR_MORNING_SPREAD", "-1"),
        ("NEXTGEAR_MORNING_SPREAD", "nan"),
        ("NEXTGEAR_MORNING_SPREAD", "1.5"),
        ("NEXTGEAR_SEND_RATE", "0"),
        ("NEXTGEAR_LISTEN", "8080"),
        ("NEXTGEAR_LISTEN", "host:99999"),
        ("NEXTGEAR_WEBHOOK_URL", "coach.example.org"),
        ("NEXTGEAR_WEBHOOK_SECRET", "short"),
        ("NEXTGEAR_WEATHER", "perhaps"),
        ("NEXTGEAR_WEATHER_URL", "weather.example.org"),
    ],
)
def test_a_wrong_setting_is_named_with_an_example(name: str, value: str) -> None:
    with pytest.raises(ConfigError) as refused:
        Config.from_env(GOOD | HOOK | {name: value})
    line = str(refused.value)
    assert line.startswith(name)
    assert SETTINGS[name][1] in line
    assert "\n" not in line
    if (len(value.strip()) > 5 and "SECRET" in name) or ("TOKEN" in name and value.strip()):
        assert value not in line


def test_the_weather_is_looked_up_only_where_it_is_turned_on() -> None:
    assert Config.from_env(GOOD).weather_url == ""
    assert Config.from_env(GOOD | {"NEXTGEAR_WEATHER": "on"}).weather_url.startswith("https://")
    other = {"NEXTGEAR_WEATHER": "ON", "NEXTGEAR_WEATHER_URL": "http://localhost:8/"}
    assert Config.from_env(GOOD | other).weather_url == "http://localhost:8"


def test_a_webhook_needs_somewhere_to_listen() -> None:
    hook = {name: value for name, value in HOOK.items() if name != "NEXTGEAR_LISTEN"}
    with pytest.raises(ConfigError, match="NEXTGEAR_LISTEN is not set"):
        Config.from_env(GOOD | hook)


def test_no_secret_is_shown_by_its_repr() -> None:
    config = Config.from_env(GOOD | HOOK | {"DATABASE_URL": "postgresql://coach:word@db/coach"})
    for secret in ("SecretSecret", "word@", "a-long-random-word"):
        assert secret not in repr(config)


def test_every_example_in_the_table_is_a_good_one() -> None:
    examples = {name: example for name, (_, example, _) in SETTINGS.items()}
    Config.from_env(examples | {"TELEGRAM_TOKEN": TOKEN})


def test_a_name_like_ours_that_is_no_setting_is_noticed() -> None:
    environ = GOOD | {"NEXTGEAR_LISTN": "x", "NEXTGEAR_SEND_RATE": "3", "HOME": "/root"}
    assert Config.from_env(environ).strangers == ("NEXTGEAR_LISTN",)
