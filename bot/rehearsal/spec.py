"""Checks a call against the room's picture of the Bot API, stricter than Telegram on purpose."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from bot.rehearsal.model.errors import ApiError, bad_request, not_played
from bot.rehearsal.model.files import Upload

ARRAY = "Array of "
TEXTUAL = ("String", "InputFile")
SCALARS = frozenset({"String", "Integer", "Float", "Boolean", "True", "InputFile"})

NOT_PLAYED = frozenset(
    {
        "allow_paid_broadcast",
        "business_connection_id",
        "certificate",
        "country_codes",
        "direct_messages_topic_id",
        "explanation_media",
        "inline_message_id",
        "live_period",
        "message_effect_id",
        "rich_message",
        "suggested_post_parameters",
        "thumbnail",
        "video_start_timestamp",
    }
)
"""Parameters Telegram knows and the room refuses, so that nothing is silently left out."""


class Mismatch(Exception):
    """A value that does not fit its type; the text names the place."""


@cache
def picture() -> dict[str, Any]:
    """The room's own picture of the Bot API: {"methods": ..., "types": ...}, "!" = required."""
    drawn: dict[str, Any] = json.loads(files(__package__).joinpath("botapi.json").read_text())
    return drawn


def method_named(name: str) -> str | None:
    """The method's name as the Bot API spells it; Telegram does not mind the case."""
    return _methods().get(name.lower())


@cache
def _methods() -> dict[str, str]:
    return {name.lower(): name for name in picture()["methods"]}


@cache
def _fields(kind: str) -> dict[str, tuple[str, bool]]:
    """{"chat_id": ("Integer|String", required)} of a method or type."""
    drawn = picture()["methods"].get(kind) or picture()["types"].get(kind, {})
    return {name.rstrip("!"): (types, name.endswith("!")) for name, types in drawn.items()}


def checked(
    method: str, given: Mapping[str, object], uploads: Mapping[str, Upload]
) -> dict[str, Any]:
    """The arguments with their types put right; ApiError 400 names what does not fit."""
    fields = _fields(method)
    arguments: dict[str, Any] = {}
    for name, value in given.items():
        if name not in fields:
            raise bad_request(f"{method} has no parameter {name!r}")
        if value is None:
            continue
        if name in NOT_PLAYED:
            raise not_played(f"parameter {name!r} of {method}")
        arguments[name] = _argument(method, name, fields[name][0], value)
    _add_uploads(method, arguments, uploads)
    for name, (_, required) in fields.items():
        if required and name not in arguments:
            raise _missing(method, name)
    return arguments


def _argument(method: str, name: str, types: str, value: object) -> Any:
    try:
        return convert(types, value, name)
    except Mismatch as wrong:
        raise bad_request(f"{method}: {wrong}") from None


def _add_uploads(method: str, arguments: dict[str, Any], uploads: Mapping[str, Upload]) -> None:
    """A file sent under the parameter's own name is that parameter; others must be attached."""
    said = json.dumps(arguments, default=str)
    for name, upload in uploads.items():
        types = _fields(method).get(name, ("", False))[0]
        if "InputFile" in types.split("|"):
            if name in NOT_PLAYED:
                raise not_played(f"parameter {name!r} of {method}")
            arguments[name] = upload
        elif f"attach://{name}" not in said:
            raise bad_request(f"{method}: the file {name!r} is sent along but nothing refers to it")


def _missing(method: str, name: str) -> ApiError:
    texts = {"chat_id": "chat_id is empty", "text": "message text is empty"}
    return bad_request(texts.get(name, f"{method} needs the parameter {name!r}"))


def convert(types: str, value: object, where: str) -> Any:
    """`value` as the first of "A|B|Array of C" that it fits; Mismatch if none."""
    kinds = types.split("|")
    if isinstance(value, str) and not any(kind.startswith(TEXTUAL) for kind in kinds):
        value = _from_text(kinds, value, where)
    wrong = []
    for kind in _likely(kinds, value):
        try:
            return _as_kind(kind, value, where)
        except Mismatch as mismatch:
            wrong.append(mismatch)
    if len(wrong) == 1:
        raise wrong[0]
    raise Mismatch(f"{where} must be {' or '.join(kinds)} ({'; '.join(map(str, wrong))})")


def _from_text(kinds: list[str], value: str, where: str) -> object:
    """Forms carry everything as text: objects, lists, numbers and booleans as JSON."""
    if kinds in (["Boolean"], ["True"]):
        return {"true": True, "false": False, "1": True, "0": False}.get(value.lower(), value)
    try:
        decoded: object = json.loads(value)
    except ValueError:
        raise Mismatch(f"{where} must be {' or '.join(kinds)}, not {value[:40]!r}") from None
    return decoded


def _likely(kinds: list[str], value: object) -> list[str]:
    """Of several object types, only those that know every key given (if there is one)."""
    if isinstance(value, dict) and len(kinds) > 1:
        fitting = [kind for kind in kinds if set(value) <= set(_fields(kind))]
        return fitting or kinds
    return kinds


def _as_kind(kind: str, value: object, where: str) -> Any:
    if kind.startswith(ARRAY):
        if not isinstance(value, list):
            raise Mismatch(f"{where} must be a list")
        item = kind.removeprefix(ARRAY)
        return [convert(item, entry, f"{where}[{n}]") for n, entry in enumerate(value)]
    if kind in picture()["types"]:
        return _as_object(kind, value, where)
    return _as_scalar(kind, value, where)


def _as_scalar(kind: str, value: object, where: str) -> Any:
    name, _, constant = kind.partition("=")
    whole = isinstance(value, int) and not isinstance(value, bool)
    if name == "String" and isinstance(value, str) and (not constant or constant == value):
        return value
    if name == "Integer" and whole:
        return value
    if name == "Integer" and isinstance(value, str) and value.lstrip("-").isdecimal():
        return int(value)
    if name == "Float" and (whole or isinstance(value, float)):
        return float(value)  # type: ignore[arg-type]  # whole says so
    if name == "Boolean" and isinstance(value, bool):
        return value
    if name == "True" and value is True:
        return value
    if name not in SCALARS:
        raise Mismatch(f"{where}: {name} is not played in the rehearsal room")
    raise Mismatch(f"{where} must be {constant or name}, not {str(value)[:40]!r}")


def _as_object(kind: str, value: object, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise Mismatch(f"{where} must be a {kind}")
    subtypes = picture()["types"][kind]
    if isinstance(subtypes, list):
        made: dict[str, Any] = convert("|".join(subtypes), value, where)
        return made
    fields = _fields(kind)
    for name in value:
        if name not in fields:
            raise Mismatch(f"{where}: {kind} has no field {name!r}")
    for name, (_, required) in fields.items():
        if required and value.get(name) is None:
            raise Mismatch(f"{where}: {kind} needs {name!r}")
    return {
        name: convert(fields[name][0], entry, f"{where}.{name}")
        for name, entry in value.items()
        if entry is not None
    }
