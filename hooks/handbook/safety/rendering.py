"""What Python-Markdown makes of a text, and which texts need to be rendered to know that they are safe.

No scanner of our own knows all the ways in which Markdown comes to HTML, so what decides is the
converter itself, with the extensions that the site has on. It takes two milliseconds a page, so what
is made of letters, links within the site and the usual signs alone is not asked for: nothing but
Markdown's own elements can come of it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import markdown

from .allowed import words

# The extensions that are known to need nothing from the site, and how they are set here: what a file or
# a function of the site's would add is for the second look, at the built pages.
_OPTIONS: dict[str, dict[str, Any]] = {
    "pymdownx.tabbed": {"alternate_style": True},
    "pymdownx.tasklist": {"custom_checkbox": True},
    "pymdownx.highlight": {"use_pygments": False},
    "codehilite": {"use_pygments": False},
}
_PLAIN = words("""abbr admonition attr_list def_list extra fenced_code footnotes legacy_attrs legacy_em
    md_in_html meta nl2br sane_lists smarty tables toc wikilinks pymdownx.betterem pymdownx.blocks.admonition
    pymdownx.blocks.caption pymdownx.blocks.definition pymdownx.blocks.details pymdownx.blocks.html
    pymdownx.blocks.tab pymdownx.caret pymdownx.critic pymdownx.details pymdownx.escapeall pymdownx.extra
    pymdownx.inlinehilite pymdownx.keys pymdownx.magiclink pymdownx.mark pymdownx.progressbar
    pymdownx.saneheaders pymdownx.smartsymbols pymdownx.striphtml pymdownx.superfences
    pymdownx.tilde""")
_KNOWN = frozenset((*_PLAIN, *_OPTIONS))

_KINDS = "note|abstract|info|tip|success|question|warning|failure|danger|bug|example|quote"
_BOX = rf"[ >]*(?:!!!|\?\?\?\+?)[ ]+(?:{_KINDS})(?:[ ]+(?:inline|end))*(?:[ ]+\"[^\"<>&{{}}\n]*\")?[ ]*$"
# What may bring more than Markdown's own elements: a tag that is not a marker or waiver of ours, an
# attribute list other than an id at the end of a line, an entity, a target with a scheme or unusual signs,
# a definition, a box or a fence that says more than its kind, a control character.
_SUSPECT = re.compile(
    rf"""
    <(?!!--[ ]handbook:[^<>&\n]*(?<!-)-->)
    | \{{(?!\#[a-z][a-z0-9-]*\}}[ \t]*$)
    | & | \]:
    | \](?:[ ]|\n)?\((?!(?!//)[\w./\#-]+\))
    | ^(?!{_BOX})[ >]*(?:!!!|\?\?\?)
    | ^[ \t>]*(?:```|~~~)(?![\w-]*[ \t]*$)
    | [\x00-\x08\x0b-\x1f]
    | \#(?:content|menu|search|languages|scheme|copy|__)
    """,
    re.MULTILINE | re.VERBOSE,
)


def is_suspect(text: str) -> bool:
    """Whether a text must be rendered to know what comes of it."""
    return _SUSPECT.search(text) is not None


def first_suspect(text: str, start: int) -> int | None:
    """The first place from `start` on that makes a text suspect."""
    found = _SUSPECT.search(text, start)
    return found.start() if found else None


def render(text: str, extensions: tuple[str, ...]) -> str:
    """The HTML of a text.

    Args:
        text: Markdown.
        extensions: the names of those that the site has on; unknown ones are left out.

    Raises:
        RecursionError: the text holds more within one another than the converter can stand.
    """
    converter = _converter(extensions)
    converter.reset()
    return converter.convert(text)


@lru_cache(maxsize=4)
def _converter(extensions: tuple[str, ...]) -> markdown.Markdown:
    names = [name.removeprefix("markdown.extensions.") for name in extensions]
    used = [name for name in names if name in _KNOWN]
    options = {name: value for name, value in _OPTIONS.items() if name in used}
    return markdown.Markdown(extensions=used, extension_configs=options)
