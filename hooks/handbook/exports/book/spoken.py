"""Which language a passage of the book is in, for screen readers.

WeasyPrint tells that of the whole document alone: a Croatian phrase in a Polish book would be read as Polish.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.pdf import tags


@contextmanager
def languages_told() -> Iterator[None]:
    """While this lasts, WeasyPrint gives each tag the language that its element names.

    It has no setting for it, so this stands between two of its own steps; its version is pinned, and
    tests/website/test_book.py looks for the languages in what is printed.
    """
    build = tags._build_box_tree

    def told(box: Any, *rest: Any) -> Iterator[Any]:
        element = getattr(box, "_box", box).element  # What is positioned is wrapped.
        code = element.get("lang") if element is not None and element.tag not in ("html", "body") else None
        for tag in build(box, *rest):
            if code:
                tag.setdefault("Lang", tags.pydyf.String(code))
            yield tag

    tags._build_box_tree = told
    try:
        yield
    finally:
        tags._build_box_tree = build
