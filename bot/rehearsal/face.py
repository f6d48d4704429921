"""The HTTP face: the Bot API as a server has it, over aiohttp."""

from __future__ import annotations

import json
from typing import Any

from aiohttp import web
from aiohttp.multipart import BodyPartReader

from bot.rehearsal.methods import answer
from bot.rehearsal.model import LineCut, Telegram
from bot.rehearsal.model.files import UPLOAD_LIMIT, Upload

NOT_FOUND = {"ok": False, "error_code": 404, "description": "Not Found"}
UNREADABLE = {"ok": False, "error_code": 400, "description": "Bad Request: can't read the request"}
BODY_LIMIT = UPLOAD_LIMIT + 1024 * 1024

Given = dict[str, object]
Uploads = dict[str, Upload]


def routes(telegram: Telegram) -> list[web.RouteDef]:
    """`/bot<token>/<method>` and `/file/bot<token>/<path>`."""

    async def call(request: web.Request) -> web.StreamResponse:
        return await _call(telegram, request)

    async def download(request: web.Request) -> web.StreamResponse:
        return _download(telegram, request)

    return [
        web.get("/bot{token}/{method}", call),
        web.post("/bot{token}/{method}", call),
        web.get("/file/bot{token}/{path:.+}", download),
    ]


async def _call(telegram: Telegram, request: web.Request) -> web.StreamResponse:
    try:
        given, uploads = await read(request)
    except ValueError:
        return web.json_response(UNREADABLE, status=400)
    token, method = request.match_info["token"], request.match_info["method"]
    try:
        code, body = await answer(telegram.world, token, method, given, uploads)
    except LineCut:
        if request.transport:
            request.transport.abort()
        return web.Response(status=500)
    wait = body.get("parameters", {}).get("retry_after")
    headers = {"Retry-After": str(wait)} if wait else None
    return web.json_response(body, status=code, headers=headers)


def _download(telegram: Telegram, request: web.Request) -> web.StreamResponse:
    world = telegram.world
    if request.match_info["token"] != world.token:
        return web.json_response(NOT_FOUND, status=404)
    file = world.files.fetch(request.match_info["path"], world.now())
    if file is None:
        return web.json_response(NOT_FOUND, status=404)
    return web.Response(body=file.upload.data, content_type=file.upload.mime.partition(";")[0])


async def read(request: web.Request) -> tuple[Given, Uploads]:
    """The arguments and files of a call, however they were sent; ValueError if unreadable."""
    given: Given = dict(request.query)
    if request.content_type == "multipart/form-data":
        return await _multipart(request, given)
    if request.content_type == "application/json":
        body: Any = json.loads(await request.text() or "{}")
        if not isinstance(body, dict):
            raise ValueError("a call's JSON is an object")
        return given | body, {}
    if request.can_read_body:
        given |= dict(await request.post())
    return given, {}


async def _multipart(request: web.Request, given: Given) -> tuple[Given, Uploads]:
    uploads: Uploads = {}
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or not part.name:
            raise ValueError("a part has no name")
        data = bytes(await part.read(decode=True))
        if part.filename is None:
            given[part.name] = data.decode()
        else:
            mime = part.headers.get("Content-Type", "application/octet-stream")
            uploads[part.name] = Upload(part.filename, data, mime)
    return given, uploads
