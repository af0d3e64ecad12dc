"""Accepting a translation: its record comes up to date, and nothing else moves."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.commands.cli import main
from tests.support.project import check, replace, write

STALE = "docs/hr/decide.md"


def test_a_stale_translation_becomes_fresh(stale: Path) -> None:
    assert [finding.file for finding in check(stale)] == ["docs/en/decide.md", STALE]
    assert main(["accept", "--project", str(stale), STALE]) == 0
    assert [finding.file for finding in check(stale)] == ["docs/en/decide.md"]


def test_nothing_else_in_the_file_changes(stale: Path) -> None:
    before = (stale / STALE).read_bytes().splitlines(keepends=True)
    main(["accept", "--project", str(stale), STALE])
    after = (stale / STALE).read_bytes().splitlines(keepends=True)
    differing = [old for old, new in zip(before, after, strict=True) if old != new]
    assert [line.split(b":")[0] for line in differing] == [b"  good-reason"]


def test_no_other_file_changes(stale: Path) -> None:
    def others() -> dict[Path, bytes]:
        files = [path for path in stale.rglob("*") if path.is_file() and path != stale / STALE]
        return {path: path.read_bytes() for path in files}

    before = others()
    main(["accept", "--project", str(stale), STALE])
    assert others() == before


def test_accepting_twice_changes_nothing_more(stale: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["accept", "--project", str(stale), STALE])
    once = (stale / STALE).read_bytes()
    capsys.readouterr()
    assert main(["accept", "--project", str(stale), STALE]) == 0
    assert (stale / STALE).read_bytes() == once
    assert "already up to date" in capsys.readouterr().out


def test_a_fresh_translation_is_left_alone(root: Path) -> None:
    before = (root / STALE).stat().st_mtime_ns
    assert main(["accept", "--project", str(root), STALE]) == 0
    assert (root / STALE).stat().st_mtime_ns == before


def test_several_pages_at_once(stale: Path) -> None:
    assert main(["accept", "--project", str(stale), STALE, "docs/en/decide.md"]) == 0
    assert check(stale) == []


def test_a_page_given_from_the_folder_one_stands_in(stale: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(stale / "docs" / "hr")
    assert main(["accept", "--project", "../..", "decide.md"]) == 0
    assert [finding.file for finding in check(stale)] == ["docs/en/decide.md"]


def test_a_missing_record_is_added(root: Path) -> None:
    text = (root / STALE).read_text("utf8")
    head, _, rest = text.partition("translation:\n")
    body = rest[rest.index("---") :]
    write(root, STALE, head + body)
    assert [finding.rule for finding in check(root)] == ["translation-record-missing"]
    assert main(["accept", "--project", str(root), STALE]) == 0
    assert (root / STALE).read_text("utf8") == text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("translation:\n", "translation: # as of May\n", id="a comment after the key"),
        pytest.param("  lead: d7fc97df8\n", "\n  lead: d7fc97df8\n", id="a blank line in the record"),
        pytest.param("  lead: d7fc97df8\n", "# x\n  lead: d7fc97df8\n", id="a comment in the record"),
        pytest.param("  lead: d7fc97df8\n", "  # x\n  lead: d7fc97df8\n", id="an indented comment"),
        pytest.param("title: Kako odlučiti\n", "", id="a title that is missing"),
    ],
)
def test_a_record_in_an_unusual_form_is_replaced_whole(stale: Path, old: str, new: str) -> None:
    replace(stale, STALE, old, new)
    body = (stale / STALE).read_text("utf8").split("---\n", 2)[2]
    assert main(["accept", "--project", str(stale), STALE]) == 0
    assert (stale / STALE).read_text("utf8").split("---\n", 2)[2] == body
    rules = {finding.rule for finding in check(stale) if finding.file == STALE}
    assert rules <= {"page-untitled"}


def test_a_record_in_braces_is_replaced(stale: Path) -> None:
    text = (stale / STALE).read_text("utf8")
    record = text[text.index("translation:") : text.index("---", 4)]
    write(stale, STALE, text.replace(record, "translation: {title: d0, lead: d1}\n"))
    assert main(["accept", "--project", str(stale), STALE]) == 0
    assert [finding.file for finding in check(stale)] == ["docs/en/decide.md"]


def test_keys_after_the_record_are_kept(stale: Path) -> None:
    replace(stale, STALE, "title: Kako odlučiti\n", "")
    replace(stale, STALE, "  otherwise: d1900e8e9\n", "  otherwise: d1900e8e9\ntitle: Kako odlučiti\n")
    assert main(["accept", "--project", str(stale), STALE]) == 0
    assert "\ntitle: Kako odlučiti\n" in (stale / STALE).read_text("utf8")
    assert STALE not in [finding.file for finding in check(stale)]


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        pytest.param("docs/pl/decide.md", "original", id="an original"),
        pytest.param("docs/hr/nothing.md", "no such page", id="a page that is not there"),
        pytest.param("mkdocs.yml", "no such page", id="a file that is no page"),
    ],
)
def test_what_is_no_translation_gives_2(
    root: Path, page: str, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["accept", "--project", str(root), page]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert page in err
    assert reason in err
    assert check(root) == []


@pytest.mark.parametrize("code", ["pl", "en"])
def test_a_translation_of_what_is_gone_gives_2(
    root: Path, capsys: pytest.CaptureFixture[str], code: str
) -> None:
    (root / "docs/hr/guides/listening.md").unlink()
    page = root / f"docs/{code}/guides/listening.md"
    before = page.read_bytes()
    assert main(["accept", "--project", str(root), str(page)]) == 2
    assert "the page that it translates is missing" in capsys.readouterr().err
    assert page.read_bytes() == before


@pytest.mark.parametrize("broken", ["docs/hr/decide.md", "docs/pl/decide.md"])
def test_broken_front_matter_is_never_accepted(
    root: Path, broken: str, capsys: pytest.CaptureFixture[str]
) -> None:
    replace(root, broken, "\ntitle: ", "\ntitle: [")
    before = (root / STALE).read_bytes()
    assert main(["accept", "--project", str(root), STALE]) == 2
    assert (root / STALE).read_bytes() == before
    assert "broken" in capsys.readouterr().err


def test_windows_line_ends_are_kept(stale: Path) -> None:
    windows = (stale / STALE).read_bytes().replace(b"\n", b"\r\n")
    write(stale, STALE, windows)
    assert main(["accept", "--project", str(stale), STALE]) == 0
    after = (stale / STALE).read_bytes()
    assert after.count(b"\r\n") == after.count(b"\n") == windows.count(b"\n")


def test_a_byte_order_mark_is_kept(stale: Path) -> None:
    write(stale, STALE, b"\xef\xbb\xbf" + (stale / STALE).read_bytes())
    assert main(["accept", "--project", str(stale), STALE]) == 0
    assert (stale / STALE).read_bytes().startswith(b"\xef\xbb\xbf---\n")
