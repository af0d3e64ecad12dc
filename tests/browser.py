"""The browser that the tests drive: an installed Chrome or Chromium, else one installed here.

`python -m tests.browser` makes sure that there is one, that Playwright can drive it, and says which
it is. Debian's packages are tried first, where we may install them; Playwright's own build of
Chromium is for every other machine.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.debian import install_packages, runs

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

_PLAYWRIGHT = (sys.executable, "-m", "playwright")


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


def ensure_browser() -> Path:
    """A browser that works and that Playwright can drive; what is missing is installed.

    Raises:
        NoBrowser: there is none, and none could be installed.
    """
    _ensure_playwright()
    if found := find_browser():
        return found
    tried = []
    for way, install in (
        # Without a font there would be nothing to see.
        ("Debian's package", partial(install_packages, "chromium", "fonts-dejavu-core")),
        ("Playwright's build", _install_own),
    ):
        print(f"browser: none found; installing {way}", flush=True)
        if (problem := install()) is None:
            if found := find_browser():
                return found
            problem = "installed, but it does not start (it may lack libraries)"
        tried.append(f"{way}: {problem}")
    raise NoBrowser("; ".join(["no Chrome or Chromium found", *tried]))


def _ensure_playwright() -> None:
    # The Node.js that comes with Playwright needs a library that a bare Debian lacks.
    if runs(*_PLAYWRIGHT, "--version", quiet=True):
        return
    print("browser: Playwright does not start; installing libatomic1", flush=True)
    problem = install_packages("libatomic1")
    if problem is None and runs(*_PLAYWRIGHT, "--version"):
        return
    raise NoBrowser(f"Playwright does not start; libatomic1: {problem or 'installed, but it did not help'}")


def _install_own() -> str | None:
    """Install Playwright's build of Chromium; what hindered it, if anything did."""
    done = runs(*_PLAYWRIGHT, "install", "--no-shell", "chromium")
    return None if done else "it could not be downloaded"


def main() -> int:
    try:
        browser = ensure_browser()
    except NoBrowser as error:
        print(f"browser: {error}.", file=sys.stderr)
        print("browser: install Chrome or Chromium, or name one: make test CHROME=PATH", file=sys.stderr)
        return 1
    print(f"browser: {browser}, {version(browser)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
