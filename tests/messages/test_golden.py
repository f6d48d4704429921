"""Every message as an athlete reads it, in kilometres and in miles, compared to the letter.

NEXTGEAR_UPDATE_GOLDEN=1 writes the files anew; read the difference before it is committed.
"""

from __future__ import annotations

import os

import pytest

from tests.messages.golden_texts import CASES, EVERY, FOLDER, TONGUES, path, reply, written

UPDATE = os.environ.get("NEXTGEAR_UPDATE_GOLDEN") == "1"


@pytest.mark.parametrize(("tongue", "name"), EVERY)
def test_a_message_reads_as_it_did(tongue: str, name: str) -> None:
    file, now = path(tongue, name), written(reply(tongue, name))
    if UPDATE:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(now, encoding="utf-8")
    assert file.exists(), "a new case: write its file with NEXTGEAR_UPDATE_GOLDEN=1, and read it"
    assert now == file.read_text(encoding="utf-8")


def test_no_golden_file_is_left_without_its_case() -> None:
    known = {path(tongue, name) for tongue in TONGUES for name in CASES}
    stale = sorted(file for file in FOLDER.rglob("*.txt") if file not in known)
    if UPDATE:
        for file in stale:
            file.unlink()
        stale = []
    assert stale == []
