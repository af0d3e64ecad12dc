"""A tab of a browser, the same for each driver."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol

# Machines that build this are shared, so nothing is late before.
PATIENCE = 30.0
CONTROL, ESCAPE, RIGHT, ENTER = "\ue009", "\ue00c", "\ue014", "\ue007"
# Whether an element is there to see.
_SHOWN = "const found = document.querySelector({}); return Boolean(found?.checkVisibility());"

# Scrolls to an element as a reader does. WebKit's driver leaves one alone that is just below what is seen,
# as it takes the window's own bars for a part of the page, and then cannot click on it.
_TO_SEE = "document.querySelector({}).scrollIntoView({{ block: 'center', behavior: 'instant' }})"


class Missing(Exception):
    """What was waited for has not come; the text says what, and where the browser stood."""


class Driver(Protocol):
    """What Mozilla's library and Selenium do here; engines.py calls each by its own names."""

    def go(self, url: str) -> None:
        """Open an address."""

    def run(self, script: str) -> Any:
        """What a script returns that runs in the page."""

    def click(self, selector: str) -> None:
        """Click on the first element, as a reader does: where it is covered, this fails."""

    def type(self, selector: str, keys: str) -> None:
        """Type into an element; keys without a character are those of WebDriver."""

    def resize(self, width: int, height: int) -> None:
        """Set the size of the window."""

    def enter(self, selector: str) -> None:
        """Go on within a frame of the page."""

    def leave(self) -> None:
        """Go back to the page."""


class Tab:
    """A driver with patience: each step waits until it can be taken."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        self.go, self.run, self.resize = driver.go, driver.run, driver.resize

    @property
    def url(self) -> str:
        """The address of the page."""
        return str(self.run("return location.href"))

    def wait(self, what: str, condition: str) -> None:
        """Wait until a script returns something true.

        Raises:
            Missing: it never did.
        """
        end = time.monotonic() + PATIENCE
        while not self.run(condition):
            if time.monotonic() > end:
                raise Missing(f"{what} (at {self.url})")
            time.sleep(0.1)

    def wait_shown(self, selector: str) -> None:
        """Wait until an element is shown."""
        self.wait(f"{selector} is not shown", _SHOWN.format(json.dumps(selector)))

    def wait_hidden(self, selector: str) -> None:
        """Wait until an element is hidden or gone."""
        name = json.dumps(selector)
        gone = f"return !document.querySelector({name})?.checkVisibility()"
        self.wait(f"{selector} is still shown", gone)

    def wait_url(self, part: str) -> None:
        """Wait until the address has a part, and the page there is loaded."""
        loaded = f"return location.href.includes({json.dumps(part)}) && document.readyState === 'complete'"
        self.wait(f"{part!r} is not in the address", loaded)

    def wait_text(self, selector: str, text: str) -> None:
        """Wait until an element contains a text, whatever its spaces."""
        found = f"(document.querySelector({json.dumps(selector)})?.textContent ?? '').replace(/\\s+/g, ' ')"
        self.wait(f"{selector} does not say {text!r}", f"return {found}.includes({json.dumps(text)})")

    @contextmanager
    def within(self, selector: str) -> Iterator[None]:
        """While this lasts, each step is taken in a frame."""
        self._driver.enter(selector)
        try:
            yield
        finally:
            self._driver.leave()

    def click(self, selector: str) -> None:
        """Click on an element once it is shown."""
        self.wait_shown(selector)
        self.run(_TO_SEE.format(json.dumps(selector)))
        self._driver.click(selector)

    def type(self, selector: str, keys: str) -> None:
        """Type into an element once it is shown."""
        self.wait_shown(selector)
        self._driver.type(selector, keys)
