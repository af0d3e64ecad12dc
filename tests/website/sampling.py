"""A few pages that have all that any page has, for what takes too long on every page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser


def cover(site: Path, codes: tuple[str, ...], seen: Iterable[Path] = ()) -> list[Path]:
    """Choose pages of which each has something that none of those before it has.

    What a page has are its elements with their classes, roles, attributes and the elements around them: what
    no page of the sample is made of, no page at all is. The same site gives the same sample.

    Args:
        site: the folder of a built handbook.
        codes: the folders of its languages; of pages that are equal it takes the language with the fewest.
        seen: pages that are looked at anyway: what they have, the sample needs no page for.

    Returns:
        The pages' files.
    """
    parts = {path: _parts(path) for code in codes for path in sorted((site / code).rglob("*.html"))}
    missing = set[str]().union(*parts.values()).difference(*map(_parts, seen))
    chosen: list[Path] = []
    languages: Counter[str] = Counter()

    def worth(path: Path) -> tuple[int, int, int]:
        # Of equals the smaller: it is looked at in less time.
        return len(parts[path] & missing), -languages[_code(path, site)], -path.stat().st_size

    while missing:
        best = max(parts, key=worth)
        missing -= parts[best]
        languages[_code(best, site)] += 1
        chosen.append(best)
    return chosen


def _code(path: Path, site: Path) -> str:
    return path.relative_to(site).parts[0]


def _parts(path: Path) -> set[str]:
    """What a page is made of."""
    found: set[str] = set()
    for node in LexborHTMLParser(path.read_text("utf8")).css("body *"):
        tag, given = node.tag or "", node.attributes
        found.add(f"{node.parent.tag if node.parent else ''} > {tag}")
        found.update(f"{tag}.{name}" for name in (given.get("class") or "").split())
        # Those of scripts hold values of all kinds, and change nothing for a reader by themselves.
        found.update(f"{tag}[{name}]" for name in given if not name.startswith("data-"))
        found.add(f"role {given.get('role')}")
    return found
