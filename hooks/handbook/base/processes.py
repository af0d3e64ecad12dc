"""Copies of this process that work beside it, and how many may.

HANDBOOK_JOBS=1 has everything done here, one thing after the other.
"""

from __future__ import annotations

import multiprocessing
import os
import socket
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
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


class Turns:
    """Numbers that this process and its copies take one by one; each is taken once.

    They lie between two sockets, where the system gives each byte to one reader alone.
    """

    def __init__(self, numbers: Iterable[int]) -> None:
        """Lay them out before a copy is begun; each is below 256, and there are a few hundred at most."""
        self._receiver, sender = socket.socketpair()
        with sender:
            sender.sendall(bytes(numbers))

    def __iter__(self) -> Iterator[int]:
        """Take numbers for as long as there are any."""
        while taken := self._receiver.recv(1):
            yield taken[0]

    def close(self) -> None:
        """Take no more, in this process."""
        self._receiver.close()
