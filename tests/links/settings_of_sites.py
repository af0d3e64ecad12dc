"""Small sites with settings drawn by chance, and what MkDocs itself makes of them.

`python -m tests.links.settings_of_sites COUNT [SEED]` compares that with our reading of many.
"""

from __future__ import annotations

import logging
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.plugins import event_priority
from selectolax.lexbor import LexborHTMLParser

from handbook import findings
from handbook.languages import language_name
from handbook.links.targets import Targets
from handbook.model.rules import ERROR
from handbook.model.rules.files import AddressTwice
from handbook.model.rules.navigation import PageUnlisted, PageUnreachable, StartPageMissing
from handbook.reading.reader import Reader
from handbook.site.added_ids import PageIds
from tests.links.drawn_sites import write_site


@dataclass
class Picture:
    """A site by language: its files with their addresses, the pages of its menu, ids, and dead links."""

    addresses: dict[str, dict[str, str]] = field(default_factory=dict)
    menu: dict[str, frozenset[str]] = field(default_factory=dict)
    ids: dict[str, frozenset[str]] = field(default_factory=dict)
    dead: frozenset[tuple[str, str]] = frozenset()
    # What the navigation names and a language has no page for.
    absent: frozenset[str] = frozenset()
    # The languages without a start page in their navigation, and the pages that a navigation omits.
    homeless: frozenset[str] = frozenset()
    omitted: frozenset[str] = frozenset()
    # What is left out as another page has its address.
    displaced: frozenset[str] = frozenset()
    # Links that have another fault: into another language, to a page that is left out.
    blamed: frozenset[tuple[str, str]] = frozenset()


@contextmanager
def _listening(warnings: list[str]) -> Iterator[None]:
    class Handler(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.levelno >= logging.WARNING:
                warnings.append(record.getMessage())

    log, handler = logging.getLogger("mkdocs"), Handler()
    before = log.propagate
    log.addHandler(handler)
    log.propagate = False
    try:
        yield
    finally:
        log.removeHandler(handler)
        log.propagate = before


def by_mkdocs(root: Path) -> Picture:
    """What a real build makes of a site."""
    picture, warnings = Picture(), list[str]()
    config = load_config(str(root / "mkdocs.yml"))
    i18n: Any = config.plugins["i18n"]

    @event_priority(-200)
    def on_files(files: Any, config: Any) -> Any:
        docs = [file for file in files if file.src_dir == config.docs_dir and file.inclusion.is_included()]
        picture.addresses[i18n.current_language] = {file.src_uri: _address(file.url) for file in docs}
        return files

    @event_priority(-200)
    def on_nav(nav: Any, config: Any, files: Any) -> Any:
        shown = (page.file for page in nav.pages if page.file.inclusion.is_included())
        picture.menu[i18n.current_language] = frozenset(file.src_uri for file in shown)
        return nav

    @event_priority(-200)
    def on_page_content(html: str, page: Any, config: Any, files: Any) -> str:
        ids = {node.attributes["id"] or "" for node in LexborHTMLParser(html).css("[id]")}
        picture.ids[page.file.src_uri] = frozenset(ids)
        return html

    for event in (on_files, on_nav, on_page_content):
        config.plugins._register_event(event.__name__.removeprefix("on_"), event)
    with _listening(warnings):
        build(config)
    _note(picture, warnings)
    return picture


def _note(picture: Picture, warnings: list[str]) -> None:
    """Take down what MkDocs and static-i18n warned of."""
    quoted = [(warning, warning.split("'")) for warning in warnings]
    picture.dead = frozenset((words[1], words[3]) for text, words in quoted if "contains a link" in text)
    picture.absent = frozenset(words[1] for text, words in quoted if text.startswith("A reference to"))
    picture.homeless = frozenset(words[1] for text, words in quoted if "find a homepage" in text)
    picture.displaced = frozenset(words[1] for text, words in quoted if text.startswith("Excluding"))
    lists = (text.split("\n  - ")[1:] for text in warnings if text.startswith("The following pages exist"))
    picture.omitted = frozenset(path for paths in lists for path in paths)


def _address(url: str) -> str:
    return "" if url in ("./", ".") else url.removeprefix("./")


def by_us(root: Path) -> Picture:
    """What we read of it."""
    picture = Picture()
    project = Reader(root).read()
    targets, ids = Targets(project), PageIds(project)
    for code in project.settings.languages:
        files = targets.served.files(code)
        picture.addresses[code] = {path: targets.url(path, code) for path in files}
        if (nav := project.settings.navs.get(code, project.settings.nav)) is not None:
            entries = [targets.served.find(entry, code) for entry, _ in nav]
            picture.menu[code] = frozenset(entry for entry in entries if entry)
        for path in files & project.pages.keys():
            picture.ids[path] = ids.of(project.pages[path])
    lines = {page.file: (path, page.document.lines) for path, page in project.pages.items()}
    dead, blamed = set[tuple[str, str]](), set[tuple[str, str]]()
    absent = set()
    for found in findings.of(project):
        if found.rule == "nav-page-missing":
            entry = found.message.split("“")[1].split("”")[0]
            if "kept out" in found.message:
                blamed.add(("nav", entry))
            else:
                absent.add(entry)
        if found.file in lines and found.rule.startswith("link-"):
            path, text = lines[found.file]
            told = dead if found.rule.endswith("-missing") else blamed
            told.add((path, text[found.line - 1].partition("](")[2].rstrip(")\n")))
    picture.dead, picture.blamed, picture.absent = frozenset(dead), frozenset(blamed), frozenset(absent)
    faults = findings.faults(project)
    names = {language_name("en", code): code for code in project.settings.languages}
    missing = (fault.broken for fault in faults if isinstance(fault.broken, StartPageMissing))
    picture.homeless = frozenset(names[broken.name] for broken in missing)
    twice = (fault for fault in faults if isinstance(fault.broken, AddressTwice) and fault.broken.pattern)
    picture.displaced = frozenset(fault.file.partition("/")[2] for fault in twice)
    if findings.severities_of(project).get("page-unlisted") == ERROR:
        unlisted = (fault for fault in faults if isinstance(fault.broken, PageUnlisted | PageUnreachable))
        picture.omitted = frozenset(lines[fault.file][0] for fault in unlisted)
    return picture


def differences(seed: int) -> list[str]:
    """How our reading of a site differs from MkDocs'; empty where it does not."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_site(root, seed)
        theirs, ours = by_mkdocs(root), by_us(root)
        shown = (root / "mkdocs.yml").read_text("utf8")
    found = []
    for code, addresses in theirs.addresses.items():
        if addresses != ours.addresses.get(code):
            found.append(f"{code}: addresses {_changed(addresses, ours.addresses.get(code, {}))}")
        if code in ours.menu and theirs.menu[code] != ours.menu[code]:
            found.append(f"{code}: menu {sorted(theirs.menu[code] ^ ours.menu[code])}")
    for path, known in theirs.ids.items():
        if known != ours.ids.get(path):
            found.append(f"{path}: ids {sorted(known ^ ours.ids.get(path, frozenset()))}")
    if missed := theirs.dead - ours.dead - ours.blamed:
        found.append(f"missed {sorted(missed)}")
    told = {entry for kind, entry in ours.blamed if kind == "nav"}
    if wrong := (ours.absent - theirs.absent) | (theirs.absent - ours.absent - told):
        found.append(f"navigation {sorted(wrong)}")
    for what in ("homeless", "omitted", "displaced"):
        if getattr(theirs, what) != getattr(ours, what):
            found.append(f"{what} {sorted(getattr(theirs, what) ^ getattr(ours, what))}")
    if more := ours.dead - theirs.dead:
        found.append(f"too much {sorted(more)}")
    return [f"seed {seed}: {line}\n{shown}" for line in found]


def _changed(one: dict[str, str], other: dict[str, str]) -> str:
    return str(sorted(set(one.items()) ^ set(other.items())))


def main() -> int:
    count, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    wrong = [line for number in range(seed, seed + count) for line in differences(number)]
    print("\n".join(wrong[:20]))
    print(f"{count} sites from seed {seed}: {len(wrong)} differences")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
