"""Whose an update is, for order; whatever shape it has."""

from __future__ import annotations

from typing import Any

import pytest

from bot.delivery.keys import chat_of, key_of, update_id

GROUP = {"id": -100, "type": "supergroup"}
ANNA = {"id": 7, "is_bot": False}


@pytest.mark.parametrize(
    ("update", "key", "chat"),
    [
        ({"message": {"from": ANNA, "chat": GROUP}}, 7, -100),
        ({"edited_message": {"from": ANNA, "chat": {"id": 7}}}, 7, 7),
        ({"callback_query": {"from": ANNA, "message": {"chat": GROUP}}}, 7, -100),
        ({"callback_query": {"from": ANNA}}, 7, None),
        ({"my_chat_member": {"from": ANNA, "chat": GROUP}}, 7, -100),
        ({"message_reaction": {"user": ANNA, "chat": GROUP}}, 7, -100),
        ({"message_reaction": {"actor_chat": GROUP, "chat": GROUP}}, -100, -100),
        ({"message": {"from": {"id": 1087968824}, "chat": GROUP}}, -100, -100),  # anonymous
        ({"channel_post": {"chat": GROUP}}, -100, -100),
        ({"poll": {"id": "5"}}, -42, None),
        ({"something_new": {"from": "nobody", "chat": None}}, -42, None),
        ({}, -42, None),
    ],
)
def test_an_update_belongs_to_its_user_else_to_its_chat(
    update: dict[str, Any], key: int, chat: int | None
) -> None:
    assert key_of({"update_id": 42, **update}) == key
    assert chat_of({"update_id": 42, **update}) == chat


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        ({"update_id": 42}, 42),
        ({"update_id": "42"}, None),
        ({"update_id": True}, None),
        ("x", None),
    ],
)
def test_only_an_update_has_a_number(raw: object, number: int | None) -> None:
    assert update_id(raw) == number
