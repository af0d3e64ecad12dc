"""Pages to sections, documents and an index."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from handbook.languages import CODES
from handbook.model.project import Project
from handbook.search.engine import Engine
from handbook.search.html_sections import sections
from handbook.search.index import FORMAT, SHARD, Synonym, dumps, shards, synonyms
from handbook.search.indexed_pages import ANSWER, CUSTOMER, HEADING, INSTEAD, SAY, TITLE, document
from tests.search.small import page, small
from tests.support.project import HANDBOOK, real_handbook

ASSETS = HANDBOOK / "docs/assets/search"
LEXICONS = HANDBOOK / "hooks/handbook/search/lexicons"


def test_a_page_is_cut_at_its_headings() -> None:
    html = (
        '<p class="answer"><strong>Bend</strong> Say yes.</p><h2 id="say">Say'
        '<a class="headerlink" href="#say">¶</a></h2><ul><li>“One &amp; two”.</li>'
        '<li>Three</li></ul><h3 id="x">Deeper</h3><p>a<br>b</p>'
    )
    found = sections(html)
    assert [(s.id, s.title, s.text) for s in found] == [
        ("", "", "Bend Say yes."),
        ("say", "Say", "“One & two”. Three"),
        ("x", "Deeper", "a b"),
    ]


@pytest.mark.parametrize(
    "html",
    [
        "<script>hidden</script>",
        "<style>hidden</style>",
        "<svg><title>hidden</title></svg>",
        "<div data-search-exclude><p>hidden</p></div>",
    ],
)
def test_what_no_reader_reads_is_left_out(html: str) -> None:
    assert sections(f"<p>shown</p>{html}<p>too</p>")[0].text == "shown too"


def test_words_to_avoid_are_kept_by_themselves() -> None:
    found = sections('<h3 id="a">A</h3><p>not <del>this</del> nor <del>that one</del></p>')[1]
    assert found.deleted == ["this", "that one"]
    assert found.text == "not this nor that one"


def test_tags_that_are_never_closed_lose_no_text() -> None:
    assert [s.text for s in sections("<p>a<p>b<ul><li>c<li>d")] == ["a b c d"]


def test_a_card_is_found_by_its_parts(project: Project) -> None:
    card = project.pages["pl/scenarios/late-return.md"]
    html = '<p class="answer">x</p><h2 id="say">Powiedz</h2><p>a</p><h2 id="customer-words">C</h2><p>b</p>'
    found = document(project, card, "scenarios/late-return/", html)
    assert found.kind == "card"
    assert found.decision == project.neutral(card).decision
    assert found.answer
    assert found.say
    assert [part.kind for part in found.parts] == [TITLE, ANSWER, SAY, CUSTOMER]
    assert found.parts[-1].text == " · ".join(card.matter.customer_words)


def test_a_page_is_found_by_its_headings(project: Project) -> None:
    glossary = project.pages["pl/reference/glossary.md"]
    html = '<p>x</p><h3 id="customer">klient</h3><p>Kto <del>konsument</del></p>'
    found = document(project, glossary, "reference/glossary/", html)
    assert found.kind == "reference"
    assert {part.kind for part in found.parts} >= {HEADING, INSTEAD}
    assert found.sections[1] == ("customer", "klient")


def test_a_word_to_avoid_leads_to_its_term() -> None:
    made = small("pl", page("a", "Klient czeka"), avoided=(Synonym("konsument", "klient"),))
    with Engine(ASSETS, *map(dumps, made)) as engine:
        assert [found.url for found in engine.ask("konsumenta ").pages] == ["a"]
        assert engine.ask("konsumenta ").corrected == ()


def test_a_word_to_avoid_whose_term_stands_nowhere_leads_nowhere() -> None:
    _, rest = small("pl", page("a", "Klient czeka"), avoided=(Synonym("agent", "pracownik"),))
    assert rest["synonyms"] == {}


@pytest.mark.parametrize("code", CODES)
def test_the_words_to_avoid_are_the_glossarys(code: str) -> None:
    found = synonyms(real_handbook(), code)
    assert len(found) > 50
    assert all(s.word and s.term for s in found)


def test_an_index_of_no_page_is_an_index() -> None:
    made = small("hr")
    assert made[0]["pages"] == []
    with Engine(ASSETS, *map(dumps, made)) as engine:
        assert engine.ask("zwrot").pages == ()


def test_the_same_pages_make_the_same_index() -> None:
    script = (
        "from tests.search.small import page, small; from handbook.search.index import dumps;"
        "print(dumps(small('pl', page('a', 'Jasno', 'niejasna niejasne najlepsza nieznany'))))"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=HANDBOOK,
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(made) == 1


def test_texts_are_kept_in_files_of_some_pages() -> None:
    made = shards([page(str(n), f"title {n}") for n in range(SHARD + 1)])
    assert [len(texts) for texts in made] == [SHARD, 1]


def test_browser_and_builder_mean_the_same_format() -> None:
    found = re.search(r"export const FORMAT = (\d+);", (ASSETS / "engine.js").read_text("utf8"))
    assert found
    assert int(found[1]) == FORMAT


@pytest.mark.parametrize("folder", [LEXICONS, ASSETS], ids=["with the lexicons", "on the site"])
def test_the_dictionaries_are_credited(folder: Path) -> None:
    (notice,) = folder.glob("NOTICE.*")
    text = notice.read_text("utf8")
    for name in ("SGJP", "Morfeusz", "hrLex", "simplemma", "WordNet", "spacy-lookups-data"):
        assert name in text
    assert "Redistribution and use in source and binary forms" in text


def test_the_worker_asks_for_all_its_modules_at_once() -> None:
    named, needed = _imported("worker.js"), set()
    open_ = ["service.js"]
    while open_:
        name = open_.pop()
        if name not in needed:
            needed.add(name)
            open_.extend(_imported(name))
    assert named == needed


def _imported(name: str) -> set[str]:
    return set(
        re.findall(r'^import [^;]*"\./([\w-]+\.js)";', (ASSETS / name).read_text("utf8"), re.MULTILINE)
    )
