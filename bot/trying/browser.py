"""A browser, if there is one."""

from __future__ import annotations

import os
import threading
import webbrowser


def show(url: str) -> None:
    """Open the page in a window of its own; nothing happens where no window can be had."""
    if _has_window():
        # A browser may hold the call for as long as it runs, and must not hold up our end.
        threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()


def _has_window() -> bool:
    """A browser in the terminal would take the very terminal that we print to."""
    if os.environ.get("BROWSER"):  # somebody's own choice
        return True
    try:
        found = webbrowser.get()
    except webbrowser.Error:
        return False
    return type(found) is not webbrowser.GenericBrowser
