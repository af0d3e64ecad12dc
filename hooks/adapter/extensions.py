"""The extensions of Markdown that a site is built with, and whether anything else goes into their work."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig

from handbook.reading.extension_names import BUILT_IN

# Of these extensions a page's text and their options are all that they make it of; others may read files.
_KNOWN = ("markdown.", "pymdownx.", "handbook.")
_READING = frozenset({"pymdownx.snippets", "pymdownx.b64", "pymdownx.pathconverter"})


def all_known(config: MkDocsConfig) -> bool:
    """Whether a page's text and their options are all that the extensions of Markdown make anything of."""
    return all(
        name in BUILT_IN or (name.startswith(_KNOWN) and name not in _READING)
        for name in map(str, config.markdown_extensions)
    )


def named(value: object) -> str:
    """What stands for an option that is no text or number: a function by its name."""
    return f"{getattr(value, '__module__', '')}.{getattr(value, '__qualname__', type(value).__qualname__)}"
