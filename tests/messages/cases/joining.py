"""Joining a squad."""

from __future__ import annotations

from bot.messages import joining
from bot.reply import Reply
from tests.messages.cases.squad import BEGUN, TITLE
from tests.messages.recording import Cases

TOLD = {
    "joining-in": {},
    "joining-already": {},
    "squad-link-old": {},
    "squad-not-in-group": {"name": TITLE},
}

CASES: Cases = {
    "how": lambda text: joining.how(text, TITLE, BEGUN, "0123456789abcdef"),
    "plan-begins": lambda text: joining.plan_begins(text, TITLE, BEGUN),
    "done": lambda text: joining.done(text, TITLE, BEGUN, plans=True, squad_id=7),
    "done-other-days": lambda text: joining.done(
        text, TITLE, BEGUN, plans=True, squad_id=7, days=(1, 3, 6)
    ),
    "done-no-plan": lambda text: joining.done(text, TITLE, BEGUN, plans=False, squad_id=7),
    "again": lambda text: joining.again(text, TITLE),
    "again-no-plan": lambda text: joining.again(text, TITLE, "0123456789abcdef"),
    "told": lambda text: Reply(
        "\n\n".join(f"{code}: {text(code, **facts)}" for code, facts in TOLD.items())
    ),
}
