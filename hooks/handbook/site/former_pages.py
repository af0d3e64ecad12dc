"""Former addresses on the site: a page in each language that leads on, and anchors at headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..languages import language
from ..model.project import Page, Project
from ..model.published import gone_versions
from ..model.redirects import can_be_former

# Where static hosts look for it, at the site's root.
REDIRECTS = "_redirects"


@dataclass(frozen=True)
class Former:
    """A page that has moved: `path` is where it was in the docs folder, `page` what is there now."""

    path: str
    code: str
    page: Page
    text: str


def former_pages(project: Project) -> Iterator[Former]:
    """The former addresses of pages, in every language; where a page is not translated, its original's.

    A version that was published and is gone leads to the original, too.
    """
    for old, new in project.redirects.items():
        original = project.original(new)
        if "#" in old or original is None or old in project.by_slug or not can_be_former(old):
            continue
        for code in project.settings.languages:
            page = project.by_slug[new].get(code, original)
            yield Former(f"{code}/{old}", code, page, language(code).word("page", "moved"))
    for code, slug in gone_versions(project):
        if (original := project.original(slug)) is not None:
            yield Former(f"{code}/{slug}", code, original, language(code).word("page", "moved"))


def redirects(urls: Mapping[str, str], root: str) -> str:
    """The file by which static hosts answer a former address with a redirect, before any page is read.

    They are never asked for a section, and browsers carry it over; where it was renamed since, the page
    knows.

    Args:
        urls: the former address of each page and its present one, from the site's root.
        root: the path that the site is reached below, as in "/handbook/". Hosts see it taken off.
    """
    return "".join(f"/{old} {root}{new} 301\n" for old, new in sorted(urls.items()))


def former_ids(redirects: Mapping[str, str], slug: str) -> dict[str, str]:
    """The former ids of headings on a page, each with its present one."""
    found = {}
    for old, new in redirects.items():
        page, _, id = new.partition("#")
        former = old.partition("#")[2]
        if page == slug and former and id and can_be_former(old):
            found[former] = id
    return found


def with_anchors(html: str, ids: Mapping[str, str]) -> str:
    """A page's HTML in which the former ids lead to their headings, too."""
    for former, id in ids.items():
        if f'id="{former}"' not in html:
            heading = re.compile(rf'(<h[2-6] id="{re.escape(id)}")')
            html = heading.sub(rf'<a id="{former}"></a>\1', html, count=1)
    return html
