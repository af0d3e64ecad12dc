"""Small sites with settings, pages and links drawn by chance."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import yaml

SLUGS = (
    None,
    "!!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}",
    "!!python/object/apply:pymdownx.slugs.slugify {}",
    "!!python/name:markdown.extensions.toc.slugify_unicode",
)
HEADINGS = ("Zażółć gęślą", "Part", "Part", "Плата", "Terms & fees", "A b {#own}")
NAMES = ("a.md", "b.md", "sub/c.md", "sub/index.md")


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
        config["nav"] += chance.sample(("gone.md", "a.md#part", "a", "../", "/b.md", "pic.png"), 2)
        if chance.random() < 0.4:
            inside = config["nav"][(at := chance.randrange(3)) : at + 2]
            rest = [entry for entry in config["nav"] if entry not in inside]
            config["nav"] = [*rest, {chance.choice(("En", "Pl", "More")): inside}]
    if chance.random() < 0.2:
        options["languages"][-1]["nav"] = ["a.md", "sub/c.md", "gone-too.md"]
    if chance.random() < 0.25:
        config["exclude_docs"] = chance.choice(("b.md\n", "sub/*\n", "/en/sub/\n*.pl.md\n!a.pl.md\n"))
    if chance.random() < 0.4:
        config["validation"]["nav"] = {"omitted_files": "warn"}
        config["not_in_nav"] = chance.choice(("", "b.md\n", "/en/\n"))
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
