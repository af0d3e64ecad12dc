"""What is done at each event of a build that has to be made; hooks/events.py says when, and why then.

A build whose site is taken again as it was never loads this module, nor any that it needs.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from handbook.exports.kept_files import write_lists
from handbook.reading.settings import SettingsError
from handbook.site import frame
from handbook.site.no_break_spaces import bind

from . import closing, configuration, file_places, frames, page_texts
from .builds import Builds, date_by_commit
from .finished_pages import Finished, FinishedPages
from .inspection import Inspection, without_unreadable
from .kept_site import KeptSite
from .page_cache import PageCache
from .pass_memory import PassMemory
from .preview import Preview
from .search_index import SearchIndex, write_desk
from .side_by_side import SideBySide
from .spared_pages import SparedPages
from .static_i18n import alone, put_back, static_i18n
from .store import Store


class Building:
    """The builds of one process, and what a preview keeps from build to build."""

    def __init__(self, store: Store, site: KeptSite, *, previewed: bool, dirty: bool) -> None:
        """Begin with nothing.

        Args:
            store: where is kept what a build leaves for the next one.
            site: the site that is kept.
            previewed: whether it is built again and again, for a preview.
            dirty: whether MkDocs leaves what is there.
        """
        self._site, self._memory = site, PassMemory(store)
        self._builds, self._frames = Builds(store), frames.Frames()
        self._builds.previewed = previewed
        self._inspection, self._search = Inspection(self._memory), SearchIndex(store, self._memory)
        self._cache, self._spared = PageCache(store), SparedPages(store)
        self._finished = FinishedPages(store, lambda: self._inspection.frame, self._spared.complete)
        self._side = SideBySide(self._builds)
        self._side.dirty = dirty

    def begin(self, config: MkDocsConfig) -> None:
        """Take note of a build that begins."""
        self._builds.begin(config)

    def configure(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the project, and set up the pass of a language."""
        i18n = static_i18n(config)
        if not self._builds.previewed:
            date_by_commit(config)
        try:
            project = self._builds.project if i18n.building else self._builds.read(config)
        except SettingsError as error:
            raise PluginError(str(error)) from None
        configuration.configure(config, project, i18n.current_language)
        return config

    def check(self, files: Files, config: MkDocsConfig) -> Files:
        """Check the project before its first language, and begin the others."""
        if not static_i18n(config).building:
            self._inspection.check(self._builds.judged, config)
            self._builds.checked(config)
            self._spared.choose(self._builds.project, self._site.last, config, self._inspection.said)
            self._side.begin(config, lambda: self._prepare(config))
        files = without_unreadable(files, self._builds.project)
        return file_places.without_others(files, self._builds.project, config)

    def _prepare(self, config: MkDocsConfig) -> None:
        """Make what the passes of all languages need."""
        self._frames.compile(config.theme.get_env())
        configuration.load_icons(config)

    def place(self, files: Files, config: MkDocsConfig) -> Files:
        """Give a language its files, and these their places."""
        return file_places.place(files, self._builds.project, config)

    def begin_pages(self, nav: Navigation, config: MkDocsConfig, files: Files) -> None:
        """Recall what is known of a language's pages, and spare what cannot have become others."""
        code = static_i18n(config).current_language
        self._builds.keep(code, files=files, nav=nav)
        self._memory.begin(code, config)
        self._spared.begin(
            self._builds.project, files, config, lambda path: self._search.recall(path, code, config)
        )

    def attend(self, page: Page) -> None:
        """Have a page's content taken from where it is kept."""
        self._cache.attend(page)

    def source(self, page: Page, config: MkDocsConfig) -> str | None:
        """A page's text, where MkDocs is not to read it itself."""
        # A file may have changed since it was read, or be shown as it was before.
        self._builds.go_on()
        ours = self._builds.project.pages.get(page.file.src_uri)
        is_bare = ours is not None and (ours.front.broken or alone(config))
        if ours is None or not (self._builds.previewed or is_bare):
            return None
        text = ours.document.text
        return page_texts.body(text, ours) if is_bare else text

    def expanded(self, markdown: str, page: Page) -> str:
        """A page's Markdown with all that is added to it."""
        return page_texts.expanded(markdown, page, self._builds.project)

    def content(self, html: str, page: Page, config: MkDocsConfig) -> str:
        """A page's content as readers get it."""
        project = self._builds.project
        html = page_texts.finished(html, page, project, config, static_i18n(config).current_language)
        self._inspection.compare(html, page, project)
        self._search.take(html, page, project)
        return html

    def templates(self, env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """A language's templates with all that they know."""
        # With pages as plain files (an archive) there is no server and so no worker.
        offline = not self._builds.previewed and config.use_directory_urls
        code = static_i18n(config).current_language
        self._builds.keep(code, env=env)
        framers = self._builds.framers
        self._frames.give(env, self._builds.project, code, files, config, offline=offline, framers=framers)
        return self._finished.attend(env, config)

    def missing_page_context(self, context: TemplateContext, config: MkDocsConfig) -> TemplateContext:
        """What the template of a page that is not there is given."""
        return frames.added(context, frames.missing_page_values(static_i18n(config)))

    def missing_page(self, html: str, config: MkDocsConfig) -> None:
        """Write a language's page for what is not there."""
        self._inspection.learn_frame(html, config)
        missing = self._builds.published(frame.mend(html))
        closing.write_missing_page(missing, static_i18n(config).current_language, config)

    def page_context(self, context: TemplateContext, page: Page, config: MkDocsConfig) -> TemplateContext:
        """What a page's template is given."""
        self._builds.go_on()
        values = frames.page_values(page, self._builds.project, config, static_i18n(config))
        if self._spared.are_any:  # MkDocs knows the others only.
            values["pages"] = self._spared.all_pages
        return frames.added(context, values)

    def finish(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """A whole page as readers get it."""
        if isinstance(output, Finished):
            return output
        html = bind(frame.mend(output), static_i18n(config).current_language)
        self._search.demand_frame(html, page)
        return html

    def judge(self, output: str, page: Page) -> str:
        """A whole page with its policy, after a second look at it."""
        self._spared.attend(page, is_same=isinstance(output, Finished))
        if isinstance(output, Finished):
            return output
        is_in_order = self._inspection.look_again(output, page, self._builds.project)
        html = self._builds.published(output)
        self._finished.keep(page, html, is_in_order=is_in_order)
        return html

    def close_language(self, config: MkDocsConfig) -> None:
        """Write what a language has beside its pages."""
        project, code = self._builds.project, static_i18n(config).current_language
        self._memory.end(config, is_whole=not self._spared.are_any)
        self._search.write(project, code, config)
        closing.write_feed(project, code, config)
        if not self._spared.take(code, closing.made_of_texts(project, code), config):
            write_desk(project, code, config)
            closing.offer_downloads(project, code, config)

    def close(self, config: MkDocsConfig) -> None:
        """Write what belongs to no language, and keep the site."""
        i18n, builds = static_i18n(config), self._builds
        if i18n.building:
            return
        self._side.end()
        env = self._frames.prepare(config.theme.get_env(), builds.framers)
        closing.write_root(builds.project, config, env, i18n.all_languages, builds.published)
        if not builds.previewed and config.use_directory_urls:  # Last of all, as it takes digests.
            write_lists(Path(config.site_dir), i18n.all_languages)
        self._site.keep(config, lambda: self._spared.of_pages(builds.project, config))

    def fail(self) -> None:
        """Leave nothing behind of a build that cannot be finished."""
        self._side.end()
        put_back()

    def preview(
        self, server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]
    ) -> LiveReloadServer:
        """What takes the place of MkDocs' server."""
        # It does what MkDocs asks of a server, though it is made in another way.
        preview = Preview(server, config, builder, self._builds, self._inspection)
        return cast("LiveReloadServer", preview)
