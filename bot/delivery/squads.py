"""What squads and their members are owed: how it is decided, drawn when sent, and drawn again."""

from __future__ import annotations

from collections.abc import Callable

from bot.clock import Clock
from bot.delivery.seam import Redraw, Renderer
from bot.delivery.squad_group import GroupPosts
from bot.delivery.squad_private import PrivateWords
from bot.services import (
    buddies,
    challenge,
    digest,
    note,
    recap,
    reminder,
    results,
    smaller,
    squad_aside,
    squad_changed,
    squad_day,
    squad_farewell,
    squad_plan,
    squad_standing,
    squad_weather,
)
from bot.services import squad as group
from bot.storage.athletes import Account
from bot.storage.engine import Database
from bot.text import Text, Texts
from core.content import Content

DECIDERS = {
    reminder.REMINDER: reminder.remind,
    reminder.AFTER: reminder.turn,
    digest.DIGEST: digest.decide,
    recap.RECAP: recap.week,
    squad_plan.PLAN: squad_plan.due,
    squad_day.STANDING: squad_standing.due,
    squad_weather.WEATHER: squad_day.due,
}
"""What is owed about sessions and weeks, by the kind of due."""


class SquadKinds:
    """The squads' part of delivery; `text` gives an athlete's words."""

    def __init__(
        self,
        database: Database,
        content: Content,
        texts: Texts,
        clock: Clock,
        text: Callable[[Account], Text],
    ) -> None:
        self._group = GroupPosts(database, content, texts, clock)
        self._private = PrivateWords(database, content, clock, text)

    @property
    def renderers(self) -> dict[str, Renderer]:
        return {
            reminder.REMINDER: self._private.reminder,
            digest.DIGEST: self._group.digest,
            recap.RECAP: self._group.week,
            squad_weather.WEATHER: self._group.mornings,
            results.ASK: self._private.result,
            buddies.ASK: self._private.buddy_question,
            buddies.FOUND: self._private.buddy_found,
            note.TOPIC: self._private.note,
            squad_standing.CARD_POST: self._group.session_post,
            squad_standing.ASK: self._private.session_question,
            squad_changed.NEWS: self._private.session_news,
            smaller.NEWS: self._private.smaller,
            squad_aside.ASIDE: self._private.aside,
            squad_farewell.FAREWELL: self._private.farewell,
        }

    @property
    def redraws(self) -> dict[str, Redraw]:
        return {
            challenge.CARD: self._group.challenge,
            group.CARD: self._group.squad,
            reminder.CARD: self._group.session,
        }

    @property
    def cards(self) -> dict[str, str]:
        """Which deliveries become a card, and of which kind."""
        return {
            squad_standing.CARD_POST: reminder.CARD,
            squad_weather.WEATHER: squad_weather.WEATHER,
            digest.DIGEST: squad_weather.WEATHER,
        }
