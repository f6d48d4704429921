"""Looking for a running buddy: the offer, the question to the other, and the two names."""

from __future__ import annotations

from collections.abc import Sequence

from bot.callbacks import pack
from bot.messages.squad_names import listed
from bot.reply import Button, Reply, Rows
from bot.text import Text

TOPIC = "buddies"


def offer(
    squad: tuple[int, str], names: Sequence[str], text: Text, *, seeks: bool, has_pace: bool
) -> Reply:
    """Where somebody stands: buddies by name, and what can be done."""
    number, title = squad
    said = []
    if names:
        said.append(text("buddy-are", squad=title, names=listed(names, text)))
    if seeks:
        said.append(text("buddy-seeking"))
    elif not has_pace:
        said.append(text("buddy-no-pace-yet"))
    else:
        said.append(text("buddy-offer", squad=title))
    return Reply(
        "\n".join(said), _rows(number, text, can=has_pace and not seeks, ends=bool(names) or seeks)
    )


def _rows(squad_id: int, text: Text, *, can: bool, ends: bool) -> Rows:
    seek = Button(text("buddy-button-seek"), pack(TOPIC, "seek", squad_id))
    stop = Button(text("buddy-button-stop"), pack(TOPIC, "stop", squad_id))
    return tuple((button,) for button, shown in ((seek, can), (stop, ends)) if shown)


def question(squad: tuple[int, str], about: int, text: Text) -> Reply:
    """To who was found: would they? Nobody is named."""
    number, title = squad
    yes = Button(text("buddy-button-yes"), pack(TOPIC, "yes", number, about))
    no = Button(text("buddy-button-no"), pack(TOPIC, "no", number, about))
    return Reply(text("buddy-question", squad=title), ((yes, no),))


def found(name: str, squad: str, text: Text) -> Reply:
    """To who asked: somebody said yes."""
    return Reply(text("buddy-found", name=name, squad=squad))
