"""Who the newcomer meets in the rehearsal room's squad: people, their answers and words.

They are on the other side of the wire, like the person at the page: they see messages and press
buttons, and know nothing of the coach but what it says.
"""

from __future__ import annotations

from dataclasses import dataclass

GROUP = "Parkside Runners"
CITY = "London"
SESSIONS = ("6x800 @5K r2'", "3x10' T r2'", "10x60s hills")
"""What the squad's coach writes, week after week."""


@dataclass(frozen=True, slots=True)
class Mate:
    """One of them: what they answer to a session (by the week, in turn), what they write in the
    group, and what they tell the coach of their mornings; none for who wants no plan.
    """

    id: int
    name: str
    answers: tuple[str, ...]
    says: str = ""
    emoji: str = "👍"
    mornings: tuple[str, ...] = ()
    result: str = ""


MARTA = Mate(1101, "Marta Lind", ("In",), "It's up. Tap if you come.", "🔥")
"""She founded the group and sets the sessions; a coach need not run."""
GOOD, USUAL, HEAVY = (
    "legs good, slept 8 hours, pulse 50",
    "legs ok, slept 7.5 hours, pulse 50",
    "legs heavy, slept 7.5 hours, pulse 51",
)
MATES = (
    MARTA,
    Mate(1102, "Tom Okafor", ("In",), "Count on me.", "👏", (GOOD, USUAL), "10k in 44:10"),
    Mate(1103, "Priya Shah", ("In", "Maybe"), "See you there.", "❤", (USUAL,), "10k in 52:00"),
    Mate(1104, "Jonas Weber", ("Maybe", "In"), "", "👍", (HEAVY, USUAL), "10k in 49:20"),
    Mate(1105, "Lucía Prats", ("In", "In", "Out"), "", "👏", (GOOD,), "5k in 21:30"),
    Mate(
        1106,
        "Ken Ito",
        ("Out", "In"),
        "Away this time, have a good one.",
        "👍",
        (USUAL, GOOD, HEAVY),
        "10k in 58:00",
    ),
)
WELCOME = "Welcome, everybody. I've added a coach to the group; let's see what it can do."

FOUNDING = (CITY, "Tue", "Thu", "Done", "19:00", "19:00", "Every administrator")
"""What Marta answers to the coach's questions, button by button."""

QUESTIONS = (
    ("What are you running for?", ("10K",)),
    ("When is the race?", ("No race yet",)),
    ("Where are you with running?", ("Regular: a year or more",)),
    ("How many runs in a usual week?", ("4",)),
    ("how far is that in a usual week", ("30 km",)),
    ("The longest single run", ("10 km",)),
    ("Which days can you run?", ("Sat", "Sun", "Done")),
    ("Which of them suits the long run?", ("Sun",)),
    ("when was that?", ("A month ago",)),
    ("Which year were you born?", ("Skip",)),
    ("Anything that hurts now", ("None of these",)),
    ("When shall I write to you in the morning?", ("6:00",)),
)
"""What who wants a plan is asked, by a piece of the question, and the buttons that answer it."""
IN_WORDS = {"Do you have a race result": "", "where are you? Type your town": CITY}
"""What is answered in words; empty: with the own result."""
RAN = "8 km in 45 min, rpe 6"
"""What they say of a run that was not in their plan yet."""
EFFORT = "4"
"""How hard they say that a run was."""
