"""Documents to what the browser loads: an index with its part of the lexicon, and texts for excerpts.

The index holds the site's lemmas with all their forms, see `vocabulary`, and for each form that the
site uses the parts of pages it stands in, without diacritics.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..languages import language
from ..model.project import Project
from .analyser import words
from .indexed_pages import BETWEEN, STAFF, Document
from .lexicon import Lexicon
from .steps import packed as steps
from .vocabulary import Packed, Vocabulary

FORMAT = 2
# Excerpts are fetched for the pages that are shown; a file holds those of so many pages.
SHARD = 16
# A word of a preferred term that stands for the whole: "od", "na", "the" do not.
_TELLING = 4
# A word that staff say more often of a page counts as said so often.
_MOST = 9


@dataclass(frozen=True)
class Synonym:
    """A word to avoid, or a customer's, and the term that is used instead."""

    word: str
    term: str


def synonyms(project: Project, code: str) -> list[Synonym]:
    """The words to avoid of the glossary with the terms to use instead."""
    found = []
    for entry in project.sources.terms:
        found += [Synonym(avoided.word, entry.term[code]) for avoided in entry.avoid.get(code, ())]
    return found


class _Counted:
    """The words of the pages: how often, in which parts, and what staff say of which page."""

    def __init__(self) -> None:
        self.uses: Counter[str] = Counter()
        self.places: dict[str, list[int]] = defaultdict(list)
        self.said: dict[str, Counter[int]] = defaultdict(Counter)
        self.sizes: list[list[int]] = []  # Of each page's parts.
        self._parts = 0

    def add(self, document: Document) -> None:
        """Count the next page."""
        page = len(self.sizes)
        self.sizes.append([])
        for part in document.parts:
            found = words(part.text)
            if part.kind == STAFF:
                for word in found:
                    self.said[word][page] += 1
                self.sizes[-1].append(part.text.count(BETWEEN) + 1)
            else:
                self.uses.update(set(found))
                for word in dict.fromkeys(found):
                    self.places[word].append(self._parts)
                self.sizes[-1].append(len(found))
            self._parts += 1


def index(
    code: str,
    documents: Sequence[Document],
    lexicon: Lexicon,
    avoided: Iterable[Synonym] = (),
    doors: Iterable[tuple[str, str, str]] = (),
    weights: Mapping[str, tuple[float, float]] = {},
) -> dict[str, Any]:
    """The index of a language, ready for JSON.

    Args:
        documents: the pages; the best first where nothing else decides.
        avoided: words that lead to a term.
        doors: the ways in for who finds nothing, each with its name, address and family.
        weights: what pages weigh by their kind, and for who asks from one of that kind.
    """
    vocabulary, counted = Vocabulary(lexicon), _Counted()
    for document in documents:
        counted.add(document)
    uses, places, said, sizes = counted.uses, counted.places, counted.said, counted.sizes
    site = {lemma for word in uses for lemma in vocabulary.lemmas(word)}
    pairs = [pair for synonym in avoided for pair in _linked(synonym, vocabulary, site)]
    spoken = {word: counts.total() for word, counts in said.items()}
    packed = vocabulary.packed(uses, spoken, [lemma for lemma, _ in pairs])
    numbers = {line.partition(" ")[0]: number for number, line in enumerate(packed.terms)}
    linked: dict[int, set[int]] = defaultdict(set)
    for lemma, targets in pairs:
        linked[numbers[lemma]] |= {numbers[target] for target in targets} - {numbers[lemma]}
    return {
        "format": FORMAT,
        "language": code,
        "shard": SHARD,
        "prefixes": language(code).search_prefixes,
        "words": language(code).texts["search"],
        "decisions": language(code).texts["decisions"],
        "doors": list(doors),
        "weights": {kind: list(both) for kind, both in weights.items()},
        "pages": [_page(d, s) for d, s in zip(documents, sizes, strict=True)],
        "endings": packed.endings,
        "terms": "\n".join(packed.terms),
        "places": "\n".join(steps(numbers) for _, numbers in sorted(_merged(places, packed.keys).items())),
        "staff": "\n".join(_staff(said, packed)),
        "synonyms": {str(number): sorted(targets) for number, targets in sorted(linked.items()) if targets},
    }


def shards(documents: Sequence[Document]) -> list[list[list[str]]]:
    """The texts of the pages' parts, in files of `SHARD` pages; title and answer are in the index.

    Staff's words are left empty: nothing is cut from them.
    """
    texts = [["" if part.kind == STAFF else part.text for part in document.parts] for document in documents]
    return [texts[start : start + SHARD] for start in range(0, len(texts), SHARD)]


def dumps(value: Any) -> str:
    """JSON without spaces, and the letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _page(document: Document, sizes: list[int]) -> list[Any]:
    used = sorted({part.section for part in document.parts})
    numbers = {section: number for number, section in enumerate(used)}
    return [
        document.url,
        document.title,
        document.kind,
        document.decision,
        document.answer,
        document.say,
        [list(document.sections[section]) for section in used],
        "".join(part.kind for part in document.parts),
        [numbers[part.section] for part in document.parts],
        sizes,
        *([document.language, document.only] if document.language else []),
    ]


def _linked(synonym: Synonym, vocabulary: Vocabulary, site: set[str]) -> Iterator[tuple[str, list[str]]]:
    """A single word leads to the telling words of its term; several words are found where they stand."""
    given = words(synonym.word)
    telling = [word for word in words(synonym.term) if len(word) >= _TELLING]
    targets = [lemma for word in telling for lemma in vocabulary.lemmas(word) if lemma in site]
    if len(given) == 1 and targets:
        lemmas = vocabulary.lemmas(given[0])
        for lemma in [given[0]] if given[0] in lemmas else lemmas:
            yield lemma, targets


def _merged(places: Mapping[str, list[int]], keys: Mapping[str, str]) -> dict[str, list[int]]:
    """The places by key, as several written words may share one."""
    found: dict[str, set[int]] = defaultdict(set)
    for word, numbers in places.items():
        found[keys[word]].update(numbers)
    return {key: sorted(numbers) for key, numbers in found.items()}


def _staff(said: Mapping[str, Counter[int]], packed: Packed) -> Iterator[str]:
    """For each lemma the pages that staff say it of, each as often as they do."""
    counts: dict[int, Counter[int]] = defaultdict(Counter)
    for word, pages in said.items():
        for lemma in packed.said[word]:
            counts[lemma].update(pages)
    for number in range(len(packed.terms)):
        found = sorted(counts[number].items()) if number in counts else ()
        yield steps(page for page, count in found for _ in range(min(count, _MOST)))
