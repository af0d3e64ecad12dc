"""Pages as the build hands them to Markdown, and what a browser then gets."""

from __future__ import annotations

import datetime
import posixpath
import re

from handbook.model.project import Page, Project
from handbook.reading.yaml.front_matter import split
from handbook.site.added_ids import generated_ids
from handbook.site.additions import expand_page
from handbook.site.lists.download_list import BUILT, FOLDER, SCHEMA, file_name
from tests.support.python_markdown import Seen, seen, to_html

CARD = "scenarios/late-return.md"
TODAY = datetime.date(2026, 12, 1)
# As lists mark a file before the page's address is known.
_OFFERED = f"original:{FOLDER}/"


def body(page: Page) -> str:
    """What MkDocs hands on: the page's text without its front matter."""
    return split(page.document.text)[2].lstrip("\n")


def expanded(project: Project, path: str) -> str:
    """A page's Markdown with all that the build adds."""
    page = project.pages[path]
    return expand_page(project, page, body(page), TODAY)


def in_browser(project: Project, path: str) -> Seen:
    return seen(to_html(expanded(project, path)))


def section(markdown: str, id: str) -> str:
    """The text between a heading with this id and the next heading."""
    return re.split(r"^## ", markdown.split(f"{{#{id}}}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]


def check_ids(project: Project, page: Page, whole: Seen | None = None) -> None:
    """The ids that expanding brings are those that links may rely on, and none comes twice."""
    whole = whole or in_browser(project, page.path)
    own = seen(to_html(body(page)))
    assert len(whole.ids) == len(set(whole.ids)), page.file
    assert set(whole.ids) - set(own.ids) == generated_ids(project, page), page.file


def offered(project: Project) -> set[str]:
    """The files that a build writes for download."""
    endings = [ending for _, ending in BUILT.values()]
    return {SCHEMA} | {file_name(code, ending) for code in project.settings.languages for ending in endings}


def check_links(project: Project, page: Page, whole: Seen | None = None) -> None:
    """Every link of the expanded page leads to a page and an anchor that are there."""
    for target in (whole or in_browser(project, page.path)).targets:
        path, _, anchor = target.partition("#")
        if "//" in target or target.startswith("mailto:"):
            continue
        if target.startswith(_OFFERED):  # A file that the build writes when all pages are there.
            assert target.removeprefix(_OFFERED) in offered(project), f"{page.file}: {target}"
            continue
        goal = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path)) if path else page.path
        assert goal in project.files, f"{page.file}: {target}"
        if anchor:
            there = project.pages[goal]
            assert anchor in set(there.document.ids) | generated_ids(project, there), f"{page.file}: {target}"
