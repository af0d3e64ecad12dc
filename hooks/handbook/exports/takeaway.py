"""The handbook's cards, phrases, guides and terms as data, for tools that staff already work with.

One language each. `takeaways` makes the data, `WRITERS` turns it into the forms that other tools read:
JSON (with a schema), CSV, a match file of espanso, and canned replies in the import forms of helpdesks.
Slots stay in square brackets. The same handbook gives the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict

from ..languages import Language, language
from ..links.targets import Targets
from ..model.card import replies_in
from ..model.document import Section
from ..model.project import Page, Project
from ..reading.markdown.plain_text import opening, plain
from ..site.untranslated import untranslated

FORMAT = 2
LICENCE = "CC BY 4.0"
_QUOTE_MARK = re.compile(r"^>[ ]?", re.MULTILINE)
# The quotation, and after it the few words on why not.
_QUOTED = re.compile(r"[„“”«»\"](?P<said>[^„“”«»\"]+)[”“»«\"][.,]?\s*(?P<rest>.*)", re.DOTALL)


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Avoided(_Data):
    """What is better left unsaid, and why."""

    say: str
    why: str


class Reply(_Data):
    """A written reply; paragraphs are divided by an empty line."""

    kind: str
    text: str


class Card(_Data):
    """A situation: what to say, what not, what to do, what to write."""

    id: str
    slug: str
    url: str | None
    family: str
    title: str
    decision: str
    answer: str
    customer_words: tuple[str, ...]
    say: tuple[str, ...]
    dont_say: tuple[Avoided, ...]
    do: tuple[str, ...]
    replies: tuple[Reply, ...]


class Phrase(_Data):
    """A phrase by its purpose, and what it takes the place of."""

    id: str
    intent: str
    say: str
    instead_of: str


class Guide(_Data):
    """A guide by its title."""

    slug: str
    url: str | None
    title: str
    summary: str


class Term(_Data):
    """A term of the glossary."""

    id: str
    term: str
    definition: str


class Untranslated(_Data):
    """A card or guide that the language does not have yet: its original."""

    slug: str
    url: str | None
    title: str
    language: str


class Takeaway(_Data):
    """A language of the handbook; what it does not have yet is named in `untranslated` alone."""

    format: int
    language: str
    licence: str
    cards: tuple[Card, ...]
    phrases: tuple[Phrase, ...]
    guides: tuple[Guide, ...]
    terms: tuple[Term, ...]
    untranslated: tuple[Untranslated, ...]


def takeaway(project: Project, code: str) -> Takeaway:
    """All of a language that can be taken along."""
    names = language(code)
    return Takeaway(
        format=FORMAT,
        language=code,
        licence=LICENCE,
        cards=tuple(_card(project, card, names) for card in project.cards(code)),
        phrases=tuple(
            Phrase(
                id=entry.id,
                intent=entry.intent[code],
                say=entry.say[code],
                instead_of=entry.instead_of[code],
            )
            for entry in project.sources.phrases
        ),
        guides=tuple(_guides(project, code)),
        terms=tuple(
            Term(id=entry.id, term=entry.term[code], definition=plain(entry.definition[code]))
            for entry in project.sources.terms
        ),
        untranslated=tuple(_untranslated(project, code)),
    )


def _card(project: Project, card: Page, names: Language) -> Card:
    neutral = project.neutral(card)
    return Card(
        id=neutral.id,
        slug=card.slug.rpartition("/")[2].removesuffix(".md"),
        url=address_of(project, card),
        family=names.texts["families"].get(neutral.family, ""),
        title=card.title,
        decision=names.texts["decisions"].get(neutral.decision, ""),
        answer=opening(card.document),
        customer_words=card.matter.customer_words,
        say=tuple(_parted(text)[0] for text in _items(card, "say")),
        dont_say=tuple(Avoided(say=said, why=why) for said, why in map(_parted, _items(card, "dont-say"))),
        do=_items(card, "do"),
        replies=tuple(
            Reply(kind=section.id.removeprefix("write-"), text=_reply(section))
            for section in replies_in(card.document)
        ),
    )


def _items(card: Page, id: str) -> tuple[str, ...]:
    section = card.document.section(id)
    return tuple(plain(item.text) for item in section.items) if section else ()


def _parted(text: str) -> tuple[str, str]:
    """What is said without its quotation marks, and what follows it."""
    found = _QUOTED.fullmatch(text.strip())
    return (found["said"].strip(), found["rest"].strip()) if found else (text.strip(), "")


def _reply(section: Section) -> str:
    lines = _QUOTE_MARK.sub("", section.text).strip()
    return "\n\n".join(plain(part).strip() for part in re.split(r"\n\s*\n", lines))


def _guides(project: Project, code: str) -> Iterator[Guide]:
    for path, page in sorted(project.pages.items()):
        if page.language == code and page.slug.startswith("guides/") and page.slug != "guides/index.md":
            summary = opening(page.document)
            slug = page.slug.removesuffix(".md")
            yield Guide(
                slug=slug, url=address_of(project, project.pages[path]), title=page.title, summary=summary
            )


def _untranslated(project: Project, code: str) -> Iterator[Untranslated]:
    for slug, page in sorted(untranslated(project, code).items()):
        if project.is_card(page) or slug.startswith("guides/"):
            yield Untranslated(
                slug=slug.removesuffix(".md"),
                url=address_of(project, page),
                title=page.title,
                language=page.language or "",
            )


def address_of(project: Project, page: Page) -> str | None:
    """The full address of a page on the site; None where the site has no address."""
    site = project.settings.site_url
    return f"{site.rstrip('/')}/{Targets(project).url(page.path)}" if site else None
