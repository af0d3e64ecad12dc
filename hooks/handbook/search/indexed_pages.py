"""A built page to a `Document`: what the search shows of it, and what it is found by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..model.project import Page, Project
from ..reading.markdown.plain_text import opening, plain
from .html_sections import Section, sections

# The parts of a page, and how much a word in each says about the page. The browser gets the letters;
# docs/assets/search/ranking.js has the weights.
TITLE, ANSWER, CUSTOMER, SAY, HEADING, INSTEAD, BODY, RELATED = "tacshvbr"
# What staff would type; it is nowhere on the page, so excerpts are never cut from it.
STAFF = "k"
# What stands between two things that are said.
BETWEEN = " · "

_CARD_PARTS = {"": ANSWER, "say": SAY, "customer-words": CUSTOMER, "related": RELATED}
_QUOTES = "„“”‟»«\"'‚‘’"


@dataclass(frozen=True)
class Part:
    """A piece of a page's text: its kind, the section it stands in, and the text."""

    kind: str
    section: int
    text: str


@dataclass(frozen=True)
class Document:
    """A page as the search knows it. `url` is relative to the folder of the search's language.

    `language` is that of a page which this one does not have yet, and `only` says so.
    """

    url: str
    title: str
    kind: str
    decision: str
    answer: str
    say: str
    sections: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    language: str = ""
    only: str = ""


def document(project: Project, page: Page, url: str, html: str) -> Document:
    """A page as the search knows it.

    Args:
        page: the page as it was read.
        url: its address, relative to its language's folder.
        html: its content as readers get it.
    """
    found = sections(html)
    is_card = project.is_card(page)
    say = page.document.section("say")
    parts = list(_parts(page, found, is_card))
    if is_card:
        parts = list(_with_one_body(parts))
    title = plain(page.title) or next((s.title for s in found if s.title), page.slug)
    return Document(
        url=url,
        title=title,
        kind=_kind(project, page),
        decision=project.neutral(page).decision if is_card else "",
        answer=opening(page.document),
        say=plain(say.items[0].text) if is_card and say and say.items else "",
        sections=tuple((s.id, "" if is_card else s.title) for s in found),
        parts=(Part(TITLE, 0, title), *parts, *_staff_words(project, page, page.language or "")),
    )


def foreign_document(project: Project, page: Page, code: str, url: str, only: str) -> Document:
    """A page that a language does not have yet, as its search knows it: by its title, and by staff's words.

    Args:
        page: the original.
        code: the language of the search.
        url: the address of the original, relative to that language's folder.
        only: what is said of where the page is.
    """
    return Document(
        url=url,
        title=plain(page.title) or page.slug,
        kind=_kind(project, page),
        decision=project.neutral(page).decision if project.is_card(page) else "",
        answer="",
        say="",
        sections=(("", ""),),
        parts=(Part(TITLE, 0, plain(page.title)), *_staff_words(project, page, code)),
        language=page.language or "",
        only=only,
    )


def made_of(project: Project, page: Page) -> tuple[object, ...]:
    """What `document` makes of a page beside its own text, its address and its content."""
    return (
        project.settings.cards,
        page.slug,
        project.neutral(page).decision,
        [part.text for part in _staff_words(project, page, page.language or "")],
    )


def to_plain(document: Document) -> list[Any]:
    """A document as JSON can hold it."""
    parts = [(part.kind, part.section, part.text) for part in document.parts]
    return list({**vars(document), "parts": parts}.values())


def from_plain(value: Any) -> Document:
    """The document that `to_plain` was given. Raises TypeError or ValueError where it was none."""
    url, title, kind, decision, answer, say, sections, parts, language, only = value
    ours = tuple((str(id), str(name)) for id, name in sections)
    made = tuple(Part(str(kind), int(number), str(text)) for kind, number, text in parts)
    return Document(url, title, kind, decision, answer, say, ours, made, language, only)


def _staff_words(project: Project, page: Page, code: str) -> Iterator[Part]:
    words = project.sources.staff_words.get(code, {}).get(_name(project, page))
    # What more than one person thought of counts twice.
    if words and (said := [*words.often, *words.often, *words.also]):
        yield Part(STAFF, 0, BETWEEN.join(said))


def _name(project: Project, page: Page) -> str:
    """A card's own name, and for another page its path, both without .md."""
    path = page.slug.removesuffix(".md")
    return path.removeprefix(f"{project.settings.cards}/") if project.is_card(page) else path


def _kind(project: Project, page: Page) -> str:
    if project.is_card(page):
        return "card"
    folder, slash, name = page.slug.partition("/")
    return folder if slash and name != "index.md" else "page"


def _with_one_body(parts: list[Part]) -> Iterator[Part]:
    """A card’s text as one part: nobody is led to a section of a card, so its parts need no places."""
    body = [part for part in parts if part.kind == BODY]
    yield from (part for part in parts if part.kind != BODY)
    if body:
        yield Part(BODY, body[0].section, " ".join(part.text for part in body))


def _parts(page: Page, found: list[Section], is_card: bool) -> Iterator[Part]:
    for number, section in enumerate(found):
        if section.title and not is_card:
            yield Part(HEADING, number, section.title)
        if section.deleted:
            yield Part(INSTEAD, number, ", ".join(section.deleted))
        kind = _CARD_PARTS.get(section.id, BODY) if is_card else ANSWER if number == 0 else BODY
        texts = [(kind, section.text)]
        if kind == CUSTOMER:
            said = page.matter.customer_words
            texts = [(kind, BETWEEN.join(s.strip(_QUOTES) for s in said))]
        elif kind == ANSWER and not is_card:
            # What follows a page's first paragraph may be a list of all other pages.
            texts = [(ANSWER, " ".join(section.blocks[:1])), (BODY, " ".join(section.blocks[1:]))]
        yield from (Part(kind, number, text) for kind, text in texts if text)
