"""MkDocs adapter: what the build adds to each page's Markdown, and the page's title and summary."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from handbook.generate.pages import expand_page, summary, template_values
from handbook.reader import reader


@event_priority(0)  # Before static-i18n (50) would be earlier; it only titles admonitions.
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    project = reader(Path(config.config_file_path).parent).latest
    ours = project.pages.get(page.file.src_uri)
    if ours is None:
        return markdown
    # Only what a template can stand: a wrong value in the front matter must not end the build.
    page.meta = template_values(project, ours)
    page.meta.setdefault("description", summary(ours))
    return expand_page(project, ours, markdown)
