"""What one page says and another says too, or says otherwise; these look at all cards of a language."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from ..base.digest import digest
from ..base.guessing import words
from ..base.kept import kept
from ..base.positions import Position
from ..base.recollection import Recollection
from ..languages import language
from ..model.card import WHY
from ..model.document import Section
from ..model.project import Fault, Page, Project
from ..model.rules.cards import DecisionTwice, PhraseForbidden
from ..model.rules.prose import CardWhyLong, SentenceTwice, WhyOpening
from ..model.rules.references import SectionsTwice
from ..prose.comparison import BODY, OPENING, SHARE, first_words, is_too_common
from ..prose.passage import Passage, shorten
from ..prose.project_texts import Texts
from ..prose.sentences import ENOUGH, bare, comparable, sentences
from ..reading.markdown.plain_text import plain
from ..site.lists.practice import first_quoted

# The cards of a language in which nothing was found in earlier runs.
RECOLLECTION = Recollection("repetition")
# A condition of fewer words may mean two things on two cards.
_CONDITION = 3
# What stands above and below front matter.
_FENCE = "---"
# **hold the rule**
_BOLD = re.compile(r"\*\*(.+?)\*\*")


def check(project: Project) -> Iterator[Fault]:
    """The same sentence to say here and not to say there; the same case decided in two ways; a page twice."""
    if project.settings.cards is None:
        return
    for page in project.pages.values():
        yield from _pasted_twice(page)
    for code in project.settings.languages:
        yield from _of_cards(list(project.cards(code)))


def _of_cards(cards: list[Page]) -> tuple[Fault, ...]:
    """What the cards of a language say of the same thing, given in their order."""
    texts = [part for page in cards for part in (str(page.language), page.path, page.document.digest)]
    return RECOLLECTION.found(lambda: digest(*texts), lambda: (*_forbidden(cards), *_decided_twice(cards)))


def check_sentences(project: Project, texts: Texts) -> Iterator[Fault]:
    """Sentences that stand on two pages."""
    if project.settings.cards is None:
        return
    told: dict[tuple[str, str], tuple[Passage, int]] = {}
    titles = {code: _titles(project, code) for code in project.settings.languages}

    @cache
    def own_words(code: str, own: str) -> int:
        return _count(titles[code].sub("", own))

    for passage in texts.passages:
        if passage.page is None or passage.kind not in BODY or passage.language not in titles:
            continue
        for start, end, own in comparable(passage):
            first, at = told.setdefault((passage.language, own), (passage, start))
            # What is said may be written too; “See [The mistake is ours].” is no sentence of a card's own.
            if first.file != passage.file and own_words(passage.language, own) >= ENOUGH:
                yield passage.fault(
                    SentenceTwice(
                        text=shorten(passage.text[start:end]), other=first.file, line=first.position(at).line
                    ),
                    start,
                )


def _count(words_of_sentence: str) -> int:
    return len(words_of_sentence.split())


def _titles(project: Project, code: str) -> re.Pattern[str]:
    """The titles of the pages of a language, as sentences are compared."""
    found = (bare(page.title) for page in project.pages.values() if page.language == code)
    longest = sorted({title for title in found if title}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b") if longest else re.compile(r"(?!)")


@kept
def _pasted_twice(page: Page) -> tuple[Fault, ...]:
    """Where a page begins anew: several sections, one after the other, that it has above already."""
    sections = page.document.sections
    first: dict[str, int] = {}
    again: list[int] = []
    for number, section in enumerate(sections):
        if section.heading is None or not section.heading.explicit or section.heading.level < 2:
            continue
        if section.id in first:
            again.append(number)
        first.setdefault(section.id, number)
    if len(again) < 2 or [first[sections[n].id] for n in again] != sorted(
        first[sections[n].id] for n in again
    ):
        return ()
    begin = _beginning(page, sections[again[0] - 1], sections[again[0]])
    after = again[-1] + 1
    end = (
        sections[after].position.line - 1
        if after < len(sections)
        else page.document.text.rstrip("\n").count("\n") + 1
    )
    line = sections[first[sections[again[0]].id]].position.line
    return (page.fault(SectionsTwice(count=len(again), line=line, last=end), Position(begin)),)


def _beginning(page: Page, above: Section, section: Section) -> int:
    """The line in which what was pasted begins: front matter, the page's first words, or the heading."""
    lines = page.document.lines
    lead = page.document.section("")
    words = set(lead.text.split("\n")) - {""} if lead else set()
    for number in range(above.position.line, section.position.line - 1):
        if lines[number].strip() == _FENCE or (above.heading and lines[number] in words):
            return number + 1
    return section.position.line


def _forbidden(cards: list[Page]) -> Iterator[Fault]:
    unsaid: dict[str, tuple[Page, int]] = {}
    for page in cards:
        for phrase, _, position in _phrases(page, "dont-say"):
            unsaid.setdefault(phrase, (page, position.line))
    for page in cards:
        for phrase, text, position in _phrases(page, "say"):
            if found := unsaid.get(phrase):
                other, line = found
                yield page.fault(PhraseForbidden(text=text, other=other.file, line=line), position)


@kept
def _phrases(page: Page, id: str) -> tuple[tuple[str, str, Position], ...]:
    """The phrases of a section, each as it is compared, as it stands, and its place."""
    section = page.document.section(id)
    found = []
    for item in section.items if section else ():
        text = plain(item.text)
        phrase = first_quoted(language(page.language), text) if id == "dont-say" else text
        if phrase:
            found.append((bare(phrase), text, item.position))
    return tuple(found)


def _decided_twice(cards: list[Page]) -> Iterator[Fault]:
    """Points under “Decide” with the same condition and another decision."""
    known: dict[str, tuple[str, Page, int]] = {}
    for page in cards:
        for condition, decision, position in _decisions(page):
            given = known.setdefault(bare(condition), (decision, page, position.line))
            if given[0] != decision:
                yield page.fault(DecisionTwice(text=condition, other=given[1].file, line=given[2]), position)


@kept
def _decisions(page: Page) -> tuple[tuple[str, str, Position], ...]:
    """The points under “Decide”: each with its condition, what is decided, and its place."""
    section = page.document.section("decide")
    found = []
    for item in section.items if section else ():
        condition, colon, rest = item.text.partition(":")
        decision = bare(" ".join(_BOLD.findall(rest)))
        condition = plain(condition)
        if colon and decision and len(words(condition)) >= _CONDITION:
            found.append((condition, decision, item.position))
    return tuple(found)


def check_reasons(project: Project, texts: Texts) -> Iterator[Fault]:
    """Reasons that are too long or begin as too many others do."""
    if project.settings.cards is None:
        return
    openings: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    cards = {code: sum(1 for _ in project.cards(code)) for code in project.settings.languages}
    counts: dict[str, tuple[Passage, int]] = {}
    for passage in texts.passages:
        page = passage.page
        if passage.section != "why" or passage.kind not in BODY or page is None or not project.is_card(page):
            continue
        first, count = counts.get(passage.file, (passage, 0))
        counts[passage.file] = first, count + len(sentences(passage))
        if first is passage:
            openings[passage.language, first_words(passage)].append(passage)
    low, high = WHY
    for first, count in counts.values():
        if count > high:
            heading = language(first.language).word("sections", "why")
            yield first.fault(CardWhyLong(heading=heading, count=count, low=low, high=high), 0)
    for (code, _), found in openings.items():
        if is_too_common(len(found), cards.get(code, 0)):
            for passage in found:
                shown = " ".join(passage.tokens[:OPENING])
                yield passage.fault(
                    WhyOpening(text=shown, count=len(found), most=max(1, cards[code] // SHARE)), 0
                )
