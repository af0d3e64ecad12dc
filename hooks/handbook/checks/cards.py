"""Cards: sections, their order and names, counts and word limits, and how cards name each other."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.guessing import guess, words
from ..base.kept import kept
from ..base.positions import Position
from ..base.recollection import Recollection
from ..languages import Language, language
from ..model.card import (
    ANSWER_WORDS,
    PART_IDS,
    PARTS,
    REPLIES,
    REPLY_IDS,
    WRITE,
    Part,
)
from ..model.document import Heading, Item, Section
from ..model.meant_headings import meant_heading
from ..model.project import Fault, Page, Project, Settings
from ..model.rules.cards import (
    CardAnswerMissing,
    CardCount,
    CardIdTwice,
    CardSectionMissing,
    CardSectionName,
    CardSectionOrder,
    CardSectionUnknown,
    CardWords,
)
from ..reading.markdown.plain_text import opening, plain
from ..reading.text_keys import text_key

# The cards in whose own text nothing was found in earlier runs.
RECOLLECTION = Recollection("cards")


def check(project: Project) -> Iterator[Fault]:
    if project.settings.cards is None:
        return
    ids: dict[str, Page] = {}
    for page in project.pages.values():
        if not project.is_card(page) or page.unreadable:
            continue
        yield from _of_page(page, project.settings)
        card_id = page.matter.id
        if card_id and project.original(page.slug) is page and not page.front.broken:
            if card_id in ids:
                position = page.front.position("id")
                yield page.fault(CardIdTwice(id=card_id, other=ids[card_id].file), position)
            ids.setdefault(card_id, page)


@kept
def _of_page(page: Page, settings: Settings) -> tuple[Fault, ...]:
    """What a card's own text shows."""
    kind = f"card {page.language}"
    return RECOLLECTION.found(lambda: text_key(settings, kind, page.document.digest), lambda: _judged(page))


def _judged(page: Page) -> tuple[Fault, ...]:
    names = language(page.language)
    limits = _limits(page, names) if page.front.end > 0 else ()
    return (*_sections(page, names), *_replies(page, names), *limits)


def _sections(page: Page, names: Language) -> Iterator[Fault]:
    headings = [h for h in page.document.headings if h.level == 2]
    given = [h.id for h in headings]
    # A heading without its id has a finding of its own; it is not missing as well.
    unnamed = {h.text for h in headings if not h.explicit}
    for heading in headings:
        if heading.id in PART_IDS:
            yield from _name(page, names, heading)
        elif heading.explicit:
            near = _meant(names, heading, [id for id in PART_IDS if id not in given])
            yield page.fault(CardSectionUnknown(id=heading.id, guess=near), heading.position)
    for index, part in enumerate(PARTS):
        missing = part.id not in given and not part.optional
        if missing and names.word("sections", part.id) not in unnamed:
            after = next((id for id in reversed(PART_IDS[:index]) if id in given), None)
            yield _missing(page, names.word("sections", part.id), part.id, "##", _line_after(page, after))
    known = [id for id in given if id in PART_IDS]
    for found, should_be in zip(known, sorted(known, key=PART_IDS.index), strict=True):
        if found != should_be:
            index = PART_IDS.index(found)
            after = next((id for id in reversed(PART_IDS[:index]) if id in given), None)
            yield page.fault(
                CardSectionOrder(
                    heading=names.word("sections", found),
                    after=names.word("sections", after) if after else None,
                ),
                next(h.position for h in headings if h.id == found),
            )
            return


def _meant(names: Language, heading: Heading, missing: list[str]) -> str | None:
    """The section that one with an unknown id was meant to be: by its name, or by what the id looks like."""
    named = next((id for id in missing if names.word("sections", id) == heading.text), None)
    return named or guess(heading.id, missing)


def _missing(page: Page, heading: str, id: str, hashes: str, place: Position) -> Fault:
    """A section that is missing, at the line that was meant as its heading or else where it belongs."""
    found = meant_heading(page, heading, id)
    line = page.document.lines[found - 1].strip() if found else None
    broken = CardSectionMissing(heading=heading, id=id, hashes=hashes, found=line)
    return page.fault(broken, Position(found) if found else place)


def _name(page: Page, names: Language, heading: Heading) -> Iterator[Fault]:
    wanted = names.word("sections", heading.id)
    if heading.text.replace("'", "’") != wanted:
        yield page.fault(CardSectionName(found=heading.text, heading=wanted), heading.position)


def _replies(page: Page, names: Language) -> Iterator[Fault]:
    """The written replies: each a section of its own within the one for writing, and nothing else there."""
    headings = _within(page, WRITE)
    if headings is None:
        return
    given = [heading.id for heading in headings]
    for heading in headings:
        if heading.id in REPLY_IDS:
            yield from _name(page, names, heading)
        elif heading.explicit:
            near = _meant(names, heading, [id for id in REPLY_IDS if id not in given])
            yield page.fault(CardSectionUnknown(id=heading.id, guess=near), heading.position)
    unnamed = {h.text for h in headings if not h.explicit}
    for reply in REPLIES:
        heading_text = names.word("sections", reply.id)
        if not reply.optional and reply.id not in given and heading_text not in unnamed:
            yield _missing(page, heading_text, reply.id, "###", _line_after(page, WRITE))


def _within(page: Page, id: str) -> list[Heading] | None:
    """The headings of level 3 within a section; None where there is no such section."""
    found: list[Heading] | None = None
    for heading in page.document.headings:
        if heading.level == 2:
            if found is not None:
                break
            found = [] if heading.id == id else None
        elif heading.level == 3 and found is not None:
            found.append(heading)
    return found


def _line_after(page: Page, id: str | None) -> Position:
    sections = page.document.sections
    index = next((i for i, s in enumerate(sections) if s.id == (id or "")), None)
    if index is not None and index + 1 < len(sections):
        return sections[index + 1].position
    return Position(page.document.text.rstrip("\n").count("\n") + 1)


def _limits(page: Page, names: Language) -> Iterator[Fault]:
    answer = opening(page.document)
    # A quotation is what somebody else says.
    answer = "" if answer.startswith((">", "&gt;")) else answer
    body = Position(page.front.end + 1)
    if not answer:
        yield page.fault(CardAnswerMissing(limit=ANSWER_WORDS), body)
    elif (count := len(words(answer))) > ANSWER_WORDS:
        yield _too_long(page, _first_text(page), names.word("page", "answer"), count, ANSWER_WORDS)
    total = len(words(answer))
    entries: list[tuple[Item, int, int]] = []
    for part in PARTS:
        section = page.document.section(part.id)
        if section is None:
            continue
        yield from _count(page, section, part, names)
        if part.words:
            counted = [(item, len(words(plain(item.text))), part.words) for item in section.items]
            entries += counted
            total += sum(count for _, count, _ in counted)
        elif part.during_call:
            total += len(words("\n".join(plain(item.text) for item in section.items)))
    for item, count, most in entries:
        if count > most:
            yield _too_long(page, item.position, item.text, count, most)
    limit = names.call_words
    if total > limit:
        yield _too_long(page, body, page.title, total, limit)


def _count(page: Page, section: Section, part: Part, names: Language) -> Iterator[Fault]:
    if part.id == WRITE:
        return
    if part.high == 0:
        if not section.text.strip():
            heading = names.word("sections", part.id)
            yield page.fault(CardCount(heading=heading, count=0, low=1, high=4, marker="…"), section.position)
        return
    count = sum(1 for item in section.items if _fits(item, part.marker))
    if not part.low <= count <= part.high:
        yield page.fault(
            CardCount(
                heading=names.word("sections", part.id),
                count=count,
                low=part.low,
                high=part.high,
                marker=part.marker,
            ),
            section.position,
        )


def _fits(item: Item, marker: str) -> bool:
    if marker == "- [ ]":
        return item.task
    if marker == "1.":
        return item.marker[0].isdigit()
    return item.marker in "-*+" and not item.task


def _first_text(page: Page) -> Position:
    lines = page.document.text.split("\n")
    for number in range(page.front.end, len(lines)):
        if lines[number].strip():
            return Position(number + 1)
    return Position(1)


def _too_long(page: Page, position: Position, what: str, count: int, limit: int) -> Fault:
    return page.fault(CardWords(what=what, count=count, limit=limit), position)
