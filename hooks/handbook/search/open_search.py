"""An OpenSearch description: with it a browser's address bar searches the handbook."""

from __future__ import annotations

from html import escape

from ..languages import language


def open_search(code: str, name: str, description: str, site_url: str) -> str:
    """The description of a language's search, which opens with the words in the address.

    Args:
        name: the site's, in this language.
        description: one line.
        site_url: the site's full address, with a slash at its end.
    """
    # The standard allows sixteen characters here.
    short = language(code).word("search", "short-name")
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"  <ShortName>{escape(short)}</ShortName>\n"
        f"  <LongName>{escape(name)[:48]}</LongName>\n"
        f"  <Description>{escape(description)}</Description>\n"
        f"  <Language>{code}</Language>\n"
        "  <InputEncoding>UTF-8</InputEncoding>\n"
        f'  <Image width="16" height="16" type="image/svg+xml">{escape(site_url)}assets/logo.svg</Image>\n'
        f'  <Url type="text/html" template="{escape(site_url)}{code}/?q={{searchTerms}}"/>\n'
        "</OpenSearchDescription>\n"
    )
