"""What a build has made of each language, kept so that a preview can make one page anew."""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict, Unpack

import jinja2
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation

from handbook.base.writing import put

from .static_i18n import static_i18n


class Pass(TypedDict, total=False):
    """One language's pass through a build."""

    files: Files
    nav: Navigation
    env: jinja2.Environment


class Passes:
    """A build's passes, by language, and the configuration that they were made with."""

    def __init__(self, config: MkDocsConfig) -> None:
        self.config = config
        self._passes: dict[str, Pass] = {}

    def keep(self, code: str, **part: Unpack[Pass]) -> None:
        """Keep what a language's pages are made of."""
        self._passes.setdefault(code, {}).update(part)

    def render(self, code: str, path: str) -> bool:
        """Make one page anew, in the place where the build has put it.

        Args:
            code: its language.
            path: its source, below docs.

        Returns:
            Whether the page was among those that the build has made.
        """
        made = self._passes.get(code)
        file = made["files"].get_file_from_path(path) if made else None
        if made is None or file is None or file.page is None or not Path(file.abs_dest_path).is_file():
            return False
        i18n = static_i18n(self.config)
        i18n.current_language, i18n.building = code, True
        try:
            self.config = self.config.plugins.on_config(self.config)
            html = _rendered(file, made, self.config)
        finally:
            i18n.building = False
        target = Path(file.abs_dest_path)
        put(target.parent, target.name, html.encode("utf8", "xmlcharrefreplace"))
        return True


def _rendered(file: File, made: Pass, config: MkDocsConfig) -> str:
    """A page as MkDocs makes it in a build, step by step."""
    page, plugins = file.page, config.plugins
    assert page is not None
    try:
        page = plugins.on_pre_page(page, config=config, files=made["files"])
        page.read_source(config)
        page.markdown = plugins.on_page_markdown(
            page.markdown or "", page=page, config=config, files=made["files"]
        )
        page.render(config, made["files"])
        page.content = plugins.on_page_content(
            page.content or "", page=page, config=config, files=made["files"]
        )
        page.active = True
        shown = made["files"].documentation_pages(inclusion=InclusionLevel.is_in_serve)
        context = get_context(made["nav"], shown, config, page)
        template = made["env"].get_template(str(page.meta.get("template", "main.html")))
        context = plugins.on_page_context(context, page=page, config=config, nav=made["nav"])
        return plugins.on_post_page(template.render(context), page=page, config=config)
    finally:
        page.active = False
