"""The refusals of the Bot API, in its own words."""

from __future__ import annotations

from typing import Any


class ApiError(Exception):
    """A call that Telegram refuses: status code, description, and sometimes parameters."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def wire(self) -> dict[str, Any]:
        told: dict[str, Any] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        return told | ({"parameters": self.parameters} if self.parameters else {})


class Impossible(ValueError):
    """Something a person's app would not let them do, such as pressing a button that is gone."""


def bad_request(text: str, **parameters: int) -> ApiError:
    """A 400: the call is understood and wrong."""
    return ApiError(400, f"Bad Request: {text}", **parameters)


def forbidden(text: str) -> ApiError:
    """A 403: the bot may not speak there."""
    return ApiError(403, f"Forbidden: {text}")


def too_many(seconds: int) -> ApiError:
    """A 429: to be tried again after `seconds`."""
    return ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


def not_played(what: str) -> ApiError:
    """Telegram has it, the rehearsal room does not: said at once, so nobody relies on it."""
    return bad_request(f"{what} is not played in the rehearsal room")
