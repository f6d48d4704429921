"""What words could not be: one short answer for every code, with the facts that services give."""

from __future__ import annotations

from collections.abc import Mapping

from bot.outcome import Scalar
from bot.reply import Reply
from bot.text import Text
from tests.messages.recording import Case, Cases

WEEK = {"low_m": 0.0, "high_m": 250_000.0}
TOLD: dict[str, dict[str, Scalar]] = {
    "sorry-choose": {},
    "sorry-goal": {},
    "sorry-date": {},
    "sorry-past": {"date_on": "2026-05-09"},
    "sorry-far": {"date_on": "2031-05-09", "latest_on": "2028-11-25"},
    "sorry-number": {"low": 0, "high": 14},
    "sorry-number-km": {},
    "sorry-volume": {"told_m": 600_000.0, "high_m": 250_000},
    "sorry-longest": {"week_m": 30_000.0},
    "sorry-days": {},
    "sorry-result": {},
    "sorry-birth": {"low": 1920, "high": 2010},
    "sorry-clock": {},
    "sorry-place": {},
    "sorry-race-distance": {},
    "sorry-measured": {},
    "sorry-two-races": {"date_on": "2027-05-09"},
    "range-birth-year": {"told": 1850, "low": 1926, "high": 2026},
    "range-age": {"told": 140, "low": 5, "high": 100},
    "range-no-such-time": {"told": "25:99", "low": "0:00", "high": "23:59"},
    "range-no-such-date": {"told": "31.2.", "low": "", "high": ""},
    "range-distance": {"told_m": 900_000.0, "low_m": 0.0, "high_m": 400_000.0},
    "range-duration": {"told_s": 400_000.0, "low_s": 0.0, "high_s": 172_800.0},
    "range-race-in-past": {
        "told_on": "2025-05-09",
        "low_on": "2026-11-26",
        "high_on": "2028-11-25",
    },
    "range-race-distance": {"told_m": 50_000.0, "low": "", "high_m": 45_000.0},
    "range-race-too-far": {
        "told_on": "2031-05-09",
        "low_on": "2026-11-26",
        "high_on": "2028-11-25",
    },
    "range-too-fast": {"told_s": 540.0, "low_s": 755.0, "high_s": 3600.0},
    "range-too-slow": {"told_s": 5400.0, "low_s": 755.0, "high_s": 3600.0},
    "range-result-in-future": {"told_on": "2026-12-09", "low": "", "high_on": "2026-11-26"},
    "range-run-distance": {"told_m": 600_000.0, "low_m": 0.0, "high_m": 200_000.0},
    "range-run-time": {"told_s": 200_000.0, "low_s": 0.0, "high_s": 86_400.0},
    "range-run-in-future": {"told_on": "2026-12-09", "low": "", "high_on": "2026-11-26"},
    "range-span": {"told_on": "2026-11-01", "low_on": "2026-11-26", "high": ""},
    "range-measured-pulse": {"told": 280, "low": 90, "high": 240},
    "range-rpe": {"told": 14, "low": 1, "high": 10},
    "range-since-in-future": {"told_on": "2026-12-09", "low": "", "high_on": "2026-11-26"},
    "range-pain": {"told": 12, "low": 0, "high": 10},
    "range-week": {**WEEK, "told_m": 600_000.0},
    "range-week-time": {"told_s": 600_000.0, "low_s": 0.0, "high_s": 144_000.0},
    "range-runs": {"told": 40, "low": 0, "high": 14},
    "range-longest": {"told_m": 300_000.0, "low_m": 0.0, "high_m": 200_000.0},
    "range-longest-over-week": {"told_m": 30_000.0, "low_m": 0.0, "high_m": 20_000.0},
    "range-days": {"told": 9, "low": 1, "high": 7},
    "unclear-age-or-year": {"number": 65},
    "unclear-day-or-month": {"first": 9, "second": 5},
    "unclear-which-day": {"from": "2026-11-30", "to": "2026-12-06"},
    "unclear-which-unit": {"number": 20},
    "unclear-minutes-or-distance": {"number": 35},
    "unclear-which-distance": {"seconds": 1470},
    "unclear-still-to-come": {},
    "unclear-which-time": {"metres": 10_000.0},
    "unclear-which-hour": {},
    "unclear-which-spot": {},
    "unclear-which-days": {"days": 3},
    "unclear-place": {},
    "log-too-old": {"day_on": "2026-11-01"},
    "log-unclear": {"day_on": "2026-11-25"},
    "log-future": {"day_on": "2026-12-09"},
}


def _list(told: Mapping[str, dict[str, Scalar]]) -> Case:
    """One paragraph for each, after its code."""

    def case(text: Text) -> Reply:
        return Reply(
            "\n\n".join(f"{code}: {text.told(code, facts)}" for code, facts in told.items())
        )

    return case


def _beginning(prefix: str) -> Case:
    return _list({code: facts for code, facts in TOLD.items() if code.startswith(prefix)})


CASES: Cases = {prefix: _beginning(prefix) for prefix in ("sorry", "range", "unclear", "log")}
