"""In and out without loss: intake, tick, outbox, pacing, transport; nothing else sends or waits."""

from __future__ import annotations

import os

# PTB 22 warns at every RetryAfter unless the coming form of its times is asked for by this switch.
os.environ.setdefault("PTB_TIMEDELTA", "1")
