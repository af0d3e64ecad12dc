"""Pages and files that front matter names: values that are a path and nothing else.

next: ../guides/listening.md#hear-out
related: [listening.md, deciding.md]
image: assets/tree.png
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ..base.positions import KeyPath
from ..model.document import Document, Link

# Words for people, and names that some tool or theme looks up in a place of its own.
_NO_PATHS = (
    "title",
    "description",
    "summary",
    "subtitle",
    "tags",
    "keywords",
    "template",
    "icon",
    "translation",
)
_PAGE = re.compile(r"(?!\w+:)[^\s:*?#]+\.(?:md|markdown)/?(?:[?#]\S*)?|\.{1,2}/\S+", re.IGNORECASE)
_FILE = re.compile(r"(?!\w+:)[^\s:*?#]+\.(?:png|jpe?g|gif|svg|webp|avif|pdf|mp4|webm|mp3|zip)", re.IGNORECASE)


# No value is looked at where nothing of the kind stands in the whole of it, as on nearly every page.
_ANY = re.compile(r"\./|\.(?:md|markdown|png|jpe?g|gif|svg|webp|avif|pdf|mp4|webm|mp3|zip)\b", re.IGNORECASE)


def front_links(document: Document) -> Iterator[Link]:
    """The paths in a page's front matter as links, of the kind front or front-image."""
    front, text = document.front, document.text
    end = text.find("\n---", 3)  # it may also end with dots
    if not front.end or not _ANY.search(text, 0, end if end >= 0 else len(text)):
        return
    for path, value in _texts(front.values, ()):
        if "." not in value:
            continue
        text = value.strip()
        if _PAGE.fullmatch(text):
            kind = "front"
        elif _FILE.fullmatch(text):
            kind = "front-image"
        else:
            continue
        place = front.position(*path)
        yield Link(text, "", kind, place, place)


def _texts(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, entry in value.items():
            if path or key not in _NO_PATHS:
                yield from _texts(entry, (*path, str(key)))
    elif isinstance(value, list):
        for index, entry in enumerate(value):
            yield from _texts(entry, (*path, index))
