"""Which files each language's build has, and which of them MkDocs finds for a path.

mkdocs-static-i18n builds the site once a language. A build has the language's own files and, with
`fallback_to_default`, those of the default language that it lacks; a path that is not there is looked
for in the other of the two as well (I18nFiles.get_file_from_path).
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from functools import cache, cached_property

from ..model.placement import place
from ..model.project import Page, Project


class Served:
    """The files of each language's build."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._settings = project.settings
        self.files = cache(self._files)

    @cached_property
    def languages(self) -> tuple[str | None, ...]:
        """The builds of the site; one of no language where it has none."""
        return self._settings.languages or (None,)

    @cached_property
    def _places(self) -> Mapping[str, tuple[str | None, str]]:
        """The locale and path of all files; what is left out on purpose still stands before a fallback."""
        kept = self._project.excluded - self._project.displaced
        return {path: place(path, self._settings) for path in (*self._project.files, *kept)}

    def _files(self, language: str | None) -> frozenset[str]:
        """The paths of the files in a language's build."""
        settings = self._settings
        default, layout = settings.default_language, settings.layout
        # By slug; README.de.md and index.de.md have one, and static-i18n keeps both.
        own: dict[tuple[str, bool], str] = {}
        fallback: dict[tuple[str, bool], str] = {}
        shared: set[str] = set()
        for path, (locale, slug) in sorted(self._places.items()):
            key = slug, posixpath.basename(path).startswith("README.")
            if path not in self._project.pages and layout.shared_everywhere:
                shared.add(path)
            elif locale == language or (locale is None and language == default):
                own[key] = path
            elif layout.fallback and locale in (None, default):
                fallback[key] = path
        return (frozenset({**fallback, **own}.values()) | shared) - self._project.excluded

    def builds(self, page: Page) -> tuple[str | None, ...]:
        """The languages whose build has a page, its own first."""
        first = page.language or self._settings.default_language
        others = (code for code in self.languages if code != first and page.path in self.files(code))
        return (first, *others)

    def find(self, path: str, language: str | None) -> str | None:
        """The file that a build has for a path from the docs folder, if it has one."""
        files, theme = self.files(language), self._project.theme_files
        candidates = self._candidates(path, language)
        return next((one for known in (files, theme) for one in candidates if one in known), None)

    def left_out(self, path: str, language: str | None) -> str | None:
        """The file meant by a path, where the site leaves it out on purpose.

        A hidden one need not be there: nobody has looked.
        """
        found = self._candidates(path, language)
        if (known := next((one for one in found if one in self._project.excluded), None)) is not None:
            return known
        return path if hidden_part(path) not in (None, "..") else None

    def _candidates(self, path: str, language: str | None) -> list[str]:
        settings = self._settings
        default = settings.default_language
        if language is None or default is None:
            return [path]
        if settings.layout.suffix:
            return [_suffixed(path, language), _suffixed(path, default), path]
        first, slash, rest = path.partition("/")
        fallback = settings.layout.fallback
        if slash and first == language:
            return [path, *([f"{default}/{rest}"] if fallback else []), rest]
        if slash and first == default:
            return [path, *([f"{language}/{rest}"] if fallback else []), rest]
        return [f"{language}/{path}", *([f"{default}/{path}"] if fallback else []), path]


def hidden_part(path: str) -> str | None:
    """The folder or file in a path whose name begins with a dot, which MkDocs leaves out by itself."""
    return next((part for part in path.split("/") if part.startswith(".") and part != "."), None)


def _suffixed(path: str, code: str) -> str:
    stem, dot, ending = path.rpartition(".")
    return f"{stem}.{code}.{ending}" if dot else path
