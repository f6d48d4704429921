"""`.ci/run` and the README speak of the same command."""

from __future__ import annotations

import re
import subprocess

from tests.process.programs import ROOT

RUN = ROOT / ".ci" / "run"


def test_ci_runs_the_very_test_command_of_the_readme() -> None:
    part = (ROOT / "README.md").read_text().partition("## Test it")[2]
    command = re.search(r"\.venv/bin/python (-m pytest.*)$", part, re.MULTILINE)
    assert command
    assert f'"$bin/python" {command[1]}\n' in RUN.read_text()


def test_ci_never_skips_the_page_tests() -> None:
    assert "NEXTGEAR_PAGE_TESTS=required" in RUN.read_text()


def test_ci_is_a_script_that_can_be_run() -> None:
    assert RUN.stat().st_mode & 0o111
    assert subprocess.run(["bash", "-n", str(RUN)], check=False).returncode == 0
