"""Python's search for garbage that refers to itself, put off while there is none."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for as long as this lasts.

    All that is read is kept, and nothing of it refers back to what holds it; the search would go over
    it again and again and take a quarter of the time.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def collect_rarely() -> None:
    """Search for garbage a hundredth as often from now on: in a build nearly all that is made is kept."""
    gc.set_threshold(70_000, 20, 20)


def collect_nothing() -> None:
    """Search for no garbage any more, nor when the process ends: one build makes little of it.

    To look at all that is there takes a twentieth of a build's time, and as long again at the end.
    """
    gc.disable()
    atexit.register(gc.freeze)
