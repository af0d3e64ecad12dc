"""Sentences: where a passage's sentences begin and end, and what they say but for their form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..base.guessing import words
from ..base.kept import kept
from ..languages import language as spoken
from ..languages.sorting import fold
from .passage import OPAQUE, Passage

# A full stop, marks that close around it, white space: the end, if a capital or a digit follows.
_END = re.compile(r"[.!?…]+[\"”“’»)\]]*[\s\u2028]+(?=[\"„“‘«(\[–]*(?P<next>\w|\ufffc))")
# A sentence of fewer words is a greeting, or could not be said otherwise.
ENOUGH = 5
_LAST_WORD = re.compile(r"[\w.]*\Z")


@kept
def sentences(passage: Passage) -> tuple[tuple[int, int], ...]:
    """Where the sentences of a passage begin and end."""
    if _END.search(passage.text) is not None:
        return tuple(_sentences(passage))
    end = len(passage.text.rstrip())
    return ((0, end),) if end else ()


def _sentences(passage: Passage) -> Iterator[tuple[int, int]]:
    text, start = passage.text, 0
    for match in _END.finditer(text):
        if _is_end(text, match, passage.language):
            yield start, match.start() + len(match[0].rstrip())
            start = match.end()
    end = len(text.rstrip())
    if start < end:
        yield start, end


@kept
def comparable(passage: Passage) -> tuple[tuple[int, int, str], ...]:
    """The sentences of a passage that may be compared: where each begins and ends, and its words alone.

    What a slot holds is none of its words.
    """
    found = []
    for start, end in sentences(passage):
        own = bare(passage.text[start:end].replace(OPAQUE, " "))
        if own.count(" ") + 1 >= ENOUGH:
            found.append((start, end, own))
    return tuple(found)


def bare(text: str) -> str:
    """A sentence for comparison: its words alone, without capitals and diacritics."""
    return " ".join(words(fold(text)))


def _is_end(text: str, match: re.Match[str], language: str) -> bool:
    following = match["next"]
    if not (following.isupper() or following.isdigit() or following == OPAQUE):
        return False
    if text[match.start()] != ".":
        return True
    found = _LAST_WORD.search(text, max(0, match.start() - 12), match.start())
    word = found[0] if found else ""
    known = spoken(language).abbreviations
    if following.isdigit():
        return not word.isdigit() and word.lower() not in known.before_numbers
    initial = len(word) == 1 and word.isupper() and word != "I"
    return not initial and word.lower() not in known.before_names
