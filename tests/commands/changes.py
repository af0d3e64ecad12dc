"""Changes to the small handbook after which a check says something else, or may."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.support.project import replace, write

CARD = "docs/hr/scenarios/late-return.md"


def _append(path: str, text: str) -> Callable[[Path], None]:
    return lambda root: write(root, path, (root / path).read_text("utf8") + text)


CHANGES: dict[str, Callable[[Path], None]] = {
    "a page's text": _append(CARD, "\nKrivo napisannna riječ.\n"),
    "a page's link": _append(CARD, "\n[Tamo](nema-je.md)\n"),
    "a page more": lambda root: write(
        root, CARD.replace("late-return", "another"), (root / CARD).read_text("utf8")
    ),
    "a page less": lambda root: (root / CARD).unlink(),
    "a page renamed": lambda root: _renamed(root),
    "a page that is only a link": lambda root: _linked(root),
    "an empty folder": lambda root: (root / "docs/fr").mkdir(),
    "a picture": lambda root: write(root, "docs/assets/broken.svg", "<svg"),
    "the claims": _append("sources/claims.yml", "\nnowhere: {}\n"),
    "the words to avoid": lambda root: write(
        root, "sources/nonstandard-hr.yml", "- avoid: [povrat]\n  use: ništa\n"
    ),
    "a list of names": lambda root: write(root, "sources/names.yml", "all: [Nitko]\n"),
    "the addresses of before": lambda root: write(root, "redirects.yml", "nothing: nowhere.md\n"),
    "all that was ever published": lambda root: write(root, "published.txt", "pl/gone/\n"),
    "a severity": lambda root: replace(
        root, "mkdocs.yml", "    cards:", "    severities: {link-case: off}\n    cards:"
    ),
    "a configuration more": lambda root: write(root, "mkdocs.yaml", "site_name: x\n"),
}


def _renamed(root: Path) -> None:
    (root / CARD).rename((root / CARD).with_name("another.md"))


def _linked(root: Path) -> None:
    (root / CARD).rename(root / "elsewhere.md")
    (root / CARD).symlink_to(root / "elsewhere.md")
