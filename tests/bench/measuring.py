"""What is measured: how long a tap takes, how long a start, and how much memory is held."""

from __future__ import annotations

import os
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from bot.rehearsal.model import Message
from tests.process.programs import Program
from tests.process.talking import Talk, until


@dataclass
class Taps:
    """Milliseconds from a tap to its answer (the spinner ends), and to the edited message."""

    answered: list[float] = field(default_factory=list)
    edited: list[float] = field(default_factory=list)

    async def tap(self, talk: Talk, message: Message, data: str) -> None:
        """One tap, measured."""
        telegram, text = talk.telegram, (message.text, message.keyboard)
        began = perf_counter()
        press = telegram.press(talk.person, message, data)
        await press.bell.heard(60)
        self.answered.append((perf_counter() - began) * 1000)
        await until(telegram, lambda: (message.text, message.keyboard) != text)
        self.edited.append((perf_counter() - began) * 1000)


def resident(program: Program) -> float:
    """Megabytes of memory that the process holds."""
    status = Path(f"/proc/{program.pid}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


def spent(program: Program) -> float:
    """Milliseconds of processor time that the process has used so far."""
    fields = Path(f"/proc/{program.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def percentile(times: Sequence[float], part: int) -> float:
    return statistics.quantiles(times, n=100, method="inclusive")[part - 1]
