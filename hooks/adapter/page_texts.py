"""MkDocs adapter: what the build adds to each page's Markdown, its title and summary, and what stands
around its text: banners, phrases in the other languages, links for mending the handbook."""

from __future__ import annotations

from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_datetime, get_relative_url
from mkdocs.utils.templates import TemplateContext

from handbook.languages import language
from handbook.reading.reader import reader
from handbook.site.additions import expand_page, summary, template_values
from handbook.site.beside_page import around
from handbook.site.contribute import feedback_url, report, templates, to_translate
from handbook.site.markdown_links import resolve
from handbook.site.no_break_spaces import bind
from static_i18n import static_i18n


@event_priority(0)  # Before static-i18n (50) would be earlier; it only titles admonitions.
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    project = reader(Path(config.config_file_path).parent).latest
    ours = project.pages.get(page.file.src_uri)
    if ours is None:
        return markdown
    # Only what a template can stand: a wrong value in the front matter must not end the build.
    page.meta = template_values(project, ours)
    page.meta.setdefault("description", summary(ours))
    # Else MkDocs takes it from the rendered heading, as HTML.
    if ours.title:
        page.meta.setdefault("title", ours.title)
    return expand_page(project, ours, markdown, _today())


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    def address(path: str) -> str:
        # The files of other languages are not among those of this pass.
        file = File(path, config.docs_dir, config.site_dir, config.use_directory_urls)
        return get_relative_url(file.url, page.url)

    return resolve(html, address)


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    code = static_i18n(config).current_language
    env.globals["reading"] = language(code).texts["reading"]
    env.globals["version"] = language(code).word("reading", "version", version=version("handbook"))
    return env


def on_page_context(
    context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
) -> TemplateContext:
    project = reader(Path(config.config_file_path).parent).latest
    ours = project.pages.get(page.file.src_uri)
    if ours is None or ours.language is None:
        return context
    own = config.extra.get("handbook", {})
    given = templates(
        str(config.edit_uri_template or ""), own.get("feedback_uri_template"), own.get("create_uri_template")
    )
    values: dict[str, Any] = {
        "around": around(project, ours, _today()),
        "feedback": feedback_url(given, ours, page.canonical_url or ""),
        "report": report(project, ours),
        "to_translate": to_translate(project, given, ours),
    }
    context.update(values)  # type: ignore[typeddict-item]
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    # Last of all, so that the search index and everything else made of the text has plain spaces.
    return bind(output, static_i18n(config).current_language)


def _today() -> date:
    """The day of the build, which SOURCE_DATE_EPOCH may set."""
    return get_build_datetime().date()
