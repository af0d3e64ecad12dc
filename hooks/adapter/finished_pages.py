"""Pages as they are published, kept until something that goes into one of them changes.

Into a page goes what its template is given, by value, and what that reads of what is the same for all pages;
into these, the settings, the templates and the code. So of a page that is the same no template is rendered,
no space bound and nothing judged again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from .kept_site import as_text
from .page_cache import entry
from .static_i18n import alone
from .store import Store, digest, root_of
from .template_reads import WATCHED, Reads, View, watch

# Of what all templates are given, what is read of each page anew; the rest are one page's own values.
_SHARED = ("nav", "pages", "build_date_utc", "config", "page", "extra_css", "extra_javascript")
# Of a page, beside its neighbours; what its texts come to is known to be the same where these are.
_OF_PAGE = ("title", "meta", "content", "toc", "url", "canonical_url", "edit_url", "is_homepage")
_OF_NEIGHBOUR = ("title", "meta", "url")
# How Python shows a thing that does not tell what it holds.
_UNTOLD = " object at 0x"
# Of the settings: the titles of all pages, and where the site is written.
_LEFT_OUT = frozenset({"nav", "site_dir"})


class Finished(str):
    """A whole page of which nothing is to be done any more."""


class FinishedPages:
    """The finished pages of one pass after the other."""

    def __init__(
        self, store: Store, frame: Callable[[], Collection[str]], before_lost: Callable[[], None]
    ) -> None:
        """Begin with none.

        Args:
            store: where they are kept.
            frame: tells the frame's own code, which pages are judged by.
            before_lost: called before a template reads what nobody can name.
        """
        self._store, self._frame, self._before_lost = store, frame, before_lost
        self._reads: Reads | None = None
        self._common = ""
        self._config: MkDocsConfig
        self._settings: Mapping[str, Any] = {}
        self._open: tuple[Page, str] | None = None  # The page that is being made, and its key.

    def attend(self, env: jinja2.Environment, config: MkDocsConfig) -> jinja2.Environment:
        """Have a language's pages taken from here where they are the same, whichever template they have."""
        self._reads, self._open, self._config = None, None, config
        if not (self._store.is_on and alone(config)):
            return env
        others = {name: value for name, value in env.globals.items() if name not in WATCHED}
        self._settings = {key: config[key] for key in config if key not in _LEFT_OUT}
        told = as_text(config, [self._settings, others])
        self._common = digest(self._store.tools, told, *_templates(config))
        self._reads = watch(env.globals, self._before_lost)
        env.template_class = _template(self._rendered)
        return env

    def keep(self, page: Page, html: str, *, is_in_order: bool) -> None:
        """Keep a page as it is published, if it was found to be in order."""
        made, self._open = self._open, None
        if not self._store.is_on:
            return
        name = entry_of(page.file.src_uri)
        is_told = made is not None and made[0] is page and self._reads is not None and self._reads.are_told
        if made is None or not is_in_order or not is_told:
            self._store.forget(self._root, name)
            return
        kept = {"html": html, "reads": self._reads.noted if self._reads else []}
        self._store.put(self._root, name, made[1], kept, remember=False)

    def _rendered(self, name: str, context: dict[str, Any], render: Callable[..., str]) -> str:
        page, reads, self._open = context.get("page"), self._reads, None
        if reads is None or not isinstance(page, Page):
            return render(context)
        shown, values = _shown(context, page, reads, self._settings)
        if _UNTOLD in (told := repr(values)):
            return render(context)
        key = digest(self._common, *sorted(self._frame()), name, page.file.src_uri, told)
        kept = self._store.get(self._root, entry_of(page.file.src_uri), key, remember=False)
        if kept is not None and reads.are_same(kept["reads"]):
            return Finished(kept["html"])
        reads.begin()
        html = render(shown)
        self._open = page, key
        return html

    @property
    def _root(self) -> Path:
        return root_of(self._config)


def entry_of(path: str) -> str:
    """The name under which a finished page is kept."""
    return f"finished {path}"


def _template(rendered: Callable[..., str]) -> type[jinja2.Template]:
    class Template(jinja2.Template):
        def render(self, *args: Any, **kwargs: Any) -> str:
            return rendered(self.name, dict(*args, **kwargs), super().render)

    return Template


def _shown(
    context: Mapping[str, Any], page: Page, reads: Reads, settings: Mapping[str, Any]
) -> tuple[dict[str, Any], list[Any]]:
    """What a template is given to read, and all that is known of it, by value."""
    own = {name: value for name, value in context.items() if name not in _SHARED}
    values: list[Any] = [{name: _told(value) for name, value in own.items()}]
    known = {name: getattr(page, name) for name in _OF_PAGE}
    values.append({name: _told(value) for name, value in known.items()})
    for name in ("previous_page", "next_page"):
        known[name] = other = _neighbour(getattr(page, name), _OF_NEIGHBOUR, reads, values)
        values.append(other is None)
    nav = context["nav"]
    home = _neighbour(nav.homepage, ("url",), reads, values)
    known_of = {"page": known, "nav": {"homepage": home}, "config": settings}
    shared: dict[str, Any] = {
        name: View(context[name], known_of.get(name, {}), reads) for name in _SHARED if name in context
    }
    if not nav:
        shared["nav"] = nav
    return own | shared, values


def _neighbour(page: Page | None, names: tuple[str, ...], reads: Reads, values: list[Any]) -> View | None:
    if page is None:
        return None
    known = {name: getattr(page, name) for name in names}
    values.append(known)
    return View(page, known, reads)


def _told(value: object) -> object:
    """A value in a way that shows all that it holds."""
    if isinstance(value, list | TableOfContents) and all(isinstance(one, AnchorLink) for one in value):
        return [entry(one) for one in value]
    return value


def _templates(config: MkDocsConfig) -> list[str]:
    """The theme's own templates; those of the libraries are told by their versions."""
    folder = Path(config.theme.custom_dir or "")
    paths = sorted(path for path in folder.rglob("*") if path.is_file()) if config.theme.custom_dir else []
    return [f"{path.relative_to(folder)} {sha256(path.read_bytes()).hexdigest()}" for path in paths]
