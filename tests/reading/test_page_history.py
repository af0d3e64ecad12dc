"""What is new, told from the history of a small handbook: thirty commits of every kind."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from dataclasses import replace as replaced
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from xml.etree import ElementTree

import pytest

from handbook.languages import CODES, language
from handbook.model.news import DAYS, News
from handbook.reading.kept_news import FILE, as_text
from handbook.reading.meaning import meaning_moved
from handbook.reading.page_history import news
from handbook.site.feed import feed
from handbook.site.lists import news_list
from tests.support.project import build, read, replace, write

_DAY = 86_400
BEGIN = int(datetime(2026, 6, 1, 8, tzinfo=UTC).timestamp())
ATOM = "{http://www.w3.org/2005/Atom}"
LATE, LOUD, FRESH = "scenarios/late-return.md", "scenarios/getting-louder.md", "scenarios/new-card.md"


class Repository:
    """A small handbook with a history; each commit is made on a day counted from the first."""

    def __init__(self, root: Path) -> None:
        self.root = build(root)
        self.commits = 0
        self.git("init", "--quiet")
        self.commit(0)

    def git(self, *arguments: str, time: int = BEGIN) -> None:
        who = {f"GIT_{role}_{what}": text for role in ("AUTHOR", "COMMITTER") for what, text in
               (("NAME", "x"), ("EMAIL", "x@example.org"), ("DATE", f"{time} +0000"))}  # fmt: skip
        subprocess.run(
            ["git", "-C", str(self.root), *arguments],
            check=True,
            capture_output=True,
            env={**os.environ, **who},
        )

    def commit(self, day: int) -> None:
        self.commits += 1
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "x", time=BEGIN + day * _DAY + self.commits)

    def change(self, day: int, path: str, old: str, new: str) -> None:
        replace(self.root, f"docs/{path}", old, new)
        self.commit(day)

    def add(self, day: int, path: str, text: str | None) -> None:
        write(self.root, path, text)
        self.commit(day)

    def revert(self, day: int) -> None:
        """Take the last commit back."""
        self.commits += 1
        self.git("revert", "--no-edit", "HEAD", time=BEGIN + day * _DAY + self.commits)

    def merge(self, day: int, path: str, old: str, new: str) -> None:
        """Change a page on a branch, the day before, and merge it."""
        self.git("checkout", "--quiet", "-b", "proposal")
        self.change(day - 1, path, old, new)
        self.git("checkout", "--quiet", "-")
        self.add(day, "notes.txt", "y\n")
        self.commits += 1
        time = BEGIN + day * _DAY + self.commits
        self.git("merge", "--quiet", "--no-ff", "--message", "x", "proposal", time=time)


def seed(made: Repository) -> None:
    """More than thirty commits after the first; what must be told is in `TOLD`."""
    numbers = count()
    for _ in range(6):  # Code, data and files that are no pages.
        made.add(1, f"hooks/code-{next(numbers)}.py", "x = 1\n")
    made.add(1, "docs/assets/other.css", "a { color: red; }\n")
    for code in CODES:
        made.add(10, f"docs/{code}/guides/more.md", f"---\ntitle: More {code}\n---\n\nText.\n")
    # A phrase, first in the original, then in one translation; a translation record.
    made.change(
        11, f"pl/{LATE}", "„Wiem, że to nie jest dobra wiadomość”", "„Rozumiem, że liczył pan na więcej”"
    )
    made.change(12, f"hr/{LATE}", "„Znam da to nije dobra vijest.”", "„Razumijem da ste očekivali više.”")
    made.change(12, f"hr/{LATE}", "say: d2cc51255", "say: d00000000")
    # Typing errors, markup and addresses.
    made.change(13, f"en/{LOUD}", "There is no getting", "Ther is no getting")
    made.change(14, f"en/{LOUD}", "Ther is no getting", "There is no getting")
    made.change(15, f"en/{LOUD}", "Lower your voice.", "**Lower** your voice")
    made.change(15, f"en/{LOUD}", "louder and louder", "louder and and louder")
    made.change(15, f"hr/{LOUD}", "claims: [S1-02]", "claims: [ S1-02 ]")
    made.change(16, f"pl/{LATE}", "family: saying-no", "family: disagreement")
    made.add(16, "notes.txt", "x\n")
    # A page moves, with the links that lead to it; then it changes at its new place.
    for code in CODES:
        old, new = f"docs/{code}/guides/listening.md", f"docs/{code}/guides/hearing.md"
        made.git("mv", old, new)
        loud = f"docs/{code}/{LOUD}"
        replace(made.root, loud, "guides/listening.md", "guides/hearing.md")
        made.commit(20)
    made.change(21, "en/guides/hearing.md", "Offer something else.", "Offer what the customer can use today.")
    # Taken back on the same day, and a page that comes and goes.
    made.change(22, f"en/{LATE}", "Refuse in one sentence", "Never refuse at all")
    made.change(22, f"en/{LATE}", "Never refuse at all", "Refuse in one sentence")
    made.add(22, "docs/en/guides/short.md", "---\ntitle: Short\n---\n\nText.\n")
    made.add(23, "docs/en/guides/short.md", None)
    # One small word, and a number.
    made.change(24, f"en/{LOUD}", "Let the customer finish", "Do not let the customer finish")
    made.change(25, f"en/{LATE}", "You should have come sooner", "You should have come 5 days sooner")
    # Data on pages: a phrase in one language, a typing error, what nobody sees, what an employer decides.
    phrases, rules = "../sources/phrasebook.yml", "../local-rules/hr.yml"
    made.change(26, phrases, "Tell me what happened.", "Take your time, I am listening.")
    made.change(26, phrases, "Proszę opowiedzieć, co", "Prosze opowiedzieć, co")
    made.change(26, phrases, "claims: [S1-03]", "claims: [S1-02]")
    made.change(26, rules, "Pitajte voditelja tima kome", "Recite dežurnom voditelju kome")
    made.change(26, "../sources/glossary.yml", "What holds in every conversation.", "What we always keep to.")


# Day, whether new, the page and its sections, as each language tells them.
TOLD = {
    "pl": [(11, "changed", LATE, ["say"]), (10, "new", "guides/more.md", [])],
    "hr": [
        (26, "changed", "scenarios/index.md", [""]),
        (12, "changed", LATE, ["say"]),
        (10, "new", "guides/more.md", []),
    ],
    "en": [
        (26, "changed", "reference/glossary.md", ["rule"]),
        (26, "changed", "phrasebook.md", ["hear-out"]),
        (25, "changed", LATE, ["dont-say"]),
        (24, "changed", LOUD, ["do"]),
        (21, "changed", "guides/hearing.md", ["then-offer"]),
        (10, "new", "guides/more.md", []),
    ],
}


def section(made: Repository, path: str, id: str) -> str:
    """A section of a page with its heading, up to the next one."""
    text = (made.root / "docs" / path).read_text("utf8")
    begin = text.rindex("## ", 0, text.index(f"{{#{id}}}"))
    return text[begin : text.index("\n## ", begin) + 1]


def seed_cards(made: Repository) -> None:
    """What befalls cards as a whole: new, in other fields, taken back, merged, set in another order, gone."""
    # In all languages and at once, together with a link to it and with code.
    for code in CODES:
        card = (made.root / f"docs/{code}/{LATE}").read_text("utf8")
        write(made.root, f"docs/{code}/{FRESH}", card.replace("id: no-01", "id: no-90"))
    write(made.root, "hooks/code.py", "x = 2\n")
    made.change(30, f"en/{LOUD}", "More in the guide", "More on [a new card](new-card.md) and in the guide")
    # Who looks after a card and what finds it; its title is told.
    made.change(31, f"pl/{FRESH}", "review_by: 2027-05-22", "owner: shift-lead\nreview_by: 2027-06-30")
    made.change(31, f"pl/{FRESH}", "related: [late-with-reason, getting-louder]", "related: [getting-louder]")
    made.change(31, f"en/{LATE}", "I want my money back.", "Give me my money back.")
    made.change(32, f"hr/{LATE}", "title: Povrat nakon roka", "title: Roba vraćena prekasno")
    # Taken back on another day than it is said.
    made.change(33, f"pl/{LOUD}", "Zapisz, co się stało.", "Opowiedz komuś, co się stało.")
    made.revert(34)
    made.merge(36, f"hr/{LOUD}", "1. Pustite kupca da završi.", "1. Zamolite kupca da zastane.")
    # Sections in another order, then one that goes to another page.
    first, second = section(made, f"en/{LOUD}", "recognise"), section(made, f"en/{LOUD}", "say")
    made.change(37, f"en/{LOUD}", f"{first}{second}", f"{second}{first}")
    after = section(made, f"en/{LOUD}", "after")
    replace(made.root, f"docs/en/{LOUD}", after, "")
    made.change(38, "en/guides/listening.md", "## Then offer", f"{after}## Then offer")
    # Several pages and languages in one commit; then one of them goes in one language, and all of another.
    replace(made.root, f"docs/pl/{LOUD}", "Pozwól klientowi skończyć.", "Zapytaj, czego klient potrzebuje.")
    made.change(39, f"hr/{FRESH}", "Zapišite odluku.", "Javite odluku voditelju.")
    made.add(40, f"docs/en/{FRESH}", None)
    for code in CODES:
        (made.root / f"docs/{code}/scenarios/late-with-reason.md").unlink()
    made.commit(41)


TOLD_OF_CARDS = {
    "pl": [
        (39, "changed", LOUD, ["do"]),
        (34, "changed", LOUD, ["after"]),
        (33, "changed", LOUD, ["after"]),
        (30, "new", FRESH, []),
    ],
    "hr": [
        (39, "changed", FRESH, ["after"]),
        (36, "changed", LOUD, ["do"]),
        (32, "changed", LATE, [""]),
        (30, "new", FRESH, []),
    ],
    "en": [
        (38, "changed", "guides/listening.md", ["after"]),
        (38, "changed", LOUD, [""]),
        (30, "changed", LOUD, ["why"]),
    ],
}


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
    return datetime.fromtimestamp(BEGIN + day * _DAY, UTC).date()


@pytest.mark.parametrize("code", CODES)
def test_exactly_what_moved_for_readers_is_told(made: Repository, code: str) -> None:
    found = news(read(made.root), made.root)
    names = language(code).texts["news"]
    assert [
        (one.entry.day, one.kind, one.page.slug, [id for _, id in one.sections])
        for one in told(made.root, found, code, on(26))
    ] == [(on(day), names[kind], slug, sections) for day, kind, slug, sections in TOLD[code]]
    assert found.begins == on(0)


@pytest.mark.parametrize("code", CODES)
def test_exactly_what_befell_cards_is_told(cards: Repository, code: str) -> None:
    found = news(read(cards.root), cards.root)
    names = language(code).texts["news"]
    assert [
        (one.entry.day, one.kind, one.page.slug, [id for _, id in one.sections])
        for one in told(cards.root, found, code, on(41))
    ] == [(on(day), names[kind], slug, sections) for day, kind, slug, sections in TOLD_OF_CARDS[code]]


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
