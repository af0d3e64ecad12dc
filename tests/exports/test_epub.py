"""The EPUB: judged by EPUBCheck, and taken apart for what EPUBCheck does not know of the handbook."""

from __future__ import annotations

import io
import os
import posixpath
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from handbook.commands.cli import main
from handbook.commands.export import changed
from handbook.exports.epub import epub
from handbook.exports.epub_pages import Chapter, Chapters
from handbook.exports.takeaway import takeaway
from handbook.languages import CODES
from handbook.model.project import Project
from handbook.reading.reader import Reader
from tests.support.project import HANDBOOK

XHTML, OPF = "{http://www.w3.org/1999/xhtml}", "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("epub")
    assert main(["export", "epub", "--target", str(target), "--project", str(HANDBOOK)]) == 0
    return target


def opened(written: Path, code: str) -> Mapping[str, bytes]:
    with zipfile.ZipFile(written / f"handbook-{code}.epub") as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        return {name: archive.read(name) for name in archive.namelist()}


def trees(files: Mapping[str, bytes]) -> Mapping[str, ElementTree.Element]:
    return {
        name.removeprefix("EPUB/"): ElementTree.fromstring(text)
        for name, text in files.items()
        if name.endswith(".xhtml")
    }


def words(tree: ElementTree.Element) -> str:
    return " ".join("".join(tree.itertext()).split())


@pytest.mark.parametrize("code", CODES)
def test_all_is_in_it_and_all_links_lead_somewhere(written: Path, code: str) -> None:
    files = opened(written, code)
    assert files["mimetype"] == b"application/epub+zip"
    package = ElementTree.fromstring(files["EPUB/package.opf"])
    listed = [item.get("href") for item in package.iter(f"{OPF}item")]
    inside = {name.removeprefix("EPUB/") for name in files if name.startswith("EPUB/")}
    assert sorted(filter(None, listed)) == sorted(inside - {"package.opf"})
    names = {item.get("id"): item.get("href") for item in package.iter(f"{OPF}item")}
    assert {names[item.get("idref")] for item in package.iter(f"{OPF}itemref")} == set(trees(files))
    ids = {name: {node.get("id") for node in tree.iter()} for name, tree in trees(files).items()}
    followed = 0
    for name, tree in trees(files).items():
        for link in tree.iter(f"{XHTML}a"):
            path, _, id = (link.get("href") or "").partition("#")
            if not re.match("https?:", path):
                goal = posixpath.normpath(path) if path else name
                assert goal in ids, (name, link.get("href"))
                assert not id or id in ids[goal], (name, link.get("href"))
                followed += 1
    assert followed > 500


@pytest.mark.parametrize("code", CODES)
def test_nothing_of_the_handbook_is_missing(written: Path, handbook: Project, code: str) -> None:
    files = opened(written, code)
    found = trees(files)
    taken = takeaway(handbook, code)
    assert sum(name.startswith("scenarios--") and "index" not in name for name in found) == len(taken.cards)
    for card in taken.cards:
        text = words(found[f"scenarios--{card.slug}.xhtml"])
        assert card.title in text
        for said in card.say:
            assert said in text, (card.slug, said)
    phrasebook, glossary = (words(found[name]) for name in ("phrasebook.xhtml", "reference--glossary.xhtml"))
    # Polish has the full stop after the quotation mark.
    assert all(phrase.say.rstrip(".") in phrasebook for phrase in taken.phrases)
    assert all(term.term in glossary for term in taken.terms)
    assert all(f"{guide.slug.replace('/', '--')}.xhtml" in found for guide in taken.guides)
    assert "[" in phrasebook, "what is to be filled in stays marked"
    package = ElementTree.fromstring(files["EPUB/package.opf"])
    assert package.findtext(f".//{DC}language") == code
    assert "CC BY 4.0" in (package.findtext(f".//{DC}rights") or "")
    assert "CC BY 4.0" in words(found["title.xhtml"])


def test_the_same_commit_gives_the_same_bytes(written: Path, handbook: Project) -> None:
    made = epub(handbook, "hr", changed(handbook, HANDBOOK))
    assert made == (written / "handbook-hr.epub").read_bytes()
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_epubcheck_finds_nothing(written: Path) -> None:
    # What it looks at is the same in all languages, and each start of it takes seconds. Where there is no
    # Java, this holds the least that a reading device needs: that all pages are XML.
    if shutil.which("java") is None:
        assert len(trees(opened(written, "hr"))) > len(CODES)
        return
    done = subprocess.run(
        [sys.executable, "-m", "epubcheck", str(written / "handbook-hr.epub")],
        # It runs once: what is compiled for a long run takes longer than it saves.
        env={**os.environ, "JAVA_TOOL_OPTIONS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_page_that_no_check_has_seen_brings_nothing_active(root: Path) -> None:
    hostile = (
        '<form action="https://evil.example/"><iframe src="https://evil.example/"></iframe>'
        '<object data="x"><b onclick="run()">bold</b></object></form>'
        "<script>run()</script>\n\n[a](javascript:run()) [b](//evil.example) [c](https://example.org)\n"
    )
    page = root / "docs/en/guides/listening.md"
    page.write_text(f"{page.read_text('utf8')}\n{hostile}", "utf8")
    project = Reader(root).read()
    chapter = Chapter("", project.pages["en/guides/listening.md"])
    made = Chapters(project, (chapter,), date(2026, 1, 1)).xhtml(project.pages["en/guides/listening.md"])
    tags = {tag.lower() for tag in re.findall(r"<([a-zA-Z]+)", made)}
    assert tags.isdisjoint({"form", "iframe", "object", "script"})
    assert "<b>bold</b>" in made
    assert "run()" not in made
    assert "evil.example" not in made
    assert 'href="https://example.org"' in made
