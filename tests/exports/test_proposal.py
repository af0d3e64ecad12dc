"""What a proposal changes, as a folder that opens from a file."""

from __future__ import annotations

import posixpath
import re
import subprocess
from pathlib import Path

from handbook.commands.cli import main
from tests.support.project import replace, write


def _git(root: Path, *arguments: str) -> None:
    who = ("-c", "user.name=X", "-c", "user.email=x@example.org")
    subprocess.run(["git", "-C", str(root), *who, *arguments], check=True, capture_output=True)


def _site(root: Path, target: Path) -> Path:
    """A site with a page for each that there is, with links to the others, as the build names them."""
    pages = [
        path.relative_to(root / "docs").with_suffix(".html").as_posix()
        for path in root.glob("docs/*/**/*.md")
    ]
    for page in pages:
        links = (posixpath.relpath(other, posixpath.dirname(page)) for other in pages)
        write(target, page, "<head></head>" + "".join(f'<a href="{link}">x</a>' for link in links))
    write(target, "assets/x.js", "export const a = 1;\n")
    return target


def test_it_begins_with_the_changed_pages_and_every_link_leads_within_it(root: Path, tmp_path: Path) -> None:
    _git(root, "init", "-q")
    _git(root, "add", "-A")
    _git(root, "commit", "-qm", "x")
    replace(root, "docs/hr/decide.md", "translation:", "translation: # x")
    write(root, "sources/phrasebook.yml", (root / "sources/phrasebook.yml").read_text("utf8") + "# x\n")
    target = tmp_path / "preview"
    site = _site(root, tmp_path / "site")
    assert main(["proposal", str(site), str(target), "--base", "HEAD", "--project", str(root)]) == 0
    start = (target / "index.html").read_text("utf8")
    croatian = start.split('<section lang="hr">')[1].split("</section>")[0]
    assert re.findall(r'<li><a href="([^"]+)"', croatian) == ["hr/decide.html", "hr/phrasebook.html"]
    assert '<span lang="pl"><a href="pl/decide.html">Polski</a></span>' in croatian
    # Of the other languages only the phrasebook is made anew.
    assert re.findall(r'<li><a href="((?:pl|en)/[^"]+)"', start) == [
        "pl/phrasebook.html",
        "en/phrasebook.html",
    ]
    for page in target.rglob("*.html"):
        for link in re.findall(r'<a href="([^"]+)"', page.read_text("utf8")):
            assert (page.parent / link).is_file(), (page, link)
    assert "handbookArchive.define" in (target / "assets/x.js").read_text("utf8")


def test_a_commit_that_is_not_there_is_told(root: Path, tmp_path: Path) -> None:
    _git(root, "init", "-q")
    assert (
        main(["proposal", str(tmp_path), str(tmp_path / "x"), "--base", "abc", "--project", str(root)]) == 2
    )
