"""A Telegram that was kept a moment too early: what was lost is never numbered again."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.rehearsal.model import UNLIMITED, Telegram
from bot.rehearsal.model.keeping import leave_gap

NOW = datetime(2026, 11, 26, tzinfo=UTC)


def test_numbers_that_were_given_after_the_last_keeping_are_not_given_again() -> None:
    before = Telegram(lambda: NOW, limits=UNLIMITED)
    ana = before.person(42, "Ana")
    squad = before.group(ana, "Squad", supergroup=True)
    before.say(ana, None, "kept")
    before.say(ana, squad, "kept")
    kept = before.keep()
    lost = [before.say(ana, chat, "lost") for chat in (None, squad) for _ in range(100)]
    lost_group = before.group(ana, "Another")
    updates = {update.id for update in before.world.updates.pending}

    after = Telegram(lambda: NOW, limits=UNLIMITED)
    after.take_up(kept)
    leave_gap(after.world)
    still = {update.id for update in after.world.updates.pending}
    said = [after.say(after.person(42), chat, "new") for chat in (None, squad.id)]
    for message in said:
        assert message.id > max(m.id for m in lost if m.chat.id == message.chat.id)
    new = {update.id for update in after.world.updates.pending} - still
    assert min(new) > max(updates)
    assert after.group(after.person(42), "New").id not in {lost_group.id, squad.id}
