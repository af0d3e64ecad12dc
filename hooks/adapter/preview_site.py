"""The site of a preview as browsers get it: the last good build, and on each page what is wrong now."""

from __future__ import annotations

import mimetypes
import posixpath
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Condition

from handbook.findings.messages import worded
from handbook.model.project import Fault
from handbook.model.rules import NOTICE
from handbook.report.panel import Trouble, panel

from .failures import Failure

# Where a page asks whether it has changed; no page of a handbook can lie there.
EVENTS = "/-preview/changes"
_SCRIPT = """<script>{
  const address = "%s?" + new URLSearchParams({ page: location.pathname, seen: "%s" });
  let changes;
  const listen = () => {
    changes?.close();
    if (document.visibilityState !== "visible") return;
    changes = new EventSource(address);
    changes.onmessage = () => location.reload();
  };
  addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => changes?.close());
  addEventListener("pageshow", listen);
}</script>"""


@dataclass(frozen=True)
class State:
    """What is shown, and why not more. A new state takes the place of the whole of an old one.

    `files` leads from the file of a page in the site to the one of the project. `kept` are those shown as
    they were before. `assets` counts the changes of what all pages may load. `latest` are the files changed
    last, whose findings come first. `gone` are files of the site whose pages have been deleted since.
    """

    root: Path
    languages: tuple[str, ...] = ()
    default_language: str | None = None
    files: Mapping[str, str] = field(default_factory=dict)
    kept: frozenset[str] = frozenset()
    faults: tuple[Fault, ...] = ()
    severities: Mapping[str, str] = field(default_factory=dict)
    failure: Failure | None = None
    assets: int = 0
    latest: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()

    def trouble(self, path: str) -> Trouble:
        """What is to be said on a page, which is named by its file in the site."""
        code, file = self.language(path), self.files.get(path)
        faults = (fault if fault.language else replace(fault, language=code) for fault in self.faults)
        found = [finding for finding in worded(faults, self.severities) if finding.severity != NOTICE]
        return Trouble(
            here=[finding for finding in found if finding.file == file],
            elsewhere=sorted(
                (finding for finding in found if finding.file != file),
                key=lambda finding: finding.file not in self.latest,
            ),
            failed=self.failure.told(code) if self.failure else (),
            kept=file in self.kept,
        )

    def language(self, path: str) -> str | None:
        """The language of a page."""
        first = path.partition("/")[0]
        return first if first in self.languages else self.default_language


@dataclass(frozen=True)
class Answer:
    """What a browser gets."""

    status: int
    kind: str = "text/html; charset=utf-8"
    body: bytes = b""
    location: str = ""
    seen: str = ""  # By what a page's script tells whether it has changed since.


class PreviewSite:
    """Answers browsers from the state that is shown, never waiting for a build."""

    def __init__(self, state: State, mount: str = "/") -> None:
        """Show a first state.

        Args:
            state: what to show.
            mount: the path below which the site lies; it begins and ends with a slash.
        """
        self._state = state
        self._mount = mount
        self._changed = Condition()

    @property
    def state(self) -> State:
        return self._state

    def show(self, state: State) -> None:
        """Show another state from now on, and let waiting browsers know."""
        with self._changed:
            self._state = state
            self._changed.notify_all()

    def answer(self, path: str) -> Answer:
        """The answer to a request for a path, which is not quoted any more."""
        if not f"{path}/".startswith(self._mount):
            return Answer(302, location=self._mount) if path == "/" else self._missing("")
        inner = path[len(self._mount) :]
        name = posixpath.normpath(f"/{inner}").lstrip("/")
        if inner.endswith("/") or not inner:
            name = posixpath.join(name, "index.html")
        for _ in range(3):  # The folder may be taken away while it is read: then another one is there.
            state = self._state
            if name in state.gone:
                return self._missing(name)
            try:
                body = (state.root / name).read_bytes()
            except (OSError, ValueError):
                if not path.endswith("/") and (state.root / name / "index.html").is_file():
                    return Answer(302, location=f"{path}/")
                if state is self._state:
                    return self._missing(name)
            else:
                if name.endswith(".html"):
                    return _page(200, state, name, body)
                kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
                return Answer(200, "application/javascript" if name.endswith(".mjs") else kind, body)
        return self._missing(name)

    def wait_for_change(self, path: str, seen: str, seconds: float) -> str | None:
        """Wait until a page is another than a browser has seen; None where it is the same after all."""
        with self._changed:
            state = self._state
            if (now := self.answer(path).seen) != seen:
                return now
            self._changed.wait_for(lambda: self._state is not state, seconds)
        return now if (now := self.answer(path).seen) != seen else None

    def _missing(self, name: str) -> Answer:
        state = self._state
        for page in (f"{state.language(name)}/404.html", "404.html"):
            try:
                body = (state.root / page).read_bytes()
            except OSError:
                continue
            return _page(404, state, name, body)
        return _page(404, state, name, b"<!doctype html><html><body><h1>404</h1></body></html>")


def _page(status: int, state: State, name: str, html: bytes) -> Answer:
    """A page with what is wrong on it, and the script that asks whether it has changed."""
    said = panel(state.trouble(name), state.language(name)).encode("utf8")
    seen = f"{zlib.crc32(html + said):08x}-{state.assets}"
    added = said + (_SCRIPT % (EVENTS, seen)).encode("utf8")
    before, end, after = html.rpartition(b"</body>")
    return Answer(status, body=before + added + end + after if end else html + added, seen=seen)
