"""What `mkdocs serve` runs in the place of MkDocs' own server: a preview that survives what is written.

MkDocs' own waits for each build, deletes the site before it builds another one, and hangs where that
fails. This one builds into a folder of its own each time and shows it when it is whole; until then, and
where it fails, the last good one stays, with what is wrong on its pages.
"""

from __future__ import annotations

import logging
import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from socket import AddressFamily
from threading import Event, Thread

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger

from handbook.model.project import Settings
from handbook.model.redirects import FILE as REDIRECTS

from .builds import Builds, Superseded, built_file
from .failures import failure
from .heard import Heard
from .inspection import Inspection
from .last_good import is_broken
from .preview_server import PreviewServer
from .preview_site import PreviewSite, State
from .static_i18n import static_i18n
from .store import root_of
from .watching import Watch

# Seconds between two looks at the files while a build runs.
_GLANCE = 0.1
# More pages than these are not written by hand at one time.
_MOST_AT_ONCE = 5


class Preview:
    """Builds again whenever a file changes, and serves what was built last.

    It has what MkDocs asks of a server: watch, serve and shutdown.
    """

    def __init__(
        self,
        server: LiveReloadServer,
        config: MkDocsConfig,
        build: Callable[[], None],
        builds: Builds,
        inspection: Inspection,
    ) -> None:
        """Take the place of MkDocs' server, which has not been started.

        Args:
            server: that server; where it would listen is taken from it.
            config: the configuration of the first build, which has been made.
            build: reads the configuration anew and builds.
            builds: what was read, and where a build is to be written.
            inspection: what was found.
        """
        server.server_close()
        self._log = get_plugin_logger("handbook")
        self._address, self._family = server.server_address, AddressFamily(server.address_family)
        self.url = server.url
        self._build, self._builds, self._inspection = build, builds, inspection
        self._root = root_of(config)
        assert builds.passes is not None, "the first build has been made"
        self._made = builds.passes
        self._hooks = tuple(map(str, config.hooks))
        self._building = False
        self._folders: list[Path] = []
        self._pending: frozenset[str] = frozenset()  # What has changed while a build ran.
        self._looked, self._assets = 0.0, 0
        self._latest: frozenset[str] = frozenset()
        builds.superseded = self._is_superseded
        # MkDocs tells of a build that is dropped as if the page that it had come to were to blame.
        logging.getLogger("mkdocs.commands.build").addFilter(lambda _: not builds.dropped)
        self._ended = Event()
        self._watch = Watch([Path(config.config_file_path), self._root / REDIRECTS, Path(config.docs_dir)])
        self._site = PreviewSite(State(Path(config.site_dir)), server.mount_path)
        self._built: frozenset[str] = frozenset()  # The pages of the last whole build.
        self._show(Path(config.site_dir))
        self._http: PreviewServer | None = None

    def watch(self, path: str, func: None = None, *, recursive: bool = True) -> None:
        """Build again when this file changes, or one below this folder."""
        self._watch.add(Path(path).absolute())

    def serve(self, *, open_in_browser: bool = False) -> None:
        """Serve until shutdown is called, or the user has had enough."""
        host, port = self._address[:2]
        self._http = PreviewServer((str(host), int(port)), self._family, self._site)
        Thread(target=self._http.serve_forever, daemon=True).start()
        self._log.info("Serving on %s", self.url)
        if open_in_browser:
            import webbrowser

            webbrowser.open(self.url)
        while not self._ended.is_set():
            if changed := self._pending | self._watch.wait(self._ended.wait, at_once=bool(self._pending)):
                self._pending = frozenset()
                self._rebuild(changed)

    def shutdown(self, wait: bool = False) -> None:
        """Stop serving, and take away what was built."""
        self._ended.set()
        if self._http is not None:
            self._http.shutdown()
            self._http.server_close()
        for folder in self._folders:
            shutil.rmtree(folder, ignore_errors=True)

    def _rebuild(self, changed: frozenset[str]) -> None:
        begun = time.monotonic()
        # A page may look different by what lies beside it, too: then every browser loads it anew.
        self._assets += any(not path.endswith(".md") for path in changed)
        self._latest = frozenset(name.removeprefix(f"{self._root}/") for name in changed)
        folder = Path(tempfile.mkdtemp(prefix="mkdocs_"))
        self._folders.append(folder)
        with Heard(logging.ERROR) as heard:
            try:
                self._demand_hooks(self._builds.read(self._made.config).settings)
                self._show_at_once(changed)
                self._tell()
                self._builds.folder, self._builds.dropped = folder, False
                self._building = True
                self._build()
            except Superseded:
                self._forget(folder)
                return
            except (Exception, SystemExit) as error:
                self._forget(folder)
                self._log.error("%s", error)
                why = failure(error, self._root, heard.lines)
                self._site.show(replace(self._site.state, failure=why, assets=self._assets))
                return
            finally:
                self._building = False
        self._made = self._builds.passes or self._made
        self._show(folder)
        self._log.info("Rebuilt in %.2f seconds", time.monotonic() - begun)
        for old in [known for known in self._folders if known != folder]:
            self._forget(old)

    def _demand_hooks(self, settings: Settings) -> None:
        """Refuse a half-saved mkdocs.yml without our hook: MkDocs would build all of it, unguarded."""
        if gone := [name for name in self._hooks if name not in settings.hooks]:
            raise PluginError(f"mkdocs.yml: hooks: {', '.join(gone)} stands there no more")

    def _show_at_once(self, changed: frozenset[str]) -> None:
        """Make changed pages anew right away; what others take from them waits for the build."""
        docs, pages = Path(self._made.config.docs_dir), self._builds.project.pages
        paths = [Path(name).relative_to(docs).as_posix() for name in changed if name.startswith(f"{docs}/")]
        if len(paths) != len(changed) or len(paths) > _MOST_AT_ONCE:
            return
        for page in (pages[path] for path in paths if path in pages):
            if page.language is not None and not page.unreadable:
                try:
                    self._made.render(page.language, page.path)
                except Exception as error:  # The build that follows tells of it, where it is one.
                    self._log.debug("%s: %s", page.path, error)
        self._site.show(replace(self._site.state))

    def _tell(self) -> None:
        """Say what is wrong before anything is built."""
        self._inspection.judge(self._builds.judged)
        failed = self._site.state.failure
        state = self._state(self._site.state.root)
        gone = self._built - state.files.keys()
        self._site.show(replace(state, failure=failed, gone=gone))

    def _is_superseded(self) -> bool:
        if not self._building:
            return False
        if time.monotonic() - self._looked > _GLANCE:
            self._pending |= self._watch.look()
            self._looked = time.monotonic()
        return bool(self._pending) or self._ended.is_set()

    def _forget(self, folder: Path) -> None:
        self._folders.remove(folder)
        shutil.rmtree(folder, ignore_errors=True)

    def _show(self, folder: Path) -> None:
        """Show what a build has made."""
        state = self._state(folder)
        self._built = frozenset(state.files)
        self._site.show(state)

    def _state(self, folder: Path) -> State:
        project, i18n = self._builds.judged, static_i18n(self._made.config)
        shown = self._builds.project.pages
        return State(
            root=folder,
            languages=tuple(i18n.all_languages),
            default_language=i18n.default_language,
            files={
                built_file(path, self._made.config).dest_uri: page.file
                for path, page in project.pages.items()
            },
            kept=frozenset(
                page.file
                for path, page in project.pages.items()
                if is_broken(page) and not is_broken(shown[path])
            ),
            faults=self._inspection.faults,
            severities=self._inspection.severities,
            assets=self._assets,
            latest=self._latest,
        )
