"""What the pages' frame needs, as plain data: languages, kinds of page, and what search engines get."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from importlib.metadata import version

from ..languages import language
from ..model.project import Page, Project
from .untranslated import only_in

# What the table of contents writes after a heading.
_PERMALINK = re.compile(r'<a class="headerlink" href="(?P<href>[^"]*)" title="(?P<title>[^"]*)">[^<]*</a>')
# A check box of a task list, and the words after it up to the end of the item or a list within.
_TASK = re.compile(
    r'<input type="checkbox" disabled(?P<checked> checked)?\s*/?>\s*(?P<text>.*?)(?=</li>|</p>|<[ou]l\b)',
    re.DOTALL,
)
# The title of a box, which is its kind's English name where the writer gave none.
_BOX = re.compile(
    r'(?P<start><(?:div class="admonition |details class=")(?P<kind>[a-z]+)[^>]*>\s*'
    r'<(?:p class="admonition-title"|summary)>)(?P<title>[A-Z][a-z]+)(?=</(?:p|summary)>)'
)
# How a column of a table is set; no policy that forbids styles in the page lets this through.
_ALIGNED = re.compile(r'(?<=<t[dh]) style="text-align: (?P<side>left|right|center);"')
# What Material's script works on in a page's content.
_COMPONENT = re.compile(r'<pre\b|class="[^"]*\b(?:tabbed-set|annotate|mermaid)\b')
_COMPONENTS = ("<pre", "tabbed-set", "annotate", "mermaid")
# Its check boxes for what is open.
_TOGGLE = re.compile(r'<input class="md-toggle"[^>]*>')


def version_words(code: str) -> str:
    """Which version of the handbook this is, in a language: for its foot, its prints and its book."""
    return language(code).word("reading", "version", version=version("handbook"))


@dataclass(frozen=True)
class Alternate:
    """A language in the menu: `url` is from the site's root, `translated` says that it is this page.

    `only` says, in that language, in which ones the page is.
    """

    code: str
    name: str
    url: str
    current: bool
    translated: bool
    only: str = ""


def alternates(
    codes: Iterable[str], urls: Mapping[str, str], current: str, lists: Mapping[str, tuple[str, str]] = {}
) -> list[Alternate]:
    """The entries of the language menu.

    Args:
        codes: the languages of the site.
        urls: the addresses of this page by language.
        current: the language of this page.
        lists: for languages without the page where they name it, and what they say of it; where that is
            missing, too, the entry leads to the language's home page.
    """
    found = []
    for code in codes:
        url, only = (urls[code], "") if code in urls else lists.get(code, (f"{code}/", ""))
        found.append(Alternate(code, language(code).name, url, code == current, code in urls, only))
    return found


def listed(project: Project, page: Page) -> dict[str, tuple[str, str]]:
    """For the languages that do not have a page yet where they name it, and what they say of it.

    Returns:
        By language the slug of the list, with the place there, and the words.
    """
    codes = [code for code in project.settings.languages if code not in project.by_slug[page.slug]]
    family = project.neutral(page).family
    index, mark = f"{project.settings.cards}/index.md", f"#{family}"
    if not project.is_card(page) or family not in language(page.language).texts["families"]:
        index, mark = "index.md", ""
    names = project.by_slug.get(index, {})
    return {
        code: (f"{index}{mark}" if code in names else "index.md", only_in(project, code, page))
        for code in codes
    }


def page_kind(project: Project, path: str) -> str:
    """The kind of a page, by its path below the docs folder: home, card, guide or page."""
    page = project.pages.get(path)
    if page is None:
        return "page"
    if project.is_card(page):
        return "card"
    if page.slug == "index.md":
        return "home"
    is_guide = page.slug.startswith("guides/") and page.slug != "guides/index.md"
    return "guide" if is_guide else "page"


def finish(html: str, boxes: Mapping[str, str]) -> str:
    """A page's content made usable for all.

    Args:
        html: what Markdown made of it.
        boxes: the titles in its language of the kinds of boxes, for those that have none of their own.

    The sign after a heading is for the mouse alone: read aloud it would stand in each heading's
    name, and it would cost a keyboard a step a section; its sign comes from the style. A check box
    of a list of tasks gets its words as label and can be ticked.
    """
    html = _PERMALINK.sub(
        r'<a class="headerlink" href="\g<href>" title="\g<title>" aria-hidden="true" tabindex="-1"></a>', html
    )
    if "admonition" in html or "<details" in html:
        html = _BOX.sub(lambda found: _titled(found, boxes), html)
    if 'style="text-align' in html:  # Most pages have no table.
        html = _ALIGNED.sub(r' class="align-\g<side>"', html)
    return _TASK.sub(r'<label><input type="checkbox"\g<checked>> <span>\g<text></span></label>', html)


def _titled(found: re.Match[str], boxes: Mapping[str, str]) -> str:
    own = found["title"] != found["kind"].capitalize()
    return found[0] if own else found["start"] + escape(boxes.get(found["kind"], found["title"]))


def has_components(content: str) -> bool:
    """Whether a page's content has what Material's script makes: code to copy, tabs, annotations."""
    # Looking for words is many times faster than for what may stand before them.
    return any(word in content for word in _COMPONENTS) and _COMPONENT.search(content) is not None


def mend(html: str) -> str:
    """A page without what the HTML standard forbids in Material's frame, and what nobody can see there."""
    return _TOGGLE.sub(lambda found: found[0].replace(' autocomplete="off"', ""), html)


def entry_pages(codes: Iterable[str]) -> list[dict[str, str]]:
    """For the pages in all languages: each language with its own words for choosing and for getting lost."""
    return [
        {"code": code, "name": language(code).name}
        | {
            key: language(code).word("interface", key)
            for key in ("choose", "home", "missing-title", "missing-text")
        }
        for code in codes
    ]


def sitemap(pages: Iterable[Mapping[str, str]], site_url: str) -> str:
    """The sitemap: every page in every language, each with its other languages.

    Args:
        pages: for each page its addresses from the site's root by language.
        site_url: the site's address, with a slash at its end.
    """
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for urls in pages:
        links = [(code, site_url + url) for code, url in urls.items()] + [("x-default", site_url)]
        others = "".join(
            f'<xhtml:link rel="alternate" hreflang="{code}" href="{escape(url)}"/>' for code, url in links
        )
        lines += [f"<url><loc>{escape(site_url + url)}</loc>{others}</url>" for url in urls.values()]
    return "\n".join([*lines, "</urlset>", ""])


def robots(site_url: str) -> str:
    """What crawlers may read, which is everything, and where the list of it stands."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site_url}sitemap.xml\n"
