"""The browser's analyser and lexicon against the builder's: the same vectors, and all words of the site."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from handbook.languages import CODES
from handbook.search.analyser import fold
from handbook.search.index import FILES, dumps
from handbook.search.lexicon import lexicon
from tests.search.small import page as a_page
from tests.search.small import small

VECTORS: dict[str, Any] = json.loads(Path(__file__).with_name("vectors.json").read_text("utf8"))


@pytest.mark.parametrize("name", ["words", "fold"])
def test_the_analysers_agree(modules: Page, name: str) -> None:
    given = [text for text, _ in VECTORS[name]]
    script = f"async (texts) => texts.map((await module('analyser.js')).{name})"
    # map hands over more than the text; a twin that minded would differ from Python's.
    assert modules.evaluate(script, given) == [expected for _, expected in VECTORS[name]]


def test_pieces_make_up_the_text_again(modules: Page) -> None:
    texts = ["„Klient przeklina!” – don’t", "", "…", "zwrot"]
    script = "async (texts) => { const { pieces } = await module('analyser.js'); return texts.map(pieces); }"
    found = modules.evaluate(script, texts)
    assert ["".join(piece["text"] for piece in pieces) for pieces in found] == texts
    assert [p["word"] for p in found[0] if p["word"]] == ["klient", "przeklina", "dont"]


@pytest.mark.parametrize(("code", "form", "lemmas"), VECTORS["readings"])
def test_the_lexicons_agree(modules: Page, code: str, form: str, lemmas: list[str]) -> None:
    index = small(code, a_page("a", " ".join(lemmas)))
    script = """async ([index, form]) => {
      const { Engine } = await module("engine.js");
      const { lexicon } = new Engine(...JSON.parse(index));
      return lexicon.readings(form).map((term) => lexicon.lemmas[term]);
    }"""
    assert set(modules.evaluate(script, [dumps(index), fold(form)])) >= set(lemmas)


@pytest.mark.parametrize("code", CODES)
def test_the_browser_reads_every_word_of_the_site_as_the_builder_did(
    modules: Page, address: str, site: Path, code: str
) -> None:
    files = sorted((site / code / "search").glob("texts-*.json"))
    texts = " ".join(text for file in files for page in json.loads(file.read_text("utf8")) for text in page)
    script = """async ([urls, texts]) => {
      const { Engine } = await module("engine.js");
      const { fold, words } = await module("analyser.js");
      const tiers = await Promise.all(urls.map(async (url) => (await fetch(url)).json()));
      const { lexicon } = new Engine(...tiers);
      return [...new Set(words(texts))].map((word) =>
        [word, lexicon.readings(fold(word)).map((term) => lexicon.lemmas[term])]);
    }"""
    read = modules.evaluate(script, [[f"{address}{code}/search/{name}" for name in FILES], texts])
    assert len(read) > 1500
    wrong = [
        (word, found)
        for word, found in read
        if not set(found) >= (lexicon(code).lemmas(word) or {word}) and len(word) > 1
    ]
    assert wrong == []
