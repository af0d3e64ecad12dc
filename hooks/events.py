"""MkDocs adapter: all that the handbook does in a build, event by event in MkDocs' order.

Each handler says at which priority it runs (the higher the earlier) and why; what it does stands in the
package beside this module. A build passes through these events once for each language: first for the
default one, then, inside static-i18n's own on_post_build, for each other language.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Literal, cast

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from adapter import closing, configuration, file_places, frames, page_texts
from adapter.builds import Builds, date_by_commit
from adapter.finished_pages import Finished, FinishedPages
from adapter.inspection import Inspection, without_unreadable
from adapter.kept_site import KeptSite
from adapter.page_cache import PageCache
from adapter.pass_memory import PassMemory
from adapter.preview import Preview
from adapter.search_index import SearchIndex, write_desk
from adapter.side_by_side import SideBySide
from adapter.spared_pages import SparedPages
from adapter.static_i18n import alone, put_back, static_i18n
from adapter.store import Store
from handbook.base.collector import collect_rarely
from handbook.exports.kept_files import write_lists
from handbook.reading.settings import SettingsError
from handbook.site import frame
from handbook.site.no_break_spaces import bind

# MkDocs loads this module once a process, so these hold what a preview keeps from build to build.
STORE = Store()
MEMORY = PassMemory(STORE)
BUILDS, INSPECTION, FRAMES = Builds(STORE), Inspection(MEMORY), frames.Frames()
SEARCH, CACHE, SIDE = SearchIndex(STORE, MEMORY), PageCache(STORE), SideBySide(BUILDS)
SITE, SPARED = KeptSite(STORE), SparedPages(STORE)
FINISHED = FinishedPages(STORE, lambda: INSPECTION.frame, SPARED.complete)


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    BUILDS.previewed = command == "serve"
    SIDE.dirty, SITE.wanted = dirty, command == "build" and not dirty
    collect_rarely()


@event_priority(100)  # Before anybody uses where the site is to be written.
def _begin(config: MkDocsConfig) -> MkDocsConfig:
    BUILDS.begin(config)
    # MkDocs knows no other way to end a build well before it has begun.
    if SITE.wanted and not static_i18n(config).building and SITE.take(config):
        sys.exit(0)
    return config


@event_priority(-150)  # After static-i18n (-100) has chosen the language of this pass.
def _configure(config: MkDocsConfig) -> MkDocsConfig:
    i18n = static_i18n(config)
    if not BUILDS.previewed:
        date_by_commit(config)
    try:
        project = BUILDS.project if i18n.building else BUILDS.read(config)
    except SettingsError as error:
        raise PluginError(str(error)) from None
    configuration.configure(config, project, i18n.current_language)
    return config


on_config = CombinedEvent(_begin, _configure)


@event_priority(0)  # Before static-i18n (-100) leaves one language only.
def _check(files: Files, *, config: MkDocsConfig) -> Files:
    if not static_i18n(config).building:
        INSPECTION.check(BUILDS.judged, config)
        BUILDS.checked(config)
        SPARED.choose(BUILDS.project, SITE.last, config, INSPECTION.said)
        SIDE.begin(config, lambda: FRAMES.compile(config.theme.get_env()))
    files = without_unreadable(files, BUILDS.project)
    return file_places.without_others(files, BUILDS.project, config)


@event_priority(-200)  # After static-i18n (-100) has made this language's files and their alternates.
def _place(files: Files, *, config: MkDocsConfig) -> Files:
    return file_places.place(files, BUILDS.project, config)


on_files = CombinedEvent(_check, _place)


@event_priority(-1000)  # After everything that changes the navigation.
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    code = static_i18n(config).current_language
    BUILDS.keep(code, files=files, nav=nav)
    MEMORY.begin(code, config)
    SPARED.begin(BUILDS.project, files, config, lambda path: SEARCH.recall(path, code, config))
    return nav


@event_priority(-1000)  # After everything that may put another page in its place.
def on_pre_page(page: Page, config: MkDocsConfig, files: Files) -> Page:
    CACHE.attend(page)
    return page


@event_priority(0)  # The only one there may be.
def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    # A file may have changed since it was read, or be shown as it was before.
    BUILDS.go_on()
    ours = BUILDS.project.pages.get(page.file.src_uri)
    is_bare = ours is not None and (ours.front.broken or alone(config))
    if ours is None or not (BUILDS.previewed or is_bare):
        return None
    text = ours.document.text
    return page_texts.body(text, ours) if is_bare else text


@event_priority(0)  # After static-i18n (50), which only titles admonitions.
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    return page_texts.expanded(markdown, page, BUILDS.project)


@event_priority(-150)  # After all that changes a page's content, so that the index has what readers see.
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    project = BUILDS.project
    html = page_texts.finished(html, page, project, config, static_i18n(config).current_language)
    INSPECTION.compare(html, page, project)
    SEARCH.take(html, page, project)
    return html


@event_priority(0)  # Before any template is loaded; nobody else is in the way.
def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    # With pages as plain files (an archive) there is no server and so no worker.
    offline = not BUILDS.previewed and config.use_directory_urls
    code = static_i18n(config).current_language
    BUILDS.keep(code, env=env)
    FRAMES.give(env, BUILDS.project, code, files, config, offline=offline, framers=BUILDS.framers)
    return FINISHED.attend(env, config)


@event_priority(0)  # After static-i18n (50), whose values are not used.
def on_template_context(
    context: TemplateContext, template_name: str, config: MkDocsConfig
) -> TemplateContext:
    return frames.added(context, frames.missing_page_values(static_i18n(config)))


@event_priority(-100)  # After the others had their turn with it, as it is taken away here.
def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    if template_name != "404.html":
        return output_content
    INSPECTION.learn_frame(output_content, config)
    missing = BUILDS.published(frame.mend(output_content))
    closing.write_missing_page(missing, static_i18n(config).current_language, config)
    return ""


@event_priority(0)  # After static-i18n (50), whose values are not used.
def on_page_context(
    context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
) -> TemplateContext:
    BUILDS.go_on()
    values = frames.page_values(page, BUILDS.project, config, static_i18n(config))
    if SPARED.are_any:  # MkDocs knows the others only.
        values["pages"] = SPARED.all_pages
    return frames.added(context, values)


@event_priority(0)  # Here and not earlier, so that whatever is made of the content has plain spaces.
def _finish(output: str, *, page: Page, config: MkDocsConfig) -> str:
    if isinstance(output, Finished):
        return output
    html = bind(frame.mend(output), static_i18n(config).current_language)
    SEARCH.demand_frame(html, page)
    return html


@event_priority(-1000)  # After everything that changes a page: what is judged here is what is published.
def _judge(output: str, *, page: Page, config: MkDocsConfig) -> str:
    SPARED.attend(page, is_same=isinstance(output, Finished))
    if isinstance(output, Finished):
        return output
    is_in_order = INSPECTION.look_again(output, page, BUILDS.project)
    html = BUILDS.published(output)
    FINISHED.keep(page, html, is_in_order=is_in_order)
    return html


on_post_page = CombinedEvent(_finish, _judge)


@event_priority(-50)  # Before static-i18n (-100) starts the next language.
def _close_language(config: MkDocsConfig) -> None:
    project, code = BUILDS.project, static_i18n(config).current_language
    MEMORY.end(config, is_whole=not SPARED.are_any)
    SEARCH.write(project, code, config)
    closing.write_feed(project, code, config)
    if not SPARED.take(code, closing.made_of_texts(project, code), config):
        write_desk(project, code, config)
        closing.offer_downloads(project, code, config)


@event_priority(-200)  # After static-i18n (-100) has built the last language.
def _close(config: MkDocsConfig) -> None:
    i18n = static_i18n(config)
    if i18n.building:
        return
    SIDE.end()
    env = FRAMES.prepare(config.theme.get_env(), BUILDS.framers)
    closing.write_root(BUILDS.project, config, env, i18n.all_languages, BUILDS.published)
    if not BUILDS.previewed and config.use_directory_urls:  # Last of all, as it takes digests.
        write_lists(Path(config.site_dir), i18n.all_languages)
    SITE.keep(config, lambda: SPARED.of_pages(BUILDS.project, config))


on_post_build = CombinedEvent(_close_language, _close)


@event_priority(0)  # Nobody else is in the way.
def on_build_error(error: Exception) -> None:
    SIDE.end()
    put_back()


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]) -> LiveReloadServer:
    # It does what MkDocs asks of a server, though it is made in another way.
    return cast("LiveReloadServer", Preview(server, config, builder, BUILDS, INSPECTION))
