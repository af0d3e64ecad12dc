"""What must not reach readers: markup that runs or loads something, false addresses, hidden signs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import islice

from ..base.kept import kept
from ..base.positions import Places, Position
from ..base.recollection import Recollection
from ..base.yaml_values import texts_within
from ..model.project import DataFile, Fault, Page, Project, Settings
from ..model.rules.rule import Rule
from ..model.rules.safety import (
    CharacterHidden,
    HtmlAttribute,
    HtmlTag,
    LettersMixed,
    LinkDeceptive,
    LinkScheme,
    MarkupOpen,
    MediaForeign,
    NameReserved,
)
from ..reading.markdown.code_spans import mask_spans
from ..reading.markdown.masking import mask_code
from ..reading.site_markdown import site_markdown
from ..reading.text_keys import text_key
from ..safety import characters
from ..safety.hosts import deceives, host_of, scheme_fault
from ..safety.judge import FRAME, LINK, MEDIA, NAME, SCHEME, TAG, UNCLOSED, Violation, judge, links
from ..safety.names import is_taken_id
from ..safety.openings import open_comments, open_fences
from ..safety.spots import Spots
from ..safety.suspects import is_suspect, is_suspect_page, suspects

_TEMPLATE = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}")
# The texts of pages and data files in which nothing was found in earlier runs.
RECOLLECTION = Recollection("safety")
# So many findings of one kind are told of a file.
_MOST = 50


def check(project: Project) -> Iterator[Fault]:
    for page in project.pages.values():
        if not page.unreadable:
            yield from _of_page(page, project.settings)
    for file in project.sources.files.values():
        yield from _of_data(file, project.settings)
    yield from islice(_addresses(project), _MOST)


@kept
def _of_page(page: Page, settings: Settings) -> tuple[Fault, ...]:
    return RECOLLECTION.found(
        lambda: text_key(settings, "page", page.document.digest), lambda: _judged(page, settings)
    )


def _judged(page: Page, settings: Settings) -> tuple[Fault, ...]:
    document = page.document
    found = [
        *islice(_characters(page.file, page.language, document.text, settings), _MOST),
        *_front_matter(page),
        *_openings(page, settings),
    ]
    if is_suspect_page(document):
        found += islice(_rendered(page, settings), _MOST)
    taken = (item for item in document.ids.items() if is_taken_id(item[0]))
    return (*found, *(page.fault(NameReserved(name=id), position) for id, position in taken))


@kept
def _of_data(file: DataFile, settings: Settings) -> tuple[Fault, ...]:
    return RECOLLECTION.found(
        lambda: text_key(settings, "data", file.digest), lambda: _judged_data(file, settings)
    )


def _judged_data(file: DataFile, settings: Settings) -> tuple[Fault, ...]:
    found = list(islice(_characters(file.file, file.language, file.text, settings), _MOST))
    for path, text in texts_within(file.value) if "\\" in file.text else ():
        for broken in _escaped(text, file.text):
            found.append(Fault(broken, file.file, file.position(path), file.language))
    if is_suspect(file.text):
        found += islice(_data(file, settings), _MOST)
    return tuple(found)


def _characters(file: str, language: str | None, text: str, settings: Settings) -> Iterator[Fault]:
    """Signs that cannot be seen or that are not what they look like."""
    found: list[tuple[int, Rule]] = []
    if characters.is_deceptive(text):
        found += [(at, CharacterHidden(found=name)) for at, name in characters.hidden(text)]
        found += [(at, LettersMixed(found=word)) for at, word in characters.mixed_words(text)]
    if _has_entities(text):  # In code they are shown as they are written.
        shown = mask_spans(mask_code(text, settings.syntax.boxes))
        found += [(at, CharacterHidden(found=name)) for at, name in characters.hidden_entities(shown)]
        found += [(at, LettersMixed(found=word)) for at, word in characters.mixed_entities(shown)]
    if found:
        places = Places(text)
        for at, broken in found:
            yield Fault(broken, file, places.at(at), language)


def _has_entities(text: str) -> bool:
    """Whether entities in a text, wherever they stand, are anything to be told of."""
    return any(True for told in (characters.hidden_entities, characters.mixed_entities) for _ in told(text))


def _front_matter(page: Page) -> Iterator[Fault]:
    """What is escaped in YAML, and tags in texts that are none of Markdown's."""
    front = "\n".join(page.document.lines[: page.front.end])
    if "<" not in front and "\\" not in front:
        return
    for path, text in texts_within(page.front.values):
        for broken in _escaped(text, front):
            yield page.fault(broken, page.front.position(*path))
        for violation in judge(text) if "<" in text else ():
            yield fault(violation, page.file, page.front.position(*path), page.language)


def _escaped(text: str, written: str) -> Iterator[Rule]:
    """What YAML's escapes put into a text that nobody sees where it is written."""
    for at, name in islice(characters.hidden(text), 1):
        if text[at] not in written:
            yield CharacterHidden(found=name)
    for _, word in islice(characters.mixed_words(text), 1):
        if word not in written:
            yield LettersMixed(found=word)


def _openings(page: Page, settings: Settings) -> Iterator[Fault]:
    body, boxes, places = page.document.body, settings.syntax.boxes, None
    for openings in (open_fences, open_comments):
        for at, what in islice(openings(body, boxes), _MOST):
            places = places or Places(page.document.text)
            yield page.fault(MarkupOpen(what=what), places.at(len(page.document.text) - len(body) + at))


def _rendered(page: Page, settings: Settings) -> Iterator[Fault]:
    body = page.document.body
    if settings.macros:
        body = _TEMPLATE.sub("", body)  # What the plugin fills in before Markdown reads the page.
    html = site_markdown(settings).html(body)
    spots = Spots(page.document, settings.syntax.boxes)
    found: set[tuple[str, Position]] = set()
    for violation in dict.fromkeys((*judge(html), *_deceptive(html))):
        if violation.rule == UNCLOSED and not violation.tag:
            continue  # A comment, which is told of above.
        if violation.rule == NAME and violation.value in page.document.ids:
            continue  # Ids are told of where they stand.
        shown = spots.unclosed() if violation.rule == UNCLOSED else None
        if shown:
            # The text knows better than the page, where extensions have put elements around it.
            violation = violation._replace(tag=shown[0])
        elif violation.rule == UNCLOSED and violation.name != FRAME:
            continue  # All is closed in the text; that it comes out otherwise is told of by checks.rendered.
        for place in [shown[1]] if shown else spots.of(violation):
            if (violation.rule, place) not in found:
                found.add((violation.rule, place))
                yield fault(violation, page.file, place, page.language)


def _deceptive(html: str) -> Iterator[Violation]:
    for href, text in links(html):
        if named := deceives(href, text):
            yield Violation(LINK, "a", named, href)


def _addresses(project: Project) -> Iterator[Fault]:
    """The addresses of the sources, which pages link to: whole ones that say where they lead."""
    file = project.sources.files.get("claims")
    for id, source in project.sources.sources.items():
        if file is None or (url := source.url) is None:
            continue
        place = file.position(("sources", id, "url"))
        if scheme_fault(url) or host_of(url) is None:
            yield Fault(LinkScheme(target=url, better=None), file.file, place, file.language)
        elif named := deceives(url, ""):
            yield Fault(LinkDeceptive(named=named, target=url), file.file, place, file.language)


def _data(file: DataFile, settings: Settings) -> Iterator[Fault]:
    """The texts of a data file, which pages show as Markdown."""
    texts = list(texts_within(file.value))
    for number in suspects([text for _, text in texts]):
        path, text = texts[number]
        place = file.position(path)
        html = site_markdown(settings).html(text)
        for violation in dict.fromkeys((*judge(html), *_deceptive(html))):
            yield fault(violation, file.file, place, file.language)


def let_pass(
    settings: Settings, page: Page | None, file: str, violations: Iterable[Violation]
) -> Iterator[Fault]:
    """Faults for what a finished page holds although no check has found it in the page's text.

    Args:
        settings: those of the project.
        page: the page as it was read, if it was.
        file: its file.
        violations: what is not allowed in it.
    """
    spots = Spots(page.document, settings.syntax.boxes) if page else None
    for violation in islice(violations, _MOST):
        place = spots.of(violation)[0] if spots else Position(1)
        yield fault(violation, file, place, page.language if page else None)


def fault(violation: Violation, file: str, place: Position, language: str | None) -> Fault:
    """A violation as a fault; `hint` names what to write instead, where it is known."""
    return Fault(_broken(violation), file, place, language)


def _broken(violation: Violation) -> Rule:
    rule, tag, name, value = violation
    if rule == LINK:
        return LinkDeceptive(named=name, target=value)
    if rule == UNCLOSED:
        return MarkupOpen(what=f"<{tag}>")
    if rule == NAME:
        return NameReserved(name=value)
    if rule in (SCHEME, MEDIA):
        better = f"https:{value}" if value.startswith("//") else None
        broken = LinkScheme if rule == SCHEME else MediaForeign
        return broken(target=value, better=better)
    if rule == TAG:
        return HtmlTag(tag=f"<{tag}>")
    return HtmlAttribute(tag=f"<{tag}>", name=name or unescape(tag))
