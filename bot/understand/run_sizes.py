"""How far and how long a run was; a pace gives the one that was not told."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understand.problems import OutOfRange
from bot.understand.quantities import checked_distance, find_distances, find_durations, likely
from bot.understand.quantity import token_at
from bot.understand.records import believable, fastest, slowest
from bot.understand.results import paced
from bot.understand.tokens import Kind, Token
from core.units import Distance, Duration

MOST = Distance.of_km(200)


def run_size(tokens: Sequence[Token]) -> tuple[Distance | None, Duration | None] | OutOfRange:
    """Distance and time; the one that is missing comes from a pace if that was told."""
    spans = [s for s in find_distances(tokens) if token_at(tokens, s.start - 1).text != "x"]
    distance = checked_distance(spans[0].size) if spans else None
    if isinstance(distance, OutOfRange) or (distance is not None and distance > MOST):
        return OutOfRange("run-distance", Distance(0), MOST, Distance(spans[0].size))
    taken = {at for s in spans for at in range(s.start, s.end)}
    times = [t for t in find_durations(tokens) if t[1] not in taken]
    paces = [(m, per) for m, _, end in times if (per := paced(tokens, end)) is not None]
    totals = [m for m, _, end in times if paced(tokens, end) is None]
    if not totals and distance is not None and not paces:
        totals = _bare_time(tokens, spans[0].end)
    if totals:
        return _with_time(distance, totals[0], paces)
    if paces and distance is not None:
        return _with_time(distance, tuple(m * distance.km * paces[0][1] for m in paces[0][0]), [])
    return distance, None


def _bare_time(tokens: Sequence[Token], after: int) -> list[tuple[float, ...]]:
    """The 48 of "8k in 48"."""
    joined = (
        token_at(tokens, after).text in {"in", "/", "-", "en"}
        and token_at(tokens, after + 1).kind is Kind.NUMBER
    )
    return [(tokens[after + 1].value * 60,)] if joined else []


def _with_time(
    distance: Distance | None,
    meanings: tuple[float, ...],
    paces: Sequence[tuple[tuple[float, ...], float]],
) -> tuple[Distance | None, Duration | None] | OutOfRange:
    if distance is None:
        seconds = likely(meanings)
        if not 0 < seconds <= 24 * 3600:
            return OutOfRange(
                "run-time", Duration(0), Duration.of_hours(24), Duration(min(seconds, 1e9))
            )
        if paces:
            distance = Distance(seconds / (paces[0][0][0] * paces[0][1]) * 1000)
        return distance, Duration(seconds)
    for seconds in meanings:
        if seconds > 0 and believable(distance, Duration(seconds)):
            return distance, Duration(round(seconds, 1))
    code = "too-fast" if min(meanings) < fastest(distance).seconds else "too-slow"
    return OutOfRange(code, fastest(distance), slowest(distance), Duration(min(meanings)))
