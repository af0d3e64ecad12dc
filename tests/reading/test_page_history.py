"""What is new, told from the history of a small handbook: thirty commits of every kind."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace as replaced
from datetime import UTC, date, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest

from handbook.languages import CODES, language
from handbook.model.news import DAYS, News
from handbook.reading import meaning
from handbook.reading.kept_news import FILE, as_text
from handbook.reading.meaning import meaning_moved
from handbook.reading.page_history import news
from handbook.site.feed import feed
from handbook.site.lists import news_list
from tests.reading.histories import TOLD, TOLD_OF_CARDS, seed, seed_cards
from tests.reading.repository import BEGIN, DAY, Repository
from tests.support.project import read

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    repository = Repository(tmp_path_factory.mktemp("news"))
    seed(repository)
    assert repository.commits >= 30
    return repository


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    repository = Repository(tmp_path_factory.mktemp("cards"))
    seed_cards(repository)
    return repository


def told(root: Path, found: News, code: str, day: date) -> Sequence[news_list.Told]:
    return news_list.told(replaced(read(root), news=found), code, day)


def on(day: int) -> date:
    return datetime.fromtimestamp(BEGIN + day * DAY, UTC).date()


def assert_told(
    made: Repository, code: str, until: int, expected: Sequence[tuple[int, str, str, list[str]]]
) -> None:
    """What is told of a history in a language, and since when anything is known."""
    found = news(read(made.root), made.root)
    names = language(code).texts["news"]
    assert [
        (one.entry.day, one.kind, one.entry.path.removeprefix(f"{code}/"), [id for _, id in one.sections])
        for one in told(made.root, found, code, on(until))
    ] == [(on(day), names[kind], slug, sections) for day, kind, slug, sections in expected]
    assert found.begins == on(0)


@pytest.mark.parametrize("code", CODES)
def test_exactly_what_moved_for_readers_is_told(made: Repository, code: str) -> None:
    assert_told(made, code, 26, TOLD[code])


@pytest.mark.parametrize("code", CODES)
def test_exactly_what_befell_cards_is_told(cards: Repository, code: str) -> None:
    assert_told(cards, code, 41, TOLD_OF_CARDS[code])


def test_a_card_says_what_has_changed_in_staffs_words(made: Repository) -> None:
    found = news(read(made.root), made.root)
    texts = [one.text for one in told(made.root, found, "en", on(26))]
    assert texts[2] == "Changed: A late return – what not to say"
    assert texts[1].endswith(" – Hear the customer out")
    rule = told(made.root, found, "hr", on(26))[0]
    assert rule.text.endswith(" – pravilo tvrtke „Prosljeđivanje slučaja”")
    project = replaced(read(made.root), news=found)
    shown = news_list.news(project, project.pages["en/new.md"], on(26))
    assert "[what to do](scenarios/getting-louder.md#do)" in shown
    assert shown.count("\n## ") + shown.startswith("## ") == 5
    assert language("en").date(on(0)) in shown


def test_a_page_that_is_gone_is_named_without_a_link(cards: Repository) -> None:
    found = news(read(cards.root), cards.root)
    project = replaced(read(cards.root), news=found)
    shown = news_list.news(project, project.pages["en/new.md"], on(41))
    assert "\n- **Removed:** Late with a good reason\n" in shown
    text = feed(project, project.pages["en/new.md"], "A", "https://example.org/", lambda path: path)
    entry = ElementTree.fromstring(text).find(f"{ATOM}entry")
    assert entry is not None
    link = entry.find(f"{ATOM}link")
    assert link is not None
    assert link.get("href") == f"https://example.org/en/new.md#{news_list.day_id(on(41))}"


def test_what_is_older_goes(made: Repository) -> None:
    found = news(read(made.root), made.root)
    assert len(told(made.root, found, "pl", on(10 + DAYS - 1))) == 2
    assert len(told(made.root, found, "pl", on(10 + DAYS))) == 1


def test_a_shallow_clone_says_where_its_history_begins(made: Repository, tmp_path: Path) -> None:
    made.git("clone", "--quiet", "--depth", "8", f"file://{made.root}", str(tmp_path / "clone"))
    found = news(read(tmp_path / "clone"), tmp_path / "clone")
    assert found.begins == on(23)
    assert [entry.day for entry in found.entries] == [*[on(26)] * 3, on(25), on(24)]


def test_without_git_the_page_says_what_it_cannot_know(root: Path) -> None:
    found = news(read(root), root)
    assert found == News(is_known=False)
    project = replaced(read(root), news=found)
    page = project.pages["hr/index.md"]
    assert news_list.news(project, page, on(0)) == language("hr").texts["news"]["unknown"]


def test_an_archive_knows_what_the_repository_knows(made: Repository, root: Path) -> None:
    found = news(read(made.root), made.root)
    (root / FILE).write_text(as_text(found), "utf8")
    assert news(read(root), root) == found


def test_a_file_that_cannot_be_read_is_none(root: Path) -> None:
    (root / FILE).write_text('{"entries": [1]}', "utf8")
    assert news(read(root), root) == News(is_known=False)


@pytest.mark.parametrize("code", CODES)
def test_the_feed_is_atom_and_its_ids_stay(made: Repository, code: str, tmp_path: Path) -> None:
    def entries(root: Path) -> list[tuple[str, ...]]:
        project = replaced(read(root), news=news(read(root), root))
        text = feed(
            project, project.pages[f"{code}/new.md"], "A & B", "https://example.org/", lambda path: path
        )
        top = ElementTree.fromstring(text)
        assert top.tag == f"{ATOM}feed"
        needed = ("id", "title", "updated", "author")
        assert all(len(top.findall(f"{ATOM}{name}")) == 1 for name in needed)
        assert top.findtext(f"{ATOM}author/{ATOM}name") == "A & B"
        found = top.findall(f"{ATOM}entry")
        return [tuple(e.findtext(f"{ATOM}{name}") or "" for name in ("id", "updated")) for e in found]

    before = entries(made.root)
    assert len({id for id, _ in before}) == len(before) == len(TOLD[code])
    made.git("clone", "--quiet", f"file://{made.root}", str(tmp_path / "clone"))
    later = Repository.__new__(Repository)
    later.root, later.commits = tmp_path / "clone", 100
    later.git("mv", f"docs/{code}/guides/more.md", f"docs/{code}/guides/most.md")
    later.commit(30)
    assert entries(later.root) == before


@pytest.mark.parametrize(
    ("old", "new", "moved"),
    [
        pytest.param("Tell me what happend.", "Tell me what happened.", False, id="a letter is missing"),
        pytest.param("Zapytja o paragon.", "Zapytaj o paragon.", False, id="letters have changed places"),
        pytest.param("Prosze powiedziec cos", "Proszę powiedzieć coś", True, id="a short word among others"),
        pytest.param("Zolty swiecacy", "Żółty świecący", False, id="all diacritics of a word"),
        pytest.param("One.\n<!-- a\nb -->\nTwo.", "One.\n<!-- a\nc -->\nTwo.", False, id="a comment"),
        pytest.param("Recite sto trebate.", "Recite što trebate", True, id="a short word is another"),
        pytest.param("Ask first: then act", "Ask first, then act", False, id="punctuation"),
        pytest.param("[Ask](a.md) *first*", "[Ask](b.md) first", False, id="markup and address"),
        pytest.param("- Ask first", "Ask\nfirst", False, id="how lines are set"),
        pytest.param("in to the shop", "into the shop", False, id="written together"),
        pytest.param("the the shop", "the shop", False, id="a word twice"),
        pytest.param("You can refuse", "You can’t refuse", True, id="a denial in one word"),
        pytest.param("You may do it now", "You may do it not", True, id="a short word"),
        pytest.param("within 14 days", "within 15 days", True, id="a number"),
        pytest.param("Call the customer", "Call the manager", True, id="another word"),
        pytest.param("Ask. Act.", "Act. Ask.", True, id="another order"),
        pytest.param("Is ther a receipt", "Is there a receipt", False, id="a letter at the end"),
        pytest.param("Ask for the recipt", "Ask for the receipts", True, id="two letters"),
    ],
)
def test_meaning(old: str, new: str, moved: bool) -> None:
    assert meaning_moved(old, new) is moved


def test_what_is_decided_by_one_word_is_what_lining_up_all_words_comes_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chosen, decided = random.Random(7), 0
    for _ in range(4000):
        words = chosen.choices(_WORDS.split(), k=chosen.randint(0, 12))
        old, new = " ".join(words), " ".join(_written_again(words, chosen))
        at_once = meaning_moved(old, new)
        with monkeypatch.context() as patched:
            patched.setattr(meaning, "_has_another", lambda *_: False)
            assert meaning_moved(old, new) is at_once, (old, new)
        decided += at_once
    assert 1000 < decided < 3500


_WORDS = (
    "a i do not now ask tell receipt receipts recepit shop shops into in to sto što trebate customer’s don't "
    "Żółty zolty zażółć 14 15 14th r2d2 well-known co-op naïve ﬁt straße świecący swiecacy abcd abdc dcba"
)


def _written_again(words: list[str], chosen: random.Random) -> Iterator[str]:
    """Words with slips, others in their place, some left out, some twice."""
    for word in words:
        kind, at = chosen.randrange(30), chosen.randrange(len(word))
        if kind == 0:
            yield word[:at] + word[at + 1 :] or "x"
        elif kind == 1:
            yield word[:at] + chosen.choice("aeż’x3") + word[at:]
        elif kind == 2:
            yield word[:at] + word[at : at + 2][::-1] + word[at + 2 :]
        elif kind == 3:
            yield chosen.choice(_WORDS.split())
        elif kind == 4:
            yield from (word, word)
        elif kind > 5:
            yield word
