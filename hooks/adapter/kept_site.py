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
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from handbook.base.digest import digest
from handbook.base.mirror import mirror
from handbook.base.store import FOLDER as PAGES
from handbook.base.store import Store
from handbook.base.writing import check_place, put, put_renamed
from handbook.reading.inputs import CONFIGS, Inputs, inputs

from .extensions import all_known, named
from .heard import Heard, say_again
from .static_i18n import alone
from .store import root_of

FOLDER = ".handbook-site"
_FILE = "kept.json"
# What make and MkDocs write into the project's folder.
_MADE = ("site", "dist", "node_modules")
# What Python writes beside code.
_COMPILED = frozenset({"__pycache__"})
# In the place of the folder that a site is written to, in what is said.
_SITE = "\0site\0"


@dataclass(frozen=True)
class Last:
    """A kept site from which only texts of pages can differ.

    `folder` is where it lies, `said` what its build said, `texts` has a digest of each page's file,
    `of_pages` what was told of the pages when it was kept, and `now` the digests of today's files.
    """

    folder: Path
    said: tuple[str, ...]
    texts: Mapping[str, str]
    of_pages: Mapping[str, Any]
    now: Mapping[str, str]


class KeptSite:
    """A whole site, by what it was made of."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._key = ""
        self._made_of: Inputs | None = None
        self._parts: dict[str, Any] = {}
        self.last: Last | None = None  # The site of the build before, if only texts of pages are others.
        self._heard = Heard(logging.INFO)
        self.wanted = False  # Only a command that does nothing but build may end early.

    def take(self, config: MkDocsConfig) -> bool:
        """Put the site of the last build in its place, if it was made of the same, and say what that said.

        If not, all that is said from now on is heard, until `keep` is called.
        """
        self._made_of = _made_of(config) if self._store.is_on else None
        if self._made_of is None:
            return False
        told = _told(config, self._store.tools)
        self._key = digest(*told, self._made_of.digest)
        kept, site = _read(_folder(config)), Path(config.site_dir)
        is_same = kept.get("key") == _with_pages(self._key, config)
        if is_same and _mirrored(_folder(config) / self._name, site.parent, site.name) == kept["files"]:
            say_again((*of, message.replace(_SITE, config.site_dir)) for *of, message in kept["said"])
            return True
        self._heard.__enter__()
        texts, rest = _parted(self._made_of, config)
        self._parts = {"rest": digest(*told, *rest), "texts": texts}
        folder = _folder(config) / str(kept.get("name"))
        if kept.get("rest") == self._parts["rest"] and _count(folder) == kept["files"]:
            said = tuple(message for *_, message in kept["said"])
            self.last = Last(folder, said, kept["texts"], kept["of_pages"], texts)
        return False

    @property
    def _name(self) -> str:
        """The folder of the site, by which nobody takes it for another one."""
        return self._key[:32]

    def keep(self, config: MkDocsConfig, of_pages: Callable[[], Mapping[str, Any]]) -> None:
        """Keep the site that is finished, unless MkDocs is going to stop because of what was said.

        Nor is it kept where anything has changed meanwhile: nobody knows which of both it was made of.

        Args:
            config: where it is.
            of_pages: tells what is to be known of each page at the next build, see `Last`.
        """
        if self._made_of is None:
            return
        self._heard.__exit__()
        if config.strict and any(record.levelno >= logging.WARNING for record in self._heard.records):
            return
        if (now := _made_of(config)) is None or now.digest != self._made_of.digest:
            return
        folder = _folder(config)
        ready = _begin(folder, self._name)
        files = ready and _mirrored(Path(config.site_dir), folder, self._name)
        said = [(*of, message.replace(config.site_dir, _SITE)) for *of, message in self._heard.said]
        kept = {"key": _with_pages(self._key, config), "files": files, "said": said, "name": self._name}
        kept |= {**self._parts, "of_pages": of_pages()}
        try:
            if files:
                put(folder.parent, f"{FOLDER}/{_FILE}", json.dumps(kept))
        except OSError:  # Then the next build works as this one did.
            shutil.rmtree(folder, ignore_errors=True)


def site_key(config: MkDocsConfig, tools: str) -> str:
    """A digest of all that goes into a site; nothing where that cannot be told.

    Args:
        config: the settings before anything is done with them.
        tools: a digest of the code and the libraries.
    """
    found = _made_of(config)
    return digest(*_told(config, tools), found.digest) if found else ""


def _told(config: MkDocsConfig, tools: str) -> tuple[str, ...]:
    """What goes into a site beside the files of its project."""
    values = {key: value for key, value in config.items() if key != "site_dir"}
    level = str(logging.getLogger("mkdocs").level)
    return tools, as_text(config, values), level, _moment(root_of(config))


def _parted(made_of: Inputs, config: MkDocsConfig) -> tuple[dict[str, str], list[str]]:
    """The files of pages, by path below the docs folder, each with its digest; and all else."""
    start = f"file '{Path(config.docs_dir).relative_to(root_of(config)).as_posix()}/"
    texts, rest = {}, []
    for line in map(os.fsdecode, made_of.lines):
        name, _, found = line.rpartition(" ")
        if name.startswith(start) and name.endswith(".md'"):
            texts[name[len(start) : -1]] = found
        else:
            rest.append(line)
    return texts, rest


def as_text(config: MkDocsConfig, values: object) -> str:
    """Values of a configuration as a text; where the project lies is none of it."""
    return json.dumps(values, default=_plain, sort_keys=True).replace(str(root_of(config)), "")


def _made_of(config: MkDocsConfig) -> Inputs | None:
    """All files of a project but those that are made; None where others may have a say in its site."""
    root = root_of(config)
    read = [Path(config.docs_dir), Path(config.theme.custom_dir or root)]
    if not (alone(config) and all_known(config) and all(path.is_relative_to(root) for path in read)):
        return None
    parts = (
        path.name
        for path in sorted(root.iterdir())
        if not path.name.startswith((".", "site."))
        and path.name not in _MADE
        and path.suffix != ".log"
        and path != Path(config.site_dir)
    )
    return inputs(root, CONFIGS, parts, passed_over=_COMPILED)


def _folder(config: MkDocsConfig) -> Path:
    return root_of(config) / FOLDER


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
        entries = sorted(os.scandir(root_of(config) / PAGES), key=lambda e: e.name)
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


def _begin(folder: Path, name: str) -> bool:
    """Put the site that was kept last in the place of the next one, most of which will be the same.

    Nothing says any more that it is whole, and whoever is taking it finds nothing there. Returns whether a
    site can be kept there.
    """
    try:
        check_place(folder.parent, folder.name)
        folder.mkdir(exist_ok=True)
        (folder / _FILE).unlink(missing_ok=True)
        last = next((path for path in folder.iterdir() if path.is_dir() and not path.is_symlink()), None)
        if last is not None and not (folder / name).exists():
            put_renamed(folder, last.name, name)
        for path in folder.iterdir():
            if path.name != name:
                shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    except OSError:
        return False
    return True


def _count(folder: Path) -> int:
    """How many files a folder holds."""
    return sum(len(names) for _, _, names in os.walk(folder))


def _mirrored(source: Path, folder: Path, name: str) -> int:
    """Mirror a site; returns how many files it has, or 0 where that could not be done."""
    try:
        return mirror(source, folder, name)
    except OSError:
        return 0
