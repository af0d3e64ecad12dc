"""Python-Markdown set up as in the handbook: what a reader's browser gets from a text."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import markdown
import yaml

from tests.support.project import HANDBOOK

# MkDocs adds these to whatever mkdocs.yml names.
_BUILT_IN = ("toc", "tables", "fenced_code")


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml; what a tag such as !ENV stands for does not matter here."""


_Loader.add_multi_constructor("!", lambda loader, suffix, node: None)


@cache
def extensions(root: Path) -> dict[str, dict[str, Any]]:
    """The Markdown extensions of a project's mkdocs.yml, each with its options."""
    config = yaml.load((root / "mkdocs.yml").read_text("utf8"), _Loader)
    found: dict[str, dict[str, Any]] = {name: {} for name in _BUILT_IN}
    for entry in config["markdown_extensions"]:
        found |= entry if isinstance(entry, dict) else {entry: {}}
    return found


def to_html(text: str, root: Path = HANDBOOK) -> str:
    """A Markdown text, without front matter, as HTML."""
    chosen = extensions(root)
    return markdown.Markdown(extensions=list(chosen), extension_configs=chosen).convert(text)


@dataclass
class Seen:
    """What a browser finds in a page: ids in their order, and the targets of links and pictures."""

    ids: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    headings: list[tuple[int, str | None]] = field(default_factory=list)


def seen(html: str) -> Seen:
    """Read HTML as a browser does; the permalinks of headings are left out."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.seen


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen = Seen()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if (id := values.get("id")) is not None:
            self.seen.ids.append(id)
        if tag == "a" and (name := values.get("name")) is not None:
            self.seen.ids.append(name)
        if values.get("class") != "headerlink":
            found = (values.get("href"), values.get("src"))
            self.seen.targets.extend(target for target in found if target is not None)
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.seen.headings.append((int(tag[1]), values.get("id")))
