"""No-break spaces in a page's HTML, so that no line ends in a word that belongs to the next one.

In Polish and Croatian a word of one letter never ends a line; a number stays with what it counts,
and "np." or "str." with what follows. Only text is changed: no tag, no code, no script.
"""

from __future__ import annotations

import re
from functools import cache

from ..languages import LANGUAGES

NO_BREAK = "\u00a0"

# Text between tags; tags, comments and whole elements whose text is not for readers stay as they are.
_PARTS = re.compile(
    r"""
    (?P<kept>
        <!--.*?-->
      | <(?P<name>script|style|code|pre|kbd|samp|textarea|title|template)\b.*?</(?P=name)\s*>
      | <[a-zA-Z/!](?:"[^"]*"|'[^']*'|[^'">])*>
    )
    | (?P<text>[^<]+)
    """,
    re.DOTALL | re.VERBOSE | re.IGNORECASE,
)


def bind(html: str, language: str) -> str:
    """A page's HTML with no-break spaces where its language wants them.

    Args:
        html: a whole page or a part of one.
        language: the language of the page; one that is not known changes nothing.
    """
    pattern = _pattern(language)
    if pattern is None:
        return html

    def part(match: re.Match[str]) -> str:
        return pattern.sub(NO_BREAK, match["text"]) if match["text"] else match[0]

    return _PARTS.sub(part, html)


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    spoken = LANGUAGES.get(language)
    if spoken is None:
        return None
    # One letter: "z klientem", "a i tak".
    letters = spoken.short_words
    # A space after one of these; look-behinds need a fixed width, hence one for each length.
    after = [rf"(?<=\b[{letters}{letters.upper()}])(?<![-’'][{letters}])"]
    after += [rf"(?<=\b{word}\.)" for word in spoken.abbreviations.binding]
    # "3 karty", "22 listopada": a number and the word it counts.
    after.append(r"(?<=\d)")
    number = r"(?=[^\W\d_])"
    return re.compile(rf"(?:{'|'.join(after[:-1])})[ \n](?=\S)|{after[-1]}[ ]{number}|[ ](?=[–—][ ])")
