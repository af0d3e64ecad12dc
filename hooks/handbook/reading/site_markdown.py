"""What Python-Markdown makes of a text, set up as the site has it: the one judge of what a page is.

No scanner of our own knows all the ways in which Markdown comes to HTML, so where our reading is not sure
of itself, the converter is asked, with the site's own extensions and options. Nothing but Markdown's own,
PyMdown's and Material's code is ever imported for it, whatever mkdocs.yml names; what else is configured is
left out, and then nothing is said that depends on it. What extensions add of themselves, such as the
links beside headings and pictures for icons, is left out, too: this is the writer's part of the page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import markdown
from markdown.treeprocessors import Treeprocessor
from selectolax.lexbor import LexborHTMLParser

from ..base.digest import digest
from ..base.kept import Kept
from ..base.recollection import Recollection, text_of
from ..model.project import Page, Settings
from .extension_names import BUILT_IN
from .python_names import TRUSTED, UNKNOWN, told, value_of_option

# MkDocs has these on.
_ALWAYS = ("toc", "tables", "fenced_code")
# What is the frame's and not the writer's: our own extensions, and those that put other addresses in the
# place of those that stand in a text.
_LEFT_OUT = re.compile(r"handbook\.site\.|pymdownx\.(?:pathconverter|b64)\Z")
# Stands on the links and pictures that MkDocs looks at: those that Markdown makes, not those in raw HTML.
LINK_MARK = "data-by-markdown"
SNIPPETS, _EMOJI = "pymdownx.snippets", "pymdownx.emoji"
# What takes as long to be imported as all else together, and the signs without which it does nothing that
# matters here: icons only to ids that are made of words, those of headings, tabs and blocks, and where an
# attribute list follows, which is theirs.
_LATE = {
    _EMOJI: re.compile(
        r"""
:[\w+-]+:\{
        | ^[ \t>]*(?:(?:[-*+]|\d+\.)[ \t]+)?(?:\#|===|///)[^\n]*:[\w+-]+:
        | ^(?=[^\n]*\n[ \t>]*[=-]+[ \t]*$)[^\n]*?:[\w+-]+:
        """,
        re.MULTILINE | re.VERBOSE,
    ),
    "pymdownx.blocks.": re.compile("///"),
}
# What has come of texts in earlier runs.
RECOLLECTION = Recollection("html")
# So many texts are kept with what has come of them.
_MOST = 2000


def icons(options: Any, converter: markdown.Markdown | None = None) -> Any:
    """The names that are icons or signs on a site of the handbook's: Material's and PyMdown's."""
    return import_module("material.extensions.emoji").twemoji(options, converter)


def _no_picture(*_: object) -> Element:
    """An icon without its picture: a part of the line that holds no words, as Material's own."""
    return Element("span")


def _drawn(*given: Any) -> Any:
    """The same where the device draws signs: each is text, on which no attribute list sets anything.

    The fourth that is given is its code points, None for an icon.
    """
    return import_module(_EMOJI).to_alt(*given) if given[3] else _no_picture()


# How these are set here, whatever the site says.
_OPTIONS: Mapping[str, Mapping[str, Any]] = {
    # The links beside headings, levels and a table of contents are the frame's.
    "toc": {"permalink": False, "anchorlink": False, "baselevel": 1, "marker": ""},
    "pymdownx.tabbed": {"alternate_style": True},
    "pymdownx.tasklist": {"custom_checkbox": True},
}


class _Marking(Treeprocessor):
    """Marks the links and pictures."""

    def run(self, root: Element) -> None:
        for node in (*root.iter("a"), *root.iter("img")):
            node.set(LINK_MARK, "")


@dataclass
class Rendered:
    """A page as HTML: its ids, the text that readers see."""

    ids: frozenset[str]
    text: str


class SiteMarkdown:
    """Renders texts as a site does; not `complete` where it has extensions that are not run here."""

    def __init__(self, settings: Settings) -> None:
        self._root = Path(settings.root)
        self._is_handbook = settings.handbook
        self._used: dict[str, dict[str, Any]] = {}
        self.complete = True
        for name, given in {**{key: {} for key in _ALWAYS}, **settings.markdown}.items():
            short = name.removeprefix("markdown.extensions.")
            if _LEFT_OUT.match(short):
                continue
            if short not in BUILT_IN and not short.startswith(TRUSTED):
                self.complete = False
                continue
            self._used[short] = self._options(short, given)
        snippets = self._used.get(SNIPPETS)
        self._appends = bool(snippets and snippets.get("auto_append"))
        self._converters: dict[tuple[str, ...], markdown.Markdown] = {}
        self._kept = lru_cache(maxsize=_MOST)(self._recalled)
        self._made_by = digest(told([settings.root, settings.handbook, settings.markdown]))

    def _options(self, name: str, given: Mapping[str, Any]) -> dict[str, Any]:
        found = {key: value_of_option(value) for key, value in given.items()}
        if any(value is UNKNOWN for value in found.values()):
            self.complete = False
        found = {key: value for key, value in found.items() if value is not UNKNOWN}
        if name == SNIPPETS:
            found = import_module(".snippets", __package__).options_within(self._root, found)
        if name == _EMOJI and self._is_handbook:
            found |= {"emoji_index": found.get("emoji_index", icons), "emoji_generator": _drawn}
        elif name == _EMOJI:
            is_text = getattr(found.get("emoji_generator"), "__name__", "") == "to_alt"
            found["emoji_generator"] = _drawn if is_text else _no_picture
        return {**found, **_OPTIONS.get(name, {})}

    def html(self, text: str) -> str:
        """The HTML of a text; each is converted once.

        Args:
            text: Markdown without front matter.

        Raises:
            Exception: whatever an extension trips over; RecursionError where the text holds more within
                one another than the converter can stand.
        """
        return self._convert(text) if self.brings_files(text) else self._kept(text)

    @property
    def identity(self) -> str:
        """What is another one wherever texts may come to something else; "" where that cannot be told."""
        return self._made_by if self.complete and SNIPPETS not in self._used else ""

    def brings_files(self, text: str) -> bool:
        """Whether parts of other files come into a text, by PyMdown's snippets."""
        return SNIPPETS in self._used and (self._appends or "-8<-" in text)

    def of(self, page: Page) -> Rendered | None:
        """A page as its readers get it; None where it cannot be rendered."""
        try:
            return _taken_apart(self.html(page.document.body))
        except Exception:  # Whatever an extension trips over is not told by who asks for ids.
            return None

    def _recalled(self, text: str) -> str:
        key = digest(self.identity, text) if RECOLLECTION.is_on and self.identity else ""
        html = RECOLLECTION.get(key, text_of) if key else None
        if html is None:
            html = self._convert(text)
            if key and self.identity:  # What could not be set up is told of by each run.
                RECOLLECTION.put(key, html)
        return html

    def _convert(self, text: str) -> str:
        needed = tuple(late for late, sign in _LATE.items() if sign.search(text))
        converter = self._converters.get(needed) or self._converters.setdefault(
            needed, self._converter({n: o for n, o in self._used.items() if _is_needed(n, needed)})
        )
        converter.reset()
        return converter.convert(text)

    def _converter(self, extensions: Mapping[str, dict[str, Any]]) -> markdown.Markdown:
        try:
            return self._marking(
                markdown.Markdown(extensions=_made(extensions), extension_configs=extensions)
            )
        except Exception:  # What an extension raises about options that we could not give it is its own.
            self.complete = False
            usable = {name: options for name, options in extensions.items() if _can_be_used(name, options)}
            return self._marking(markdown.Markdown(extensions=_made(usable), extension_configs=usable))

    def _marking(self, converter: markdown.Markdown) -> markdown.Markdown:
        if not self._is_handbook:  # There all pages are held against what was read when they are built.
            converter.treeprocessors.register(_Marking(converter), "marking", 1)
        return converter


def _taken_apart(html: str) -> Rendered:
    tree = LexborHTMLParser(html)
    ids = {node.attributes.get("id") or "" for node in tree.css("[id]")}
    ids |= {node.attributes.get("name") or "" for node in tree.css("a[name]")}
    return Rendered(frozenset(ids), tree.body.text() if tree.body else "")


def _is_needed(name: str, late: tuple[str, ...]) -> bool:
    return name.startswith(late) or not name.startswith(tuple(_LATE))


def _made(extensions: Mapping[str, dict[str, Any]]) -> list[Any]:
    """Extensions by their names, but for the one that is ours in the place of another."""

    made: dict[str, Any] = {name: name for name in extensions}
    if SNIPPETS in extensions:
        made[SNIPPETS] = import_module(".snippets", __package__).ProjectSnippets(**extensions[SNIPPETS])
    return list(made.values())


def _can_be_used(name: str, options: dict[str, Any]) -> bool:
    try:
        markdown.Markdown(extensions=[name], extension_configs={name: options})
    except Exception:
        return False
    return True


_SITES: Kept[SiteMarkdown] = Kept()


def site_markdown(settings: Settings) -> SiteMarkdown:
    """The converter of a site; one for each, so that what it has made of a text is shared."""
    return _SITES.get(settings.root, settings.markdown, lambda: SiteMarkdown(settings))
