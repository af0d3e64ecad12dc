"""A built site made ready for a web server: assets named by content, files compressed, headers computed.

The folder that comes out holds site/ and, beside it, what deploy/nginx/nginx.conf includes:
headers.conf and languages.conf are written for this very site, see `server_settings`.
"""

from __future__ import annotations

import filecmp
import gzip
import hashlib
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import brotli

from ..base.writing import NotWritten, locked, point, put, put_copy
from ..site.form import FOLDER
from .kept_files import write_lists
from .server_settings import write_configuration

ASSETS = "assets"
# Of brotli, its best: a site is compressed once and asked for often.
QUALITY = 11
# In the server's folder, beside the releases; hidden, as nobody is to be served from it.
_WORK = ".making"
# What a compressed copy is made of; pictures and archives are compressed already.
_COMPRESSED = {".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".txt", ".webmanifest"}
_SMALLEST = 256  # Bytes; a smaller file is not worth a copy.
# A reference to the assets in an attribute: href="../../assets/card.css", data-more="/handbook/assets/x.js".
_REFERENCE = re.compile(r"""(=\s*["'](?:[^"'\s<>]*/)?)assets/(?=[\w./-]+["'#?])""")


class NotASite(Exception):
    """The folder does not hold a built handbook; the message says what is missing."""


def release(site: Path, root: Path, configuration: Path) -> Path:
    """Make a release of a built site and let the web server serve it from now on.

    A server whose folder is root/current never sees half of a release: the link is replaced at once.
    The assets of the release before stay, so that a page still open in a browser finds its scripts.

    Args:
        site: what `mkdocs build` wrote. It stays as it is.
        root: holds releases/ and the link current, which names one of them.
        configuration: the folder of nginx.conf and handbook.conf, which are copied along.

    Returns:
        The release's folder, named by a digest of the site.

    Raises:
        NotASite: there is no built handbook in `site`.
        NotWritten: another command is doing the same.
    """
    codes = _languages(site)
    releases = root / "releases"
    releases.mkdir(parents=True, exist_ok=True)
    made = releases / _digest(site, site)
    with _work(root) as work:
        if not made.exists():
            _make(site, configuration, codes, root / "current", work / "new")
            (work / "new").replace(made)
        _serve(made, root, work)
        _forget(releases, {made, *_served_before(root)}, work)
    return made


def _make(site: Path, configuration: Path, codes: tuple[str, ...], current: Path, new: Path) -> None:
    new.mkdir()
    put_copy(site, new, "site")
    for name in ("nginx.conf", "handbook.conf"):
        put_copy(configuration / name, new, name)
    assets = _name_by_content(new / "site", codes)
    write_configuration(new, codes, f"{ASSETS}/{assets}")
    if current.exists():
        _keep_times(current / "site", new / "site")
    _compress(new / "site")


@contextmanager
def _work(root: Path) -> Iterator[Path]:
    """A folder for what is being made and what is to go.

    What a command that was cut off has left there goes first.
    """
    with locked(root) as is_ours:
        if not is_ours:
            raise NotWritten(f"{root}: another command is making a release; nothing was written")
        work = root / _WORK
        if work.exists():
            shutil.rmtree(work)
        work.mkdir()
        try:
            yield work
        finally:
            shutil.rmtree(work)


def roll_back(root: Path) -> Path:
    """Serve the release before the present one again, and return its folder.

    Raises:
        NotASite: there is none.
    """
    before = _served_before(root)
    if not before:
        raise NotASite(f"{root}: there is no release before the present one")
    with _work(root) as work:
        _serve(before[0], root, work)
    return before[0]


def _serve(made: Path, root: Path, work: Path) -> None:
    current, before = root / "current", root / "before"
    present = current.resolve() if current.is_symlink() else None
    if present == made.resolve():
        return
    if present is not None:
        _keep_assets(present / "site", made / "site", work)
        point(root, before.name, f"releases/{present.name}")
    point(root, current.name, f"releases/{made.name}")


def _served_before(root: Path) -> list[Path]:
    before = root / "before"
    return [before.resolve()] if before.exists() else []


def _forget(releases: Path, kept: Iterable[Path], work: Path) -> None:
    names = {path.name for path in kept}
    for path in releases.iterdir():
        if path.name not in names:
            # All at once: nobody may take what is left of it for a release.
            path.replace(work / path.name)


def _languages(site: Path) -> tuple[str, ...]:
    found = tuple(sorted({path.parent.name for path in site.glob("*/index.html")} - {ASSETS, FOLDER}))
    if not found or not (site / "index.html").is_file():
        raise NotASite(f"{site}: no built handbook here; run `mkdocs build` first")
    return found


def _digest(folder: Path, root: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


def _name_by_content(site: Path, codes: Iterable[str]) -> str:
    """Put the assets into a folder named by a digest of them all, and say so wherever they are named.

    One folder for all: scripts import one another by relative paths, which so stay as they are.
    """
    name = _digest(site / ASSETS, site)
    moved = site / name
    (site / ASSETS).replace(moved)
    (site / ASSETS).mkdir()
    moved.replace(site / ASSETS / name)
    for path in site.rglob("*.html"):
        text = path.read_text("utf8")
        changed = _REFERENCE.sub(rf"\g<1>assets/{name}/", text)
        if changed != text:
            put(site, path.relative_to(site).as_posix(), changed)
    if any((site / code / "offline.json").exists() for code in codes):
        write_lists(site, codes)
    return name


def _keep_assets(old: Path, new: Path, work: Path) -> None:
    # The release before, not all that ever were: of its own assets, it has only those of its folder.
    for folder in (old / ASSETS).glob("[0-9a-f]" * 12):
        if not (new / ASSETS / folder.name).exists():
            put_copy(folder, work, folder.name).replace(new / ASSETS / folder.name)


def _keep_times(old: Path, new: Path) -> None:
    """Let a page that has not changed keep its time, from which the server makes its ETag."""
    for path in new.rglob("*"):
        before = old / path.relative_to(new)
        if path.is_file() and before.is_file() and filecmp.cmp(path, before, shallow=False):
            shutil.copystat(before, path)


def _compress(site: Path) -> None:
    """Put a .gz and a .br beside each file that becomes smaller; the same bytes each time."""
    for above, _, names in os.walk(site):
        for name in names:
            path = Path(above, name)
            if path.suffix not in _COMPRESSED or path.stat().st_size < _SMALLEST:
                continue
            data = path.read_bytes()
            for suffix, made in (
                (".gz", gzip.compress(data, 9, mtime=0)),
                (".br", brotli.compress(data, quality=QUALITY)),
            ):
                if len(made) < len(data):
                    shutil.copystat(path, put(Path(above), name + suffix, made))
