"""The commands that editors begin, move and record pages with, on the real handbook."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from handbook import findings
from handbook.base import writing
from handbook.commands.cli import main
from handbook.languages import CODES
from handbook.model.project import Finding
from handbook.model.published import FILE
from handbook.model.redirects import with_move
from handbook.model.rules import NOTICE
from tests.support.project import copy_of_the_handbook
from tests.support.reused import Reused, read

GUIDE = "guides/saying-no-well"
CARD = "scenarios/swearing"


@pytest.fixture(scope="module")
def reused(tmp_path_factory: pytest.TempPathFactory) -> Reused:
    return Reused(copy_of_the_handbook(tmp_path_factory.mktemp("handbook")))


@pytest.fixture(scope="module")
def found_before(reused: Reused) -> list[Finding]:
    return check(reused.root)


@pytest.fixture
def copy(reused: Reused) -> Iterator[Path]:
    with reused.changing() as root:
        yield root


def check(copy: Path) -> list[Finding]:
    return findings.of(read(copy), prose=False)


def run(copy: Path, *arguments: str) -> int:
    return main([*arguments, "--project", str(copy)])


def texts(root: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and writing.FOLDER not in path.parts
    }


class TestMove:
    @pytest.mark.parametrize(
        ("old", "new"),
        [
            pytest.param(CARD, "scenarios/swears-at-you", id="a card gets another name"),
            pytest.param(GUIDE, "guides/deep/no", id="a guide moves to another folder"),
            pytest.param(f"docs/hr/{GUIDE}.md", "guides/refusing.md", id="a guide is named by its file"),
            pytest.param(f"{GUIDE}#balance", f"{GUIDE}#both-sides", id="a heading gets another id"),
        ],
    )
    def test_nothing_is_found_afterwards_and_no_translation_is_behind(
        self, copy: Path, found_before: list[Finding], old: str, new: str
    ) -> None:
        before = {str(finding) for finding in found_before}
        assert run(copy, "move", old, new) == 0
        assert {str(finding) for finding in check(copy)} == before
        for code in CODES if "#" not in old else ():
            assert (copy / f"docs/{code}/{new.removesuffix('.md')}.md").is_file()

    def test_no_text_names_the_card_by_its_old_name(self, copy: Path) -> None:
        run(copy, "move", CARD, "scenarios/swears-at-you")
        named = re.compile(rb"(?<![\w-])swearing\.md|^swearing:|related:.*(?<![\w-])swearing(?![\w-])", re.M)
        left = [file for file, text in texts(copy).items() if named.search(text)]
        assert left == ["redirects.yml"]

    def test_there_and_back_is_where_it_began_but_for_the_redirect(self, copy: Path) -> None:
        before = texts(copy)
        run(copy, "move", GUIDE, "guides/deep/no")
        run(copy, "move", "guides/deep/no", GUIDE)
        after = texts(copy)
        assert after.pop("redirects.yml").endswith(b'"guides/deep/no.md": "guides/saying-no-well.md"\n')
        assert after == before

    @pytest.mark.parametrize(
        ("old", "new", "said"),
        [
            pytest.param("guides/nothing", "guides/new", "guides/nothing.md", id="no such page"),
            pytest.param(GUIDE, "guides/Bad Name", "guides/Bad Name.md", id="no name for a page"),
            pytest.param(GUIDE, "guides/staying-calm", "guides/staying-calm.md", id="there is one already"),
            pytest.param("decide", "guides/decide", "decide.md", id="a page of the frame"),
            pytest.param(f"{CARD}#say", f"{CARD}#talk", "scenarios/swearing.md", id="a card's section"),
            pytest.param(f"{GUIDE}#nothing", f"{GUIDE}#x", "#nothing", id="no such heading"),
        ],
    )
    def test_what_cannot_be_moved_stays(
        self, copy: Path, old: str, new: str, said: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        before = texts(copy)
        assert run(copy, "move", old, new, "--lang", "hr") == 2
        assert said in capsys.readouterr().err
        assert texts(copy) == before

    @pytest.mark.parametrize("step", [3, 12])
    def test_a_move_that_is_cut_off_is_finished_by_the_next_command(
        self, copy: Path, step: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        calls = 0
        replace = Path.replace

        def cut_off(self: Path, target: Path) -> Path:
            nonlocal calls
            calls += 1
            if calls == step:
                raise KeyboardInterrupt
            return replace(self, target)

        with monkeypatch.context() as patched:
            patched.setattr(Path, "replace", cut_off)
            with pytest.raises(KeyboardInterrupt):
                run(copy, "move", CARD, "scenarios/swears-at-you")
        assert run(copy, "check", "--no-prose") == 0
        assert not (copy / "docs/pl/scenarios/swearing.md").exists()
        assert (copy / "docs/pl/scenarios/swears-at-you.md").is_file()


@pytest.mark.parametrize(
    ("moves", "expected"),
    [
        pytest.param(
            [("a.md", "b.md"), ("b.md", "c.md")], {"a.md": "c.md", "b.md": "c.md"}, id="moved twice"
        ),
        pytest.param([("a.md", "b.md"), ("b.md", "a.md")], {"b.md": "a.md"}, id="moved back"),
        pytest.param(
            [("a.md#x", "a.md#y"), ("a.md", "b.md")],
            {"a.md": "b.md", "b.md#x": "b.md#y"},
            id="a heading, then its page",
        ),
    ],
)
def test_redirects_never_lead_in_two_steps(moves: list[tuple[str, str]], expected: dict[str, str]) -> None:
    found: dict[str, str] = {}
    for old, new in moves:
        found = with_move(found, old, new)
    assert found == expected


@pytest.mark.parametrize("code", CODES)
class TestNew:
    def test_a_card_begins_with_findings_at_its_todos_alone(self, copy: Path, code: str) -> None:
        given = ("--in", code, "--family", "anger", "--title", "A: new one")
        assert run(copy, "new", "card", "late-night-call", *given) == 0
        page = copy / f"docs/{code}/scenarios/late-night-call.md"
        lines = page.read_text("utf8").split("\n")
        assert 'title: "A: new one"' in lines
        found = [finding for finding in check(copy) if finding.severity != NOTICE]
        assert found
        assert {finding.file for finding in found} == {f"docs/{code}/scenarios/late-night-call.md"}
        assert all("TODO" in lines[finding.line - 1] for finding in found), [str(f) for f in found]

    def test_the_hundredth_card_of_a_family_has_an_id_like_the_others(self, copy: Path, code: str) -> None:
        other = copy / f"docs/hr/{CARD}.md"
        other.write_text(other.read_text("utf8").replace("id: an-02\n", "id: an-99\n", 1), "utf8")
        given = ("--in", code, "--family", "anger", "--title", "A new one")
        assert run(copy, "new", "card", "late-night-call", *given) == 0
        page = copy / f"docs/{code}/scenarios/late-night-call.md"
        assert page.read_text("utf8").split("\n")[1] == "id: an-100"
        found = [
            finding for finding in check(copy) if finding.file == f"docs/{code}/scenarios/late-night-call.md"
        ]
        assert found
        assert not [str(finding) for finding in found if finding.line == 2]

    def test_a_guide_may_stand_in_one_language(self, copy: Path, code: str) -> None:
        assert run(copy, "new", "guide", "writing-well", "--in", code, "--title", "X") == 0
        found = [finding for finding in check(copy) if "writing-well" in finding.file]
        assert [finding.rule for finding in found] == ["translation-missing"]


def test_a_translation_has_the_originals_text_beside_it_until_it_is_accepted(copy: Path) -> None:
    assert run(copy, "new", "guide", "writing-well", "--in", "hr", "--title", "Kako pisati") == 0
    assert run(copy, "translate", "guides/writing-well", "--to", "pl", "en") == 0
    page = copy / "docs/en/guides/writing-well.md"
    text = page.read_text("utf8")
    assert "<!-- ORIGINAL\nKako pisati\n\nTODO.\n-->" in text
    page.write_text(text.replace("title: TODO", "title: Writing well"), "utf8")
    assert run(copy, "accept", "docs/en/guides/writing-well.md") == 0
    assert "ORIGINAL" not in page.read_text("utf8")
    assert [f.rule for f in check(copy) if "writing-well" in f.file] == []


def test_all_that_waits_in_a_language_is_accepted_at_once(copy: Path) -> None:
    project = read(copy)
    pages = [page for page in project.by_slug.values() if (page["pl"].is_translation)][:2]
    for versions in pages:
        original = project.original(versions["pl"].slug)
        assert original
        file = copy / original.file
        file.write_text(file.read_text("utf8").rstrip() + " X.\n", "utf8")
    assert sum(f.rule == "translation-stale" for f in check(copy)) == 4
    assert run(copy, "accept", "--all-of", "pl") == 0
    assert sum(f.rule == "translation-stale" and f.file.startswith("docs/pl/") for f in check(copy)) == 0


def test_what_waits_is_told_as_a_table(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(copy, "new", "guide", "writing-well", "--in", "hr", "--title", "Kako pisati")
    capsys.readouterr()
    assert run(copy, "status", "--of", "pl", "--lang", "pl", "--format", "markdown") == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "| strona | język | stan | od | kto |"
    assert "| docs/pl/guides/writing-well.md | pl | bez tłumaczenia | – |  |" in told


class TestAddresses:
    def test_todays_addresses_are_added_and_nothing_is_taken_away(self, copy: Path) -> None:
        (copy / FILE).write_text("pl/guides/former.md once\n", "utf8")
        assert run(copy, "addresses") == 0
        listed = (copy / FILE).read_text("utf8")
        assert "pl/guides/former.md once\n" in listed
        assert re.search(rf"^hr/{GUIDE}\.md .*\bbalance\b", listed, re.MULTILINE)
        assert run(copy, "addresses") == 0
        assert (copy / FILE).read_text("utf8") == listed

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            pytest.param(CARD, "scenarios/swears-at-you", id="of a card"),
            pytest.param(f"{GUIDE}#balance", f"{GUIDE}#both-sides", id="of a heading"),
        ],
    )
    def test_no_address_dies_by_a_move(self, copy: Path, old: str, new: str) -> None:
        run(copy, "addresses")
        before = check(copy)
        assert run(copy, "move", old, new) == 0
        assert check(copy) == before
        (copy / "redirects.yml").unlink()
        assert {finding.rule for finding in check(copy)} - {finding.rule for finding in before} == {
            "address-dead"
        }
