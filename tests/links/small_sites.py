"""Small sites that are none of ours, written by a test, and what is found on them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from handbook import findings
from handbook.model.rules import NOTICE
from handbook.reading.reader import Reader

Found = list[tuple[str, int, str]]
# The smallest site of two languages.
PAIR = {"en/index.md": "# Home\n", "pl/index.md": "# Start\n"}


def site(
    root: Path,
    files: Mapping[str, str],
    *,
    languages: str = "[{locale: en, name: English, default: true}, {locale: pl, name: Polski}]",
    options: str = "docs_structure: folder",
    markdown: str = "[attr_list, tables, footnotes, toc]",
    plugins: str = "",
    more: str = "",
) -> Path:
    """Write a small site; `options` are static-i18n's, the others as in mkdocs.yml."""
    listed = f"plugins:\n  - i18n: {{{options}, languages: {languages}}}\n"
    listed += "".join(f"  - {name}\n" for name in plugins.split())
    (root / "mkdocs.yml").write_text(
        f"site_name: S\n{listed}markdown_extensions: {markdown}\n{more}\n", "utf8"
    )
    for name, text in files.items():
        path = root / ("" if name.startswith("/") else "docs") / name.lstrip("/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf8")
    return root


def told(root: Path, *, notices: bool = False) -> Found:
    """What is found, as far as it fails a check, or all of it."""
    found = findings.of(Reader(root).read())
    return [(f.file, f.line, f.rule) for f in found if notices or f.severity != NOTICE]
