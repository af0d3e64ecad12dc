"""`handbook check --fix` mends what is beyond doubt, leaves everything else, and is done at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from handbook import findings
from handbook.base.store import FOLDER as KEPT
from handbook.base.writing import NotWritten
from handbook.commands.cli import main
from handbook.findings.fixes import fix
from handbook.model.project import Fault
from handbook.reading import unwritten
from handbook.reading.reader import Reader
from handbook.reading.unwritten import Unwritten
from tests.support.golden import Case, cases, place
from tests.support.project import build, check, write
from tests.support.reused import Reused
from tests.support.reused import read as read_now

pytestmark = pytest.mark.usefixtures("words_asked")
MENDED = {
    "card-related-unknown",
    "link-absolute",
    "link-anchor-missing",
    "link-backslash",
    "link-case",
    "link-encoding",
    "link-file-missing",
    "link-form",
    "link-html",
    "link-mailto",
    "link-malformed",
    "link-page-missing",
    "link-tracked",
    "link-wrong-language",
}
CASES = [case for case in cases() if MENDED & {finding.rule for finding in case.expect}]
FIXABLE = [pytest.param(case, id=f"{case.group}: {case.name}") for case in CASES]


@pytest.fixture(scope="module")
def reused(tmp_path_factory: pytest.TempPathFactory) -> Reused:
    """The small handbook, for one case after the other."""
    return Reused(build(tmp_path_factory.mktemp("fixes")))


@pytest.fixture
def folder(reused: Reused) -> Iterator[Path]:
    with reused.changing() as root:
        yield root


def faults_now(folder: Path) -> list[Fault]:
    return findings.faults(read_now(folder), prose=False)


@pytest.mark.parametrize("case", FIXABLE)
def test_what_can_be_mended_is_gone_and_nothing_new_comes(case: Case, folder: Path) -> None:
    before = faults_now(case.change(folder))
    fixable = [fault for fault in before if fault.fix is not None]
    fix(Reader(folder))
    rest = Counter(place(fault) for fault in before) - Counter(place(fault) for fault in fixable)
    # A mended target may be longer or shorter, so what stands behind it on its line has moved.
    assert sorted(key[0::3] for key in rest.elements()) == sorted(
        place(fault)[0::3] for fault in faults_now(folder)
    )


@pytest.mark.parametrize("case", FIXABLE)
def test_mending_twice_changes_nothing_more(case: Case, folder: Path) -> None:
    made = fix(Reader(case.change(folder)))
    texts = {path: page.document.text for path, page in read_now(folder).pages.items()}
    assert fix(Reader(folder)) == {}
    assert {path: page.document.text for path, page in read_now(folder).pages.items()} == texts
    assert all(count > 0 for count in made.values())


def test_every_rule_that_can_be_mended_is_mended_in_some_case(reused: Reused) -> None:
    found = []
    for case in CASES:
        with reused.changing() as root:
            found += faults_now(case.change(root))
    assert {fault.rule for fault in found if fault.fix is not None} == MENDED


def test_a_clean_handbook_is_left_alone(root: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*")}
    assert main(["check", "--fix", "--project", str(root)]) == 0
    # What the next check recalls lies beside the pages.
    after = {path for path in root.rglob("*") if KEPT not in (path.name, path.parent.name)}
    assert {path: path.stat().st_mtime_ns for path in after} == before


def test_only_the_target_changes(root: Path) -> None:
    text = "# Notes\n\nSee  [it]( en/Index.md 'A title' ){ .x }  and `en/Index.md`.\n"
    write(root, "docs/notes.md", text)
    assert main(["check", "--fix", "--project", str(root)]) == 0
    expected = text.replace("( en/Index.md", "( en/index.md")
    assert (root / "docs/notes.md").read_text("utf8") == expected


@pytest.mark.parametrize(
    ("start", "end"),
    [
        pytest.param(b"\xef\xbb\xbf", b"\n", id="a byte order mark"),
        pytest.param(b"", b"\r\n", id="Windows line ends"),
    ],
)
def test_the_form_of_the_file_stays(root: Path, start: bytes, end: bytes) -> None:
    lines = [b"# Notes", b"", b"See [it](en/Index.md).", b""]
    write(root, "docs/notes.md", start + end.join(lines))
    assert main(["check", "--fix", "--project", str(root)]) == 0
    mended = start + end.join(lines).replace(b"Index", b"index")
    assert (root / "docs/notes.md").read_bytes() == mended


def test_what_is_in_doubt_is_left_and_told(root: Path) -> None:
    text = "# Notes\n\nSee [it](en/indx.md).\n"
    write(root, "docs/notes.md", text)
    assert main(["check", "--fix", "--project", str(root)]) == 1
    assert (root / "docs/notes.md").read_text("utf8") == text
    assert [finding.rule for finding in check(root)] == ["link-page-missing"]


def test_what_takes_several_rounds_is_written_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[dict[str, bytes]] = []
    monkeypatch.setattr(unwritten, "write_files", lambda _, files: written.append(dict(files)))
    write(root, "docs/notes.md", "# Notes\n\nSee [it](.\\en\\Index.md).\n")
    reader = Reader(root)
    assert fix(reader) == {"docs/notes.md": 2}
    assert written == [{"docs/notes.md": b"# Notes\n\nSee [it](en/index.md).\n"}]
    # Nothing was written, so nothing but the file is seen from now on.
    assert "Index" in reader.read().pages["notes.md"].document.text


def test_what_somebody_else_has_changed_meanwhile_is_not_overwritten(root: Path) -> None:
    held = Unwritten(root)
    write(root, "docs/notes.md", "# Notes\n")
    held.hold({"docs/notes.md": b"# Mended\n", "docs/en/index.md": b"# Mended\n"})
    write(root, "docs/notes.md", "# Other notes\n")
    before = (root / "docs/en/index.md").read_bytes()
    with pytest.raises(NotWritten, match=r"docs/notes\.md"):
        held.write()
    assert (root / "docs/notes.md").read_text("utf8") == "# Other notes\n"
    assert (root / "docs/en/index.md").read_bytes() == before


def test_a_waived_fault_is_not_mended(root: Path) -> None:
    waiver = "<!-- handbook: allow link-case until 2099-01-01: as it is on the old server -->"
    text = f"# Notes\n\n{waiver}\nSee [it](en/Index.md).\n"
    write(root, "docs/notes.md", text)
    main(["check", "--fix", "--project", str(root)])
    assert (root / "docs/notes.md").read_text("utf8") == text
