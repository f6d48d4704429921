"""Being in squads, in private."""

from __future__ import annotations

from datetime import date

from bot.messages import membership
from bot.reply import Reply
from core.squad import Member, Share
from tests.messages.cases.squad import BEGUN, TITLE
from tests.messages.recording import Cases

LINK = "https://t.me/NextgearBot?startgroup=squad"
NOTHING = Member(3, "Ana", date(2026, 11, 26))
ALL = Member(3, "Ana", date(2026, 11, 26), frozenset(Share), is_coach=True)

CASES: Cases = {
    "none": lambda text: membership.none(text, LINK),
    "list": lambda text: membership.listed(
        text, [(7, "Track Tuesday"), (8, "A club whose name is longer than a button can be")], LINK
    ),
    "shares-nothing": lambda text: membership.card(text, 7, TITLE, BEGUN, NOTHING),
    "shares-all": lambda text: membership.card(text, 7, TITLE, BEGUN, ALL),
    "other-days": lambda text: membership.card(text, 7, TITLE, BEGUN, NOTHING, days=(1, 3, 6)),
    "leave": lambda text: membership.sure(text, 7, TITLE),
    "farewell-gone": lambda text: membership.farewell(TITLE, text, ended=False, plan=True),
    "farewell-ended": lambda text: membership.farewell(TITLE, text, ended=True, plan=True),
    "farewell-no-plan": lambda text: membership.farewell(TITLE, text, ended=False, plan=False),
    "told": lambda text: Reply(
        "\n\n".join(
            [text("membership-left", name=TITLE), text("squad-not-in"), text("squad-nights-fit")]
        )
    ),
}
