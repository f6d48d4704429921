"""The room's picture of the Bot API is held against the Bot API, in both directions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.rehearsal.methods import METHODS
from bot.rehearsal.spec import NOT_PLAYED, SCALARS, Mismatch, convert, picture

EXTRACT = json.loads((Path(__file__).parents[1] / "data" / "botapi.json").read_text())
PICTURE = picture()
OBJECTS = [name for name, known in EXTRACT["types"].items() if not known.get("subtypes")]
UNIONS = [name for name, known in EXTRACT["types"].items() if known.get("subtypes")]


def drawn(fields: dict[str, str]) -> dict[str, tuple[bool, set[str]]]:
    """{name: (required, types)} of the picture."""
    return {
        name.rstrip("!"): (
            name.endswith("!"),
            {kind.partition("=")[0] for kind in types.split("|")},
        )
        for name, types in fields.items()
    }


def documented(fields: list[dict]) -> dict[str, tuple[bool, set[str]]]:
    """{name: (required, types)} of the Bot API."""
    return {field["name"]: (field["required"], set(field["types"])) for field in fields}


def test_the_picture_is_of_the_version_that_the_extract_is_of():
    assert PICTURE["version"] == EXTRACT["version"]


def test_the_room_plays_exactly_the_methods_of_the_extract():
    assert set(METHODS) == set(PICTURE["methods"]) == set(EXTRACT["methods"])


def test_the_picture_knows_exactly_the_types_of_the_extract():
    assert set(PICTURE["types"]) == set(EXTRACT["types"])


@pytest.mark.parametrize("method", EXTRACT["methods"])
def test_parameters_are_those_of_the_bot_api(method):
    known = EXTRACT["methods"][method].get("fields", [])
    assert drawn(PICTURE["methods"][method]) == documented(known)


@pytest.mark.parametrize("kind", OBJECTS)
def test_fields_are_those_of_the_bot_api(kind):
    known = EXTRACT["types"][kind].get("fields", [])
    assert drawn(PICTURE["types"][kind]) == documented(known)


@pytest.mark.parametrize("kind", UNIONS)
def test_unions_have_the_kinds_of_the_bot_api_that_are_in_use(kind):
    subtypes = EXTRACT["types"][kind]["subtypes"]
    assert PICTURE["types"][kind] == [name for name in subtypes if name in EXTRACT["types"]]


def test_constants_are_what_the_bot_api_says_in_words():
    for kind in OBJECTS:
        said = {f["name"]: f["description"] for f in EXTRACT["types"][kind].get("fields", [])}
        for name, types in PICTURE["types"][kind].items():
            constant = types.partition("=")[2]
            assert not constant or constant in said[name.rstrip("!")]


def test_every_parameter_is_of_a_known_type_or_refused():
    for fields in PICTURE["methods"].values():
        for name, types in fields.items():
            kinds = {kind.rpartition("Array of ")[2] for kind in types.split("|")}
            if not kinds & (SCALARS | set(PICTURE["types"])) and name not in NOT_PLAYED:
                with pytest.raises(Mismatch, match="not played"):
                    convert(types, {}, name)


def test_what_is_refused_as_not_played_exists_in_the_bot_api():
    names = {name.rstrip("!") for fields in PICTURE["methods"].values() for name in fields}
    assert names >= NOT_PLAYED
