"""Text left in another language: a whole page, a section or a paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..languages import language, language_name
from ..model.project import Fault, Project
from ..model.rules.prose import ProseUnavailable, TextWrongLanguage
from ..prose import detection
from ..prose.passage import Passage, shorten
from ..prose.project_texts import Texts, may_be_foreign

# Measured: no text in its own language is below it.
_CONFIDENCE = 0.2
# Fewer words say too little.
_ENOUGH = 5
# With fewer words around it, what is quoted or in bold is judged with them.
_REMAINING = 3
# When so much of a page or section is foreign, the whole of it was left in the other language.
_WHOLE = 0.8


class _Part(NamedTuple):
    """Passages that were judged together; `other` is the language they are in, None where it is their own."""

    passages: Sequence[Passage]
    words: int
    other: str | None


def check(project: Project, texts: Texts) -> Iterator[Fault]:
    if len(project.settings.languages) < 2 or not texts.passages:
        return
    if not detection.is_available():
        yield Fault(
            ProseUnavailable(missing=detection.NAME, install=detection.INSTALL),
            project.settings.config,
            language=project.settings.default_language,
        )
        return
    for passages in (file.passages for file in texts.files):
        if passages[0].page is None:
            for part in (_judge([passage], texts) for passage in passages):
                if part.other is not None:
                    yield _fault(part)
        else:
            yield from _page(passages, texts)


def _page(passages: Sequence[Passage], texts: Texts) -> Iterator[Fault]:
    code = passages[0].language
    if not any(_is_suspicious(words, code, texts) for words in _judged_together(passages)):
        return  # Nearly every page.
    sections = [list(_parts(section, texts)) for section in _sections(passages)]
    whole = _whole([part for section in sections for part in section])
    if whole is not None:
        yield _fault(whole)
        return
    for section in sections:
        whole = _whole(section)
        if whole is not None and len(section) > 1:
            yield _fault(whole)
        else:
            yield from (_fault(part) for part in section if part.other is not None)


def _judged_together(passages: Sequence[Passage]) -> Iterator[Sequence[str]]:
    """The words of the parts of a page, as `_parts` makes them."""
    short: dict[str, list[str]] = {}
    for passage in passages:
        if len(passage.tokens) < _ENOUGH:
            short.setdefault(passage.section, []).extend(passage.tokens)
        else:
            yield passage.tokens
    yield from (words for words in short.values() if len(words) >= _ENOUGH)


def _parts(section: Sequence[Passage], texts: Texts) -> Iterator[_Part]:
    """The long passages one by one, the short ones together."""
    short: list[Passage] = []
    for passage in section:
        if len(passage.tokens) < _ENOUGH:
            short.append(passage)
        else:
            yield _judge([passage], texts)
    if sum(len(passage.tokens) for passage in short) >= _ENOUGH:
        yield _judge(short, texts)


def _judge(passages: Sequence[Passage], texts: Texts) -> _Part:
    tokens: Sequence[str] = passages[0].tokens
    if len(passages) > 1:
        tokens = [word for passage in passages for word in passage.tokens]
    code = passages[0].language
    own = _Part(passages, len(tokens), None)
    if len(tokens) < _ENOUGH or not _is_suspicious(tokens, code, texts):
        return own
    unquoted = [word for passage in passages for word in _words(passage)]
    if not _is_suspicious(unquoted, code, texts):
        return own
    found = detection.confidences("\n".join(passage.text for passage in passages))
    if found.get(code, 1) >= _CONFIDENCE:
        return own
    # A definition may be short and quote words of both other languages.
    if len(unquoted) < len(tokens) and detection.confidences(" ".join(unquoted)).get(code, 1) >= _CONFIDENCE:
        return own
    return _Part(passages, len(tokens), next(iter(found)))


def _words(passage: Passage) -> list[str]:
    """The words of a passage, without what it quotes if something is left then."""
    found = passage.words
    own = [word for word, at in found if not may_be_foreign(passage, at)]
    return own if len(own) >= _REMAINING else [word for word, _ in found]


def _is_suspicious(words: Sequence[str], code: str, texts: Texts) -> bool:
    """Whether another dictionary knows the words at least as well as that of their own language.

    The models are loaded only then: of 11,284 texts in another language this lets none pass.
    """
    if len(texts.answered) < len(texts.wrong):
        return True
    others = texts.strangers_of_others[code]
    # Nearly every text: its own dictionary knows all of it, and no other one does.
    if texts.suspects[code].isdisjoint(words):
        for suspects in others:
            if suspects.isdisjoint(words):
                break
        else:
            return False
    different = frozenset(words)
    strange = len(different & texts.suspects[code])
    fewest = min((len(different & suspects) for suspects in others), default=len(different))
    # The Polish dictionary has English words, too; the English one has no Polish words.
    return strange > fewest or (strange == fewest and not language(code).shared)


def _whole(parts: Sequence[_Part]) -> _Part | None:
    """All parts as one, if nearly all of their words are in another language."""
    foreign = [part for part in parts if part.other is not None]
    words = sum(part.words for part in parts)
    if not foreign or sum(part.words for part in foreign) < _WHOLE * words:
        return None
    longest = max(foreign, key=lambda part: part.words)
    passages = sorted((p for part in foreign for p in part.passages), key=lambda p: p.position(0))
    return _Part(passages, words, longest.other)


def _fault(part: _Part) -> Fault:
    first = part.passages[0]
    return first.fault(
        TextWrongLanguage(
            text=shorten(first.text),
            other=language_name(first.language, part.other or ""),
            words=part.words,
            lines=frozenset(line for passage in part.passages for line in _lines(passage)),
        ),
        0,
    )


def _lines(passage: Passage) -> range:
    return range(passage.position(0).line, passage.position(len(passage.text) - 1).line + 1)


def _sections(passages: Sequence[Passage]) -> list[list[Passage]]:
    groups: dict[str, list[Passage]] = {}
    for passage in passages:
        groups.setdefault(passage.section, []).append(passage)
    return list(groups.values())
