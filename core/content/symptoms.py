"""Reads symptoms.toml: complaints, questions, causes, and from where on a clue counts."""

from __future__ import annotations

from core.content.reading import Raw, Table, entries
from core.content.words import require_words
from core.safety import Sign
from core.symptoms import (
    Cause,
    Clue,
    Numbers,
    Option,
    Question,
    Remedy,
    Step,
    Symptom,
    SymptomTable,
    Tree,
)

_LAID = {Remedy.EASY_DAY, Remedy.DOWN_WEEK, Remedy.LONGER_REST, Remedy.TEMPO, Remedy.MAINTAIN}
_WHOLE = (
    "lately_days",
    "old_result_weeks",
    "mornings",
    "mornings_told",
    "mornings_bad",
    "easy_days",
    "easy_rpe",
    "easy_told",
    "hard_days",
    "hard_runs",
    "hard_bad",
    "rpe_above",
    "base_days",
    "base_runs",
    "base_sessions",
    "easy_within",
    "easy_minutes",
    "maintain_days",
)


def read_symptoms(raw: Raw, file: str) -> SymptomTable:
    """The whole table; ContentError for a tree that leads nowhere or a symptom without one."""
    causes = {entry.entry: _cause(entry) for entry in entries(raw, "symptom-cause", file)}
    asked = {entry.entry: _question(entry) for entry in entries(raw, "symptom-question", file)}
    trees = {}
    for entry in entries(raw, "symptom", file):
        tree = _tree(entry, causes, asked)
        trees[tree.symptom] = tree
    missing = [symptom for symptom in Symptom if symptom not in trees]
    if missing:
        raise Table(raw, file).fault(f"there is no [[symptom]] {missing[0].value!r}")
    return SymptomTable(
        _numbers(Table(raw, file, "numbers").table("numbers")), causes, asked, trees
    )


def _cause(entry: Table) -> Cause:
    remedy = entry.choice("remedy", Remedy)
    sign = entry.choice("sign", Sign) if "sign" in entry else None
    cause = Cause(entry.entry, remedy, entry.texts("meets"), sign)
    if (sign is None) == (remedy is Remedy.SIGN):
        raise entry.fault("'sign' belongs to the remedy 'sign', and only there")
    require_words(entry, ("name", "why", "do", "source", *(("plain",) if remedy in _LAID else ())))
    entry.done()
    return cause


def _question(entry: Table) -> Question:
    options = []
    for step, value in entry.steps("options"):
        option = entry.at(step, value)
        clue = option.choice("clue", Clue) if "clue" in option else None
        options.append(Option(option.text("key"), clue))
        option.done()
    if sum(option.clue is None for option in options) != 1:
        raise entry.fault("exactly one option has no clue: none of these")
    require_words(entry, ("ask", *(option.key for option in options)))
    question = Question(entry.entry, tuple(options), entry.flag("always", default=False))
    entry.done()
    return question


def _tree(entry: Table, causes: dict[str, Cause], asked: dict[str, Question]) -> Tree:
    known = {symptom.value: symptom for symptom in Symptom}
    if entry.entry not in known:
        raise entry.fault(f"there is no such symptom; there are: {', '.join(known)}")
    steps = []
    for place, value in entry.steps("steps"):
        step = entry.at(place, value)
        steps.append(Step(step.choice("clue", Clue), step.text("cause")))
        step.done()
    tree = Tree(
        known[entry.entry], entry.texts("questions"), tuple(steps), entry.texts("otherwise")
    )
    _check(entry, tree, causes, asked)
    require_words(entry, ("name",))
    entry.done()
    return tree


def _check(entry: Table, tree: Tree, causes: dict[str, Cause], asked: dict[str, Question]) -> None:
    for key in (*(step.cause for step in tree.steps), *tree.otherwise):
        if key not in causes:
            raise entry.fault(f"there is no cause {key!r}")
    for key in tree.questions:
        if key not in asked:
            raise entry.fault(f"there is no question {key!r}")
    leads = {step.clue for step in tree.steps}
    deaf = [c for key in tree.questions for c in asked[key].clues if c not in leads]
    if deaf:
        raise entry.fault(f"its questions ask for {deaf[0].value!r}, which leads to no cause")
    if not tree.otherwise:
        raise entry.fault("'otherwise' must not be empty")


def _numbers(table: Table) -> Numbers:
    numbers = Numbers(
        **{name: table.whole(name, least=1, most=100) for name in _WHOLE},
        night_hours=table.number("night_hours", least=4, most=10),
        night_under_usual=table.number("night_under_usual", least=0.25, most=4),
        load_share=table.number("load_share", least=1.05, most=3),
        down_share=table.number("down_share", least=0.5, most=0.95),
        rest_share=table.number("rest_share", least=1.1, most=3),
    )
    table.done()
    return numbers
