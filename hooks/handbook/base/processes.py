"""Copies of this process that work beside it, and how many may.

HANDBOOK_JOBS=1 has everything done here, one thing after the other.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

Result = TypeVar("Result")
SWITCH = "HANDBOOK_JOBS"


def jobs() -> int:
    """How many processes may work at once.

    Copies of a process are safe where it has one thread, and where the system's own libraries have none:
    macOS does not promise that.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    given = os.environ.get(SWITCH, "")
    return max(1, int(given)) if given.isdecimal() else len(os.sched_getaffinity(0))


class Lost(Exception):
    """A copy has ended without a result."""


class Copy(Generic[Result]):
    """A copy of this process, begun at once, that knows all of it and comes to a result."""

    def __init__(self, work: Callable[[], Result]) -> None:
        """Begin the work; the result must be something that can be sent from one process to another."""
        context = multiprocessing.get_context("fork")
        self._receiver: Connection
        self._receiver, sender = context.Pipe(duplex=False)

        def run() -> None:
            self._receiver.close()  # Else it would wait for itself where nobody else listens any more.
            sender.send(work())

        self._process: BaseProcess = context.Process(target=run, daemon=True)
        self._process.start()
        sender.close()

    def result(self) -> Result:
        """Wait for the result; raises Lost where there is none."""
        try:
            result: Result = self._receiver.recv()
        except EOFError:
            raise Lost from None
        finally:
            self.end()
        return result

    def end(self) -> None:
        """End it, whether or not it has come to a result."""
        self._receiver.close()
        self._process.terminate()
        self._process.join()
