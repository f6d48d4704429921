"""Which member a name means, as people write names: without accents, capitals or surnames."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from core.squad.member import Member


def named(said: str, members: Iterable[Member]) -> tuple[Member, ...]:
    """The members that the name may mean: the same name, else those that begin so; () for none."""
    wanted = folded(said)
    if not wanted:
        return ()
    everybody = tuple(members)
    same = tuple(m for m in everybody if folded(m.name) == wanted)
    return same or tuple(m for m in everybody if folded(m.name).startswith(wanted))


def folded(name: str) -> str:
    """A name as it is compared."""
    apart = unicodedata.normalize("NFKD", name.strip().lstrip("@"))
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(bare.casefold().split())
