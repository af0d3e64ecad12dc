"""The analyser and the lexicon in Python. test_twins.py asks the browser the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from handbook.languages import CODES
from handbook.search.analyser import fold, words
from handbook.search.lexicon import Lexicon, lexicon
from handbook.search.likelihood import unlikely
from handbook.search.paradigms import clusters, pack
from handbook.search.vocabulary import Vocabulary

VECTORS: dict[str, Any] = json.loads(Path(__file__).with_name("vectors.json").read_text("utf8"))


@pytest.mark.parametrize(("text", "expected"), VECTORS["words"])
def test_a_text_is_cut_into_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_letters_that_come_in_two_parts_are_put_together() -> None:
    assert words("zwro\u0301t") == ["zwrót"]


@pytest.mark.parametrize(("word", "expected"), VECTORS["fold"])
def test_a_word_loses_its_diacritics(word: str, expected: str) -> None:
    assert fold(word) == expected


@pytest.mark.parametrize(("code", "form", "lemmas"), VECTORS["readings"])
def test_a_form_has_its_lemmas(code: str, form: str, lemmas: list[str]) -> None:
    assert lexicon(code).lemmas(form) >= set(lemmas)


@pytest.mark.parametrize("code", CODES)
def test_every_form_of_a_lemma_leads_back_to_it(code: str) -> None:
    for lemma in {"pl": ("klient", "dobry", "iść"), "hr": ("kupac", "dobar", "ići"), "en": ("go", "good")}[
        code
    ]:
        forms = lexicon(code).forms(lemma)
        assert len(forms) > 3
        assert {form for form in forms if lemma not in lexicon(code).lemmas(form)} == set()


def test_an_unknown_word_has_no_lemma_and_one_form() -> None:
    assert lexicon("pl").lemmas("qwertyuiop") == set()
    assert lexicon("pl").forms("qwertyuiop") == {"qwertyuiop"}
    assert lexicon("pl").size("qwertyuiop") == 1
    assert list(lexicon("pl").folded("qwertyuiop")) == [("qwertyuiop", ("",))]


def test_what_is_packed_can_be_read() -> None:
    groups = {"dobry": {"dobra", "lepszy", "lepsza"}, "mama": {"mamy", "mam"}, "mieć": {"mam", "ma"}}
    read = Lexicon("pl", pack(groups))
    assert read.lemmas("lepsza") == {"dobry"}
    assert read.lemmas("mam") == {"mama", "mieć"}
    assert {lemma: read.forms(lemma) for lemma in groups} == {k: {k, *v} for k, v in groups.items()}


def test_forms_with_one_beginning_share_a_stem() -> None:
    found = list(clusters("dobry", {"dobra", "lepszy"}))
    assert found == [("dobr", ("y", "a"), True), ("lepszy", ("",), False)]


def test_croatian_may_be_typed_with_dj() -> None:
    typed = {stem + ending for stem, endings in lexicon("hr").folded("svađa") for ending in endings}
    assert {"svada", "svadja", "svadu", "svadju"} <= typed


def test_a_form_is_doubted_for_the_lemma_that_is_hardly_there() -> None:
    readings = {"mam": ("mama", "mieć"), "mają": ("mieć",), "ma": ("mieć",)}
    uses = {"mam": 10, "mają": 10, "ma": 20}
    assert unlikely(uses, readings, {"mama": 12, "mieć": 60}) == {("mam", "mama")}
    assert unlikely({"mam": 10}, {"mam": ("mama",)}, {"mama": 12}) == set()


def test_no_lemma_is_doubted_for_one_that_has_nothing_of_its_own() -> None:
    readings = {"nalaze": ("nalaz", "nalaziti"), "nalazi": ("nalaz", "nalaziti")}
    forms = {"nalaz": 10, "nalaziti": 60}
    assert unlikely({"nalaze": 9, "nalazi": 9}, readings, forms) == set()
    more = {**readings, "nalazu": ("nalaz",)}
    assert unlikely({"nalaze": 9, "nalazi": 9, "nalazu": 40}, more, forms) == {
        ("nalaze", "nalaziti"),
        ("nalazi", "nalaziti"),
    }


def test_a_lemma_that_has_no_other_form_is_not_doubted_for_the_word_itself() -> None:
    assert (
        unlikely(
            {"besplatno": 9}, {"besplatno": ("besplatan", "besplatno")}, {"besplatan": 40, "besplatno": 1}
        )
        == set()
    )


def test_words_that_differ_in_diacritics_alone_are_kept_apart() -> None:
    found = Vocabulary(lexicon("pl")).words({"pomoc": 5, "pomóc": 5})
    assert sorted(found.keys.values()) == ["pomoc", "pomoc'1"]


def test_the_order_in_which_words_are_met_makes_no_difference() -> None:
    vocabulary = Vocabulary(lexicon("pl"))
    uses = {"ścieżka": 2, "ścieżką": 1, "ścieżki": 1, "pomoc": 5, "pomóc": 5, "mam": 3, "mama": 1}
    assert vocabulary.words(uses) == vocabulary.words(dict(reversed(uses.items())))
