"""An Atom feed of what is new in a language (RFC 4287)."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Callable
from html import escape

from ..languages import language
from ..model.project import Page, Project
from .lists.news_list import Told, day_id, is_news_page, told

# What a feed without entries was changed last: it needs a time, and has none.
_NEVER = 0


def news_page(project: Project, code: str) -> Page | None:
    """A language's page of what is new."""
    pages = (versions[code] for versions in project.by_slug.values() if code in versions)
    return next((page for page in pages if is_news_page(page)), None)


def feed(project: Project, page: Page, name: str, site_url: str, url_of: Callable[[str], str]) -> str:
    """The feed of a language.

    Args:
        page: its page of what is new.
        name: the site's, in this language.
        site_url: the site's full address, with a slash at its end.
        url_of: the address of a page from the site's root, by its path.
    """
    code = language(page.language).code
    # A reader of feeds keeps what is old: the last days are those before the last entry.
    last = max((entry.day for entry in project.news.entries), default=None) if project.news else None
    entries = told(project, code, last) if last else []
    times = [one.entry.time for one in entries]
    own, site = f"{site_url}{code}/new.xml", f"{site_url}{url_of(page.path)}"
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{code}">',
        f"  <title>{escape(f'{page.title} – {name}')}</title>",
        f"  <id>{escape(own)}</id>",
        f'  <link rel="self" type="application/atom+xml" href="{escape(own)}"/>',
        f'  <link rel="alternate" type="text/html" hreflang="{code}" href="{escape(site)}"/>',
        f"  <updated>{_time(max(times, default=_NEVER))}</updated>",
        f"  <author><name>{escape(name)}</name></author>",
        *(_entry(one, site_url, url_of((one.page or page).path)) for one in entries),
        "</feed>",
    ]
    return "\n".join(lines) + "\n"


def _entry(one: Told, site_url: str, url: str) -> str:
    # What is gone is told of where the list has it.
    anchors = [id for _, id in one.sections if id and id != "lead"] if one.page else [day_id(one.entry.day)]
    address = f"{site_url}{url}#{anchors[0]}" if anchors else f"{site_url}{url}"
    # Of the page's address on that day, so that an entry stays what it is when the page moves.
    id = uuid.uuid5(uuid.NAMESPACE_URL, f"{site_url}{one.entry.then}#{one.entry.day.isoformat()}")
    return "\n".join(
        [
            "  <entry>",
            f"    <title>{escape(one.text)}</title>",
            f"    <id>{id.urn}</id>",
            f'    <link rel="alternate" type="text/html" href="{escape(address)}"/>',
            f"    <updated>{_time(one.entry.time)}</updated>",
            f"    <summary>{escape(one.text)}</summary>",
            "  </entry>",
        ]
    )


def _time(time: int) -> str:
    return datetime.datetime.fromtimestamp(time, datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
