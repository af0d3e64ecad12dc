"""Sentences that are too long to be taken in at a glance, one by one and on the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil

from ..model.card import MEAN_WORDS, REPLY_IDS, SENTENCE_WORDS
from ..model.project import Fault, Project
from ..model.rules.prose import SentenceLong, SentencesLong
from ..prose.passage import Kind, Passage, shorten
from ..prose.project_texts import Texts
from ..prose.sentences import sentences

# Words in a sentence and on average: a card is read while a customer waits, so its limits are lower.
PAGE_LIMIT, PAGE_MEAN = 25, 15
# A mean of fewer sentences says little.
_ENOUGH = 5
_RUNNING = (Kind.PARAGRAPH, Kind.ITEM, Kind.DATA)
# Lists of words and the opposite of phrases.
_SILENT = ("avoid", "word", "except", "customer_words")


def check(project: Project, texts: Texts) -> Iterator[Fault]:
    if project.settings.cards is None:
        return
    means: list[tuple[Passage, int]] = []
    for file in texts.files:
        first: Passage | None = None
        words = count = 0
        for passage in file.passages:
            if passage.kind not in _RUNNING or passage.section in _SILENT:
                continue
            found = sentences(passage)
            together = passage.length
            # A reply is read at leisure, by somebody else.
            if passage.page is not None and found and passage.section not in REPLY_IDS:
                first = first or passage
                words += together
                count += len(found)
            if together > SENTENCE_WORDS:
                yield from _long(project, passage, found)
        if first is not None and count >= _ENOUGH:
            means.append((first, ceil(words / count)))
    for passage, mean in means:
        limit = MEAN_WORDS if _is_on_card(project, passage) else PAGE_MEAN
        if mean > limit:
            yield passage.fault(SentencesLong(mean=mean, limit=limit), 0)


def _long(project: Project, passage: Passage, found: Iterable[tuple[int, int]]) -> Iterator[Fault]:
    on_card = _is_on_card(project, passage)
    # The answer and the phrases of a card have shorter limits of their own: card-words.
    if on_card and passage.section in ("", "say"):
        return
    limit = SENTENCE_WORDS if on_card and passage.section not in REPLY_IDS else PAGE_LIMIT
    for start, end in found:
        count = passage.count(start, end)
        if count > limit:
            text = shorten(passage.text[start:end])
            yield passage.fault(SentenceLong(text=text, count=count, limit=limit), start)


def _is_on_card(project: Project, passage: Passage) -> bool:
    return passage.page is not None and project.is_card(passage.page)
