"""`python -m bot`, for who has no `nextgear` on the path."""

from __future__ import annotations

from bot.cli import main

if __name__ == "__main__":
    main()
