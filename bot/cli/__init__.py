"""The command `nextgear`: a table of verbs; each is loaded only when it is asked for."""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bot.config import Config, ConfigError, database_url, log_level

OK, FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130
Adds = Callable[[argparse.ArgumentParser], object]


@dataclass(frozen=True, slots=True)
class Verb:
    """What follows `nextgear`: its settings are read, and told if wrong, before `work` is loaded.

    `work` is "module:function"; it takes the settings and the options, and returns the exit code.
    """

    name: str
    help: str
    settings: Callable[[Mapping[str, str]], Any]
    work: str
    adds: tuple[Adds, ...] = ()
    serves: bool = False
    """Whether it ends only when it is told to, which then is no failure."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Parse, do, and end with the code that tells how it went."""
    options = parser().parse_args(arguments)
    verb: Verb = options.verb
    # Told to stop before anybody listens: the same way out as Ctrl+C has.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        code = _do(verb, options)
    except KeyboardInterrupt:
        code = OK if verb.serves else INTERRUPTED
    sys.exit(code)


def parser() -> argparse.ArgumentParser:
    """Every verb with its options."""
    top = argparse.ArgumentParser(
        prog="nextgear", description="A running coach in a Telegram chat."
    )
    top.add_argument("--version", action="version", version=f"nextgear {version('nextgear')}")
    verbs = top.add_subparsers(required=True, metavar="command")
    for verb in VERBS:
        added = verbs.add_parser(verb.name, help=verb.help, description=verb.help)
        added.set_defaults(verb=verb)
        for add in verb.adds:
            add(added)
    return top


def _do(verb: Verb, options: argparse.Namespace) -> int:
    try:
        settings = verb.settings(os.environ)
    except ConfigError as error:
        sys.stderr.write(f"nextgear: {error}\n")
        return USAGE
    try:
        return int(asyncio.run(load(verb.work)(settings, options)))
    except Exception as error:  # noqa: BLE001 - the last one there is tells it, without secrets
        return int(load("bot.cli.ending:end")(error))


def load(name: str) -> Callable[..., Any]:
    """The function "module:function"; importing it here keeps `--help` and wrong settings light."""
    module, _, function = name.partition(":")
    gc.disable()  # what is loaded stays: looking for garbage in it costs a tenth of the start
    try:
        loaded: Callable[..., Any] = getattr(import_module(module), function)
    finally:
        gc.freeze()
        gc.enable()
    return loaded


def _option(*names: str, **what: Any) -> Adds:
    return lambda added: added.add_argument(*names, **what)


def _port(text: str) -> int:
    """A port's number; 0 is any that is free."""
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is no port: a number up to 65535")
    return int(text)


def _path(text: str) -> Path:
    """A shell leaves the tilde alone in `--keep=~/here`."""
    return Path(text).expanduser()


def _rehearsal_log_level(environ: Mapping[str, str]) -> str:
    """Quieter than a real coach's by itself: the page shows what happens."""
    return log_level(environ) if "NEXTGEAR_LOG_LEVEL" in environ else "WARNING"


def _nothing(_environ: Mapping[str, str]) -> None:
    """A verb without settings."""


LEVELS = ("beginner", "intermediate", "advanced")
VERBS = (
    Verb(
        "run",
        "coach on Telegram; settings come from the environment",
        Config.from_env,
        "bot.running:run",
        serves=True,
    ),
    Verb(
        "plan",
        "print a season in the terminal; nothing is stored",
        _nothing,
        "bot.planning:plan",
        (
            _option("--race", action="append", default=[], help='"10k 2027-05-09"; repeatable'),
            _option("--recent", action="append", default=[], help='a result, "5k 24:30"'),
            _option("--weekly", required=True, help="the usual week, 35km"),
            _option("--days", required=True, help='running days, "tue,thu,sat,long sun"'),
            _option("--level", choices=[*LEVELS], default="intermediate"),
            _option("--born", help="year of birth, 1984"),
            _option("--units", choices=["km", "miles"], default="km"),
            _option("--today", help="another day than today, 2027-01-04"),
            _option("--json", action="store_true", help="for machines"),
        ),
    ),
    Verb(
        "try",
        "rehearse on this machine: no token, no account",
        _rehearsal_log_level,
        "bot.trying:rehearse",
        (
            _option("--port", type=_port, default=8765, help="where the chat page is (8765)"),
            _option("--keep", type=_path, metavar="DIR", help="keep chats, clock, database there"),
            _option("--no-browser", action="store_true", help="only print the address"),
        ),
        serves=True,
    ),
    Verb(
        "health", "0 if a running coach keeps up, else 1", database_url, "bot.cli.database:health"
    ),
    Verb(
        "backup",
        "copy the database, also while the coach runs",
        database_url,
        "bot.cli.database:backup",
        (_option("file", type=_path),),
    ),
    Verb(
        "restore",
        "put a backup in the database's place",
        database_url,
        "bot.cli.database:restore",
        (
            _option("file", type=_path),
            _option("--replace", action="store_true", help="even if athletes are in there"),
        ),
    ),
    Verb(
        "db",
        "bring the database up to date, or back",
        database_url,
        "bot.cli.database:migrate",
        (
            _option("direction", choices=["upgrade", "downgrade"]),
            _option("--to", help="revision to go back to (base: no tables, and nobody in them)"),
        ),
    ),
)
"""Every verb, in the order in which `--help` shows them."""
