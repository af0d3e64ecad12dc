"""The site of the build before, taken again where nothing at all has changed.

All that a build may read goes into its key: every file of the project but what is made, the settings as they
were read, the commit, the day, and all that is installed. What the build said is said again.
"""

from __future__ import annotations

import json
import logging
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from mkdocs import utils
from mkdocs.config.defaults import MkDocsConfig

from handbook.base.store import FOLDER as PAGES
from handbook.base.store import Store, digest
from handbook.base.writing import NotWritten, put, put_copy

from .heard import Heard
from .page_cache import is_known, named
from .static_i18n import alone

FOLDER = ".handbook-site"
_FILE = "kept.json"
# What make and MkDocs write into the project's folder.
_MADE = ("site", "dist", "node_modules")
# In the place of the folder that a site is written to, in what is said.
_SITE = "\0site\0"


class KeptSite:
    """A whole site, by what it was made of."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._key = ""
        self._heard = Heard(logging.INFO)
        self.wanted = False  # Only a command that does nothing but build may end early.

    def take(self, config: MkDocsConfig) -> bool:
        """Put the site of the last build in its place, if it was made of the same, and say what that said.

        If not, all that is said from now on is heard, until `keep` is called.
        """
        self._key = site_key(config, self._store.tools) if self._store.is_on else ""
        if not self._key:
            return False
        kept, root = _read(_folder(config)), _folder(config) / self._key[:32]
        if kept.get("key") == _with_pages(self._key, config):
            site = Path(config.site_dir)
            utils.clean_directory(config.site_dir)
            if _copied(root, site.parent, site.name) == kept["files"]:
                for name, level, message in kept["said"]:
                    log = logging.getLogger(name)
                    said = message.replace(_SITE, config.site_dir)
                    log.handle(log.makeRecord(name, level, "", 0, said, (), None))
                return True
        self._heard.__enter__()
        return False

    def keep(self, config: MkDocsConfig) -> None:
        """Keep the site that is finished, unless MkDocs is going to stop because of what was said."""
        if not self._key:
            return
        self._heard.__exit__()
        records = self._heard.records
        if config.strict and any(record.levelno >= logging.WARNING for record in records):
            return
        folder = _folder(config)
        shutil.rmtree(folder, ignore_errors=True)
        files = _copied(Path(config.site_dir), folder.parent, f"{FOLDER}/{self._key[:32]}")
        said = [
            (record.name, record.levelno, record.getMessage().replace(config.site_dir, _SITE))
            for record in records
        ]
        kept = {"key": _with_pages(self._key, config), "files": files, "said": said}
        try:
            if files:
                put(folder.parent, f"{FOLDER}/{_FILE}", json.dumps(kept))
        except (OSError, NotWritten):  # Then the next build works as this one did.
            shutil.rmtree(folder, ignore_errors=True)


def site_key(config: MkDocsConfig, tools: str) -> str:
    """A digest of all that goes into a site; nothing where that cannot be told.

    Args:
        config: the settings before anything is done with them.
        tools: a digest of the code and the libraries.
    """
    root = Path(config.config_file_path).parent
    read = [Path(config.docs_dir), Path(config.theme.custom_dir or root)]
    if not (alone(config) and all(path.is_relative_to(root) for path in read)):
        return ""
    if not all(is_known(str(name)) for name in config.markdown_extensions):
        return ""
    settings = Path(config.config_file_path).read_text("utf8")
    if "INHERIT:" in settings:
        return ""
    values = {key: value for key, value in config.items() if key != "site_dir"}
    files = (
        part
        for path in _inputs(root, config.site_dir)
        for part in (str(path.relative_to(root)), _content(path))
    )
    # Where the project lies is none of it.
    options = json.dumps(values, default=_plain, sort_keys=True).replace(str(root), "")
    told = (options, str(logging.getLogger("mkdocs").level), _moment(root))
    return digest(tools, *told, *files)


def _folder(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent / FOLDER


def _inputs(root: Path, site: str) -> Iterator[Path]:
    """All files of a project but those that are made, and hidden folders."""
    for folder, folders, files in os.walk(root, followlinks=True):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != "__pycache__")
        if folder == str(root):
            folders[:] = [name for name in folders if name not in _MADE and not name.startswith("site.")]
        folders[:] = [name for name in folders if os.path.join(folder, name) != site]
        yield from (Path(folder, name) for name in sorted(files) if not name.endswith((".pyc", ".log")))


def _content(path: Path) -> str:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        return str(error)


def _moment(root: Path) -> str:
    """The commit, which tells the history, and the day that dates are held against."""
    asked = ["git", "-C", str(root), "rev-parse", "HEAD", "--is-shallow-repository"]
    try:
        commit = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
    except OSError:
        commit = ""
    return f"{commit} {os.environ.get('SOURCE_DATE_EPOCH')} {datetime.now(UTC).date()}"


def _with_pages(key: str, config: MkDocsConfig) -> str:
    """The key with what is kept of the pages: who changes that, wants to see it."""
    try:
        entries = sorted(os.scandir(Path(config.config_file_path).parent / PAGES), key=lambda e: e.name)
    except OSError:
        entries = []
    return digest(key, *(f"{entry.name} {entry.stat().st_mtime_ns}" for entry in entries))


def _plain(value: object) -> object:
    """What stands for an option that JSON does not know."""
    own = value if isinstance(value, Mapping) else getattr(value, "config", None)
    return {str(key): own[key] for key in own} if isinstance(own, Mapping) else named(value)


def _read(folder: Path) -> dict[str, Any]:
    try:
        found = json.loads((folder / _FILE).read_text("utf8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _copied(source: Path, folder: Path, name: str) -> int:
    """Copy a site into a folder; returns how many files it has, or 0 where some could not be copied."""
    try:
        (folder / name).parent.mkdir(exist_ok=True)
        copied = put_copy(source, folder, name)
    except (OSError, NotWritten):
        return 0
    return sum(len(files) for _, _, files in os.walk(copied))
