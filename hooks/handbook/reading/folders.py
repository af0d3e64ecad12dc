"""What lies in a folder of the project: files with their stamps, links that lead away, what is left out."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from ..model.placement import is_built
from ..model.project import Settings

_NO_SITE = re.compile(
    r"\.(?:html|pyc?|md|mkdn?|mdown|markdown)$|readme|^(?:mkdocs_theme\.yml|sitemap\.xml)$|^locales/",
    re.IGNORECASE,
)
# Where the files of the usual themes lie, below the packages that bring them.
_THEMES = {
    "material": "material/templates",
    "mkdocs": "mkdocs/themes/mkdocs",
    "readthedocs": "mkdocs/themes/readthedocs",
}
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
    """What the theme and `theme.custom_dir` add beside the pages' files, by the paths that links give it.

    Templates and code are no part of the site (mkdocs.structure.files.Files.add_files_from_theme).
    """
    own = _site_files(root / settings.custom_dir) if settings.custom_dir is not None else frozenset()
    return own | _of_theme(settings.theme)


@lru_cache(maxsize=4)
def _of_theme(name: str | None) -> frozenset[str]:
    """The same of a theme that is installed; no theme's code is run for it."""
    package, _, inside = _THEMES.get(name or "", "").partition("/")
    spec = find_spec(package) if package else None
    places = (spec.submodule_search_locations if spec else None) or ()
    return frozenset().union(*(_site_files(Path(place, inside)) for place in places))


def _site_files(folder: Path) -> frozenset[str]:
    return frozenset(path for path, _ in walk(folder) if not _NO_SITE.search(path))


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


def excluded(files: Iterable[str], settings: Settings) -> tuple[frozenset[str], frozenset[str]]:
    """What is left out of the site, and what of it MkDocs warns of.

    Left out is what exclude_docs and draft_docs name, /templates/, hidden files, a language that is not
    built, and a README.md beside an index.md, of which it warns.
    """
    known = set(files)
    named = {path for path in known if path.startswith("templates/")}
    if settings.excluded:
        from pathspec.gitignore import GitIgnoreSpec  # Most sites exclude nothing.

        spec = GitIgnoreSpec.from_lines([".*", "/templates/", *settings.excluded])
        named = set(spec.match_files(known))
    kept = known - named
    displaced = {path for path in kept if path.endswith("README.md") and f"{path[:-9]}index.md" in kept}
    return frozenset(named | displaced | {p for p in kept if not is_built(p, settings)}), frozenset(displaced)
