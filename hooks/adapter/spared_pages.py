"""Pages of the site before that nobody makes again, where only texts of some other pages have changed.

The pages with these texts are made, their versions in other languages, and all with a list; of the others
nothing is read but what those show of them. Each is taken from the kept site as it was. Wherever it cannot be
told that it would be the same, as where a build has said something of it, a page is made.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from pathlib import Path
from typing import Any

from mkdocs.commands.build import _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from handbook.base.mirror import copy_files
from handbook.model.project import Project
from handbook.site.drawn import drawn, shown_with

from . import finished_pages, page_cache, page_texts, search_index
from .kept_site import Last
from .store import Store, root_of

# Of each page what others may show of it, and when what is kept of it was written.
_Told = list[str | int]


class SparedPages:
    """The spared pages of one build."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._folder, self._said = Path(), ""
        self._told: dict[str, _Told] = {}
        self._languages: frozenset[str] = frozenset()
        self._wanted: frozenset[str] = frozenset()
        self._pass: tuple[MkDocsConfig, Files] | None = None
        self._spared: dict[str, File] = {}

    def choose(
        self, project: Project, last: Last | None, config: MkDocsConfig, said_again: Container[str]
    ) -> None:
        """Choose the pages that are to be taken from the site before.

        Args:
            project: what is shown.
            last: the site before, if only texts have changed since.
            config: what is built.
            said_again: what this build has said already.
        """
        self._wanted, self._told, self._languages = frozenset(), {}, frozenset()
        if last is None or last.texts.keys() != last.now.keys():
            return
        changed = {path for path, text in last.now.items() if last.texts[path] != text}
        told = _all_told(project, self._store, config, last.of_pages, changed)
        if any(path not in told or told[path][0] != last.of_pages[path][0] for path in changed):
            return  # Any page may show of one what has changed.
        self._folder, self._told = last.folder, told
        self._said = "\n".join(message for message in last.said if message not in said_again)
        changed_in = {project.pages[path].language for path in changed}
        self._languages = frozenset(code for code in project.settings.languages if code not in changed_in)
        made = shown_with(project, frozenset(project.pages[path].slug for path in changed))
        self._wanted = frozenset(
            path
            for path, known in told.items()
            if path not in made and known == last.of_pages[path] and all(known[1:]) and path not in self._said
        )

    def of_pages(self, project: Project, config: MkDocsConfig) -> Mapping[str, Any]:
        """What has to be known of each page at the next build."""
        return _all_told(project, self._store, config, self._told, frozenset())

    def begin(
        self, project: Project, files: Files, config: MkDocsConfig, recall: Callable[[str], bool]
    ) -> None:
        """Put this pass's spared pages in their places, and have MkDocs pass them over.

        Args:
            project: what is shown.
            files: those of the pass.
            config: where the site is written.
            recall: has the search know a page as before; whether it could.
        """
        self._pass, self._spared = (config, files), {}
        wanted = [file for file in files.documentation_pages() if file.src_uri in self._wanted]
        known = {file.dest_uri: file for file in wanted if file.page is not None and recall(file.src_uri)}
        # The kept site may not be whole, or another build may just have taken it away.
        for name in copy_files(self._folder, Path(config.site_dir), known) if known else ():
            file = known[name]
            self._spared[file.src_uri] = file
            assert file.page is not None
            file.page.markdown = ""  # Else it has no title.
            page_texts.describe(file.page, project, project.pages[file.src_uri])
        if self._spared:
            files.documentation_pages = self._others(files)  # type: ignore[method-assign]

    def take(self, code: str, names: Sequence[str], config: MkDocsConfig) -> bool:
        """Take files of a language that are no pages from the site before, if none of its texts has changed.

        Args:
            code: the language; what the files hold is `drawn` of the pages of any other one.
            names: the files, below the site's folder.
            config: where that is.

        Returns:
            Whether all of them are in their places.
        """
        if code not in self._languages:
            return False
        copied = copy_files(self._folder, Path(config.site_dir), names)
        return all(name in copied or Path(config.site_dir, name).is_file() for name in names)

    def complete(self) -> None:
        """Read all pages after all, as a template asks for nobody knows what of them."""
        for file in list(self._spared.values()):
            self._read(file)

    def attend(self, page: Page, *, is_same: bool) -> None:
        """Read the pages that a page leads into, so that MkDocs can judge its links.

        Args:
            page: one that was made.
            is_same: whether it has become what it was: then they have been judged, and nothing was said.
        """
        if self._spared and (not is_same or page.file.src_uri in self._said):
            for file in page.links_to_anchors or ():
                self._read(file)

    @property
    def are_any(self) -> bool:
        """Whether pages of this pass are spared."""
        return bool(self._spared)

    @property
    def all_pages(self) -> Sequence[File]:
        """The pages of this pass, the spared ones among them."""
        assert self._pass is not None
        return self._pass[1].documentation_pages()

    def _read(self, file: File) -> None:
        """Have a spared page known as all others are, though it is not made."""
        if self._spared.pop(file.src_uri, None) is not None and file.page is not None:
            assert self._pass is not None
            _populate_page(file.page, *self._pass)

    def _others(self, files: Files) -> Callable[..., Any]:
        """What MkDocs goes over: it asks for pages to read or write with what they are to be included by."""
        spared, all_pages = frozenset(self._spared), files.documentation_pages

        def documentation_pages(*, inclusion: Callable[[InclusionLevel], bool] | None = None) -> list[File]:
            if inclusion is None:
                return list(all_pages())
            return [file for file in all_pages(inclusion=inclusion) if file.src_uri not in spared]

        return documentation_pages


def _all_told(
    project: Project,
    store: Store,
    config: MkDocsConfig,
    known: Mapping[str, _Told],
    changed: set[str] | frozenset[str],
) -> dict[str, _Told]:
    """What is told of each page; its first part is taken over where it is known and has not changed."""
    written = store.written(root_of(config))
    told: dict[str, _Told] = {}
    for path, page in project.pages.items():
        if page.language is not None and not page.unreadable:
            is_known = path in known and path not in changed
            entries = (
                page_cache.entry_of(path),
                finished_pages.entry_of(path),
                search_index.entry_of(page.language),
            )
            told[path] = [known[path][0] if is_known else drawn(project, page), *map(written, entries)]
    return told
