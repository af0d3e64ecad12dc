"""Sentences that are too long to be taken in at a glance, one by one and on the whole."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from ..model import Fault, Page, Project
from ..prose.passage import Kind, Passage, shorten
from ..prose.sentences import sentences
from ..prose.texts import Texts

# Words in a sentence and on average: a card is read while a customer waits.
CARD_LIMIT, CARD_MEAN = 20, 12
PAGE_LIMIT, PAGE_MEAN = 25, 15
# A mean of fewer sentences says little.
_ENOUGH = 5
_RUNNING = (Kind.PARAGRAPH, Kind.ITEM, Kind.DATA)
# Lists of words and the opposite of phrases.
_SILENT = ("avoid", "word", "except", "customer_words")


def check(project: Project, texts: Texts) -> Iterator[Fault]:
    if project.settings.cards is None:
        return
    counted: dict[str, list[int]] = {}
    pages: dict[str, tuple[Page, Passage]] = {}
    for passage in texts.passages:
        if passage.kind not in _RUNNING or passage.section in _SILENT:
            continue
        on_card = passage.page is not None and project.is_card(passage.page)
        limit = CARD_LIMIT if on_card else PAGE_LIMIT
        for start, end in sentences(passage):
            count = passage.count(start, end)
            if passage.page is not None:
                counted.setdefault(passage.file, []).append(count)
                pages.setdefault(passage.file, (passage.page, passage))
            # The answer and the phrases of a card have shorter limits of their own: card-words.
            if count > limit and not (on_card and passage.section in ("", "say")):
                text = shorten(passage.text[start:end])
                yield passage.fault("sentence-long", start, text=text, count=count, limit=limit)
    for file, (page, first) in pages.items():
        limit = CARD_MEAN if project.is_card(page) else PAGE_MEAN
        counts = counted[file]
        mean = ceil(sum(counts) / len(counts))
        if len(counts) >= _ENOUGH and mean > limit:
            yield first.fault("sentences-long", 0, mean=mean, limit=limit)
