"""An outcome is stored with its changes and told again after a crash: it must come back whole."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.outcome import Outcome, Said, from_json, to_json

scalars = st.one_of(st.integers(-(2**40), 2**40), st.text(max_size=20), st.booleans(), st.none())


@given(st.sampled_from(Said), st.dictionaries(st.text(min_size=1, max_size=8), scalars))
def test_an_outcome_survives_the_database(said: Said, facts: dict[str, int | str | None]) -> None:
    outcome = Outcome("today", said, "late", facts)
    assert from_json(json.loads(json.dumps(to_json(outcome)))) == outcome


def test_a_row_that_holds_something_else_is_refused() -> None:
    with pytest.raises(ValueError, match="no facts"):
        from_json({"topic": "today", "said": "done"})


def test_a_missing_number_is_an_error_and_not_zero() -> None:
    with pytest.raises(KeyError):
        Outcome("today", Said.DONE).number("plan")
    with pytest.raises(ValueError, match="empty"):
        Outcome("today", Said.DONE, facts={"plan": None}).number("plan")
