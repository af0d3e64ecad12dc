"""Sites that are none of ours: what is advised there, and what is mended for their writers."""

from __future__ import annotations

from pathlib import Path

from handbook import findings
from handbook.commands.cli import main
from handbook.reading.reader import Reader
from tests.links.small_sites import PAIR, site, told


def test_no_other_languages_page_is_advised(tmp_path: Path) -> None:
    files = {"index.md": "# I\n", "a.md": "# A\n", "x.png": "x", "pl/index.md": "[a](a.md) ![x](x.png)\n"}
    root = site(tmp_path, files, options="docs_structure: folder, fallback_to_default: false")
    found = [one for one in findings.of(Reader(root).read()) if one.rule.startswith("link-")]
    assert [one.rule for one in found] == ["link-page-missing", "link-file-missing"]
    assert not any("../" in one.suggestion for one in found)


def test_what_was_mended_passes_the_next_check(tmp_path: Path) -> None:
    page = "[a](b&amp;c.md) [b](sub/) [c](/docs/en/sub/d.md) [d](sub\\d.md) [e](sub/D.md)\n"
    files = {**PAIR, "en/index.md": page, "en/b&c.md": "# B\n", "en/sub/d.md": "[up](../../)\n"}
    root = site(tmp_path, {**files, "en/sub/index.md": "# S\n"})
    assert len(told(root)) == 5
    main(["check", "--fix", "--no-prose", "--project", str(root)])
    assert told(root) == []
    mended = (root / "docs/en/index.md").read_text("utf8")
    assert mended == "[a](b&c.md) [b](sub/index.md) [c](sub/d.md) [d](sub/d.md) [e](sub/d.md)\n"
