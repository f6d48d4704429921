"""Files: what was uploaded, by id, and the links they are fetched by."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import Any

from bot.rehearsal.model.errors import bad_request

MEGABYTE = 1024 * 1024
UPLOAD_LIMIT = 50 * MEGABYTE
PHOTO_LIMIT = 10 * MEGABYTE
DOWNLOAD_LIMIT = 20 * MEGABYTE
LINK_LIFE = timedelta(hours=1)
SHAPES = {"PNG": b"\x89PNG\r\n\x1a\n", "GIF": b"GIF8", "JPEG": b"\xff\xd8\xff", "WEBP": b"RIFF"}


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it comes over the wire."""

    name: str
    data: bytes
    mime: str = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Stored:
    """A file that Telegram keeps; `kind` is the field it was sent in (photo, document, ...)."""

    id: str
    kind: str
    upload: Upload

    @property
    def unique_id(self) -> str:
        return "U" + self.id[-12:]

    @property
    def size(self) -> int:
        return len(self.upload.data)

    def wire(self) -> dict[str, Any]:
        """What all file objects of the Bot API have in common."""
        return {"file_id": self.id, "file_unique_id": self.unique_id, "file_size": self.size}


@dataclass(slots=True)
class Files:
    """All files of the room, with the links given out for them."""

    stored: dict[str, Stored] = field(default_factory=dict)
    links: dict[str, tuple[Stored, datetime]] = field(default_factory=dict)

    def keep(self, kind: str, upload: Upload) -> Stored:
        """Stores a file; ApiError when it is empty or too big."""
        if not upload.data:
            raise bad_request("file must be non-empty")
        if len(upload.data) > (PHOTO_LIMIT if kind == "photo" else UPLOAD_LIMIT):
            raise bad_request(f"file is too big for a {kind}")
        mark = blake2b(upload.data, digest_size=6).hexdigest()
        file = Stored(f"F{kind}-{len(self.stored) + 1:06d}-{mark}", kind, upload)
        self.stored[file.id] = file
        return file

    def find(self, file_id: str, kind: str | None = None) -> Stored:
        """The file of that id, of that kind; ApiError otherwise."""
        file = self.stored.get(file_id)
        if file is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        if kind and file.kind != kind:
            raise bad_request(f"can't use file of type {file.kind.title()} as {kind.title()}")
        return file

    def link(self, file_id: str, now: datetime) -> dict[str, Any]:
        """The File object of getFile, good for an hour; ApiError when over 20 MB."""
        file = self.stored.get(file_id)
        if file is None:
            raise bad_request("invalid file_id")
        if file.size > DOWNLOAD_LIMIT:
            raise bad_request("file is too big")
        path = f"{file.kind}s/{file.id}{suffix(file.upload.name)}"
        self.links[path] = (file, now + LINK_LIFE)
        return file.wire() | {"file_path": path}

    def fetch(self, path: str, now: datetime) -> Stored | None:
        """What a link leads to, while it lives."""
        file, until = self.links.get(path, (None, now))
        return file if file and now <= until else None


def suffix(name: str) -> str:
    """ ".fit" of "run.fit", or nothing."""
    _, dot, ending = name.rpartition(".")
    return f".{ending}" if dot and ending.isalnum() else ""


def image_size(data: bytes) -> tuple[int, int]:
    """Width and height of a picture from its first bytes; ApiError when it is none."""
    try:
        if data.startswith(SHAPES["PNG"]):
            width, height = struct.unpack(">II", data[16:24])
        elif data.startswith(SHAPES["GIF"]):
            width, height = struct.unpack("<HH", data[6:10])
        elif data.startswith(SHAPES["JPEG"]):
            height, width = _jpeg_size(data)
        elif data.startswith(SHAPES["WEBP"]) and data[8:16] == b"WEBPVP8X":
            width, height = (int.from_bytes(data[n : n + 3], "little") + 1 for n in (24, 27))
        else:
            raise bad_request("IMAGE_PROCESS_FAILED")
    except (struct.error, IndexError):
        raise bad_request("IMAGE_PROCESS_FAILED") from None
    if width + height > 10_000 or max(width, height) > 20 * max(1, min(width, height)):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return width, height


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """Walks the segments to the frame header (SOF0-SOF15, without DHT, JPG and DAC)."""
    at = 2
    while True:
        marker, length = data[at + 1], struct.unpack(">H", data[at + 2 : at + 4])[0]
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return height, width
        at += 2 + length
