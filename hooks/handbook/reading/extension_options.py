"""What mkdocs.yml says of Markdown's extensions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..model.document import Syntax

# The mark that opens a box, and the extensions that know it.
_BOXES = (
    ("!!!", ("admonition",)),
    ("???", ("pymdownx.details",)),
    ("===", ("pymdownx.tabbed",)),
)
# The mark of what is not read as Markdown, and the extensions that know it.
_UNREAD = (
    ("*[", ("abbr", "extra", "pymdownx.extra")),
    ("{>>", ("pymdownx.critic",)),
    ("$", ("pymdownx.arithmatex",)),
    ("\\(", ("pymdownx.arithmatex",)),
    ("\\[", ("pymdownx.arithmatex",)),
)


def extensions(value: Any, folders: Mapping[str, str]) -> Mapping[str, Mapping[str, Any]]:
    """The Markdown extensions by name, each with its options.

    Args:
        value: what stands in the configuration.
        folders: what stands for a folder at the beginning of a path, and that folder.
    """
    options: dict[str, Mapping[str, Any]] = {}
    for entry in value if isinstance(value, list) else []:
        if isinstance(entry, str):
            options[entry] = {}
        elif isinstance(entry, Mapping):
            options.update({str(k): v if isinstance(v, Mapping) else {} for k, v in entry.items()})
    if isinstance(value, Mapping):
        options = {str(k): v if isinstance(v, Mapping) else {} for k, v in value.items()}
    return {
        name: {key: _in_folders(entry, folders) for key, entry in given.items()}
        for name, given in options.items()
    }


def _in_folders(value: Any, folders: Mapping[str, str]) -> Any:
    """An option with the folders in place of what stands for them."""
    if isinstance(value, list):
        return [_in_folders(entry, folders) for entry in value]
    if type(value) is str and value.startswith("$") and (name := value.partition("/")[0]) in folders:
        return folders[name] + value.removeprefix(name)
    return value


def syntax(options: Mapping[str, Mapping[str, Any]], *, meta_lines: bool = False) -> Syntax:
    """The Markdown extensions that change how pages are read.

    Args:
        options: the extensions, each with its options.
        meta_lines: whether a page may begin with keys and values that no dashes enclose.
    """

    def on(*names: str) -> bool:
        return any(f"{prefix}{name}" in options for name in names for prefix in ("", "markdown.extensions."))

    toc = options.get("toc") or options.get("markdown.extensions.toc") or {}
    slugify = str(toc.get("slugify") or "")
    return Syntax(
        attr_list=on("attr_list", "extra", "pymdownx.extra"),
        footnotes=on("footnotes", "extra", "pymdownx.extra"),
        md_in_html=on("md_in_html", "extra", "pymdownx.extra"),
        magiclink=on("pymdownx.magiclink"),
        boxes=tuple(mark for mark, names in _BOXES if on(*names)),
        superfences=on("pymdownx.superfences", "pymdownx.extra"),
        unread=tuple(mark for mark, names in _UNREAD if on(*names)),
        unicode_slugs="unicode" in slugify or "pymdownx.slugs" in slugify,
        separator=str(toc.get("separator") or "-"),
        meta_lines=meta_lines,
    )
