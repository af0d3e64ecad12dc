"""Documents to what the browser loads: an index with its part of the lexicon, and texts for excerpts.

The index holds the site's lemmas with all their forms, see `vocabulary`, and for each form that the
site uses the parts of pages it stands in, without diacritics. It comes in two files, see `tiers`.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from typing import Any

from ..languages import language
from ..model.project import Project
from .analyser import words
from .indexed_pages import BETWEEN, CUSTOMER, SAY, STAFF, TITLE, Document
from .lexicon import Lexicon
from .steps import packed as steps
from .tiers import FIRST, tiers
from .vocabulary import Vocabulary

FORMAT = 5
# The files of an index: what the first result needs, and the rest.
FILES = ("index.json", "rest.json")
# Excerpts are fetched for the pages that are shown; a file holds those of so many pages.
SHARD = 16
# A word of a preferred term that stands for the whole: "od", "na", "the" do not.
_TELLING = 4
# A word that staff say more often of a page counts as said so often.
_MOST = 9
# A word that staff say so often, of whatever pages, is part of what the first result needs.
_OFTEN = 2
# What is said on a page, and what it is called: beside what staff say, examples of what leads to it.
_SAID = TITLE + CUSTOMER + SAY
# So many hexadecimal digits tell editions apart.
_DIGEST = 16


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
    """The words of the pages: in which parts they stand, and what staff say of which page."""

    def __init__(self) -> None:
        self.places: dict[str, list[int]] = defaultdict(list)
        # Of these the parts by which people know their pages.
        self.known: dict[str, list[int]] = defaultdict(list)
        # The pages of each word that staff say, each as often as they say it.
        self.said: dict[str, list[int]] = defaultdict(list)
        self.sizes: list[list[int]] = []  # Of each page's parts.
        self._parts = 0

    def add(self, document: Document) -> None:
        """Count the next page."""
        page, places, known, said = len(self.sizes), self.places, self.known, self.said
        sizes = []
        for number, part in enumerate(document.parts, self._parts):
            found = words(part.text)
            if part.kind == STAFF:
                for word in found:
                    said[word].append(page)
                sizes.append(part.text.count(BETWEEN) + 1)
                continue
            different = set(found)
            for word in different:
                places[word].append(number)
            for word in different if part.kind in FIRST else ():
                known[word].append(number)
            sizes.append(len(found))
        self.sizes.append(sizes)
        self._parts += len(sizes)


def index(
    code: str,
    documents: Sequence[Document],
    lexicon: Lexicon,
    avoided: Iterable[Synonym] = (),
    doors: Iterable[tuple[str, str, str]] = (),
    weights: Mapping[str, tuple[float, float]] = {},
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The index of a language, ready for JSON: what the first result needs, and the rest; see `tiers`.

    Args:
        documents: the pages; the best first where nothing else decides.
        avoided: words that lead to a term.
        doors: the ways in for who finds nothing, each with its name, address and family.
        weights: what pages weigh by their kind, and for who asks from one of that kind.
    """
    vocabulary, counted = Vocabulary(lexicon), _Counted()
    for document in documents:
        counted.add(document)
    site = {lemma for word in counted.places for lemma in vocabulary.lemmas(word)}
    pairs = [pair for synonym in avoided for pair in _linked(synonym, vocabulary, site)]
    uses, spoken = ({word: len(at) for word, at in each.items()} for each in (counted.places, counted.said))
    found = vocabulary.words(uses, spoken, [lemma for lemma, _ in pairs])
    places, known = (_merged(each, found.keys) for each in (counted.places, counted.known))
    told = _told(counted.said, found.said)
    often = {lemma for lemma, pages in told.items() if len(pages) >= _OFTEN}
    made = tiers(found.terms, places, known, often)
    staff = list(_staff(told, made.order))
    first = {
        **_settings(code, doors, weights),
        "pages": [_page(d, s) for d, s in zip(documents, counted.sizes, strict=True)],
        **vars(made.first),
        "staff": "\n".join(staff[: made.early]),
    }
    rest = {
        "sections": [_sections(document) for document in documents],
        **vars(made.rest),
        "staff": "\n".join(staff[made.early :]),
        "synonyms": _synonyms(pairs, made.order),
        "examples": [_examples(document) for document in documents],
    }
    # What belongs together is known by this, as each file may come from another edition of the site.
    edition = sha256(dumps([first, rest]).encode()).hexdigest()[:_DIGEST]
    return {"edition": edition, **first}, {"edition": edition, **rest}


def _settings(
    code: str, doors: Iterable[tuple[str, str, str]], weights: Mapping[str, tuple[float, float]]
) -> dict[str, Any]:
    """What does not come from the pages."""
    return {
        "format": FORMAT,
        "language": code,
        "shard": SHARD,
        "prefixes": language(code).search_prefixes,
        "words": language(code).texts["search"],
        "decisions": language(code).texts["decisions"],
        "doors": list(doors),
        "weights": {kind: list(both) for kind, both in weights.items()},
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
    numbers = {section: number for number, section in enumerate(_used_sections(document))}
    return [
        document.url,
        document.title,
        document.kind,
        document.decision,
        document.answer,
        document.say,
        "".join(part.kind for part in document.parts),
        [numbers[part.section] for part in document.parts],
        sizes,
        *([document.language, document.only] if document.language else []),
    ]


def _sections(document: Document) -> list[list[str]]:
    return [list(document.sections[section]) for section in _used_sections(document)]


def _used_sections(document: Document) -> list[int]:
    return sorted({part.section for part in document.parts})


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
    found: dict[str, list[list[int]]] = defaultdict(list)
    for word, numbers in places.items():
        found[keys[word]].append(numbers)
    return {key: each[0] if len(each) == 1 else sorted(set().union(*each)) for key, each in found.items()}


def _told(said: Mapping[str, list[int]], lemmas: Mapping[str, Sequence[str]]) -> dict[str, list[int]]:
    """For each lemma the pages that staff say it of, each as often as they do."""
    found: dict[str, list[list[int]]] = defaultdict(list)
    for word, pages in said.items():
        for lemma in lemmas[word]:
            found[lemma].append(pages)
    return {
        lemma: each[0] if len(each) == 1 else sorted(chain.from_iterable(each))
        for lemma, each in found.items()
    }


def _staff(told: Mapping[str, Sequence[int]], order: Iterable[str]) -> Iterator[str]:
    """A line for each lemma: its pages, each as often as it is said of them."""
    for lemma in order:
        pages = told.get(lemma, ())
        if len(pages) > _MOST:
            pages = [page for at, page in enumerate(pages) if at < _MOST or pages[at - _MOST] != page]
        yield steps(pages)


def _examples(document: Document) -> tuple[str, str]:
    """What staff say of a page, and what else is said of it and on it, word for word: a line each."""
    parts = document.parts
    told, others = (
        "\n".join(sorted({one for part in parts if part.kind in kinds for one in part.text.split(BETWEEN)}))
        for kinds in (STAFF, _SAID)
    )
    return told, others


def _synonyms(pairs: Iterable[tuple[str, list[str]]], order: Iterable[str]) -> dict[str, list[int]]:
    """For the number of a lemma those of the lemmas that are used instead."""
    numbers = {lemma: number for number, lemma in enumerate(order)}
    linked: dict[int, set[int]] = defaultdict(set)
    for lemma, targets in pairs:
        linked[numbers[lemma]] |= {numbers[target] for target in targets} - {numbers[lemma]}
    return {str(number): sorted(targets) for number, targets in sorted(linked.items()) if targets}
