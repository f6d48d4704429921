"""Behind *Why?*: every reason of the day, and whose rules they are."""

from __future__ import annotations

from bot.messages.reasons import spoken
from bot.messages.session import purpose
from bot.reply import Reply
from bot.text import Html, Text
from core.adjust.table import Row
from core.day import Day


def why(day: Day, text: Text) -> Reply:
    """Behind *Why?*: what the session is for, every reason of week and decision, whose rules."""
    said = []
    if day.session is not None:
        said.append(f"{purpose(day.session, text)} {spoken(day.session.why, text)}".strip())
    if day.week is not None and day.week.why:
        said.append(text("why-week", reasons=Html(spoken(day.week.why, text))))
    if day.decision is not None:
        if reasons := spoken(day.decision.reasons, text, most=5):
            said.append(text("why-day", reasons=Html(reasons)))
        said += [_source(row, text) for row in day.rules]
    if day.note:
        said.append(_by_the_way(day.note, text))
    said.append(f"<i>{text('not-medical')}</i>")
    return Reply("\n\n".join(said))


def _by_the_way(note: str, text: Text) -> str:
    words = {name: Html(text.content(f"note/{note}/{name}")) for name in ("text", "source")}
    return text("why-note", **words)


def _source(row: Row, text: Text) -> str:
    place = f"decision/{row.key}"
    words = {name: Html(text.content(f"{place}/{name}")) for name in ("name", "rule", "source")}
    return text("why-rule", **words)
