"""The engines: each starts its browser, as a context that yields the driver."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from tools.engines.tab import Driver
from tools.install.debian import install_packages

_LIBRARIES = Path("/usr/lib")


class NoEngine(Exception):
    """The browser is not there and cannot be installed."""


class _Mozilla:
    """Firefox by Marionette, which it speaks itself."""

    def __init__(self, marionette: Any) -> None:
        self._marionette = marionette
        self.go = marionette.navigate

    def run(self, script: str) -> Any:
        return self._marionette.execute_script(script, sandbox=None)

    def click(self, selector: str) -> None:
        self._marionette.find_element("css selector", selector).click()

    def type(self, selector: str, keys: str) -> None:
        self._marionette.find_element("css selector", selector).send_keys(keys)

    def resize(self, width: int, height: int) -> None:
        self._marionette.set_window_rect(width=width, height=height)

    def enter(self, selector: str) -> None:
        self._marionette.switch_to_frame(self._marionette.find_element("css selector", selector))

    def leave(self) -> None:
        self._marionette.switch_to_frame()


class _Selenium:
    """WebKitGTK by Selenium."""

    def __init__(self, driver: Any) -> None:
        self._driver = driver
        self.go, self.run, self.resize = driver.get, driver.execute_script, driver.set_window_size

    def click(self, selector: str) -> None:
        self._driver.find_element("css selector", selector).click()

    def type(self, selector: str, keys: str) -> None:
        self._driver.find_element("css selector", selector).send_keys(keys)

    def enter(self, selector: str) -> None:
        self._driver.switch_to.frame(self._driver.find_element("css selector", selector))

    def leave(self) -> None:
        self._driver.switch_to.default_content()


@contextmanager
def _firefox() -> Iterator[Driver]:
    from marionette_driver.marionette import Marionette

    binary = _found(lambda: shutil.which("firefox-esr") or shutil.which("firefox"), "firefox-esr")
    # Port 0: whichever is free.
    marionette = Marionette(bin=binary, headless=True, port=0, prefs={"intl.accept_languages": "hr"})
    marionette.start_session()
    try:
        yield _Mozilla(marionette)
    finally:
        marionette.cleanup()


@contextmanager
def _webkit() -> Iterator[Driver]:
    from selenium.webdriver import WebKitGTK, WebKitGTKOptions
    from selenium.webdriver.webkitgtk.service import Service

    driver = _found(lambda: shutil.which("WebKitWebDriver"), "webkit2gtk-driver")
    browser = _found(
        lambda: next(map(str, _LIBRARIES.glob("*/webkit2gtk-4*/MiniBrowser")), None), "webkit2gtk-driver"
    )
    options = WebKitGTKOptions()
    options.binary_location = browser
    options.add_argument("--automation")
    with _display() as display:
        service = Service(driver, env={**os.environ, "DISPLAY": display})
        started = WebKitGTK(options=options, service=service)
        try:
            yield _Selenium(started)
        finally:
            started.quit()


@contextmanager
def _display() -> Iterator[str]:
    """A display that nobody sees: WebKitGTK has no headless mode."""
    server = _found(lambda: shutil.which("Xvfb"), "xvfb")
    command = [server, "-displayfd", "1", "-screen", "0", "1400x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as running:
        try:
            assert running.stdout
            yield f":{running.stdout.readline().strip()}"
        finally:
            running.terminate()


def _found(look: Callable[[], str | None], package: str) -> str:
    """A program, which is installed where it is missing.

    Raises:
        NoEngine: it is missing still.
    """
    if found := look():
        return found
    print(f"engines: installing {package}", flush=True)
    problem = install_packages(package)
    if found := look():
        return found
    raise NoEngine(f"{package} cannot be had: {problem or 'it is installed, but the program is not there'}")


ENGINES: dict[str, Callable[[], AbstractContextManager[Driver]]] = {"firefox": _firefox, "webkit": _webkit}
