"""No-break spaces in a page's HTML, so that no line ends in a word that belongs to the next one.

In Polish and Croatian a word of one letter never ends a line; a number stays with what it counts,
and "np." or "str." with what follows. Only text is changed: no tag, no code, no script.
"""

from __future__ import annotations

import re
from functools import cache

from ..languages import LANGUAGES

NO_BREAK = "\u00a0"

# What stays as it is between texts: tags, comments and whole elements whose text is not for readers. First
# the tags that begin with a letter none of these elements begins with, as most do.
_TO_END = r"""[^'">]*+(?:(?:"[^"]*+"|'[^']*+')[^'">]*+)*+>"""
_KEPT = re.compile(
    rf"""
    (<(?:
        [/abd-jl-oqru-zABD-JL-OQRU-Z]{_TO_END}
      | !--.*?-->
      | (?i:(script|style|code|pre|kbd|samp|textarea|title|template)\b.*?</\2\s*>)
      | [ckpstCKPST!]{_TO_END}
    ))
    """,
    re.DOTALL | re.VERBOSE,
)
# Stands between two texts while all of them are gone over at once; it is white space, which binds nothing.
_SEAM = "\x1f"


def bind(html: str, language: str) -> str:
    """A page's HTML with no-break spaces where its language wants them.

    Args:
        html: a whole page or a part of one.
        language: the language of the page; one that is not known changes nothing.
    """
    pattern = _pattern(language)
    if pattern is None:
        return html
    # A text, what is kept after it, the name of its element, and so on.
    parts = _KEPT.split(html)
    if _SEAM in html:
        parts[::3] = [pattern.sub(NO_BREAK, text) for text in parts[::3]]
    else:
        parts[::3] = pattern.sub(NO_BREAK, _SEAM.join(parts[::3])).split(_SEAM)
    parts[2::3] = [""] * (len(parts) // 3)
    return "".join(parts)


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    spoken = LANGUAGES.get(language)
    if spoken is None:
        return None
    # One letter: "z klientem", "a i tak".
    letters = spoken.short_words
    one = rf"(?<=[{letters}{letters.upper()}].)(?<=\b..)(?<![-’'][{letters}].)"
    # A space after one of these; look-behinds need a fixed width, hence one for each length. They look back
    # over the space, which comes first, as so the search goes from space to space.
    words = "|".join(rf"(?<=\b{word}\..)" for word in spoken.abbreviations.binding) or "(?!)"
    # "3 karty", "22 listopada": a number and the word it counts.
    number = r"(?<=\d[ ])(?=[^\W\d_])"
    # What follows comes first, as most spaces stand between tags, then the sign before it.
    return re.compile(
        rf"[ \n](?=[^\s<])(?:{one}|(?<=\..)(?:{words})|{number}|(?<=[ ])(?=[–—][ ]))", re.DOTALL
    )
