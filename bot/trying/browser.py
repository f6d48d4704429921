"""A browser, if there is one."""

from __future__ import annotations

import os
import threading
import webbrowser


def show(url: str) -> None:
    """Open the page in a window of its own; nothing happens where no window can be had."""
    # A browser may hold the call for as long as it runs, and must hold up neither us nor our end.
    threading.Thread(target=_show, args=(url,), daemon=True).start()


def _show(url: str) -> None:
    if _has_window():
        webbrowser.open(url)


def _has_window() -> bool:
    """A browser in the terminal would take the very terminal that we print to."""
    if os.environ.get("BROWSER"):  # somebody's own choice
        return True
    try:
        found = webbrowser.get()
    except webbrowser.Error:
        return False
    return type(found) is not webbrowser.GenericBrowser
