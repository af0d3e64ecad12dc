"""Which version of a page is the odd one out.

Where two translations agree and only the original differs, it is the original that was changed by
mistake: one finding there says more than one in each translation.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from .project import Page

Value = TypeVar("Value")


def standard(values: Mapping[str, Value], original: str) -> str:
    """The language whose value the others are held against.

    Args:
        values: a comparable value for each language that has the page.
        original: the language of the original.

    Returns:
        The original's language, unless at least two others agree on another value and nobody
        agrees with the original.
    """
    others = [code for code in values if code != original]
    if original not in values or len(others) < 2:
        return original if original in values else next(iter(values))
    alone = all(values[code] != values[original] for code in others)
    agreed = all(values[code] == values[others[0]] for code in others)
    return others[0] if alone and agreed else original


def by_language(versions: Mapping[str, Page]) -> dict[str, Page]:
    """The versions that can be compared: those whose file could be read and whose body is known.

    Where front matter is never closed, nobody knows where the body begins.
    """
    return {
        code: page
        for code, page in versions.items()
        if not page.unreadable and not (page.front.broken and page.front.end == 0)
    }
