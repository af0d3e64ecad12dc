"""Where a link leads: paths from the source's side and from the browser's side.

In Markdown a relative target is a path from the page's file, which MkDocs rewrites. In raw HTML it
is left alone, so the browser resolves it against the page's address.
"""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from urllib.parse import unquote

from ..base.guessing import Guesses
from ..model.document import Link
from ..model.placement import PAGE_ENDINGS, place
from ..model.project import Page, Project
from .addresses import is_external
from .served import Served

HTML_KINDS = ("html", "html-image")
FRONT_KINDS = ("front", "front-image")
INDEX_NAMES = ("index.md", "README.md")


class Targets:
    """Everything a link can lead to in a project."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.served = Served(project)
        # By the file whose links are looked at.
        self.guesses: defaultdict[str, Guesses] = defaultdict(Guesses)

    def url(self, path: str, language: str | None = None) -> str:
        """The address of a page or file, from the site's root; a page's folder ends with a slash.

        Args:
            path: from the docs folder.
            language: the build that is meant, where it is not that of the file's own language.
        """
        settings = self.project.settings
        locale, slug = place(path, settings)
        if not path.endswith(PAGE_ENDINGS):
            # Files that are no pages stand where they stand in the build of their own language.
            return self._prefix(locale, locale) + slug
        prefix = self._prefix(locale, language or locale)
        folder, name = posixpath.split(prefix + slug)
        stem = name.rsplit(".", 1)[0]
        if name in INDEX_NAMES and settings.use_directory_urls:
            return f"{folder}/" if folder else ""
        stem = "index" if name in INDEX_NAMES else stem
        inside = posixpath.join(folder, stem)
        return f"{inside}/" if settings.use_directory_urls else f"{inside}.html"

    def _prefix(self, locale: str | None, language: str | None) -> str:
        """The folder of a language's build on the site, with a slash at its end."""
        settings = self.project.settings
        if locale is None and (settings.layout.shared_everywhere or language is None):
            return ""  # What all share stands once, at the root.
        at_root = language is None or (language == settings.default_language and not settings.prefix_all)
        return "" if at_root else f"{language}/"

    @cached_property
    def by_url(self) -> Mapping[str, str]:
        """Address -> path in the docs folder, for pages (also with index.html) and files."""
        found = {path: path for path in self.project.theme_files}
        for language in self.served.languages:
            for path in self.served.files(language):
                url = self.url(path, language)
                found[url] = path
                folder, _, name = url.rpartition("/")
                if name in ("", "index.html"):  # A server gives it out at either.
                    within = f"{folder}/" if folder else ""
                    found |= {folder: path, within: path, f"{within}index.html": path}
        return found

    @cached_property
    def by_folded(self) -> Mapping[str, str]:
        """Lower-case path -> path: what a file system that ignores case would find."""
        return {path.casefold(): path for path in self.project.files}

    @cached_property
    def by_folded_url(self) -> Mapping[str, str]:
        """The same for addresses."""
        return {url.casefold(): path for url, path in self.by_url.items()}

    def leaves(self, page: Page, link: Link) -> bool:
        """Whether a link leaves the site or is meant to; a file in a folder such as notes.pl does not."""
        if not is_external(link.target):
            return False
        path, _ = parts(link.target.strip())
        return ":" in path or path.startswith("//") or self.beside(page, path) not in self.project.files

    def goal(self, page: Page, link: Link, path: str) -> str:
        """The path that a link's target leads to, from the docs folder."""
        if link.kind in HTML_KINDS:
            return self.from_url(page, path)
        if path.startswith("/"):
            return posixpath.normpath(path.lstrip("/"))
        beside = self.beside(page, path)
        if link.kind in FRONT_KINDS and beside not in self.project.files:
            # What reads the key decides where a path begins: at the page, its language or the docs folder.
            for start in (f"{page.language}/" if page.language else "", ""):
                if (goal := posixpath.normpath(start + path)) in self.project.files:
                    return goal
        return beside

    def beside(self, page: Page, path: str) -> str:
        """A relative path resolved from the page's file."""
        return posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path))

    def from_url(self, page: Page, path: str, language: str | None = None) -> str:
        """A relative path resolved as the browser does, from a page's address in its language or another."""
        base = self.url(page.path, language)
        joined = posixpath.normpath(posixpath.join(posixpath.dirname(base), path))
        joined = "" if joined == "." else joined
        return f"{joined}/" if path.endswith("/") and joined else joined

    def relative(self, page: Page, path: str) -> str:
        """The path to write in a page's Markdown for a file of the docs folder."""
        return posixpath.relpath(path, posixpath.dirname(page.path) or ".")

    def relative_url(self, page: Page, path: str) -> str:
        """The address to write in a page's raw HTML for a file of the docs folder."""
        goal = self.url(path)
        shown = posixpath.relpath(goal or ".", posixpath.dirname(self.url(page.path)) or ".")
        return f"{shown}/" if goal.endswith("/") or goal == "" else shown

    def language(self, page: Page) -> str | None:
        """The language that a page is built in: static-i18n takes one of none for the default language's."""
        settings = self.project.settings
        return page.language or (None if settings.handbook else settings.default_language)

    def found(self, page: Page, goal: str) -> str | None:
        """The file that MkDocs takes for a path, or that whoever wrote it had in mind."""
        found = self.served.find(goal, self.served.builds(page)[0])
        named = goal if goal in self.project.pages else None
        if self.project.settings.layout.suffix:
            return found or named  # There a path without a language is the usual way to write it.
        # MkDocs would silently take this language's page for another's.
        return named or found

    def is_foreign(self, page: Page, there: Page) -> bool:
        """Whether a page is in another language and does not stand in for one that is not translated."""
        language = self.language(page)
        if language is None or there.language in (None, language):
            return False
        return there.path not in self.served.files(language)

    def in_language(self, page: Page, path: str) -> str | None:
        """The version of a page in the language of `page`, if there is one."""
        there, language = self.project.pages.get(path), self.language(page)
        if there is None or language is None:
            return path
        own = self.project.by_slug.get(there.slug, {}).get(language)
        return own.path if own else None

    def own(self, page: Page, path: str | None) -> str | None:
        """The version in the page's language where there is one, else what was given."""
        return (self.in_language(page, path) or path) if path else None

    def write(self, page: Page, link: Link, path: str | None, anchor: str) -> str | None:
        """What to write for a link of this kind so that it leads to a file; None for no file."""
        if path is None:
            return None
        html = link.kind in HTML_KINDS
        shown = self.relative_url(page, path) if html else self.relative(page, path)
        return f"{shown}#{anchor}" if anchor else shown

    def meant(self, page: Page, path: str) -> str | None:
        """The file that a target in another form stands for: a folder, .html, no extension.

        Args:
            path: the target without query and anchor, decoded; also one from the site's root.
        """
        rooted = path.startswith("/")
        for goal in [path.lstrip("/")] if rooted else [self.beside(page, path), self.from_url(page, path)]:
            for candidate in _forms(goal):
                for prefix in ("", f"{page.language}/") if rooted and page.language else ("",):
                    if (known := prefix + candidate) in self.project.files:
                        return known
                    if page.language and (found := self.served.find(known, page.language)) is not None:
                        return found
        return None


def _forms(goal: str) -> Iterator[str]:
    bare = goal.rstrip("/")
    bare = "" if bare == "." else bare
    stem = bare
    for ending in ("/index.html", "/index.htm", "/index", ".html", ".htm", ".md"):
        if stem.endswith(ending):
            stem = stem.removesuffix(ending)
            break
    if stem == "index.html":
        stem = ""
    yield bare
    if stem:
        yield f"{stem}.md"
    yield from (posixpath.join(stem, name) for name in INDEX_NAMES)


def parts(target: str) -> tuple[str, str]:
    """A target's path, decoded and without its query, and its anchor as written."""
    path, _, anchor = target.partition("#")
    return unquote(path.partition("?")[0]), anchor
