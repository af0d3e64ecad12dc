"""A link to a term of the glossary says what the term means, to a resting pointer and to a screen reader."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from ..model.project import Project
from ..reading.markdown.plain_text import plain

# <a href="../../reference/glossary/#debrief">, or in an archive <a href="glossary.html#debrief">; one with
# a title of its own keeps it.
_LINK = re.compile(r'<a href="[^"#]*\bglossary(?:/|\.html)#(?P<id>[\w-]+)"(?![^>]*\stitle=)')


def with_definitions(html: str, meanings: Mapping[str, str]) -> str:
    """A page's content whose links to the glossary carry the definition as their title.

    Args:
        meanings: what each term means, by its id, as plain text.
    """

    def titled(match: re.Match[str]) -> str:
        meaning = meanings.get(match["id"])
        return f'{match[0]} title="{escape(meaning)}"' if meaning else match[0]

    return _LINK.sub(titled, html)


def meanings(project: Project, code: str) -> dict[str, str]:
    """What the terms of the glossary mean in a language, by id."""
    return {term.id: plain(term.definition[code]) for term in project.sources.terms}
