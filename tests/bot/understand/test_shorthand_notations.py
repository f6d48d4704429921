"""One session, written in any of many notations, is the same session."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bot.understand.coach_sessions import meaning

SIZES = {
    "400m": ("400", "400m", "400 m", "400 metres", "400s"),
    "1000m": ("1k", "1 km", "1000m", "1000", "1km"),
    "1mi": ("mile", "1 mile", "1mi"),
    "2'": ("2'", "2 min", "2mins", "2:00", "2 minutes", "120s"),
    "90s": ('90"', "90s", "90 secs", "90 seconds", "1:30", "1'30"),
}
EFFORTS = {
    "threshold": ("@T", "@ threshold", "at tempo pace", "@ LT", "at threshold effort"),
    "10k": ("@10k", "@ 10K", "at 10k pace", "@ 10k effort", "at 10 km pace"),
    "5k": ("@5k", "@ 5K", "at 5k pace", "@ 5k effort", "at 5k race pace"),
    "3k": ("@3k", "@ 3k pace", "at 3K effort"),
    "half": ("@ HM", "at half marathon pace", "@ HMP", "@ half marathon effort"),
}
RESTS = {
    "2' jog": ("2' jog", "2 min jog", "2:00 jog", "2 mins jog recovery", "2 minutes jogging"),
    "90s walk": ('90" walk', "90s walk", "90 secs walk", "90 seconds walking"),
    "1' rest": ("60s standing", "60 sec standing rest", '60" static recovery'),
    "200m jog": ("200 jog", "200m jog", "200j", "200 m jog recovery"),
    "400m easy": ("400 float", "400m float"),
}
TIMES = (
    "{n}x{what}",
    "{n} x {what}",
    "{n} × {what}",
    "{n}*{what}",
    "{n} by {what}",
    "{word} x {what}",
)
WORDS = {3: "three", 4: "four", 5: "five", 6: "six", 8: "eight", 10: "ten", 12: "twelve"}
REPS = (
    "{reps} {effort}, {rest}",
    "{reps} {effort} w/ {rest}",
    "{reps} {effort} with {rest}",
    "{reps} {effort} ({rest})",
    "{reps} ({rest}) {effort}",
    "{reps}, {rest}, {effort}",
    "{reps} {effort} / {rest}",
    "{reps} {effort} [{rest}]",
    "{reps} {effort}\n{rest}",
    "{reps} {effort} off {rest}",
    "- {reps} {effort} - {rest}",
)
FRAMES = (
    ("2k wu, ", ", 2k cd"),
    ("Warm up 2 km.\n", "\nCool down 2 km."),
    ("2km warm-up; ", "; 2km cool-down"),
    ("1) WU 2k\n2) ", "\n3) CD 2k"),
    ("- 2k easy\n- ", "\n- 2k easy"),
    ("🏃 2k jog ➡️ ", " ➡️ 2k jog"),
)


@dataclass(frozen=True)
class Written:
    """A session in one notation, and what it is."""

    text: str
    session: str


@st.composite
def reps(draw: st.DrawFn) -> Written:
    """So many reps at an effort with a recovery."""
    count = draw(st.sampled_from(sorted(WORDS)))
    size, effort, rest = (draw(st.sampled_from(sorted(each))) for each in (SIZES, EFFORTS, RESTS))
    what = draw(st.sampled_from(SIZES[size]))
    times = draw(st.sampled_from(TIMES)).format(n=count, word=WORDS[count], what=what)
    text = draw(st.sampled_from(REPS)).format(
        reps=times,
        effort=draw(st.sampled_from(EFFORTS[effort])),
        rest=draw(st.sampled_from(RESTS[rest])),
    )
    return Written(text, f"{count}x({size} {effort}, {rest})")


@given(reps())
@settings(deadline=None, max_examples=300)
def test_reps_mean_the_same_however_they_are_written(one: Written) -> None:
    assert meaning(one.text) == one.session


@given(reps(), st.sampled_from(FRAMES))
@settings(deadline=None, max_examples=200)
def test_warm_up_and_cool_down_mean_the_same_however_they_are_written(
    one: Written, frame: tuple[str, str]
) -> None:
    text = frame[0] + one.text.removeprefix("- ") + frame[1]
    assert meaning(text) == f"2km easy wu | {one.session} | 2km easy cd"


SETS = (
    "{sets}x({reps} {effort}, {rest}), {apart}",
    "{sets} x [{reps} {effort} w/ {rest}] {apart}",
    "{sets} sets of {reps} {effort}, {rest}, {apart} between sets",
    "{sets} sets: {reps} {effort}, {rest}, {apart} between sets",
    "{sets} x {reps} {effort} / {rest} / {apart}",
    "({reps} {effort}, {rest}) x {sets}, {apart}",
)


@st.composite
def sets(draw: st.DrawFn) -> Written:
    """Sets of reps with a longer recovery between them."""
    times, count = draw(st.sampled_from([2, 3])), draw(st.sampled_from([4, 5, 8]))
    effort, rest = draw(st.sampled_from(["5k", "3k"])), draw(st.sampled_from(["75s", "90s"]))
    text = draw(st.sampled_from(SETS)).format(
        sets=times,
        reps=f"{count}x{draw(st.sampled_from(['300', '300m']))}",
        effort=draw(st.sampled_from(EFFORTS[effort])),
        rest=draw(st.sampled_from([f"{rest} jog", f"{rest} rest", rest])),
        apart=draw(st.sampled_from(["4' jog", "4 min rest", "4 mins"])),
    )
    return Written(text, f"{times}x({count} of 300m {effort} with {rest} jog, 4' jog)")


@given(sets())
@settings(deadline=None, max_examples=200)
def test_sets_mean_the_same_however_they_are_written(one: Written) -> None:
    assert meaning(one.text) == one.session


LADDERS = (
    "{row} {effort}, {rest}",
    "ladder: {row} {effort} w/ {rest}",
    "{row} {effort} with {rest} between",
    "{effort}: {row}, {rest}",
)


@given(
    st.lists(st.sampled_from([200, 400, 600, 800, 1200]), min_size=3, max_size=7),
    st.sampled_from(["-", "/", ", ", " - "]),
    st.sampled_from(LADDERS),
    st.sampled_from(["@ 5k", "5k pace"]),
)
@settings(deadline=None, max_examples=200)
def test_ladders_mean_the_same_however_they_are_written(
    row: list[int], mark: str, form: str, effort: str
) -> None:
    effort = effort.removeprefix("@ ") + " pace" if form.startswith("{effort}") else effort
    effort = effort.replace("pace pace", "pace")
    text = form.format(row=mark.join(map(str, row)), effort=effort, rest="90s jog")
    assert meaning(text) == " | 90s jog | ".join(f"{metres}m 5k" for metres in row)
