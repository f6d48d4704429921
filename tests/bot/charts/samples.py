"""Charts to draw: each kind rich, with little, with nothing, in long German words, and huge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import cycle, islice

from bot.charts import plateau
from bot.charts.readiness import Panel, ReadinessChart, ReadinessWords
from bot.charts.review import Figure, NextDay, Pillar, ReviewChart, Said
from bot.charts.season import RaceMark, SeasonChart, SeasonWords
from bot.charts.session import BlockWords, SessionChart
from bot.charts.splits import SplitsChart
from bot.charts.volume import VolumeChart, Window
from bot.charts.week import Day, WeekChart
from bot.charts.year import MonthBar, YearChart
from core.activity import Activity, Log
from core.athlete import Priority, Race
from core.checkin import CheckIn, Told
from core.plan import Phase, Plan, Session, Week, WeekKind
from core.readiness import Colour
from core.readiness.baseline import Field
from core.units import Distance, Duration, HeartRate, Units
from core.workout import Effort, Focus, Part, Repeat, Step, Workout
from tests.core.judgement import pace_of

MONDAY = date(2026, 11, 30)
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONATE = ("Jan", "Feb", "März", "Apr", "Mai", "Juni", "Juli", "Aug", "Sept", "Okt", "Nov", "Dez")


def on(week: int, day: int = 0) -> date:
    """A day of the made-up season, both counted from 0."""
    return MONDAY + timedelta(weeks=week, days=day)


def timed(effort: Effort, minutes: float, part: Part = Part.MAIN, *, uphill: bool = False) -> Step:
    return Step(effort, time=Duration.of_minutes(minutes), part=part, uphill=uphill)


def measured(effort: Effort, metres: float, part: Part = Part.MAIN) -> Step:
    return Step(effort, distance=Distance(metres), part=part)


WARM_UP = timed(Effort.EASY, 15, Part.WARM_UP)
COOL_DOWN = timed(Effort.EASY, 10, Part.COOL_DOWN)
REPS = Repeat(6, (measured(Effort.FIVE_K, 800), measured(Effort.JOG, 400, Part.RECOVERY)))
INTERVALS = Workout("800s", Focus.VO2MAX, (WARM_UP, REPS, COOL_DOWN))
HILLS = Workout(
    "hills",
    Focus.SPEED,
    (WARM_UP, Repeat(8, (timed(Effort.SPRINT, 1 / 6, uphill=True), timed(Effort.WALK, 1.5)))),
)
EASY = Workout("easy", Focus.EASY, (timed(Effort.EASY, 45),))
TEMPO = Workout("tempo", Focus.THRESHOLD, (WARM_UP, timed(Effort.THRESHOLD, 20), COOL_DOWN))


def long(km: float) -> Workout:
    return Workout("long", Focus.LONG, (measured(Effort.EASY, km * 1000),))


SESSIONS = {
    "rich": SessionChart(
        INTERVALS,
        pace_of,
        "Intervals: 6 × 800 m",
        "About 11.5 km, 65 min",
        (
            BlockWords("15 min", "Warm up: 15 min easy"),
            BlockWords(
                "6 × 800 m", "6 × 800 m at 5K effort (4:48/km), 400 m very easy jog between"
            ),
            BlockWords("10 min", "Cool down: 10 min easy"),
        ),
        "min",
    ),
    "little": SessionChart(EASY, pace_of, "Easy run"),
    "none": SessionChart(Workout("none", Focus.EASY, ()), pace_of, "Nothing"),
    "german": SessionChart(
        HILLS,
        pace_of,
        "Bergaufsprints mit vollständiger Gehpausenerholung und Steigerungsläufen",
        "Ungefähr 8,5 km, Gesamtdauer etwa 58 Minuten einschließlich Auslaufen",
        (
            BlockWords("Aufwärmprogramm", "Aufwärmen: 35 min locker, nicht schneller als 6:15/km"),
            BlockWords(
                "8 × 10 s bergauf",
                "8 × 10 s Bergaufsprint mit fast allem, was du hast, "
                "Schrittgeschwindigkeitsgehpausenerholung von 90 s dazwischen, und locker bleiben",
            ),
        ),
        "Minuten",
    ),
    "huge": SessionChart(
        Workout("huge", Focus.SPEED, (WARM_UP, Repeat(60, REPS.steps), COOL_DOWN) * 6),
        pace_of,
        "Far too much " * 30,
        "x" * 500,
        tuple(BlockWords(f"{n} × 800 m", f"Block {n}: " + "more of it " * 40) for n in range(18)),
        "min",
    ),
}

HALF = Race(on(23, 6), Distance(21097.5), Priority.A, name="Lisbon half")
TEN_K = Race(on(16, 6), Distance(10000), Priority.B)
PARKRUN = Race(on(10, 5), Distance(5000), Priority.C)


def _week(number: int) -> Week:
    if number >= 24:
        phase, kind = Phase.RECOVERY, WeekKind.RECOVERY
    elif number >= 22:
        phase, kind = Phase.PEAK, WeekKind.TAPER if number == 22 else WeekKind.RACE
    else:
        phase = Phase.BASE if number < 11 else Phase.BUILD
        kind = WeekKind.DOWN if number % 4 == 3 else WeekKind.NORMAL
    return Week(on(number), phase, kind, Distance.of_km(40))


def _sessions(week: Week, number: int, races: dict[date, Race]) -> Iterator[Session]:
    share = {WeekKind.DOWN: 0.75, WeekKind.TAPER: 0.5}.get(week.kind, 1.0) * (1 + number / 40)
    yield Session(on(number, 1), INTERVALS, hard=True)
    yield Session(on(number, 3), long(9 * share))
    yield (
        Session(on(number, 5), long(8 * share))
        if on(number, 5) not in races
        else _raced(races[on(number, 5)])
    )
    sunday = on(number, 6)
    yield _raced(races[sunday]) if sunday in races else Session(sunday, long(15 * share), long=True)


def _raced(race: Race) -> Session:
    run = Workout("race", Focus.RACE, (Step(Effort.HALF, distance=race.distance),))
    return Session(race.on, run, hard=True, race=race)


def season(weeks: int = 26, *races: Race) -> Plan:
    """A made-up season: base, build, taper, race, recovery; every fourth week down."""
    made = [_week(number % 26) for number in range(weeks)]
    made = [replace(week, starts=on(number)) for number, week in enumerate(made)]
    by_day = {race.on: race for race in races}
    sessions = [s for n, week in enumerate(made) for s in _sessions(week, n, by_day)]
    return Plan(made[0].starts, made[-1].ends, tuple(made), tuple(sessions))


def log(plan: Plan, until: date) -> Log:
    """Most of the plan's sessions run, a little shorter than planned."""
    done = [s for n, s in enumerate(plan.sessions) if s.on < until and n % 9]
    return Log(tuple(Activity(s.on, distance=s.workout.distance(pace_of) * 0.9) for s in done))


ENGLISH = SeasonWords(
    "Lisbon half",
    "Build, week 4 of 11",
    unit="km",
    today="today",
    months=MONTHS,
    phases={phase: phase.value for phase in Phase},
    down="down week",
    taper="taper",
    long_run="long run",
    planned="planned",
    before="before the plan",
)
GERMAN = SeasonWords(
    "Jahresüberblick: Halbmarathon im Frühling und Marathon im Herbst, dazwischen Regeneration",
    "Zweiundfünfzig Wochen bis zum Saisonhöhepunkt, Grundlagenausdauer immer zuerst, dann Tempo",
    unit="Kilometer",
    today="heutiger Tag",
    months=MONATE,
    phases={
        Phase.BASE: "Grundlagenausdauer",
        Phase.BUILD: "Aufbauphase",
        Phase.PEAK: "Wettkampfphase",
        Phase.RECOVERY: "Regenerationsphase",
    },
    down="Entlastungswoche",
    taper="Wettkampfvorbereitung (Tapering)",
    long_run="längster Lauf der Woche",
    planned="ursprünglich geplanter Wochenumfang",
    before="vor diesem Plan",
)
MARKS = (
    RaceMark(HALF, "Lisbon half · Sun 16 May 2027"),
    RaceMark(TEN_K, "Spring 10K · Sun 28 Mar 2027"),
    RaceMark(PARKRUN, "Parkrun · Sat 13 Feb 2027"),
)
PLAN = season(26, HALF, TEN_K, PARKRUN)
BEFORE = tuple(Activity(MONDAY - timedelta(days=n), distance=Distance(8000)) for n in (3, 9, 12))
YEARS = tuple(
    RaceMark(Race(on(n * 3, 6), Distance(10000), priority), f"Race {n}")
    for n, priority in enumerate(islice(cycle(Priority), 90))
)


def _season(plan: Plan, told: Log, races: tuple[RaceMark, ...], words: SeasonWords) -> SeasonChart:
    return SeasonChart(plan, told, races, pace_of, Units.KM, on(14, 2), words)


SEASONS = {
    "rich": _season(PLAN, Log((*BEFORE[::-1], *log(PLAN, on(14)).activities)), MARKS, ENGLISH),
    "little": replace(
        _season(season(12), Log(), (), SeasonWords("Twelve weeks", unit="min")), units=None
    ),
    "none": _season(replace(PLAN, sessions=()), Log(), (), SeasonWords("Nothing planned")),
    "german": _season(
        season(52, HALF),
        log(PLAN, on(14)),
        (RaceMark(HALF, "Internationaler Donaudampfschifffahrtsgesellschaftshalbmarathon " * 3),),
        GERMAN,
    ),
    "huge": _season(season(150), Log(), YEARS, ENGLISH),
}


def _days(plan: Plan, week: int) -> tuple[Day, ...]:
    days = []
    for number, weekday in enumerate(WEEKDAYS):
        day = on(week, number)
        session = plan.on(day)
        name = "Rest" if session is None else f"{session.workout.key.capitalize()} run"
        amount = "" if session is None else f"{session.workout.distance(pace_of).km:.1f} km"
        done = session is not None and number < 3
        days.append(Day(day, weekday, name, amount, session=session, done=done))
    return tuple(days)


def _german_day(day: Day) -> Day:
    return replace(
        day,
        weekday="Donnerstag",
        name="Schwellenwechselintervalltraining mit anschließender Rumpfkräftigung",
        note="außerdem: Kräftigung der Fußmuskulatur und danach Beweglichkeitsübungen",
    )


WEEKS = {
    "rich": WeekChart(
        _days(PLAN, 16), pace_of, on(16, 3), "Week of 22 March", "Build", "hard day", "done"
    ),
    "little": WeekChart(
        tuple(Day(on(0, n), name, "Rest") for n, name in enumerate(WEEKDAYS)),
        pace_of,
        on(3),
        "A week away",
    ),
    "none": WeekChart((), pace_of, on(0), "No plan yet"),
    "german": WeekChart(
        tuple(map(_german_day, _days(PLAN, 5))),
        pace_of,
        on(5, 3),
        "Trainingswoche ab dem 4. Januar mit Grundlagenausdauerschwerpunkt",
        hard="harter Trainingstag",
        done="erledigt",
    ),
    "huge": WeekChart(
        _days(PLAN, 5) * 6, pace_of, on(5, 3), "Many days", "x " * 400, "hard", "done"
    ),
}

TODAY = on(14, 3)


def mornings(count: int, *, every: int = 1) -> tuple[CheckIn, ...]:
    """Answers of `count` mornings up to TODAY; a bad stretch two weeks ago, some left out."""
    found = []
    for back in range(0, count, every):
        bad = 14 <= back < 18
        sleep: Duration | Told = Duration.of_hours(5.0 if bad else 7 + back % 5 / 4)
        found.append(
            CheckIn(
                TODAY - timedelta(days=back),
                legs=2 if bad else 3 + back % 2,
                sleep=Told.USUAL if back % 11 == 5 else sleep,
                pulse=Told.SKIPPED if back % 7 == 4 else HeartRate(60 if bad else 50 + back % 3),
            )
        )
    return tuple(found)


PANELS = {
    Field.LEGS: Panel("Legs", "good", ends=("dead", "springy")),
    Field.SLEEP: Panel("Sleep", "7 h 30", "usual 7 h 15", unit="h"),
    Field.PULSE: Panel("Resting pulse", "51", "usual 51"),
}
MORNING = ReadinessWords(
    "Readiness: green",
    "Legs good, a full night, pulse as usual. Run what's planned.",
    PANELS,
    {colour: colour.value for colour in Colour},
    "your usual range",
    "speaks against the day",
)
MORGEN = ReadinessWords(
    "Tagesbereitschaft: vorübergehend eingeschränkt nach Belastungswoche (gelb)",
    "Schlafmangel und Muskelkater: Regenerationslauf statt Schwellenwechseltraining. " * 3,
    {
        Field.LEGS: Panel(
            "Beinfrischegefühl am frühen Morgen nach dem Aufstehen",
            "einigermaßen schwer",
            ends=("völlig erschöpft", "federleicht"),
        ),
        Field.SLEEP: Panel("Nachtschlafdauer", "5 h 45", "sonst durchschnittlich 7 h", "Stunden"),
        Field.PULSE: Panel("Ruheherzfrequenz", "58 Schläge", "gewöhnlich um 51 Schläge/Minute"),
    },
    {
        Colour.GREEN: "uneingeschränkt bereit",
        Colour.AMBER: "eingeschränkt bereit",
        Colour.RED: "nicht bereit",
        Colour.UNKNOWN: "keine Antwort",
    },
    "dein üblicher Bereich",
    "spricht gegen hartes Training",
)


def short(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"


READINESS = {
    "rich": ReadinessChart(mornings(110), TODAY, MORNING, short),
    "little": ReadinessChart(mornings(9), TODAY, MORNING, short),
    "none": ReadinessChart((), TODAY, MORNING, short),
    "german": ReadinessChart(
        mornings(110, every=2), TODAY, MORGEN, lambda day: f"{day.day}. {MONATE[day.month - 1]}"
    ),
    "huge": ReadinessChart(mornings(800), TODAY, MORNING, short),
}

VOLUMES = {
    "rich": VolumeChart(
        (
            Window(51, "96 %", "5–11 Apr", 2, big=True),
            Window(55, "104 %", "12–18 Apr", 2, big=True),
            Window(53, "100 %", "19–25 Apr", 2, big=True),
            Window(40, "75 %", "26 Apr – 2 May", 2, now=True),
            Window(26, "50 %", "3–9 May", 1),
        ),
        53,
        "your big weeks, 53 km",
        "Taper: Lisbon half",
        "9 days to go. Volume falls, intensity and number of runs stay.",
        Priority.A,
        "Sun 16 May",
        "hard session",
    ),
    "little": VolumeChart((Window(20, "65 %", "this week"),), 30, "", "Taper", race=Priority.B),
    "none": VolumeChart((), 0, "", "No race yet", "Tell me about one, and I plan its taper."),
    "german": VolumeChart(
        tuple(
            Window(60 - 7 * n, f"{100 - 12 * n} %", "Wettkampfvorbereitungswoche vorher", 3, n < 3)
            for n in range(6)
        ),
        60,
        "Durchschnitt deiner drei umfangreichsten Trainingswochen: 63 Kilometer",
        "Wettkampfvorbereitung: Internationaler Köln-Marathon",
        race_words="Sonntag, 3. Oktober",
        hard="intensive Trainingseinheit",
    ),
    "huge": VolumeChart(
        tuple(Window(n * 1000.0, f"{n} %", f"week {n}", 99) for n in range(12)), 1e4, "big", "Much"
    ),
}

FIVE_K_ROWS = tuple((f"{km} km", f"{km * 4}:{km * 7:02d}") for km in range(1, 6))
MARATHON_ROWS = tuple(
    (f"{km} km", f"{km // 12}:{km * 5 % 60:02d}:00", "4:57/km") for km in range(5, 45, 5)
)
SPLITS = {
    "rich": SplitsChart(
        "Köln Marathon · target",
        "3:29:00",
        (*MARATHON_ROWS, ("finish", "3:29:00", "")),
        ("", "clock", "pace"),
        1,
        ("Gel at 40, 80, 120 and 160 min", "The first 5 km feel too easy: good"),
    ),
    "little": SplitsChart("Parkrun", "21:40", FIVE_K_ROWS),
    "none": SplitsChart("No race", "", ()),
    "german": SplitsChart(
        "Renngeschwindigkeitsplan für den Internationalen Köln-Marathon im Herbst zweitausend",
        "3:29:00",
        tuple((f"Kilometer {n}", "1:23:45", "7:58 min/km") for n in range(1, 43)),
        ("Streckenabschnitt", "Durchgangszeit", "Geschwindigkeit"),
        notes=("Kohlenhydratversorgung alle vierzig Minuten, dazu Wasser nach Durstgefühl " * 2,)
        * 3,
    ),
    "huge": SplitsChart(
        "100 miles", "24:00:00", tuple((f"{n} mi", f"{n}:00:00", "14:24/mi") for n in range(1, 101))
    ),
}

REVIEWS = {
    "rich": ReviewChart(
        "Week of 1 March",
        "Build, week 3 of 9",
        (Figure("4 of 5", "sessions"), Figure("48 km", "of 53 planned"), Figure("84 %", "easy")),
        (
            Pillar("Pacing", 0.9, "Easy runs stayed easy: all four slower than 6:15/km"),
            Pillar("Intervals", 0.8, "6 × 800 m, even to the last"),
            Pillar("Form", 0.4, "Drills once, twice were planned"),
            Pillar("Strength", 0.6, "One of two"),
            Pillar("Recovery", None, "Three mornings answered: too few to say"),
        ),
        (
            Said("Went well", "Six even 800s, the last as quick as the first."),
            Said("One thing to change", "Put strength after Thursday's run, not before it."),
        ),
        "Next week: 55 km, a normal week",
        tuple(
            NextDay(weekday, minutes, minutes in {65, 70})
            for weekday, minutes in zip(WEEKDAYS, (0, 65, 0, 70, 0, 50, 105), strict=True)
        ),
    ),
    "little": ReviewChart("Your first week", pillars=(Pillar("Pacing", None), Pillar("Form", 0))),
    "none": ReviewChart("A quiet week"),
    "german": ReviewChart(
        "Wochenrückblick auf die Trainingswoche vom 1. bis zum 7. März",
        "Aufbauphase mit Schwellenschwerpunkt",
        (
            Figure("4 von 5 Einheiten", "Trainingseinheitenerfüllung"),
            Figure("123,5 Kilometer", "Gesamtwochenumfang"),
            Figure("84 Prozent", "Grundlagenausdauerbereichsanteil"),
        ),
        (Pillar("Geschwindigkeitseinteilungsfähigkeit", 0.9, "Alles blieb locker. " * 12),),
        (Said("Eine Sache ändern", "Verlege die Kräftigungseinheit hinter den Lauf. " * 6),),
        "Nächste Woche: fünfundfünfzig Kilometer, Belastungswoche, danach Entlastungswoche",
        tuple(NextDay("Donnerstag", 60, hard=True) for _ in range(7)),
    ),
    "huge": ReviewChart(
        "Much " * 50,
        "x" * 300,
        tuple(Figure("9" * 40, "much") for _ in range(4)),
        tuple(Pillar(f"Pillar {n} " * 9, n, "told " * 60) for n in range(9)),
        tuple(Said("Head " * 30, "words " * 90) for _ in range(4)),
        "next " * 60,
        tuple(NextDay(weekday, 1e6) for weekday in WEEKDAYS),
    ),
}

_MONDAYS = [date(2026, 8, 10) + timedelta(weeks=n) for n in range(16)]
_COMPARED = plateau.Compared(
    "Two efforts, compared",
    plateau.Effort("48:30", "10K", "Sun 3 May 2026"),
    plateau.Effort("48:22", "10K", "Sun 22 Nov 2026"),
    "0.3 % in 29 weeks: within chance",
)
_FOUND = (
    plateau.Ranked("The same workout again and again", "6 × 800 m in 9 of the last 11 weeks."),
    plateau.Ranked("No strength work", "No strength session in 16 weeks."),
    plateau.Ranked(
        "Everything in the middle",
        "13 of 16 easy runs were harder than easy. 46 % of your minutes lie between.",
    ),
)
MONTH_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
YEARS = {
    "rich": YearChart(
        "Your year",
        "Thu 1 Jan 2026 to Thu 31 Dec 2026",
        tuple(
            MonthBar(name, amount, f"{amount} km", race)
            for name, amount, race in zip(
                MONTH_NAMES,
                (120, 140, 160, 155, 90, 150, 170, 0, 182, 190, 160, 80),
                ("", "", "", "Half marathon", "", "", "", "", "", "", "", "Marathon"),
                strict=True,
            )
        ),
    ),
    "little": YearChart("Your year", "Since Thu 26 Nov", (MonthBar("Nov", 95, "1 h 35"),)),
    "none": YearChart("Your year"),
    "german": YearChart(
        "Dein Laufjahr mit allen Trainingszyklen und sämtlichen Wettkämpfen im Überblick",
        "Donnerstag, 1. Januar 2026, bis Donnerstag, 31. Dezember 2026",
        tuple(
            MonthBar("September", 1e3, "1234,5 Kilometer", "Halbmarathonmeisterschaft")
            for _ in range(12)
        ),
    ),
    "huge": YearChart(
        "Much " * 50,
        "x" * 300,
        tuple(MonthBar("m" * 40, 1e9, "9" * 40, "r" * 60) for _ in range(12)),
    ),
}

PLATEAUS = {
    "rich": plateau.PlateauChart(
        "What holds you",
        "Sixteen weeks to Thu 26 Nov 2026",
        short,
        _COMPARED,
        plateau.Series(
            "The same workout again and again",
            tuple(
                plateau.WeekMarks(monday, 1 if n > 4 and n % 5 else 0, 2 if n % 3 else 1)
                for n, monday in enumerate(_MONDAYS)
            ),
            "The same hard session",
            "Another hard session",
        ),
        _FOUND,
    ),
    "amounts": plateau.PlateauChart(
        "What may hold you (provisional)",
        "",
        short,
        None,
        plateau.Series(
            "Run each week, km",
            tuple(
                plateau.WeekMarks(monday, amount=12 + 5 * (n % 4))
                for n, monday in enumerate(_MONDAYS)
            ),
            unit="km",
            wanted=30,
            wanted_words="what the goal wants",
        ),
        _FOUND[:1],
    ),
    "nothing-run": plateau.PlateauChart(
        "What holds you",
        "Sixteen weeks",
        short,
        _COMPARED,
        plateau.Series(
            "Hard sessions", tuple(map(plateau.WeekMarks, _MONDAYS)), "Not held", "Held"
        ),
    ),
    "none": plateau.PlateauChart("What holds you", "", short),
    "german": plateau.PlateauChart(
        "Was dich vermutlich seit Monaten aufhält",
        "Sechzehn Wochen bis Donnerstag, den 26. November 2026, nach Aufzeichnungen und Antworten",
        short,
        plateau.Compared(
            "Zwei vergleichbare Anstrengungen im Vergleich",
            plateau.Effort("1:48:30", "Halbmarathon (Straßenlauf)", "Sonntag, 3. Mai 2026"),
            plateau.Effort("1:48:22", "Halbmarathon (Straßenlauf)", "Sonntag, 22. November 2026"),
            "0,1 Prozent in neunundzwanzig Wochen: innerhalb dessen, was der Zufall macht",
        ),
        plateau.Series(
            "Immer wieder dieselbe Intervalltrainingseinheit in den letzten sechzehn Wochen",
            tuple(plateau.WeekMarks(monday, 3, 4) for monday in _MONDAYS),
            "Dieselbe harte Trainingseinheit wie in der Vorwoche",
            "Eine andere harte Trainingseinheit",
        ),
        _FOUND,
    ),
}
