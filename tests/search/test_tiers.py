"""An index in two files: what the browser makes of them, and what the first alone can do."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

import pytest

from handbook.languages import CODES
from handbook.search.analyser import fold
from handbook.search.engine import Engine
from handbook.search.index import dumps
from handbook.search.indexed_pages import STAFF, Document, Part
from handbook.search.lexicon import lexicon
from handbook.search.tiers import tiers
from handbook.search.vocabulary import Term, Use, Vocabulary
from tests.search.small import page, small
from tests.support.project import HANDBOOK
from tests.support.scripts import loaded

ASSETS = HANDBOOK / "docs/assets/search"
# Words that look alike without diacritics, with a prefix, of another stem, of no lexicon, beyond 16 bits.
WORDS = {
    "pl": ["pomoc", "pomóc", "mam", "mama", "niejasna", "najlepszą", "lepszy", "dobry", "iphone", "𝒳y", "ab"],
    "hr": ["doviđenja", "riječ", "rijeci", "najbolji", "dobar", "nejasan", "vođa", "hvala", "𝒳y"],
    "en": ["closed", "closing", "better", "good", "dont", "iphones", "𝒳y", "geese"],
}


def together(*made: dict[str, Any]) -> dict[str, Any]:
    """What the browser makes of one tier or both."""
    racer = loaded(ASSETS / "tiers.js")
    given = ", ".join(f"JSON.parse({json.dumps(dumps(tier))})" for tier in made)
    return dict(json.loads(str(racer.eval(f"JSON.stringify(together({given}))"))))


def as_index(*columns: Any) -> list[dict[str, Any]]:
    """Tiers as the browser gets them, with nothing else in them."""
    first, rest = (dict(vars(column)) for column in columns)
    return [{**first, "pages": [], "staff": ""}, {**rest, "sections": [], "staff": "", "synonyms": {}}]


def read(index: dict[str, Any]) -> dict[str, tuple[set[str], set[tuple[str, bool]]]]:
    """For each lemma its forms, and those that are used, each with whether it is sure."""
    lists = [text.split(",") for text in index["lists"]]
    found = {}
    for lemma, paradigm, used in zip(index["lemmas"], index["paradigms"], index["used"], strict=True):
        own, *others = paradigm.split(" ")
        marks = [*used.split(" "), *[""] * len(others)]
        stem = fold(lemma).removesuffix(lists[int(own)][0])
        stems = [(stem, lists[int(own)])]
        stems += [(start, lists[int(number)]) for start, number in (other.split("=") for other in others)]
        forms = {start + ending for start, endings in stems for ending in endings}
        uses: set[tuple[str, bool]] = set()
        for (start, endings), mark in zip(stems, marks, strict=False):
            for sign, places in re.findall(r"([:~])([\d.']+)", mark):
                for place in places.split("."):
                    at, _, variant = place.partition("'")
                    form = start + endings[int(at)]
                    uses.add((f"{form}'{variant}" if variant else form, sign == ":"))
        found[lemma] = (forms, uses)
    return found


@pytest.mark.parametrize("code", CODES)
def test_the_browser_puts_together_what_the_builder_took_apart(code: str) -> None:
    words = Vocabulary(lexicon(code)).words(dict.fromkeys(WORDS[code], 1), {WORDS[code][0]: 3})
    keys = sorted({use.key for term in words.terms for use in term.used})
    places = {key: [number, number + 700] for number, key in enumerate(keys)}
    made = tiers(words.terms, places, {}, words.said[WORDS[code][0]])
    whole = together(*as_index(made.first, made.rest))
    assert whole["lemmas"] == sorted(term.lemma for term in words.terms)
    expected = {
        term.lemma: (
            {stem + ending for stem, endings in term.stems for ending in endings},
            {(use.key, use.sure) for use in term.used},
        )
        for term in words.terms
    }
    assert read(whole) == expected
    assert len(whole["places"]) == len(keys)
    assert sorted(made.order) == whole["lemmas"]


def test_of_a_lemma_the_first_tier_has_its_own_stem_and_what_is_used_there() -> None:
    stems = (("dobr", ("y", "a")), ("lepsz", ("y", "a")), ("najlepsz", ("y", "a")))
    uses = (Use("dobra", 0, True), Use("lepsza", 0, True), Use("najlepszy", 0, False))
    term = Term("dobry", stems, uses)
    made = tiers([term], {use.key: [3] for use in uses}, {"lepsza": [3]}, [])
    alone = together(as_index(made.first, made.rest)[0])
    assert read(alone)["dobry"] == ({"dobry", "dobra", "lepsza"}, {("lepsza", True)})
    whole = together(*as_index(made.first, made.rest))
    assert read(whole)["dobry"][1] == {("dobra", True), ("lepsza", True), ("najlepszy", False)}


@pytest.mark.parametrize(
    "lemmas",
    [
        pytest.param([], id="none"),
        pytest.param(["a"], id="one"),
        pytest.param(["a", "ba", "cba", "x"], id="ends of one another"),
        pytest.param(["b" + "a" * 80, "c" + "a" * 80, "a" * 80], id="more in common than is counted"),
        pytest.param(["𝒳𝒴", "𝒵𝒴", "ł𝒴", "ь𝒴"], id="letters beyond 16 bits"),
        pytest.param(["#", "~", "\\", '"'], id="signs"),
    ],
)
def test_lemmas_come_back_as_they_were(lemmas: Sequence[str]) -> None:
    terms = [Term(lemma, ((lemma, ("",)),), ()) for lemma in sorted(lemmas)]
    for said in (lemmas, lemmas[::2], ()):
        made = tiers(terms, {}, {}, said)
        assert together(*as_index(made.first, made.rest))["lemmas"] == sorted(lemmas)


def test_what_is_said_and_what_leads_elsewhere_keeps_to_its_lemma() -> None:
    """The lines of the files are in another order than the lemmas of the index."""
    texts = ["zebra", "alfa", "mucha"]
    pages = [known(f"p{number}", text, f"{text} {text}") for number, text in enumerate(texts)]
    whole = together(*small("pl", *pages))
    said = dict(zip(whole["lemmas"], whole["staff"], strict=True))
    lines = [said[text] for text in texts]
    assert len(set(lines)) == 3
    assert all(len(one) == 2 for one in lines)


def known(url: str, title: str, said: str, body: str = "") -> Document:
    made = page(url, title, body)
    return Document(**{**vars(made), "parts": (*made.parts, Part(STAFF, 0, said))})


def first_alone(*pages: Document) -> Engine:
    return Engine(ASSETS, dumps(small("en", *pages)[0]))


def test_the_first_tier_finds_by_title_and_by_what_staff_say_often() -> None:
    pages = known("a", "Refunds", "cussing, cusses"), known("b", "Parcels", "yells, yelling, rants")
    with first_alone(*pages) as engine:
        assert [found.url for found in engine.ask("refund ").pages] == ["a"]
        assert [found.url for found in engine.ask("yelled ").pages] == ["b"]


def test_what_staff_say_once_comes_with_the_rest() -> None:
    made = small("en", known("a", "Refunds", "cussing, cusses"), known("b", "Parcels", "yells"))
    with Engine(ASSETS, dumps(made[0])) as engine:
        assert not engine.ask("yelling ").understood
    with Engine(ASSETS, *map(dumps, made)) as engine:
        assert [found.url for found in engine.ask("yelling ").pages] == ["b"]


def test_what_stands_in_texts_comes_with_the_rest() -> None:
    pages = [known("a", "Refunds", "cussing", "a zebra"), known("b", "Parcels", "yells", "a lion")]
    made = small("en", *pages)
    assert "zebra" not in dumps(made[0])
    with Engine(ASSETS, *map(dumps, made)) as engine:
        assert [found.url for found in engine.ask("zebra ").pages] == ["a"]


@pytest.mark.parametrize(
    ("query", "understood"),
    [
        pytest.param("refunding ", True, id="a form of a word of the title"),
        pytest.param("cuss", True, id="the beginning of what staff say"),
        pytest.param("refund zebra ", False, id="a word of the text"),
        pytest.param("refnud ", False, id="a slip"),
        pytest.param("qqzzx ", False, id="a word of nowhere"),
    ],
)
def test_what_the_first_tier_would_guess_waits(query: str, understood: bool) -> None:
    pages = [known("a", "Refunds", "cussing, cusses", "a zebra"), known("b", "Parcels", "yells")]
    with first_alone(*pages) as engine:
        assert engine.ask(query).understood is understood
    with Engine(ASSETS, *map(dumps, small("en", *pages))) as engine:
        assert engine.ask(query).understood


def test_tiers_of_two_editions_are_not_put_together() -> None:
    one, other = (small("en", page("a", title)) for title in ("Refund", "Parcel"))
    with pytest.raises(Exception, match="edition"):
        Engine(ASSETS, dumps(one[0]), dumps(other[1]))


def test_lists_and_lemmas_travel_once() -> None:
    pages = known("a", "Zwroty", "oddaje", "płacze i pada"), known("b", "Paczki", "krzyczy", "szuka dowodów")
    first, rest = small("pl", *pages)
    assert set(first) & set(rest) == {"edition", "lists", "lemmas", "paradigms", "used", "places", "staff"}
    assert not set(first["lists"]) & set(rest["lists"])
    alone, whole = together(first)["lemmas"], together(first, rest)["lemmas"]
    assert set(alone) < set(whole)
    assert len(rest["lemmas"].split("\n")) == len(whole) - len(alone)
