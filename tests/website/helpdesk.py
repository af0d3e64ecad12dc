"""Helpdesks that show the handbook in a frame, as narrow as their sidebar."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Frame, FrameLocator, Page, expect

CARD = "scenarios/swearing/"
# So is a page that moved, which leads on by itself.
MOVED = "scenarios/refusing/"
WIDTH = 320
DESK = '<!doctype html><title>Desk</title><link rel="icon" href="data:,"><body style="margin: 0"></body>'
_SHOW = f"""([address, allow]) => {{
  const frame = document.createElement("iframe");
  Object.assign(frame, {{ src: address, allow, style: "width: {WIDTH}px; height: 640px; border: 0" }});
  document.body.replaceChildren(frame);
}}"""


@dataclass(frozen=True)
class Desks:
    """Helpdesks: two that may show the handbook, one on another site and one on a port of the same, and one
    that may not; and a handbook that says so."""

    allowed: str
    near: str
    other: str
    handbook: str
    site: Path


def show(page: Page, desk: str, address: str, allow: str = "") -> FrameLocator:
    """Show an address in a helpdesk's frame."""
    page.goto(desk)
    page.evaluate(_SHOW, [address, allow])
    return page.frame_locator("iframe")


def inner(page: Page) -> Frame:
    return page.frames[1]


def expect_refused(frame: FrameLocator) -> None:
    expect(frame.locator("body > a")).to_be_visible()
    expect(frame.locator("body > *")).to_have_count(1)
    expect(frame.locator("html")).not_to_have_attribute("data-framed", "")
