"""Files below the docs folder by their names: addresses that clash, names and kinds that do not belong."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from ..base.positions import Position
from ..languages.sorting import fold
from ..links.targets import Targets
from ..model.placement import place
from ..model.project import Fault, Project
from ..model.rules.files import AddressTwice, FileKind, FileName

_NAME = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*(?:\.[a-z0-9]+)?")
# What goes with the work of others, as is the custom.
_CUSTOM = re.compile(r"README\.md|(?:NOTICE|LICENSE)(?:[-.][\w.-]+)?")
_OTHER = re.compile(r"[^a-z0-9.]+")
_PAGES = (".md", ".markdown")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".ico")
# What may lie among the assets: scripts and styles are the handbook's own there, and owned as such.
_FILMS = (".mp4", ".webm", ".mp3", ".vtt")
_ASSETS = (*_PICTURES, *_FILMS, ".css", ".js", ".mjs", ".json", ".woff2", ".pdf", ".md", ".txt")
# The worker that keeps the site for times without a network has to stand where the pages begin.
_OWN = frozenset({"sw.js"})
_LONGEST = 100


def check(project: Project) -> Iterator[Fault]:
    yield from _addresses(project)
    for path in sorted(project.files):
        file = f"{project.settings.docs_dir}/{path}"
        page = project.pages.get(path)
        language = page.language if page else place(path, project.settings)[0]
        wrong = [part for part in path.split("/") if not _NAME.fullmatch(part) or len(part) > _LONGEST]
        wrong = [part for part in wrong if not _CUSTOM.fullmatch(part)]
        kind = posixpath.splitext(path)[1].lower()
        is_asset = "assets" in path.split("/")[:-1]
        is_other = (
            path not in _OWN and kind not in _PAGES and kind not in (_ASSETS if is_asset else _PICTURES)
        )
        if is_other:
            lost = _lost_page(project, path)
            yield Fault(FileKind(name=posixpath.basename(path), page=lost), file, Position(1), language)
        elif wrong:
            yield Fault(FileName(name=wrong[0], guess=_better(wrong[0])), file, Position(1), language)
        elif project.settings.handbook and path.endswith(".markdown"):
            name = posixpath.basename(path)
            yield Fault(FileName(name=name, guess=_better(name)), file, Position(1), language)


def _lost_page(project: Project, path: str) -> str | None:
    """The page that a file took the place of: other languages have it, and this one no more."""
    language, _ = place(path, project.settings)
    folder, name = posixpath.split(path)
    page = posixpath.join(folder, f"{name.partition('.')[0]}.md")
    slug = place(page, project.settings)[1]
    if language is None or page in project.pages or slug not in project.by_slug:
        return None
    return f"{project.settings.docs_dir}/{page}"


def _addresses(project: Project) -> Iterator[Fault]:
    """Pages that would be written to one place, or to one that only capitals tell apart."""
    targets, settings = Targets(project), project.settings
    first: dict[str, str] = {}
    for path, page in sorted(project.pages.items()):
        url = targets.url(path)
        # A server tells capitals apart; the machines of those who write here may not.
        other = first.setdefault(url.lower() if settings.handbook else url, path)
        if other != path:
            yield page.fault(AddressTwice(other=project.pages[other].file, pattern=None), Position(1))
    for path in sorted(project.displaced):
        folder = posixpath.dirname(path)
        other = posixpath.join(settings.docs_dir, folder, "index.md")
        broken = AddressTwice(other=other, pattern=f"/{path}")
        language = place(path, settings)[0]
        yield Fault(broken, f"{settings.docs_dir}/{path}", Position(1), language)


def _better(name: str) -> str:
    stem, kind = posixpath.splitext(fold(name))
    kind = ".md" if kind == ".markdown" else kind
    return (_OTHER.sub("-", stem).strip("-") or "page")[:_LONGEST] + kind
