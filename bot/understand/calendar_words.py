"""Names of weekdays, months and feast days in English, German and Spanish, folded."""

from __future__ import annotations

_WEEKDAYS = (
    "monday mon mo lunes lun montag",
    "tuesday tues tue tu di dienstag martes",
    "wednesday weds wed we mi mittwoch miercoles mie",
    "thursday thurs thur thu th do donnerstag jueves jue",
    "friday fri fr freitag viernes vie",
    "saturday sat sa samstag sonnabend sabado sab",
    "sunday sun su so sonntag domingo dom",
)
_MONTHS = (
    "january jan januar enero ene",
    "february feb februar febrero",
    "march mar marz maerz marzo",
    "april apr abril abr",
    "may mai mayo",
    "june jun juni junio",
    "july jul juli julio",
    "august aug agosto ago",
    "september sept sep septiembre",
    "october oct oktober okt octubre",
    "november nov noviembre",
    "december dec dezember dez diciembre dic",
)

WEEKDAYS = {name: day for day, names in enumerate(_WEEKDAYS) for name in names.split()}
"""0 is Monday."""
WEEKDAYS |= {f"{name}s": day for name, day in WEEKDAYS.items() if name.endswith("day")}
MONTHS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
FEASTS = {"christmas": (12, 25), "xmas": (12, 25), "weihnachten": (12, 25), "halloween": (10, 31)}
FEASTS |= {"navidad": (12, 25), "silvester": (12, 31), "neujahr": (1, 1), "nochevieja": (12, 31)}
SHORT_DAYS = frozenset({"mo", "tu", "we", "th", "fr", "sa", "su", "so", "di", "mi", "do", "dom"})
"""Weekday names that are words of their own too: read as days only where days are listed."""
CALENDAR_WORDS = frozenset(
    {
        *WEEKDAYS,
        *MONTHS,
        *FEASTS,
        "today",
        "tomorrow",
        "yesterday",
        "tonight",
        "weekend",
        "weekdays",
    }
    | {"weeks", "months", "every", "next", "last", "marathon", "parkrun", "fortnight", "everyday"}
    | {
        "minutes",
        "hours",
        "seconds",
        "miles",
        "kilometres",
        "kilometers",
        "quarter",
        "midnight",
        "noon",
    }
)
