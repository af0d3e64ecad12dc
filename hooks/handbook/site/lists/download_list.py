"""The list of what can be taken along: files that each build writes, and those of a release."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import quote

from ...languages import language
from ...model.project import Page, Project
from ..markdown_links import escape, site_file

# Where the files of a build lie, from the site's root.
FOLDER = "downloads"
SCHEMA = "handbook.schema.json"
_MARKER = "downloads"
# What each form is called, in every language, and what follows the language in the names of its files.
BUILT: Mapping[str, tuple[str, str]] = {
    "json": ("JSON", "json"),
    "csv": ("CSV", "csv"),
    "espanso": ("espanso", "espanso.yml"),
    "zendesk": ("Zendesk", "zendesk.json"),
    "freshdesk": ("Freshdesk", "freshdesk.json"),
    "chatwoot": ("Chatwoot", "chatwoot.json"),
}
# These take a browser, more time or more than a build has, so only a release has them.
RELEASED: Mapping[str, tuple[str, str]] = {
    "pdf": ("PDF", "pdf"),
    "epub": ("EPUB", "epub"),
    "anki": ("Anki", "apkg"),
    "zip": ("ZIP", "zip"),
}


def has_downloads(project: Project, code: str) -> bool:
    """Whether a page of a language holds the list."""
    pages = (page for page in project.pages.values() if page.language == code)
    return any(name == _MARKER for page in pages for name, _ in page.document.markers)


def file_name(code: str, ending: str) -> str:
    """What a file of a language is called."""
    return f"handbook-{code}.{ending}"


def downloads(project: Project, page: Page) -> str:
    """The files of a language, each with what it holds."""
    return "\n".join(_lines(project, page))


def _lines(project: Project, page: Page) -> Iterator[str]:
    names = language(page.language)
    release = project.settings.release_uri_template
    for form, (name, ending) in (RELEASED if release else {}).items():
        address = (release or "").replace("{file}", quote(file_name(names.code, ending)))
        yield f"- [{name}]({address}) – {escape(names.word('downloads', form))}"
    for form, (name, ending) in BUILT.items():
        link = site_file(f"{FOLDER}/{file_name(names.code, ending)}", name)
        yield f"- {link} – {escape(names.word('downloads', form))}"
    schema = site_file(f"{FOLDER}/{SCHEMA}", "JSON Schema")
    yield f"- {schema} – {escape(names.word('downloads', 'schema'))}"
