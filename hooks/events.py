"""MkDocs adapter: all that the handbook does in a build, event by event in MkDocs' order.

Each handler says at which priority it runs (the higher the earlier) and why; what it does stands in the
package beside this module. A build passes through these events once for each language: first for the
default one, then, inside static-i18n's own on_post_build, for each other language.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from mkdocs.plugins import CombinedEvent, event_priority

from adapter.command import Command
from adapter.static_i18n import static_i18n
from handbook.base.collector import collect_nothing, collect_rarely

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

# MkDocs loads this module once a process, so this holds what a preview keeps from build to build.
COMMAND = Command()


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    COMMAND.previewed, COMMAND.dirty = command == "serve", dirty
    COMMAND.site.wanted = command == "build" and not dirty
    if COMMAND.previewed:
        collect_rarely()
    else:
        collect_nothing()


@event_priority(100)  # Before anybody uses where the site is to be written.
def _begin(config: MkDocsConfig) -> MkDocsConfig:
    # MkDocs knows no other way to end a build well before it has begun.
    if COMMAND.site.wanted and not static_i18n(config).building and COMMAND.site.take(config):
        sys.exit(0)
    COMMAND.building.begin(config)
    return config


@event_priority(-150)  # After static-i18n (-100) has chosen the language of this pass.
def _configure(config: MkDocsConfig) -> MkDocsConfig:
    return COMMAND.building.configure(config)


on_config = CombinedEvent(_begin, _configure)


@event_priority(0)  # Before static-i18n (-100) leaves one language only.
def _check(files: Files, *, config: MkDocsConfig) -> Files:
    return COMMAND.building.check(files, config)


@event_priority(-200)  # After static-i18n (-100) has made this language's files and their alternates.
def _place(files: Files, *, config: MkDocsConfig) -> Files:
    return COMMAND.building.place(files, config)


on_files = CombinedEvent(_check, _place)


@event_priority(-1000)  # After everything that changes the navigation.
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    COMMAND.building.begin_pages(nav, config, files)
    return nav


@event_priority(-1000)  # After everything that may put another page in its place.
def on_pre_page(page: Page, config: MkDocsConfig, files: Files) -> Page:
    COMMAND.building.attend(page)
    return page


@event_priority(0)  # The only one there may be.
def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    return COMMAND.building.source(page, config)


@event_priority(0)  # After static-i18n (50), which only titles admonitions.
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    return COMMAND.building.expanded(markdown, page)


@event_priority(-150)  # After all that changes a page's content, so that the index has what readers see.
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    return COMMAND.building.content(html, page, config)


@event_priority(0)  # Before any template is loaded; nobody else is in the way.
def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    return COMMAND.building.templates(env, config, files)


@event_priority(0)  # After static-i18n (50), whose values are not used.
def on_template_context(
    context: TemplateContext, template_name: str, config: MkDocsConfig
) -> TemplateContext:
    return COMMAND.building.missing_page_context(context, config)


@event_priority(-100)  # After the others had their turn with it, as it is taken away here.
def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    if template_name != "404.html":
        return output_content
    COMMAND.building.missing_page(output_content, config)
    return ""


@event_priority(0)  # After static-i18n (50), whose values are not used.
def on_page_context(
    context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
) -> TemplateContext:
    return COMMAND.building.page_context(context, page, config)


@event_priority(0)  # Here and not earlier, so that whatever is made of the content has plain spaces.
def _finish(output: str, *, page: Page, config: MkDocsConfig) -> str:
    return COMMAND.building.finish(output, page, config)


@event_priority(-1000)  # After everything that changes a page: what is judged here is what is published.
def _judge(output: str, *, page: Page, config: MkDocsConfig) -> str:
    return COMMAND.building.judge(output, page)


on_post_page = CombinedEvent(_finish, _judge)


@event_priority(-50)  # Before static-i18n (-100) starts the next language.
def _close_language(config: MkDocsConfig) -> None:
    COMMAND.building.close_language(config)


@event_priority(-200)  # After static-i18n (-100) has built the last language.
def _close(config: MkDocsConfig) -> None:
    COMMAND.building.close(config)


on_post_build = CombinedEvent(_close_language, _close)


@event_priority(0)  # Nobody else is in the way.
def on_build_error(error: Exception) -> None:
    COMMAND.building.fail()


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]) -> LiveReloadServer:
    return COMMAND.building.preview(server, config, builder)
