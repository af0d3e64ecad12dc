"""Whether the meaning of a page's sections has moved, or only its letters, its markup or its addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import groupby

from ..languages.sorting import fold
from .markdown.fences import without_fences
from .markdown.plain_text import plain
from .yaml.front_matter import split

_TITLE = re.compile(r"^title:[ ]*(.*)$", re.MULTILINE)
_HEADING = re.compile(
    r"^#{2,6}[ ]+(?P<text>.*?)(?:[ ]*\{[^}\n]*?#(?P<id>[\w-]+)[^}\n]*\})?[ ]*$", re.MULTILINE
)
# What only writers see.
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# Shorter words differ in meaning by any letter: now and not, to and do.
_SHORTEST = 4
# So many lines are remembered: what a line was after one day it is before the next.
_KNOWN = 1 << 13


def moved_sections(old: str, new: str) -> Iterator[tuple[str, str]]:
    """The sections of a page whose meaning is another than before, in its order, each with its heading.

    Those that are gone come last. Front matter counts for its title alone.
    """
    earlier, later = _texts(old), _texts(new)
    for id, (heading, text) in later.items():
        if meaning_moved(earlier.get(id, ("", ""))[1], text):
            yield id, heading
    for id, (heading, text) in earlier.items():
        if id not in later and text:
            yield id, heading


def title_of(text: str) -> str:
    """The title of a page's text; "" where it has none."""
    return _texts(text)["title"][1].strip("\"' ")


def meaning_moved(old: str, new: str) -> bool:
    """Whether two texts differ by more than typing errors, punctuation, markup and addresses."""
    if old == new:
        return False
    lines_before, lines_after = _other_lines(old, new)
    after = [word for line in lines_after for word in _words(line)]
    if _has_another((word for line in lines_before for word in _words(line)), after):
        return True
    before = [word for line in lines_before for word in _words(line)]
    return _has_another(after, before) or _differ(before, after)


def _differ(before: Iterable[str], after: Iterable[str]) -> bool:
    """The same of their words, one after another."""
    # A word that stands there twice in a row is a slip.
    old, new = ([word for word, _ in groupby(words)] for words in (before, after))
    return any(
        not _only_mistyped(old[a:b], new[c:d])
        for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if kind != "equal"
    )


@lru_cache(2)  # What a page was after one day it is before the next.
def _texts(text: str) -> Mapping[str, tuple[str, str]]:
    """The title and each section by its id, as digests have them: its heading, and both as one text.

    Pages of many days are read, so they are taken apart by their headings alone.
    """
    front, _, body = split(text)
    title = _TITLE.search(front)
    found = {"title": ("", title[1] if title else "")}
    begun = list(_HEADING.finditer(without_fences(body)))
    ends = [*(heading.start() for heading in begun), len(body)]
    found["lead"] = ("", body[: ends[0]])
    for heading, end in zip(begun, ends[1:], strict=True):
        name = plain(heading["text"])
        found[heading["id"] or name] = (name, f"{name}\n{body[heading.end() : end]}")
    return found


def _other_lines(old: str, new: str) -> tuple[list[str], list[str]]:
    """The lines of two texts without those that both begin and end with."""
    before, after = (_COMMENT.sub("", text).split("\n") for text in (old, new))
    shorter = min(len(before), len(after))
    begin = next((n for n in range(shorter) if before[n] != after[n]), shorter)
    shorter -= begin
    end = next((n for n in range(shorter) if before[-1 - n] != after[-1 - n]), shorter)
    return before[begin : len(before) - end], after[begin : len(after) - end]


@lru_cache(_KNOWN)
def _words(line: str) -> list[str]:
    found = _WORD.findall(plain(line))
    return "\n".join(found).casefold().replace("’", "'").split("\n") if found else []


def _has_another(words: Iterable[str], others: Sequence[str]) -> bool:
    """Whether one of some words is beyond doubt none of the others, however these are lined up.

    It would have to be one of them or be written together with some, or begin or end as one of them: a slip
    leaves nearly half of the letters before it or after it as they are.
    """
    together, folded = "".join(others), f" {fold(' '.join(others))} "
    for word in words:
        if word not in together:
            letters = fold(word)
            kept = (len(letters) - 2) // 2
            is_another = f" {letters[:kept]}" not in folded and f"{letters[-kept:]} " not in folded
            if len(word) < _SHORTEST or (kept > 0 and is_another):
                return True
    return False


def _only_mistyped(old: list[str], new: list[str]) -> bool:
    if "".join(old) == "".join(new):
        return True  # Written together or apart.
    return len(old) == len(new) and all(map(_is_mistyped, old, new))


def _is_mistyped(old: str, new: str) -> bool:
    """Whether one letter was wrong, missing, too many, or changed places with its neighbour.

    Diacritics that were left out count as nothing: a whole word is often written without them.
    """
    if old == new:
        return True
    both = old + new
    if min(len(old), len(new)) < _SHORTEST or any(map(str.isdigit, both)) or "'" in both:
        return False
    old, new = fold(old), fold(new)
    shorter = min(len(old), len(new))
    begin = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    one, other = old[begin:], new[begin:]
    swapped = one[:2] == other[1::-1] and one[2:] == other[2:]
    return swapped or one[1:] == other[1:] or one[1:] == other or one == other[1:]
