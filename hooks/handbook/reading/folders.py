"""What lies in a folder of the project: files with their stamps, links that lead away, what is left out."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..model.placement import is_built
from ..model.project import Settings

_NO_SITE = re.compile(r"\.(?:html|pyc?|md)$|readme[^/]*$|(?:^|/)mkdocs_theme\.yml$", re.IGNORECASE)
# When a file was last written, in nanoseconds, and its size: the same ones mean the same content.
Stamp = tuple[int, int]


def stamp_of(status: os.stat_result) -> Stamp:
    return status.st_mtime_ns, status.st_size


def leads_away(top: Path, path: Path) -> str | None:
    """What a link on the disk leads to, where that is outside of a folder, nowhere, or round in a circle."""
    if not path.is_symlink():
        return None
    real = Path(os.path.realpath(path))
    is_round = real == path or real in path.parents or not path.exists()
    return str(path.readlink()) if is_round or not real.is_relative_to(top) else None


def theme_files(root: Path, settings: Settings) -> frozenset[str]:
    """What `theme.custom_dir` adds to the site beside the pages' files, by the paths that links give it.

    Templates and code are no part of the site (mkdocs.structure.files.Files.add_files_from_theme).
    """
    if settings.custom_dir is None:
        return frozenset()
    found = (path for path, _ in walk(root / settings.custom_dir))
    return frozenset(path for path in found if not _NO_SITE.search(path))


def walk(
    docs: Path, links: dict[str, str] | None = None, *, hidden: bool = False
) -> Iterator[tuple[str, Stamp]]:
    """All files below a folder with time and size, hidden ones only where they are asked for.

    A link to nothing and a pipe are no files; a link to a folder that holds it is not followed. Links that
    lead out of the folder are noted in `links`, with what they lead to.
    """
    top, away = Path(os.path.realpath(docs)), links if links is not None else {}
    above: dict[str, frozenset[tuple[int, int]]] = {}
    for folder, folders, names in os.walk(docs, followlinks=True):
        inside = os.path.relpath(folder, docs).replace(os.sep, "/")
        prefix = "" if inside == "." else f"{inside}/"
        status = os.stat(folder)
        here = (status.st_dev, status.st_ino)
        holding = above.get(folder.rpartition(os.sep)[0], frozenset())
        if here in holding:
            folders.clear()
            continue
        above[folder] = holding | {here}
        folders[:] = sorted(name for name in folders if hidden or not name.startswith("."))
        for name in [*folders, *names]:
            if (target := leads_away(top, Path(folder, name))) is not None:
                away[prefix + name] = target
        folders[:] = [name for name in folders if prefix + name not in away]
        for name in names:
            if (hidden or not name.startswith(".")) and prefix + name not in away:
                try:
                    status = os.stat(os.path.join(folder, name))
                except OSError:
                    continue
                if stat.S_ISREG(status.st_mode):
                    yield prefix + name, stamp_of(status)


def takes_hidden(settings: Settings) -> bool:
    """Whether exclude_docs may take hidden files back in."""
    return any(pattern.startswith("!") for pattern in settings.excluded)


def excluded(files: Iterable[str], settings: Settings) -> frozenset[str]:
    """What is left out of the site.

    By exclude_docs and draft_docs, /templates/, hidden files, a README.md beside an index.md, a language not
    built.
    """
    known = set(files)
    beside = {path for path in known if path.endswith("README.md") and f"{path[:-9]}index.md" in known}
    beside.update(path for path in known if not is_built(path, settings))
    if not settings.excluded:
        return frozenset(beside | {path for path in known if path.startswith("templates/")})
    from pathspec.gitignore import GitIgnoreSpec  # Most sites exclude nothing.

    spec = GitIgnoreSpec.from_lines([".*", "/templates/", *settings.excluded])
    return frozenset(spec.match_files(known)) | beside
