"""What a site's own Markdown makes of a page: its ids, and references that stay as they were written.

Asked only where our reading is not sure: ids made of a heading's words, of tabs and of snippets come
from Python-Markdown with the site's own extensions and options. Nothing but Markdown's own, PyMdown's
and Material's code is ever imported for it, whatever mkdocs.yml names; what else is configured is left
out, and then nothing is said that depends on it.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import markdown
from selectolax.lexbor import LexborHTMLParser

from ..model.project import Page, Settings
from .configuration import PythonName

# Whose code may be run: the packages that MkDocs and Material bring along, and ours.
_TRUSTED = ("markdown.", "pymdownx.", "material.extensions.", "handbook.site.")
_BUILT_IN = frozenset(
    [
        "abbr",
        "admonition",
        "attr_list",
        "codehilite",
        "def_list",
        "extra",
        "fenced_code",
        "footnotes",
        "legacy_attrs",
        "legacy_em",
        "md_in_html",
        "meta",
        "nl2br",
        "sane_lists",
        "smarty",
        "tables",
        "toc",
        "wikilinks",
    ]
)
# MkDocs has these on.
_ALWAYS = ("toc", "tables", "fenced_code")


@dataclass
class Rendered:
    """A page as HTML: its ids, the text that readers see, and whether all of it is known."""

    ids: frozenset[str]
    text: str


@dataclass
class Renderer:
    """Renders the pages of a site; not `complete` where the site has extensions that are not run here."""

    settings: Settings
    complete: bool = True
    _known: dict[str, Rendered | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        used: list[str] = []
        options: dict[str, dict[str, Any]] = {}
        for name, given in {**{key: {} for key in _ALWAYS}, **self.settings.markdown}.items():
            short = name.removeprefix("markdown.extensions.")
            if short not in _BUILT_IN and not name.startswith(_TRUSTED):
                self.complete = False
                continue
            used.append(short)
            options[short] = self._options(short, given)
        try:
            self._converter = markdown.Markdown(extensions=used, extension_configs=options)
        except Exception:  # What an extension raises about options that we could not give it is its own.
            self._converter = markdown.Markdown(extensions=list(_ALWAYS))
            self.complete = False

    def _options(self, name: str, given: Mapping[str, Any]) -> dict[str, Any]:
        found = {key: _value(value) for key, value in given.items()}
        if any(value is _UNKNOWN for value in found.values()):
            self.complete = False
        found = {key: value for key, value in found.items() if value is not _UNKNOWN}
        if name == "pymdownx.snippets":
            # MkDocs is run in the project's folder; and a check reads no file of another host.
            bases = found.get("base_path", ["."])
            bases = [bases] if isinstance(bases, str) else list(bases)
            root = Path(self.settings.root)
            found |= {
                "base_path": [str(root / base) for base in bases],
                "url_download": False,
                "check_paths": False,
            }
            if isinstance(found.get("auto_append"), list):
                found["auto_append"] = [str(entry) for entry in found["auto_append"]]
        if name in ("pymdownx.highlight", "codehilite"):
            found["use_pygments"] = False
        return found

    def of(self, page: Page) -> Rendered | None:
        """A page as its readers get it; None where it cannot be rendered."""
        if page.path not in self._known:
            self._known[page.path] = self._render(page)
        return self._known[page.path]

    def _render(self, page: Page) -> Rendered | None:
        body = "\n".join(page.document.lines[page.front.end :])
        try:
            self._converter.reset()
            html = self._converter.convert(body)
        except Exception:  # Whatever an extension trips over is not this check's to tell.
            return None
        tree = LexborHTMLParser(html)
        ids = {node.attributes.get("id") or "" for node in tree.css("[id]")}
        ids |= {node.attributes.get("name") or "" for node in tree.css("a[name]")}
        return Rendered(frozenset(ids), tree.body.text() if tree.body else "")


_UNKNOWN: Any = object()


def _value(given: Any) -> Any:
    """An option's value; a name of Python's becomes what it names, where that is code we may run."""
    if isinstance(given, PythonName):
        if not given.startswith(_TRUSTED):
            return _UNKNOWN
        return _imported(str(given), given.called, tuple(sorted(given.kwds.items())))
    if isinstance(given, Mapping):
        found = {key: _value(value) for key, value in given.items()}
        return _UNKNOWN if any(value is _UNKNOWN for value in found.values()) else found
    return given


@lru_cache(maxsize=64)
def _imported(name: str, called: bool, kwds: tuple[tuple[str, Any], ...]) -> Any:
    module, _, attribute = name.rpartition(".")
    try:
        found: Callable[..., Any] = getattr(importlib.import_module(module), attribute)
        return found(**dict(kwds)) if called else found
    except (ImportError, AttributeError, TypeError):
        return _UNKNOWN
