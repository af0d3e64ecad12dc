"""What Python-Markdown has made of each page, kept until something that goes into it changes.

That is two fifths of a build's computing time.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from .converters import Converters
from .extensions import all_known, named
from .heard import Heard
from .store import Store, digest, root_of


class PageCache:
    """The contents of pages, by their source."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._pass: tuple[MkDocsConfig, Files, str] | None = None
        self._converters = Converters()

    def attend(self, page: Page) -> None:
        """Have a page's content taken from here, or kept where it is not here yet, once it is rendered."""
        page.render = partial(self._render, page)  # type: ignore[method-assign]

    def _render(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        def render() -> None:
            with self._converters.shared(config, files) if is_ours else nullcontext():
                type(page).render(page, config, files)

        is_ours = all_known(config)
        common = self._common(config, files) if self._store.is_on else ""
        if not common:
            render()
            return
        root, name = root_of(config), entry_of(page.file.src_uri)
        key = digest(common, page.file.src_uri, page.file.url, page.markdown or "")
        kept = self._store.get(root, name, key)
        if kept is not None:
            _restore(page, kept, files)
            return
        with Heard(logging.INFO) as heard:
            render()
        if heard.records:  # It has to be said again at the next build.
            self._store.forget(root, name)
        else:
            self._store.put(root, name, key, _taken(page))

    def _common(self, config: MkDocsConfig, files: Files) -> str:
        """What goes into all pages of a pass; nothing where that cannot be told."""
        if self._pass is None or self._pass[0] is not config or self._pass[1] is not files:
            self._pass = (config, files, self._digested(config, files))
        return self._pass[2]

    def _digested(self, config: MkDocsConfig, files: Files) -> str:
        if not all_known(config):
            return ""
        addresses = sorted(f"{file.src_uri} {file.url} {file.inclusion}" for file in files)
        options = json.dumps([config.markdown_extensions, config.mdx_configs], default=named, sort_keys=True)
        settings = Path(config.config_file_path).read_text("utf8")
        return digest(self._store.tools, settings, options, repr(config.validation), *addresses)


def entry_of(path: str) -> str:
    """The name under which a page's content is kept."""
    return f"page {path}"


def _taken(page: Page) -> dict[str, Any]:
    """All that rendering sets of a page."""
    links = page.links_to_anchors or {}
    return {
        "content": page.content,
        "toc": [entry(link) for link in page.toc],
        "title": page._title_from_render,
        "ids": sorted(page.present_anchor_ids or ()),
        "links": {file.src_uri: found for file, found in links.items()},
    }


def _restore(page: Page, kept: Mapping[str, Any], files: Files) -> None:
    page.content = kept["content"]
    page.toc = TableOfContents([_link(entry) for entry in kept["toc"]])
    page._title_from_render = kept["title"]
    page.present_anchor_ids = set(kept["ids"])
    page.links_to_anchors = {files.src_uris[path]: dict(found) for path, found in kept["links"].items()}


def entry(link: AnchorLink) -> list[Any]:
    """All that a line of a table of contents holds, as JSON."""
    return [link.title, link.id, link.level, [entry(child) for child in link.children]]


def _link(entry: Sequence[Any]) -> AnchorLink:
    link = AnchorLink(*entry[:3])
    link.children = [_link(child) for child in entry[3]]
    return link
