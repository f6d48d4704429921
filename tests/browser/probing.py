"""Questions to the page in its own language, from `probes/*.js`, and a picture to show it."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path
from typing import Any

from playwright.async_api import Page

PROBES = {path.stem: path.read_text("utf-8") for path in Path(__file__).parent.glob("probes/*.js")}


async def probe(page: Page, name: str, argument: object = None) -> Any:
    """What the probe of that name answers."""
    return await page.evaluate(PROBES[name], argument)


def picture(width: int, height: int) -> bytes:
    """A grey PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
