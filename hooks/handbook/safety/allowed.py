"""The markup that pages may hold: elements, their attributes, the kinds of addresses.

It is what Markdown and the content components of Material render, and the little raw HTML that
writers need for languages, abbreviations and tables. Everything else is refused, so a new danger
need not be known here to be kept out.
"""

from __future__ import annotations

import re


def words(text: str) -> frozenset[str]:
    """A list as it is written here: names with white space between them."""
    return frozenset(text.split())


SCHEMES = ("https", "http", "mailto", "tel")

# Attributes that every element may have. data-… and aria-label are looked at by their names, see `names`.
_EVERYWHERE = frozenset({"id", "class", "lang", "dir", "title", "role", "markdown", "translate"})
_CELL = frozenset({"colspan", "rowspan", "scope", "headers", "abbr", "align", "style"})

ELEMENTS: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        # Text in blocks, and what md_in_html lets writers wrap around it.
        words("""p h1 h2 h3 h4 h5 h6 blockquote pre hr br wbr div section figure figcaption ul dl dt dd span
        em strong b i u s small sub sup code kbd samp var cite q dfn abbr ins del mark bdi ruby rt rp
        address picture caption thead tbody tfoot tr summary"""),
        frozenset[str](),
    ),
    "a": frozenset({"href", "hreflang", "rel", "name"}),
    "ol": frozenset({"start", "type", "reversed"}),
    "li": frozenset({"value"}),
    "img": frozenset({"src", "srcset", "sizes", "alt", "width", "height", "loading", "align"}),
    # Films and recordings of the site's own.
    "video": frozenset({"src", "poster", "controls", "preload", "width", "height"}),
    "audio": frozenset({"src", "controls", "preload"}),
    "track": frozenset({"src", "kind", "srclang", "label", "default"}),
    "source": frozenset({"src", "srcset", "sizes", "media", "type"}),
    "table": frozenset({"summary"}),
    "colgroup": frozenset({"span"}),
    "col": frozenset({"span"}),
    "td": _CELL,
    "th": _CELL,
    "time": frozenset({"datetime"}),
    "details": frozenset({"open", "name"}),
    # Check boxes of task lists, and the switches of tabs.
    "input": frozenset({"type", "checked", "disabled", "name"}),
    "label": frozenset({"for"}),
    # Icons and pictures that Material draws in the page.
    "svg": frozenset({"viewbox", "xmlns", "width", "height", "fill", "aria-hidden", "focusable"}),
    "path": frozenset({"d", "fill", "fill-rule", "clip-rule"}),
}

# The values that these attributes may have; all others are looked at as addresses or are free.
VALUES: dict[str, re.Pattern[str]] = {
    "style": re.compile(r"text-align: (?:left|right|center);?"),
    "type": re.compile(r"checkbox|radio|(?:image|video|audio)/[\w.+-]+|[1aAiI]|"),
    "dir": re.compile(r"ltr|rtl|auto"),
    # A colour, nothing that is looked for elsewhere.
    "fill": re.compile(r"#[0-9a-fA-F]{3,8}|[a-zA-Z]*"),
    "rel": re.compile(r"[a-z ]*"),
    "role": re.compile(r"note|img|group|region|list|listitem|presentation|none|heading"),
}
# Where browsers fetch something from, or go to.
ADDRESSES = frozenset({"href", "src"})
SOURCES = frozenset({"src", "srcset", "poster"})


def attributes(tag: str) -> frozenset[str]:
    """The attributes that an element may have, besides data-… and aria-…; empty where it may not be."""
    return ELEMENTS[tag] | _EVERYWHERE if tag in ELEMENTS else frozenset()
