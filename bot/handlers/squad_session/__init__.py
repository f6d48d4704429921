"""/session and the buttons of a squad's session: set, shown, moved, called off."""

from __future__ import annotations

from bot.handlers.squad_session.asking import asked, command, heard, replied
from bot.handlers.squad_session.buttons import pressed
from bot.handlers.squad_session.showing import show

__all__ = ["asked", "command", "heard", "pressed", "replied", "show"]
