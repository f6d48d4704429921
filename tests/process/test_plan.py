"""`nextgear plan`: a season in the terminal, or one line that says which option is wrong."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest

from bot import cli
from tests.process.programs import NEXTGEAR, done, environment

ROOT = Path(__file__).parent.parent.parent
USUAL = "--weekly 35km --days tue,thu,sat,sun --today 2026-11-27"


def plan(options: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """Exit code, what was printed, what was complained of."""
    with pytest.raises(SystemExit) as ended:
        cli.main(["plan", *shlex.split(options)])
    said = capsys.readouterr()
    return int(ended.value.code or 0), said.out, said.err


def test_the_readmes_season_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    lines = (ROOT / "README.md").read_text("utf-8").splitlines()
    (command,) = [line for line in lines if line.startswith("nextgear plan --race")]
    code, said, _ = plan(f"{command.partition('plan ')[2]} --today 2026-11-27", capsys)
    assert code == 0
    assert said.startswith("Base: Mon 23 Nov to ")
    assert "  Sun 9 May   Race: 10K" in said.splitlines()


def test_a_week_that_holds_only_a_race_names_no_distance(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, said, _ = plan(f'{USUAL} --race "10k 2026-11-28"', capsys)
    assert code == 0
    (head,) = [line for line in said.splitlines() if line.startswith("Mon 23 Nov")]
    assert head.endswith(", race week")


async def test_who_reads_only_the_head_of_it_is_no_trouble(tmp_path: Path) -> None:
    both = f"set -o pipefail; {shlex.join(NEXTGEAR)} plan {USUAL} | true"
    code, output = await done("bash", "-c", both, env=environment(tmp_path))
    assert (code, output) == (0, "")


def test_for_machines_it_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    code, said, _ = plan(f"{USUAL} --json", capsys)
    assert code == 0
    assert json.loads(said)["starts"] == "2026-11-28"


def test_a_season_that_cannot_be_is_refused_with_another(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, said, _ = plan(f'{USUAL} --race "marathon 2027-01-09"', capsys)
    assert code == 1
    assert "can't plan that one safely" in said
    assert "- 10K on Sat 9 Jan" in said


@pytest.mark.parametrize(
    ("options", "named"),
    [
        ("--weekly much", "--weekly 'much'"),
        ("--days someday", "--days 'someday'"),
        ("--days tue", "--days 'tue'"),
        ("--race 10k", "--race '10k'"),
        ("--recent fast", "--recent 'fast'"),
        ("--born 1800", "--born '1800'"),
        ("--born soon", "--born 'soon'"),
        ("--today someday", "--today 'someday'"),
    ],
)
def test_a_wrong_option_is_named_in_one_line(
    options: str, named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said, complaint = plan(f"{USUAL} {options}", capsys)
    assert (code, said) == (2, "")
    assert complaint.startswith(f"nextgear plan: {named}")
    assert complaint.count("\n") == 1
