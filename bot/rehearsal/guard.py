"""Keeps the page to this computer: no other site may call it, whatever name it goes by."""

from __future__ import annotations

from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
HEADERS = {
    "Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'; base-uri 'none';"
    " form-action 'self'; object-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuses foreign hosts (DNS rebinding) and foreign origins, for the Bot API too."""
    if not _at_home(request):
        return web.json_response({"error": "This page answers this computer only."}, status=403)
    response = await handler(request)
    response.headers.update(HEADERS)
    return response


def _at_home(request: web.Request) -> bool:
    try:
        host = urlsplit(f"//{request.host}").hostname
    except ValueError:
        return False
    if host not in LOOPBACK:
        return False
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
        return False
    origin = request.headers.get("Origin")
    return origin is None or origin == f"{request.scheme}://{request.host}"
