"""The page's server: `/`, `/page/*` and `/room/*`, as the chat page asks for them."""

from __future__ import annotations

from importlib.resources import files

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.rehearsal import deeds, views
from bot.rehearsal.face import read
from bot.rehearsal.model import ApiError, Impossible, Person
from bot.rehearsal.model.files import MEGABYTE, Stored
from bot.rehearsal.room import Room
from bot.rehearsal.said import Said, body_of, whole, words
from bot.rehearsal.watching import clock_view, events_view

KINDS = {
    "css": "text/css",
    "html": "text/html",
    "js": "text/javascript",
    "png": "image/png",
    "svg": "image/svg+xml",
    "webp": "image/webp",
}
MESSAGES = 100
LONGEST_BODY = 64 * MEGABYTE


def routes(room: Room) -> list[web.RouteDef]:
    """Everything the page asks for; `/bot...` is the face's."""
    server = PageServer(room)
    return [
        web.get("/", server.index),
        web.get("/page/{name}", server.static),
        web.get("/room/state", server.state),
        web.get("/room/messages", server.messages),
        web.get("/room/events", server.events),
        web.get("/room/file/{id}", server.file),
        web.post("/room/upload", server.upload),
        web.post("/room/advance", server.advance),
        web.post("/room/{deed}", server.deed),
    ]


@web.middleware
async def in_words(request: web.Request, handler: Handler) -> web.StreamResponse:
    """What cannot be done is answered in words: {"error": ...}."""
    try:
        return await handler(request)
    except Impossible as refusal:
        return _error(str(refusal))
    except ApiError as refusal:
        return _error(refusal.description.removeprefix("Bad Request: "))


def _error(words: str) -> web.Response:
    return web.json_response({"error": words[:1].upper() + words[1:]}, status=400)


class PageServer:
    """Answers the page from one room."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.world = room.telegram.world

    def _viewer(self, said: Said) -> Person:
        """The person at the page; the first one if none is named."""
        if not said.get("as"):
            people = self.room.telegram.people()
            if not people:
                raise Impossible("nobody is in the room yet")
            return people[0]
        person = self.world.find_person(whole(said, "as"))
        if person.is_bot:
            raise Impossible("nobody can sit down as the bot")
        return person

    async def index(self, _request: web.Request) -> web.Response:
        return _static("index.html")

    async def static(self, request: web.Request) -> web.Response:
        return _static(request.match_info["name"])

    async def state(self, request: web.Request) -> web.Response:
        viewer = self._viewer(request.query)
        bot = self.world.bot
        landmarks = [
            {"key": one.key, "label": one.label, "at": views.instant(one.at)}
            for one in await self.room.landmarks()
        ]
        return web.json_response(
            {
                "me": views.person_view(viewer),
                "people": [views.person_view(one) for one in self.room.telegram.people()],
                "bot": views.person_view(bot) | {"username": bot.username},
                "commands": views.commands_view(self.world, viewer),
                "chats": views.chats_view(self.world, viewer),
                "clock": clock_view(self.room),
                "landmarks": landmarks,
                "event": self.world.journal.last,
            }
        )

    async def messages(self, request: web.Request) -> web.Response:
        viewer = self._viewer(request.query)
        chat = self.room.telegram.chat(whole(request.query, "chat"))
        before = whole(request.query, "before", self.world.sequence + 1)
        shown = [m for m in self.world.visible_to(viewer, chat) if m.sequence < before]
        told = [views.message_view(message, viewer) for message in shown[-MESSAGES:]]
        return web.json_response({"messages": told})

    async def events(self, request: web.Request) -> web.Response:
        viewer = self._viewer(request.query)
        return web.json_response(
            await events_view(self.room, viewer, whole(request.query, "after", 0))
        )

    async def file(self, request: web.Request) -> web.Response:
        self._viewer(request.query)
        file = self.world.files.stored.get(request.match_info["id"])
        if file is None:
            return web.json_response({"error": "There is no such file."}, status=404)
        return _download(file)

    async def upload(self, request: web.Request) -> web.Response:
        try:
            given, uploads = await read(request)
        except ValueError:
            raise Impossible("the file did not arrive whole") from None
        if "file" not in uploads:
            raise Impossible("there is no file")
        viewer = self._viewer(given)
        chat = self.room.telegram.chat(whole(given, "chat"))
        deeds.send_file(
            self.room.telegram, viewer, chat, uploads["file"], str(given.get("caption", ""))
        )
        return web.json_response({})

    async def advance(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        landmark = words(body, "landmark") if body.get("landmark") is not None else None
        await self.room.move(words(body, "step"), landmark)
        return web.json_response({"clock": clock_view(self.room)})

    async def deed(self, request: web.Request) -> web.Response:
        deed = deeds.DEEDS.get(request.match_info["deed"])
        if deed is None:
            return web.json_response({"error": "There is no such thing to do."}, status=404)
        body = await body_of(request)
        viewer = self._viewer(body)
        deed(self.room.telegram, viewer, self.room.telegram.chat(whole(body, "chat")), body)
        return web.json_response({})


def _static(name: str) -> web.Response:
    kind = KINDS.get(name.rpartition(".")[2])
    source = files(__package__).joinpath("page", name)
    if kind is None or "/" in name or not source.is_file():
        return web.json_response({"error": "There is no such page."}, status=404)
    text = not kind.startswith("image/")
    return web.Response(
        body=source.read_bytes(),
        content_type=kind,
        charset="utf-8" if text else None,
        headers={"Cache-Control": "no-cache"},
    )


def _download(file: Stored) -> web.Response:
    """Pictures are shown; anything else is handed over, never opened in the page's name."""
    shape = _picture_kind(file.upload.data) if file.kind == "photo" else None
    if shape:
        return web.Response(body=file.upload.data, content_type=f"image/{shape}")
    headers = {"Content-Disposition": "attachment"}
    return web.Response(
        body=file.upload.data, content_type="application/octet-stream", headers=headers
    )


def _picture_kind(data: bytes) -> str | None:
    starts = {b"\x89PNG": "png", b"\xff\xd8": "jpeg", b"GIF8": "gif", b"RIFF": "webp"}
    return next((kind for start, kind in starts.items() if data.startswith(start)), None)
