"""The languages built side by side, each but the first in a process of its own.

static-i18n builds one language after the other. Here the others are begun as soon as the project is read
and checked, as copies of this process that know all of that; when static-i18n comes to build one, it gets
what was said of it. The site and all that is said are the same.

HANDBOOK_JOBS=1 builds them one after the other.
"""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from mkdocs import utils
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError

from handbook.base.processes import jobs

from .builds import Builds
from .heard import Heard, Said, say_again
from .static_i18n import alone, build_otherwise, languages_built, static_i18n


@dataclass(frozen=True)
class _Outcome:
    """What a process has said, each with its logger and level, and how its build ended if not well."""

    said: list[Said]
    failed: str | None


class SideBySide:
    """The processes of one build."""

    def __init__(self, builds: Builds) -> None:
        self._builds = builds
        self._running: dict[str, tuple[BaseProcess, Connection]] = {}
        self._put_back: Callable[[], None] | None = None
        self.dirty = False  # Then MkDocs looks at what is there, whoever is writing it.

    def begin(self, config: MkDocsConfig, prepare: Callable[[], None]) -> None:
        """Begin to build all languages but the one of this pass, where that can be done side by side.

        Args:
            config: what to build.
            prepare: makes what all processes need, so that not each of them has to.
        """
        if self.dirty or self._builds.previewed or not _possible(config):
            return
        self._put_back = build_otherwise(self._outcome)
        if self._put_back is None:
            return
        i18n = static_i18n(config)
        prepare()
        # What is there stays, so no copy needs to look at it, and the copies share its memory.
        gc.freeze()
        for code in languages_built(config):
            if code != i18n.current_language:
                self._running[code] = self._begun(code, config)

    def _begun(self, code: str, config: MkDocsConfig) -> tuple[BaseProcess, Connection]:
        context = multiprocessing.get_context("fork")
        receiver, sender = context.Pipe(duplex=False)

        def run() -> None:
            self._running.clear()  # They are not this one's to stop.
            self._builds.superseded = _is_orphan(parent)
            sender.send(_built(code, config))

        parent = os.getpid()
        process = context.Process(target=run, daemon=True)
        process.start()
        sender.close()
        return process, receiver

    def end(self) -> None:
        """Leave nothing behind, and nothing that still runs where the build has failed."""
        for process, _ in self._running.values():
            process.terminate()
            process.join()
        self._running.clear()
        if self._put_back is not None:
            self._put_back()

    def _outcome(self, config: MkDocsConfig, *, dirty: bool = False) -> None:
        """Say what the process of a language has said, and end as it has ended."""
        code = static_i18n(config).current_language
        process, receiver = self._running.pop(code)
        try:
            outcome: _Outcome = receiver.recv()
        except EOFError:
            process.join()
            raise PluginError(f"building '{code}' has ended with {process.exitcode}") from None
        process.join()
        say_again(outcome.said)
        if outcome.failed is not None:
            raise Abort(outcome.failed)


def _possible(config: MkDocsConfig) -> bool:
    """Whether copies of this process build what it would build itself.

    Another plugin or hook may keep something of one language for the next.
    """
    return jobs() > 1 and alone(config)


def _built(code: str, config: MkDocsConfig) -> _Outcome:
    """Build a language as static-i18n would, in a process of its own."""
    i18n = static_i18n(config)
    i18n.current_language, i18n.building = code, True
    utils.clean_directory = lambda directory: None
    log = logging.getLogger("mkdocs")
    log.handlers[:], log.propagate = [], False
    failed = None
    with Heard(logging.NOTSET) as heard:
        try:
            build(config)
        except Abort as error:
            failed = str(error)
        except BaseException:
            failed = traceback.format_exc()
    return _Outcome(heard.said, failed)


def _is_orphan(parent: int) -> Callable[[], bool]:
    return lambda: os.getppid() != parent
