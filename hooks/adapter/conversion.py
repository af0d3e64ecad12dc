"""What is looked for again and again in a conversion, looked for once."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from typing import Any
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions.toc import TocTreeprocessor

_HIGHLIGHT, _BY_NAME = "pymdownx.highlight", "get_lexer_by_name"
_LEXERS = "pygments.lexers"
_CONTENTS = "toc"


def seek_contents_once(converter: markdown.Markdown) -> markdown.Markdown:
    """Have a converter look for the place of a table of contents only on a page that has one."""
    found = converter.treeprocessors
    if _CONTENTS in found and type(found[_CONTENTS]) is TocTreeprocessor:
        found[_CONTENTS].__class__ = _Contents
    return converter


class _Contents(TocTreeprocessor):
    def replace_marker(self, root: Element, elem: Element) -> None:
        """See `TocTreeprocessor`, which looks at all that is in each element; few pages have the marker."""
        if self.marker in "".join(root.itertext()):
            super().replace_marker(root, elem)


@contextmanager
def lexers_known() -> Iterator[None]:
    """Have Pygments' lexers found once each: they are looked for among hundreds for each block of code."""
    names = vars(sys.modules[_HIGHLIGHT]) if _HIGHLIGHT in sys.modules else {}
    before = {name: names[name] for name in (_BY_NAME,) if name in names}
    names.update(dict.fromkeys(before, _lexer))
    try:
        yield
    finally:
        names.update(before)


def _lexer(name: str, /, **options: Any) -> Any:
    found = _lexer_class(name)
    return found(**options) if found else import_module(_LEXERS).get_lexer_by_name(name, **options)


@cache
def _lexer_class(name: str) -> Any:
    """The lexer's class; None where there is none of this name."""
    try:
        return import_module(_LEXERS).find_lexer_class_by_name(name)
    except ValueError:
        return None
