"""Words that staff type and that stand nowhere on the page; and asking the engine from Python."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from handbook.commands.cli import main
from handbook.languages import CODES
from handbook.model.project import Project
from handbook.search.engine import Engine
from handbook.search.index import FILES, dumps, index, shards
from handbook.search.indexed_pages import BETWEEN, BODY, CUSTOMER, STAFF, TITLE, Document, Part, document
from handbook.search.lexicon import lexicon
from tests.search.small import page, small
from tests.support.project import HANDBOOK

SCRIPTS = HANDBOOK / "docs/assets/search"


def known_by(url: str, title: str, *said: str) -> Document:
    found = page(url, title)
    return Document(**{**vars(found), "parts": (*found.parts, Part(STAFF, 0, BETWEEN.join(said)))})


def asked(
    query: str,
    *pages: Document,
    asker: str = "",
    weights: Mapping[str, tuple[float, float]] = MappingProxyType({}),
) -> list[str]:
    with Engine(SCRIPTS, *map(dumps, index("en", pages, lexicon("en"), weights=weights))) as engine:
        return [found.url for found in engine.ask(query, asker).pages]


def test_a_page_is_found_by_what_staff_type() -> None:
    assert asked("cussing", known_by("a", "Uses bad words", "cussing"), page("b", "Anything")) == ["a"]


def test_what_is_said_more_often_comes_first() -> None:
    pages = [known_by("once", "Aa", "cussing", "yells"), known_by("twice", "Bb", "cussing", "cussing")]
    assert asked("cussing", *pages) == ["twice", "once"]


def test_a_page_of_which_much_is_said_is_found_by_no_word_more_easily() -> None:
    pages = [
        known_by("much", "Aa", "cussing", "yells", "rants", "slams"),
        known_by("little", "Bb", "cussing"),
    ]
    assert asked("cussing", *pages) == ["little", "much"]


def test_any_form_of_what_staff_say_finds_the_page() -> None:
    pages = [known_by("a", "Aa", "overcharged twice"), known_by("b", "Bb", "yells")]
    assert asked("overcharging ", *pages)[0] == "a"


def test_a_word_of_the_same_family_finds_the_page_behind_the_word_itself() -> None:
    pages = [known_by("a", "Aa", "refundable"), known_by("b", "Bb", "refund"), known_by("c", "Cc", "yells")]
    assert asked("refund policy", *pages)[:1] == ["b"]
    assert asked("refundability", *pages)[0] == "a"


def test_of_several_words_one_that_looks_like_what_staff_say_speaks_for_the_page() -> None:
    told = [known_by("a", "Aa", "refundable"), known_by("b", "Bb", "parcel")]
    both = [
        Document(**{**vars(made), "parts": (*made.parts, Part(BODY, 0, "nonrefund ticket"))}) for made in told
    ]
    rest = [known_by(f"other{number}", "Cc", "yells") for number in range(8)]
    assert asked("nonrefund ticket", *both, *rest)[0] == "a"
    assert asked("nonrefund ticket", *reversed(both), *rest)[0] == "a"


def test_what_is_quoted_does_not_fall_behind_what_staff_say_in_part() -> None:
    made = known_by("quoted", "Aa", *(f"thing{number} gate" for number in range(8)))
    quoted = Document(**{**vars(made), "parts": (*made.parts, Part(CUSTOMER, 0, "we had no power"))})
    told = known_by("told", "Bb", "no power")
    rest = [known_by(f"other{number}", "Cc", "yells") for number in range(20)]
    assert asked("had no power", told, quoted, *rest)[:2] == ["quoted", "told"]


def test_what_comes_nearest_to_what_staff_say_word_for_word_comes_first() -> None:
    """Each page is said to have all of these words, and one of them to have them together."""
    apart = known_by("apart", "Aa", "wants money", "back office", "never again")
    told = known_by("together", "Bb", "never wants", "money back again")
    rest = [known_by(f"other{number}", "Cc", "yells") for number in range(8)]
    assert asked("money back ", apart, told, *rest)[0] == "together"
    assert asked("back office ", told, apart, *rest)[0] == "apart"


def test_staffs_words_are_on_no_page_so_no_excerpt_has_them() -> None:
    made = known_by("a", "Uses bad words", "effing", "cussing")
    assert "cussing" not in dumps(shards([made]))
    assert len(shards([made])[0][0]) == len(made.parts)


def test_who_asks_from_an_editing_page_gets_editing_pages_first() -> None:
    pages = [page("a", "Correct a page", kind="card"), page("b", "Correct a page", kind="editing")]
    weights = {"card": (1.0, 1.0), "editing": (0.3, 1.5)}
    assert asked("correct", *pages, weights=weights) == ["a", "b"]
    assert asked("correct", *pages, asker="editing", weights=weights) == ["b", "a"]


def test_a_word_that_no_page_knows_is_told() -> None:
    with Engine(SCRIPTS, *map(dumps, small("en", page("a", "Refund")))) as engine:
        answer = engine.ask("refund zzyzxqq")
    assert [found.url for found in answer.pages] == ["a"]
    assert answer.unknown == ("zzyzxqq",)
    assert (TITLE, ("refund",)) in answer.pages[0].why


def test_where_few_pages_have_a_word_those_with_one_of_its_family_follow() -> None:
    pages = [known_by("a", "Aa", "refund"), known_by("b", "Bb", "refundable"), known_by("c", "Cc", "yells")]
    assert asked("refund ", *pages) == ["a", "b"]


def test_what_only_looks_like_a_word_is_told_as_such() -> None:
    pages = [known_by("a", "Aa", "refundable"), known_by("b", "Bb", "yells")]
    with Engine(SCRIPTS, *map(dumps, small("en", *pages))) as engine:
        answer = engine.ask("nonrefundables ")
    assert [found.url for found in answer.pages] == ["a"]
    assert answer.corrected == (("nonrefundables", "refundable"),)


@pytest.mark.parametrize("code", CODES)
def test_staffs_words_stand_at_pages_that_are_there(handbook: Project, code: str) -> None:
    cards = handbook.settings.cards
    slugs = {page.slug.removesuffix(".md") for page in handbook.pages.values() if page.language == code}
    names = {slug.removeprefix(f"{cards}/") for slug in slugs} | slugs
    words = handbook.sources.staff_words[code]
    assert [name for name in words if name not in names] == []
    assert len(words) >= 54
    for name, lists in words.items():
        told = [*lists.often, *lists.also]
        assert len(told) == len(set(told)), name
        assert [word for word in told if len(word.split()) > 8] == [], name


def test_a_cards_words_are_in_its_document(handbook: Project) -> None:
    made = document(handbook, handbook.pages["pl/scenarios/swearing.md"], "scenarios/swearing/", "<p>x</p>")
    assert "wulgaryzmy" in "".join(part.text for part in made.parts if part.kind == STAFF)


def test_the_command_shows_the_ranking_and_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "en" / "search"
    target.mkdir(parents=True)
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "search").symlink_to(SCRIPTS)
    made = small("en", known_by("a", "Uses bad words", "cussing"))
    for name, tier in zip(FILES, made, strict=True):
        (target / name).write_text(dumps(tier), "utf8")
    arguments = ["--lang", "en", "--site", str(tmp_path), "--project", str(HANDBOOK)]
    assert main(["search", "cussing", *arguments]) == 0
    out = capsys.readouterr().out
    assert "Uses bad words  (a)" in out
    assert "staff’s words: cuss" in out
    assert main(["search", "qqqqqqq", *arguments]) == 1
    assert main(["search", "x", "--lang", "pl", "--site", str(tmp_path), "--project", str(HANDBOOK)]) == 2
    assert "run `make build` first" in capsys.readouterr().err
