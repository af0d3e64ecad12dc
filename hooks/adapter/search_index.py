"""MkDocs adapter: one search index for each language, at <language>/search/.

The pages' contents are taken as they are rendered and turned into an index when a language is
done. Nothing of MkDocs' own search is used.
"""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from handbook.base.collector import uncollected
from handbook.languages import language
from handbook.model.project import Project
from handbook.reading.reader import reader
from handbook.search.index import dumps, index, shards, synonyms
from handbook.search.indexed_pages import Document, document
from handbook.search.lexicon import lexicon
from handbook.search.open_search import open_search
from handbook.site.contribute import report_template
from static_i18n import static_i18n

# What docs/assets/search/ finds its way by on every page.
_FRAME = {
    "search box": '<search class="finding ',
    "address of the site's root": ' data-base="',
    "language": "<html lang=",
}
# Language -> page -> what was made of it; kept over rebuilds, so that a preview may render one page only.
_DOCUMENTS: dict[str, dict[str, Document]] = defaultdict(dict)


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    env.globals["finding"] = language(static_i18n(config).current_language).texts["search"]
    return env


@event_priority(-150)  # After all that changes a page's content.
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    project = reader(Path(config.config_file_path).parent).latest
    ours = project.pages.get(page.file.src_uri)
    if ours is not None and ours.language is not None:
        known = _DOCUMENTS[ours.language]
        known.pop(ours.path, None)
        if not (page.meta.get("search") or {}).get("exclude"):
            url = page.file.url.removeprefix(f"{ours.language}/").removeprefix("./")
            known[ours.path] = document(project, ours, url, html)
    return html


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Assert what the scripts rely on in the frame, so that a change there cannot go unnoticed."""
    for name, needed in _FRAME.items():
        if needed not in output:
            raise PluginError(
                f"{page.file.src_uri}: the page has no {name} ({needed}), which the search needs: "
                "mend the templates in overrides/, or docs/assets/search/ and hooks/search.py"
            )
    return output


@event_priority(-50)  # Before static-i18n (-100) starts the next language.
def on_post_build(config: MkDocsConfig) -> None:
    code = static_i18n(config).current_language
    project = reader(Path(config.config_file_path).parent).latest
    known = _DOCUMENTS[code]
    for path in known.keys() - project.pages.keys():
        del known[path]
    documents = [known[path] for path in sorted(known)]
    target = Path(config.site_dir, code, "search")
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    with uncollected():
        doors = list(_doors(code, known, project))
        found = index(code, documents, lexicon(code), synonyms(project, code), doors, _weights(project))
    found |= {"help": {"ways": list(_ways(code, known)), "report": report_template(project, code, "words")}}
    if config.site_url:
        description = open_search(code, config.site_name, config.site_description or "", config.site_url)
        (target.parent / "opensearch.xml").write_text(description, "utf8")
    (target / "index.json").write_text(dumps(found), "utf8")
    for number, texts in enumerate(shards(documents)):
        (target / f"texts-{number}.json").write_text(dumps(texts), "utf8")


def _weights(project: Project) -> dict[str, tuple[float, float]]:
    """The weights of sections as those of the kinds of pages, see `indexed_pages.Document`."""
    names = {project.settings.cards: "card", "": "page"}
    return {names.get(section, section): both for section, both in project.settings.search.items()}


def _ways(code: str, known: Mapping[str, Document]) -> Iterator[tuple[str, str]]:
    """For who finds nothing: the finder and the decision guide, as far as the site has them."""
    for slug in ("find.md", "decide.md"):
        if page := known.get(f"{code}/{slug}"):
            yield page.title, page.url


def _doors(code: str, known: Mapping[str, Document], project: Project) -> Iterator[tuple[str, str, str]]:
    """The six families, where the list of cards has them."""
    cards = known.get(f"{code}/{project.settings.cards}/index.md")
    if cards is not None:
        for family, name in language(code).texts["families"].items():
            yield name, f"{cards.url}#{family}", family
