"""Pages of a site that was built, as readers see them, and files of its project, as they say the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path

from handbook.languages import language
from handbook.model.project import Project
from tests.journeys.proposals import ALONE

# Where every card is listed, and a page on whose way it stands.
LISTS = ("scenarios", "find", "decide", "practise", "phrasebook", "reference/sources", "editing/status")
LINK = re.compile(r"<a(?P<attributes>[^>]*)>(?P<text>.*?)</a>(?=(?P<after>.{0,90}))", re.DOTALL)


def links(root: Path, code: str, page: str, slug: str) -> Iterator[tuple[str, str, str]]:
    """The links on a page of a language to the page in question: attributes, text, and what follows."""
    html = (root / "site" / code / page / "index.html").read_text("utf8")
    for match in LINK.finditer(html):
        href = re.search(r'href="([^"#?]*)', match["attributes"])
        if href and href[1].endswith(f"/{ALONE[slug]}/{slug}/"):
            yield match["attributes"], match["text"], match["after"]


def said(project: Project, code: str, slug: str) -> str:
    """What readers of a language are told of the page."""
    names = language(code)
    return names.word("page", "untranslated", language=names.word("in-languages", ALONE[slug]))


def shown(root: Path, code: str, slug: str) -> str:
    return (root / "site" / code / slug / "index.html").read_text("utf8")


def entries(html: str, id: str) -> list[str]:
    """The entries of a section as readers see them."""
    section = html.split(f'<h2 id="{id}">', 1)[1].split("<h2", 1)[0]
    return [plain(re.sub("<[^>]+>", "", entry)) for entry in re.findall("<li>(.*?)</li>", section, re.DOTALL)]


def plain(text: str) -> str:
    """Words and signs alone: without marks of Markdown, and with plain spaces."""
    return re.sub(r"[*\\\[\]]", "", unescape(text).replace("\xa0", " ")).strip()


def is_as_in_its_file(root: Path, project: Project, code: str, slug: str) -> bool:
    """Whether readers see the steps that stand in the page's file, in their order."""
    section = project.pages[f"{code}/{slug}.md"].document.section("do")
    assert section
    return entries(shown(root, code, slug), "do") == [plain(item.text) for item in section.items]


def entries_of(project: Project, code: str, slug: str, sections: Iterable[str]) -> list[list[str]]:
    """What a page's file has in some sections."""
    found = [project.pages[f"{code}/{slug}.md"].document.section(id) for id in sections]
    return [[item.text for item in section.items] for section in found if section]
