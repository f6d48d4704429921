"""How a command that failed ends: one line for what a person can mend, a trace for our faults."""

from __future__ import annotations

import logging
import os
import sys

from bot.config import ConfigError
from bot.delivery.connect import ConnectError
from bot.delivery.logs import set_up
from bot.storage.errors import DatabaseUrlError, StorageError
from core.content import ContentError

OK, FAILED, USAGE = 0, 1, 2


def end(error: Exception) -> int:
    """Say it on standard error; the code to exit with."""
    match error:
        case ConfigError() | DatabaseUrlError():
            return _say(error, USAGE)
        case ConnectError():
            return _say(error, error.exit_code)
        case BrokenPipeError():  # whoever reads has had enough, as `head` has
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return OK
        case StorageError() | ContentError() | OSError():
            return _say(error, FAILED)
        case _:
            if not logging.getLogger().handlers:
                set_up("INFO")  # a trace goes through the filter too
            logging.getLogger("nextgear").error("this is a fault in Nextgear", exc_info=error)
            return FAILED


def _say(error: Exception, code: int) -> int:
    line = " ".join(str(error).split())
    sys.stderr.write(f"nextgear: {line}\n")
    return code
