"""Pictures of the page for the README: desktop and phone, light and dark."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

from playwright.async_api import Browser, Page

VIEWS = {
    "desktop": {"viewport": {"width": 1280, "height": 800}},
    "phone": {
        "viewport": {"width": 390, "height": 844},
        "device_scale_factor": 2,
        "has_touch": True,
    },
}
LOOKS = ("light", "dark")


async def screenshots(
    browser: Browser,
    address: str,
    folder: Path,
    name: str,
    prepare: Callable[[Page], Awaitable[object]] | None = None,
) -> list[Path]:
    """Takes `<name>-<view>-<look>.png` of the page at `address` (`…/#chat=<id>` opens a chat).

    `prepare(page)` brings each fresh page to what is to be seen, once its messages are there.
    """
    taken = []
    for view, options in VIEWS.items():
        for look in LOOKS:
            context = await browser.new_context(
                **options, color_scheme=look, reduced_motion="reduce"
            )
            page = await context.new_page()
            await page.goto(address)
            await page.locator(".message, #empty:not([hidden])").first.wait_for()
            await _pictures_drawn(page)
            if prepare:
                await prepare(page)
            taken.append(folder / f"{name}-{view}-{look}.png")
            await page.screenshot(path=taken[-1], animations="disabled")
            await context.close()
    return taken


async def _pictures_drawn(page: Page) -> None:
    await page.wait_for_function("[...document.images].every((image) => image.complete)")
