"""A browser where there is none: Chrome or Chromium for the tests and for printing.

`python -m tools.install.browser` makes sure that there is one, that Playwright can drive it, and says which
it is. Debian's packages are tried first, where we may install them; Playwright's own build of
Chromium is for every other machine. Where the browser is Debian's, its Chromium without windows is installed,
too: the tests take a third of the computing in it, and go on in the other one where it cannot be had.
"""

from __future__ import annotations

import os
import shutil
import sys
from functools import partial
from pathlib import Path

from tools.browser import NoBrowser, find_browser, find_shell, version
from tools.install.debian import install_packages, runs

_PLAYWRIGHT = (sys.executable, "-m", "playwright")


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


def ensure_shell() -> Path | None:
    """The browser without windows that tests prefer; None where there is none to be had."""
    if (found := find_shell()) or os.environ.get("CHROME"):
        return found
    # Of other makers' browsers there is no such package.
    if not shutil.which("dpkg-query") or not runs("dpkg-query", "--status", "chromium", quiet=True):
        return None
    if problem := install_packages("chromium-headless-shell"):
        print(f"browser: no chromium-headless-shell ({problem}): the tests take longer", flush=True)
    return find_shell()


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
    if shell := ensure_shell():
        print(f"browser for tests: {shell}, {version(shell)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
