"""Pages that come to something else than what was read: for those with more in them than plain Markdown.

All others are looked at when they are built, where each page is rendered anyway.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice

from ..base.kept import kept
from ..base.recollection import Recollection
from ..links.rendered import differences, differences_in_build
from ..links.targets import Targets
from ..model.document import Document
from ..model.project import Fault, Page, Project, Settings
from ..model.rules.references import PageReadOtherwise
from ..reading.markdown.unusual import is_unusual
from ..reading.site_markdown import site_markdown
from ..reading.text_keys import text_key
from ..safety.suspects import is_suspect_page

# The pages that came to what was read in earlier runs.
RECOLLECTION = Recollection("rendered")
# One cause, such as a tag that is not closed, changes all that follows it.
_MOST = 1


def check(project: Project) -> Iterator[Fault]:
    if project.settings.macros:
        return  # What they write is not known.
    for page in project.pages.values():
        if not page.unreadable and not page.front.broken:
            yield from _of_page(page, project.settings)


def read_otherwise(page: Page, html: str, targets: Targets, ids: Collection[str]) -> Iterator[Fault]:
    """Faults for what a page as it is built has otherwise than it was read, whether or not it was in doubt.

    Args:
        page: the page as it was read.
        html: its finished content.
        targets: what links can lead to.
        ids: those that the page may have, added ones among them.
    """
    if not page.unreadable and not page.front.broken:
        for what, position in islice(differences_in_build(page, html, targets, ids), _MOST):
            yield page.fault(PageReadOtherwise(what=what), position)


@kept
def _of_page(page: Page, settings: Settings) -> tuple[Fault, ...]:
    return RECOLLECTION.found(
        lambda: text_key(settings, "page", page.document.digest), lambda: _read_otherwise(page, settings)
    )


def _read_otherwise(page: Page, settings: Settings) -> tuple[Fault, ...]:
    document, site = page.document, site_markdown(settings)
    if not is_in_doubt(document) or site.brings_files(document.body):
        return ()
    # Extensions have a say in ids that are made of words, and where nobody writes ids, all are.
    own_slugs = not settings.handbook or any("slugify" in given for given in settings.markdown.values())
    magiclink = settings.syntax.magiclink
    differing = differences(document, site.html(document.body), own_slugs=own_slugs, magiclink=magiclink)
    found = islice(differing, _MOST)
    return tuple(page.fault(PageReadOtherwise(what=what), position) for what, position in found)


def is_in_doubt(document: Document) -> bool:
    """Whether what a page comes to must be rendered to be known."""
    return is_suspect_page(document) or is_unusual(document.body)
