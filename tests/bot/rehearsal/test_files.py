"""Files: pictures are measured from their first bytes, and limits hold."""

from __future__ import annotations

import struct

import pytest

from bot.rehearsal.model.errors import ApiError
from bot.rehearsal.model.files import MEGABYTE, Files, Upload, image_size, suffix

JPEG = (
    b"\xff\xd8\xff\xe0\x00\x04ab"  # a segment to be walked over
    b"\xff\xc4\x00\x03x"  # a Huffman table, which only looks like a frame
    b"\xff\xc2\x00\x0b\x08" + struct.pack(">HH", 480, 640) + b"\x01\x00\x00\x00"
)
GIF = b"GIF89a" + struct.pack("<HH", 20, 10) + bytes(8)
WEBP = b"RIFF\0\0\0\0WEBPVP8X" + bytes(8) + b"\x1f\x03\x00" + b"\x57\x02\x00"


@pytest.mark.parametrize(
    ("data", "size"), [(JPEG, (640, 480)), (GIF, (20, 10)), (WEBP, (800, 600))]
)
def test_the_size_of_a_picture_is_read_from_its_head(data, size):
    assert image_size(data) == size


def test_a_png_is_measured_too(picture):
    assert image_size(picture(33, 44)) == (33, 44)


@pytest.mark.parametrize("data", [b"", b"text", JPEG[:9], GIF[:7], b"\x89PNG\r\n\x1a\n", b"RIFF"])
def test_what_is_no_picture_is_refused(data):
    with pytest.raises(ApiError, match="IMAGE_PROCESS_FAILED"):
        image_size(data)


@pytest.mark.parametrize(("width", "height"), [(2100, 100), (9000, 1001), (1, 21)])
def test_a_picture_too_large_or_too_thin_is_refused(width, height):
    with pytest.raises(ApiError, match="PHOTO_INVALID_DIMENSIONS"):
        image_size(b"GIF89a" + struct.pack("<HH", width, height) + bytes(8))


@pytest.mark.parametrize(
    ("kind", "size", "kept"),
    [
        ("photo", 10 * MEGABYTE, True),
        ("photo", 10 * MEGABYTE + 1, False),
        ("document", 50 * MEGABYTE, True),
        ("document", 50 * MEGABYTE + 1, False),
        ("document", 0, False),
    ],
)
def test_uploads_have_a_limit_by_kind(kind, size, kept):
    files = Files()
    try:
        files.keep(kind, Upload("a", bytes(size)))
    except ApiError:
        assert not kept
    else:
        assert kept


def test_a_file_is_only_reused_as_what_it_was_sent_as():
    files = Files()
    kept = files.keep("photo", Upload("a.png", b"x"))
    assert files.find(kept.id, "photo") is kept
    with pytest.raises(ApiError, match="can't use file of type Photo as Document"):
        files.find(kept.id, "document")


@pytest.mark.parametrize(
    ("name", "ending"), [("run.fit", ".fit"), ("a.b.gpx", ".gpx"), ("run", ""), ("a./b", "")]
)
def test_a_link_keeps_the_ending_of_the_name(name, ending):
    assert suffix(name) == ending
