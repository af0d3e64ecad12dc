"""Makes the lexicons that are kept in lexicons/ from the dictionaries that PyPI has.

Only who wants newer dictionaries runs this: `make lexicons`. The site is built from the files it
leaves, so no reader and no editor needs the dictionaries themselves. See lexicons/NOTICE.md.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from importlib import resources
from pathlib import Path
from typing import Any

from handbook.search.paradigms import clusters, pack

Groups = dict[str, set[str]]

_SHORTEST = 3
# A list of endings is usual from so many lemmas on, and full from so many endings; a lemma must have
# this share of it, and the lists that fit best are taken.
_USUAL, _FULL, _SHARE, _KINDS = 30, 6, 0.8, 2

_WORD = re.compile(r"[^\W\d_]+")
# A surname or a company is no word of a handbook, and many look like one ("Dam", "Kosz").
_NAMES = {"nazwisko", "firma", "nazwa_organizacji", "pseudonim"}
_PERSONS = {"ł": ("em", "eś"), "a": ("m", "ś"), "o": ("m", "ś"), "i": ("śmy", "ście"), "y": ("śmy", "ście")}
_CONDITIONAL = {"s": ("by", "bym", "byś"), "p": ("by", "byśmy", "byście")}
# What English glues together; without the apostrophe it is one word, as it is often typed.
_CONTRACTED = {
    "do": "dont", "does": "doesnt", "did": "didnt", "is": "isnt", "are": "arent", "was": "wasnt",
    "were": "werent", "have": "havent", "has": "hasnt", "had": "hadnt", "can": "cant", "could": "couldnt",
    "would": "wouldnt", "should": "shouldnt", "will": "wont", "must": "mustnt", "need": "neednt",
}  # fmt: skip


def polish() -> Groups:
    """SGJP through Morfeusz: every lemma that simplemma or spaCy's tables name, with all its forms."""
    import morfeusz2

    morfeusz = morfeusz2.Morfeusz()
    groups: Groups = defaultdict(set)
    lemmas = set(_simplemma("pl").values())
    for part in ("noun", "verb", "adj", "adv", "num", "pron", "adp", "aux", "part"):
        lemmas.update(_spacy(f"pl_lemma_lookup_{part}").values())
    for lemma in sorted(lemmas):
        if _WORD.fullmatch(lemma):
            for form, name, tag, kinds, _ in morfeusz.generate(lemma):
                if not _NAMES.intersection(kinds):
                    groups[name.split(":")[0].lower()].update(_polish_forms(form.lower(), tag))
    for forms in groups.values():
        # The analyser takes off "nie" and "naj" itself.
        forms -= {form for form in forms if form[:3] in ("nie", "naj") and form[3:] in forms}
    return groups


def _polish_forms(form: str, tag: str) -> Iterator[str]:
    yield form
    if not tag.startswith("praet"):
        return
    number = "p" if ":pl:" in tag else "s"
    if ":nagl" not in tag:
        yield from (form + ending for ending in _PERSONS.get(form[-1], ()))
    if ":agl" not in tag:
        yield from (form + ending for ending in _CONDITIONAL[number])


def croatian() -> Groups:
    """hrLex, as spaCy's tables have it, and simplemma's Serbo-Croatian."""
    return _completed(_by_lemma([*_spacy("hr_lemma_lookup").items(), *_simplemma("hbs").items()]))


def english() -> Groups:
    """simplemma's English, WordNet's irregular forms, and what is typed without its apostrophe."""
    groups = _by_lemma(_simplemma("en").items())
    known = {form for forms in groups.values() for form in forms}
    for table in _table("en_lemma_exc").values():
        for form, lemmas in table.items():
            for lemma in lemmas:
                if lemma in groups and _WORD.fullmatch(form):
                    groups[lemma].add(form)
    # The tables name one lemma a form: "closed" is there as an adjective only.
    for lemma in list(groups):
        groups[lemma].update(known.intersection(_regular(lemma)))
    for word, contracted in _CONTRACTED.items():
        groups[word].add(contracted)
        groups["not"].add(contracted)
    return groups


def _regular(lemma: str) -> Iterator[str]:
    if len(lemma) < _SHORTEST:
        return
    yield from (f"{lemma}s", f"{lemma}es", f"{lemma}ed", f"{lemma}ing", f"{lemma}{lemma[-1]}ed")
    yield f"{lemma}{lemma[-1]}ing"
    if lemma.endswith("e"):
        yield from (f"{lemma}d", f"{lemma[:-1]}ing")
    if lemma.endswith("y"):
        yield from (f"{lemma[:-1]}ies", f"{lemma[:-1]}ied")


def _completed(groups: Groups) -> Groups:
    """Give lemmas back the forms that a table with one lemma a form gave to another one.

    The table has "krajem" as a word of its own, so "kraj" lacks it, and "kupi" as one of "kupa", so
    "kupiti" lacks that. Where a lemma's stem has most of the endings that many other lemmas of its kind
    have, it has their other endings, too, as far as the dictionary knows such a form.
    """
    known = {form for forms in groups.values() for form in forms}
    # The first ending makes the lemma, so it tells the part of speech.
    stems = [(lemma, stem, (endings[0], frozenset(endings))) for lemma, forms in groups.items()
             for stem, endings, own in clusters(lemma, forms) if own]  # fmt: skip
    usual: dict[str, list[frozenset[str]]] = defaultdict(list)
    for (first, endings), count in Counter(kind for _, _, kind in stems).most_common():
        if count >= _USUAL and len(endings) >= _FULL:
            usual[first].append(endings)
    lacking: dict[tuple[str, frozenset[str]], set[str]] = {}
    for first, endings in {kind for _, _, kind in stems}:
        kinds = [kind for kind in usual[first] if len(kind & endings) >= max(_FULL - 1, _SHARE * len(kind))]
        kinds.sort(key=lambda kind: -len(kind & endings))
        lacking[first, endings] = set().union(*(kind - endings for kind in kinds[:_KINDS]))
    for lemma, stem, kind in stems:
        groups[lemma].update(known.intersection(stem + more for more in lacking[kind]))
    return groups


def _by_lemma(pairs: Iterable[tuple[str, str]]) -> Groups:
    groups: Groups = defaultdict(set)
    for form, lemma in pairs:
        form, lemma = form.lower(), lemma.lower()
        if _WORD.fullmatch(form) and _WORD.fullmatch(lemma):
            groups[lemma].update((form, lemma))
    return groups


def _simplemma(code: str) -> Mapping[str, str]:
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    found = DefaultDictionaryFactory().get_dictionary(code)
    return {form: found[form] for form in found}


def _spacy(name: str) -> Mapping[str, str]:
    return {str(form): str(lemma) for form, lemma in _table(name).items()}


def _table(name: str) -> Mapping[str, Any]:
    file = resources.files("spacy_lookups_data").joinpath(f"data/{name}.json.gz")
    found: dict[str, Any] = json.loads(gzip.decompress(file.read_bytes()))
    return found


SOURCES = {"pl": polish, "hr": croatian, "en": english}


def main(codes: Iterable[str] = ()) -> None:
    """Write the lexicons of these languages, or of all."""
    for code in codes or SOURCES:
        groups = SOURCES[code]()
        target = Path(__file__).parents[1] / f"hooks/handbook/search/lexicons/{code}.txt"
        target.write_bytes(pack(groups))
        print(f"{target.name}: {len(groups)} lemmas, {target.stat().st_size} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
