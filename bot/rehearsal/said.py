"""Reads what the page says: each value checked, and what is amiss told in words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from aiohttp import web

from bot.rehearsal.model import Impossible

Said = Mapping[str, Any]


async def body_of(request: web.Request) -> dict[str, Any]:
    """The body of a deed; only JSON, which no foreign form can send."""
    if request.content_type != "application/json":
        raise Impossible("deeds are told in JSON")
    try:
        body = json.loads(await request.text())
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise Impossible("a deed is a JSON object")
    return body


def whole(said: Said, name: str, otherwise: int | None = None) -> int:
    """A whole number, also one written as text."""
    value = said.get(name)
    if value in {None, ""} and otherwise is not None:
        return otherwise
    try:
        return int(str(value))
    except ValueError:
        raise Impossible(f"{name!r} must be a whole number") from None


def degrees(said: Said, name: str, limit: float) -> float:
    """A latitude or longitude."""
    try:
        value = float(str(said.get(name)))
    except ValueError:
        raise Impossible(f"{name!r} must be a number") from None
    if not abs(value) <= limit:
        raise Impossible("there is no such place")
    return value


def words(said: Said, name: str) -> str:
    """A text."""
    value = said.get(name)
    if not isinstance(value, str):
        raise Impossible(f"{name!r} must be a text")
    return value


def place(said: Said, name: str) -> tuple[int, int]:
    """[row, column]"""
    value = said.get(name)
    if isinstance(value, list) and len(value) == 2 and all(type(one) is int for one in value):
        return value[0], value[1]
    raise Impossible(f"{name!r} must be [row, column]")
