"""What the build adds to each page's Markdown, its title and summary, and where its links lead."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url, meta

from handbook.languages import language
from handbook.model.project import Page as PageRead
from handbook.model.project import Project
from handbook.reading.markdown.plain_text import opening
from handbook.site import frame
from handbook.site.additions import expand_page, template_values
from handbook.site.former_pages import former_ids, with_anchors
from handbook.site.markdown_links import resolve
from handbook.site.term_meanings import meanings, with_definitions
from handbook.site.untranslated import with_originals

from .builds import built_file, today


def body(text: str, page: PageRead) -> str:
    """A page's text without its front matter, which MkDocs would read as YAML once more.

    A blank line stands for it, so that MkDocs does not take what follows for the front matter either. That of
    a page whose front matter was refused is never read again: much within one another ends the process.
    """
    if page.front.broken:
        return f"\n{page.document.body}"
    fenced = meta.YAML_RE.match(text) if page.front.values else None
    return f"\n{text[fenced.end() :]}" if fenced else text


def expanded(markdown: str, page: Page, project: Project) -> str:
    """A page's Markdown with what the build writes into it; the page's metadata are set on the way."""
    ours = project.pages.get(page.file.src_uri)
    if ours is None:
        return markdown
    describe(page, project, ours)
    return expand_page(project, ours, with_originals(project, ours, markdown), today())


def describe(page: Page, project: Project, ours: PageRead) -> None:
    """Set a page's metadata."""
    # Only what a template can stand: a wrong value in the front matter must not end the build.
    page.meta = template_values(project, ours)
    page.meta.setdefault("description", opening(ours.document))
    # Else MkDocs takes it from the rendered heading, as HTML.
    if ours.title:
        page.meta.setdefault("title", ours.title)


def finished(html: str, page: Page, project: Project, config: MkDocsConfig, code: str) -> str:
    """A page's content as readers get it: boxes, anchors of former headings, links, terms explained."""
    ours = project.pages.get(page.file.src_uri)
    former = former_ids(project.redirects, ours.slug) if ours else {}
    html = with_anchors(frame.finish(html, language(code).texts["boxes"]), former)

    def address(path: str) -> str:
        # The files of other languages are not among those of this pass.
        return get_relative_url(built_file(path, config).url, page.url)

    html = resolve(project, html, code, address)
    return with_definitions(html, meanings(project, code)) if "glossary" in html else html
