"""Pages that a language does not have yet: it lists them by their originals, and says where they are."""

from __future__ import annotations

import posixpath
from dataclasses import replace

from ..base.edits import Edit, apply
from ..languages import language
from ..links.addresses import is_external
from ..links.retargeting import replace_target
from ..links.targets import parts
from ..model.document import Link
from ..model.project import Page, Project
from ..reading.markdown.parse import parse

# MkDocs leads each link to the version in the page's own language, or says that there is none; what
# leads to another language is marked by this, which no writer's address may begin with.
ORIGINAL = "original:"
# The links that MkDocs makes addresses of.
_KINDS = ("link", "reference")


def untranslated(project: Project, code: str) -> dict[str, Page]:
    """The originals of the pages that are not there in a language, as far as they can be read, by slug."""
    others = (project.original(slug) for slug, found in project.by_slug.items() if code not in found)
    return {page.slug: page for page in others if page and page.language and not page.unreadable}


def only_in(project: Project, code: str, page: Page) -> str:
    """What readers of a language are told of a page that it does not have: "so far only in Polish"."""
    names = language(code)
    versions = project.by_slug[page.slug]
    known = [names.word("in-languages", other) for other in project.settings.languages if other in versions]
    spoken = ", ".join(known[:-1])
    spoken = names.word("page", "both", one=spoken, other=known[-1]) if spoken else known[-1]
    return names.word("page", "untranslated", language=spoken)


def waiting_original(project: Project, page: Page, link: Link) -> Page | None:
    """The original that a writer's link leads to, as the page's own language does not have that page yet.

    None for any other link, and on a site that is not built as a handbook.
    """
    code, target = page.language, link.target.strip()
    if code is None or not project.settings.handbook or link.kind not in _KINDS or is_external(target):
        return None
    path, _ = parts(target)
    slug = posixpath.normpath(posixpath.join(posixpath.dirname(page.slug), path))
    if not path.endswith(".md") or code in project.by_slug.get(slug, {code: page}):
        return None
    original = project.original(slug)
    is_written_so = _led(page, link, ORIGINAL) is not None
    return original if original and not original.unreadable and is_written_so else None


def _led(page: Page, link: Link, better: str) -> Edit | None:
    """The edit that leads a link elsewhere; a definition stands where its target does."""
    is_definition = link.kind == "reference"
    return replace_target(
        page, link._replace(target_position=link.position) if is_definition else link, better
    )


def with_originals(project: Project, page: Page, markdown: str) -> str:
    """A page's Markdown whose links to pages that its language does not have yet lead to the originals."""
    if not untranslated(project, page.language or ""):
        return markdown
    read = replace(page, document=parse(markdown, project.settings.syntax))
    edits = []
    for link in read.document.links:
        if (original := waiting_original(project, read, link)) is not None:
            _, anchor = parts(link.target.strip())
            better = f"{ORIGINAL}{original.path}{f'#{anchor}' if anchor else ''}"
            edits.append(_led(read, link, better))
    return apply(markdown, filter(None, edits))[0]
