"""The page answers this computer only, and refuses what it does not understand."""

from __future__ import annotations

import socket

import aiohttp
import pytest

from bot.rehearsal.model import TOKEN
from bot.rehearsal.site import serve


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "rebound.example:8765"},
        {"Host": "127.0.0.1.example"},
        {"Origin": "https://evil.example"},
        {"Origin": "http://localhost:3000"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
@pytest.mark.parametrize(
    "path", ["/", "/room/state", "/room/send", "/page/room.js", f"/bot{TOKEN}/getMe"]
)
async def test_other_sites_and_other_names_are_refused(page, headers, path):
    method = "POST" if path == "/room/send" else "GET"
    body = {"as": page.me, "chat": page.me, "text": "hi"} if method == "POST" else None
    async with page.session.request(method, page.url + path, headers=headers, json=body) as got:
        assert got.status == 403


async def test_the_pages_own_origin_is_welcome(page):
    headers = {"Origin": page.url, "Sec-Fetch-Site": "same-origin"}
    body = {"as": page.me, "chat": page.me, "text": "hi"}
    async with page.session.post(f"{page.url}/room/send", headers=headers, json=body) as response:
        assert response.status == 200


async def test_a_deed_that_a_foreign_form_could_send_is_refused(page):
    data = '{"as": 101, "chat": 101, "text": "hi"}'
    headers = {"Content-Type": "text/plain"}
    async with page.session.post(f"{page.url}/room/send", headers=headers, data=data) as response:
        assert (response.status, await response.json()) == (
            400,
            {"error": "Deeds are told in JSON"},
        )


async def test_the_page_is_served_with_its_policy(page):
    async with page.session.get(page.url) as response:
        assert response.status == 200
        assert response.content_type == "text/html"
        assert response.headers["Content-Security-Policy"].startswith("default-src 'self'")
    for missing in ("/page/nothing.js", "/page/..%2fface.py", "/page/room.py", "/nothing"):
        async with page.session.get(page.url + missing) as response:
            assert response.status == 404


async def test_the_next_free_port_is_taken_and_both_rooms_answer(room, page):
    taken = int(page.url.rpartition(":")[2])
    site = await serve(room, port=taken)
    assert taken < site.port < taken + 100
    async with page.session.get(site.url) as response:
        assert response.status == 200
    await site.close()


@pytest.mark.parametrize(
    ("host", "welcome"),
    [
        ("localhost:1", True),
        ("[::1]:1", True),
        ("127.0.0.1", True),
        ("[::1", False),
        ("::2", False),
    ],
)
async def test_this_computer_goes_by_several_names(page, host, welcome):
    async with page.session.get(f"{page.url}/room/state", headers={"Host": host}) as response:
        assert response.status == (200 if welcome else 403)


@pytest.mark.parametrize("body", [b"{", b"[]", b'"hi"'])
async def test_a_deed_that_is_no_json_object_is_refused(page, body):
    headers = {"Content-Type": "application/json"}
    async with page.session.post(f"{page.url}/room/send", headers=headers, data=body) as response:
        assert response.status == 400
        assert (await response.json()) == {"error": "A deed is a JSON object"}


@pytest.mark.parametrize("part", [{}, {"file": "no file but words"}])
async def test_an_upload_without_a_file_is_refused(page, part):
    form = aiohttp.FormData(default_to_multipart=True)
    for name, value in ({"as": str(page.me), "chat": str(page.me)} | part).items():
        form.add_field(name, value)
    async with page.session.post(f"{page.url}/room/upload", data=form) as response:
        assert (response.status, await response.json()) == (400, {"error": "There is no file"})


async def test_behind_the_last_port_there_is_none(room):
    with socket.create_server(("127.0.0.1", 65535)), pytest.raises(OSError, match="to 65535 on"):
        await serve(room, port=65535)
