"""The browser that the tests and tools drive: an installed Chrome or Chromium."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from playwright.sync_api import Browser, BrowserType, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# The same Chromium without windows: a new page takes a third of the computing, as no toolbar starts with it.
SHELLS = ("chromium-headless-shell", "chrome-headless-shell")


class NoBrowser(Exception):
    """There is no browser to be had; the message says what was tried."""


def find_browser() -> Path | None:
    """The browser that CHROME names, else the first on the PATH, else Playwright's own build.

    Not to be called while Playwright runs: it is asked for the path of its build.

    Raises:
        NoBrowser: CHROME names something that is not a working browser.
    """
    if named := os.environ.get("CHROME"):
        found = shutil.which(named)
        if found is None or version(Path(found)) is None:
            raise NoBrowser(f"CHROME names {named!r}, which is not a browser that works")
        return Path(found)
    for name in NAMES:
        found = shutil.which(name)
        # Ubuntu's chromium-browser only says that a snap is needed.
        if found is not None and version(Path(found)) is not None:
            return Path(found)
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    return own if version(own) is not None else None


def version(browser: Path) -> str | None:
    """What the browser says of itself; None where it does not start."""
    try:
        done = subprocess.run([browser, "--version"], capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.strip() or None if done.returncode == 0 else None


def find_shell() -> Path | None:
    """The browser without windows, where there is one and nobody has named another browser by CHROME."""
    found = [] if os.environ.get("CHROME") else [path for name in SHELLS if (path := shutil.which(name))]
    return next((Path(path) for path in found if version(Path(path)) is not None), None)


@cache
def executable() -> Path:
    """The browser to drive; asked for once, as it cannot be while Playwright runs.

    Raises:
        NoBrowser: there is none; tests fail then, they are never skipped.
    """
    return find_shell() or whole()


@cache
def whole() -> Path:
    """As `executable`, but the browser that a reader has."""
    if (found := find_browser()) is None:
        raise NoBrowser("no Chrome or Chromium: run `python -m tools.install.browser`")
    return found


@contextmanager
def chromium(path: Path | None = None) -> Iterator[Browser]:
    """A running browser, the one at a path or else `executable`, closed at the end. Raises NoBrowser."""
    path = path or executable()
    with sync_playwright() as playwright, launched(playwright.chromium, path) as browser:
        yield browser


@contextmanager
def launched(kind: BrowserType, path: Path) -> Iterator[Browser]:
    """Run the browser that is at a path, until the block ends."""
    # Chromium refuses its sandbox to root, as in a container.
    arguments = ["--no-sandbox", "--disable-background-networking"]
    browser = kind.launch(executable_path=path, args=arguments)
    try:
        yield browser
    finally:
        browser.close()
