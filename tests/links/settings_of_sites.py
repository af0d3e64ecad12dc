"""Small sites with settings drawn by chance, and what MkDocs itself makes of them.

`python -m tests.links.settings_of_sites COUNT [SEED]` compares that with our reading of many.
"""

from __future__ import annotations

import logging
import random
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.plugins import event_priority
from selectolax.lexbor import LexborHTMLParser

from handbook import findings
from handbook.links.targets import Targets
from handbook.reading.reader import Reader
from handbook.site.added_ids import PageIds

SLUGS = (
    None,
    "!!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}",
    "!!python/object/apply:pymdownx.slugs.slugify {}",
    "!!python/name:markdown.extensions.toc.slugify_unicode",
)
HEADINGS = ("Zażółć gęślą", "Part", "Part", "Плата", "Terms & fees", "A b {#own}")
NAMES = ("a.md", "b.md", "sub/c.md", "sub/index.md")


@dataclass
class Picture:
    """A site by language: its files with their addresses, the pages of its menu, ids, and dead links."""

    addresses: dict[str, dict[str, str]] = field(default_factory=dict)
    menu: dict[str, frozenset[str]] = field(default_factory=dict)
    ids: dict[str, frozenset[str]] = field(default_factory=dict)
    dead: frozenset[tuple[str, str]] = frozenset()
    # Links that have another fault: into another language, to a page that is left out.
    blamed: frozenset[tuple[str, str]] = frozenset()


def write_site(root: Path, seed: int) -> None:
    """Write a site; the same seed writes the same one."""
    chance = random.Random(seed)
    suffix = chance.random() < 0.3
    at_root = not suffix and chance.random() < 0.3
    codes = chance.choice((["en", "pl"], ["en", "pl", "pt-BR"], ["en", "zh-Hant"]))
    options: dict[str, Any] = {
        "docs_structure": "suffix" if suffix else "folder",
        "fallback_to_default": chance.random() < 0.5,
        "reconfigure_search": False,
        "languages": [{"locale": code, "name": code, "default": code == "en"} for code in codes],
    }
    if len(codes) == 3 and chance.random() < 0.5:
        options["languages"][2]["build"] = False
    if chance.random() < 0.2:
        options["languages"].append({"locale": "null", "name": "More", "fixed_link": "/more/"})
    home = chance.choice(("index.md", "README.md"))
    files = [home, *NAMES]
    placed: list[str] = []
    for code in codes:
        for name in files:
            if code != "en" and chance.random() < 0.35:
                continue
            placed.append(_path(name, code, suffix, at_root))
    if chance.random() < 0.2:
        placed.append(_path("sub/README.md", "en", suffix, at_root))
    config: dict[str, Any] = {
        "site_name": "S",
        "site_url": "https://example.org/docs/",
        "use_directory_urls": chance.random() < 0.7,
        "theme": {"name": None, "custom_dir": "theme"},
        "plugins": [{"i18n": options}],
        "validation": {"links": {"anchors": "warn", "not_found": "warn"}},
    }
    if chance.random() < 0.4:
        prefix = "" if suffix or at_root or chance.random() < 0.5 else "en/"
        config["nav"] = [f"{prefix}{name}" for name in chance.sample(files, 3)]
    if chance.random() < 0.25:
        config["exclude_docs"] = chance.choice(("b.md\n", "sub/*\n", "/en/sub/\n*.pl.md\n!a.pl.md\n"))
    markdown = chance.choice(([], ["attr_list"], ["attr_list", "tables", "footnotes"]))
    lines = [f"  - {name}\n" for name in markdown]
    if (slug := chance.choice(SLUGS)) is not None:
        lines.append(f"  - toc:\n      slugify: {slug}\n")
    text = yaml.safe_dump(config, sort_keys=False) + "markdown_extensions:\n" + "".join(lines)
    (root / "mkdocs.yml").write_text(text, "utf8")
    (root / "theme").mkdir()
    (root / "theme" / "main.html").write_text("{{ page.content }}", "utf8")
    pictures = [_path("pic.png", "en", suffix, at_root), "assets/shared.png"]
    for name in pictures:
        (root / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "docs" / name).write_bytes(b"x")
    for name in placed:
        (root / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "docs" / name).write_text(_text(chance, name, placed, pictures), "utf8")


def _path(name: str, code: str, suffix: bool, at_root: bool) -> str:
    if suffix:
        stem, _, ending = name.rpartition(".")
        return name if code == "en" else f"{stem}.{code}.{ending}"
    return name if at_root and code == "en" else f"{code}/{name}"


def _text(chance: random.Random, name: str, placed: list[str], pictures: list[str]) -> str:
    lines = [f"# Page {name.replace('/', ' ').replace('.', ' ')}\n"]
    lines += [f"## {heading}\n\nText.\n" for heading in chance.sample(HEADINGS, 3)]
    up = "../" * name.count("/")
    # MkDocs tells of one dead section of a page once, so each link has an anchor of its own.
    anchors = chance.sample(("", "#part", "#part_1", "#own", "#płata", "#terms-fees", "#Part"), 4)
    for number, anchor in enumerate(anchors):
        goal = chance.choice((*placed, *NAMES, "gone.md"))
        lines.append(f"[l{number}]({up}{goal}{anchor})\n")
    lines.append(f"![p]({up}{chance.choice(pictures)})\n")
    return "\n".join(lines)


@contextmanager
def _listening(found: set[tuple[str, str]]) -> Iterator[None]:
    class Handler(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            words = record.getMessage().split("'")
            if "contains a link" in record.getMessage() and record.levelno >= logging.WARNING:
                found.add((words[1], words[3]))

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
    picture, dead = Picture(), set[tuple[str, str]]()
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
    with _listening(dead):
        build(config)
    picture.dead = frozenset(dead)
    return picture


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
        if project.settings.nav is not None:
            entries = [targets.served.find(entry, code) for entry, _ in project.settings.nav]
            picture.menu[code] = frozenset(entry for entry in entries if entry)
        for path in files & project.pages.keys():
            picture.ids[path] = ids.of(project.pages[path])
    lines = {page.file: (path, page.document.lines) for path, page in project.pages.items()}
    dead, blamed = set[tuple[str, str]](), set[tuple[str, str]]()
    for found in findings.of(project):
        if found.file in lines and found.rule.startswith("link-"):
            path, text = lines[found.file]
            told = dead if found.rule.endswith("-missing") else blamed
            told.add((path, text[found.line - 1].partition("](")[2].rstrip(")\n")))
    picture.dead, picture.blamed = frozenset(dead), frozenset(blamed)
    return picture


def differences(seed: int) -> list[str]:
    """How our reading of a site differs from MkDocs'; empty where it does not."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_site(root, seed)
        theirs, ours = by_mkdocs(root), by_us(root)
        shown = (root / "mkdocs.yml").read_text("utf8")
        project = Reader(root).read()
    found = []
    for code, addresses in theirs.addresses.items():
        if addresses != ours.addresses.get(code):
            found.append(f"{code}: addresses {_changed(addresses, ours.addresses.get(code, {}))}")
        if project.settings.nav is not None and theirs.menu[code] != ours.menu[code]:
            found.append(f"{code}: menu {sorted(theirs.menu[code] ^ ours.menu[code])}")
    for path, known in theirs.ids.items():
        if known != ours.ids.get(path):
            found.append(f"{path}: ids {sorted(known ^ ours.ids.get(path, frozenset()))}")
    if missed := theirs.dead - ours.dead - ours.blamed:
        found.append(f"missed {sorted(missed)}")
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
