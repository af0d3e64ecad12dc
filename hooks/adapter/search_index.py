"""One search index for each language, at <language>/search/, and what the tools at the desk fetch.

The pages' contents are taken as they are rendered and turned into an index when a language is
done. Nothing of MkDocs' own search is used.
"""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from handbook.base.collector import uncollected
from handbook.base.writing import put
from handbook.languages import language
from handbook.model.project import Page as PageRead
from handbook.model.project import Project
from handbook.search.index import FILES, dumps, index, shards, synonyms
from handbook.search.indexed_pages import (
    Document,
    document,
    foreign_document,
    from_plain,
    made_of,
    to_plain,
)
from handbook.search.lexicon import lexicon
from handbook.search.open_search import open_search
from handbook.site.contribute import report_template
from handbook.site.desk import desk
from handbook.site.learning import learning
from handbook.site.lists.news_list import is_news_page
from handbook.site.untranslated import only_in, untranslated

from .builds import built_file
from .pass_memory import PassMemory
from .store import Store, digest, root_of

# A way in: its name, its address and its family.
Door = tuple[str, str, str]

# What docs/assets/search/ finds its way by on every page.
_FRAME = {
    "search box": '<search class="finding ',
    "address of the site's root": ' data-base="',
    "language": "<html lang=",
}


class SearchIndex:
    """The pages of each language, as the search takes them apart; kept over the rebuilds of a preview."""

    def __init__(self, store: Store, memory: PassMemory) -> None:
        self._store, self._memory = store, memory
        self._documents: dict[str, dict[str, Document]] = defaultdict(dict)
        # By which key each page is known; by none where it is left out.
        self._keys: dict[str, dict[str, str]] = defaultdict(dict)

    def take(self, html: str, page: Page, project: Project) -> None:
        """Keep what was made of a page's content."""
        ours = project.pages.get(page.file.src_uri)
        if ours is None or ours.language is None:
            return
        known = self._documents[ours.language]
        known.pop(ours.path, None)
        self._keys[ours.language][ours.path] = ""
        # What is new is on the pages themselves.
        if not (page.meta.get("search") or {}).get("exclude") and not is_news_page(ours):
            url = page.file.url.removeprefix(f"{ours.language}/").removeprefix("./")
            known[ours.path] = self._document(project, ours, url, html)

    def _document(self, project: Project, page: PageRead, url: str, html: str) -> Document:
        """A page as the search knows it, which is taken apart only where it is another one than before."""
        if not self._store.is_on:
            return document(project, page, url, html)
        others = made_of(project, page)
        key = digest(self._store.tools, page.path, page.document.text, repr(others), url, html)
        known = self._memory.documents.get(key, from_plain)
        if known is None:
            known = document(project, page, url, html)
            self._memory.documents.put(key, to_plain(known))
        self._keys[page.language or ""][page.path] = key
        return known

    def recall(self, path: str, code: str, config: MkDocsConfig) -> bool:
        """Know a page as the build before has known it; returns whether that could be done."""
        keys = self._store.get(root_of(config), entry_of(code), self._store.tools) or {}
        if (key := keys.get(path)) is None:
            return False
        if key:
            if (known := self._memory.documents.get(key, from_plain)) is None:
                return False
            self._documents[code][path] = known
        self._keys[code][path] = key
        return True

    def demand_frame(self, html: str, page: Page) -> None:
        """Assert what the scripts rely on in the frame, so that a change there cannot go unnoticed.

        Raises:
            PluginError: the page lacks some of it.
        """
        for name, needed in _FRAME.items():
            if needed not in html:
                raise PluginError(
                    f"{page.file.src_uri}: the page has no {name} ({needed}), which the search needs: "
                    "mend the templates in overrides/, or docs/assets/search/ and this check"
                )

    def write(self, project: Project, code: str, config: MkDocsConfig) -> None:
        """Write what the scripts of a language's pages fetch."""
        known = self._documents[code]
        for path in known.keys() - project.pages.keys():
            del known[path]
        self._keep_keys(project, code, config)
        documents = [known[path] for path in sorted(known)] + list(_waiting(project, code, config))
        target = Path(config.site_dir, code, "search")
        shutil.rmtree(target, ignore_errors=True)
        target.mkdir(parents=True)
        first, rest = self._index(project, code, documents, list(_doors(code, known, project)), config)
        ways, report = list(_ways(code, known)), report_template(project, code, "words")
        if config.site_url:
            description = open_search(code, config.site_name, config.site_description or "", config.site_url)
            put(target.parent, "opensearch.xml", description)
        first = {**first, "help": {"ways": ways, "report": report}}
        for name, tier in zip(FILES, (first, rest), strict=True):
            put(target, name, dumps(tier))
        for number, texts in enumerate(shards(documents)):
            put(target, f"texts-{number}.json", dumps(texts))

    def _keep_keys(self, project: Project, code: str, config: MkDocsConfig) -> None:
        """Keep by which key each page is known."""
        if not self._store.is_on:
            return
        keys = {path: key for path, key in self._keys[code].items() if path in project.pages}
        if self._store.get(root_of(config), entry_of(code), self._store.tools) != keys:
            self._store.put(root_of(config), entry_of(code), self._store.tools, keys)

    def _index(
        self, project: Project, code: str, documents: list[Document], doors: list[Door], config: MkDocsConfig
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """The index of these documents, which is made anew only where they are others than before."""
        avoided, weights = synonyms(project, code), _weights(project)
        root, name = root_of(config), f"search {code}"
        key = ""
        if self._store.is_on:
            key = digest(self._store.tools, code, repr((documents, avoided, doors, weights)))
            if (kept := self._store.get(root, name, key)) is not None:
                first, rest = kept
                return first, rest
        with uncollected():
            found = index(code, documents, lexicon(code), avoided, doors, weights)
        if key:
            self._store.put(root, name, key, found)
        return found


def entry_of(code: str) -> str:
    """The name under which it is kept by which keys the pages of a language are known."""
    return f"documents of {code}"


def write_desk(project: Project, code: str, config: MkDocsConfig) -> None:
    """Write <language>/desk.json for the tools at the desk, and learn.json for the page to learn by."""
    for name, made in (("desk", desk), ("learn", learning)):
        text = made(project, code, lambda path: built_file(path, config).url)
        put(Path(config.site_dir), f"{code}/{name}.json", text)


def _waiting(project: Project, code: str, config: MkDocsConfig) -> Iterator[Document]:
    """The pages that a language does not have yet, which its search finds by their originals."""
    for page in untranslated(project, code).values():
        url = get_relative_url(built_file(page.path, config).url, f"{code}/")
        yield foreign_document(project, page, code, url, only_in(project, code, page))


def _weights(project: Project) -> dict[str, tuple[float, float]]:
    """The weights of sections as those of the kinds of pages, see `indexed_pages.Document`."""
    names = {project.settings.cards: "card", "": "page"}
    return {names.get(section, section): both for section, both in project.settings.search.items()}


def _ways(code: str, known: Mapping[str, Document]) -> Iterator[tuple[str, str]]:
    """For who finds nothing: the finder and the decision guide, as far as the site has them."""
    for slug in ("find.md", "decide.md"):
        if page := known.get(f"{code}/{slug}"):
            yield page.title, page.url


def _doors(code: str, known: Mapping[str, Document], project: Project) -> Iterator[Door]:
    """The six families, where the list of cards has them."""
    cards = known.get(f"{code}/{project.settings.cards}/index.md")
    if cards is not None:
        for family, name in language(code).texts["families"].items():
            yield name, f"{cards.url}#{family}", family
