"""The versions of a page, one a language, as far as they can be compared."""

from __future__ import annotations

from collections.abc import Mapping

from .project import Page


def by_language(versions: Mapping[str, Page]) -> dict[str, Page]:
    """The versions that can be compared: those whose file could be read and whose body is known.

    Where front matter is never closed, nobody knows where the body begins.
    """
    return {
        code: page
        for code, page in versions.items()
        if not page.unreadable and not (page.front.broken and page.front.end == 0)
    }
