"""Quotation marks, dashes, dots and spaces as the language of the page sets them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from ..base.edits import Edit
from ..languages import language
from ..model.project import Fault, Project
from ..model.rules.prose import DashWrong, EllipsisWrong, QuoteUnpaired, QuoteWrong, SpaceWrong
from ..prose.file_texts import FileTexts
from ..prose.passage import Passage, shorten
from ..prose.project_texts import Texts
from ..prose.quotes import Pair, apostrophes, are_all_plain, are_plain, pairs

# A dash that is a hyphen, two of them, an em dash or a minus; an en dash that lacks a space.
_DASH = re.compile(
    r"""
    (?<=\S)[ ](?:-{1,3}|[—―−])[ ](?=\S)
  | (?<=[^\W_])(?:---?|—|―)(?=[^\W_])
  | (?<=\S)[ ]?[—―][ ]?(?=\S)
  | (?<=[^\W\d_])–(?=[^\W\d_])
  | (?<=[^\W_])–[ ](?=\S)
  | (?<=\S)[ ]–(?=[^\W\d_])
    """,
    re.VERBOSE,
)
_DOTS = re.compile(r"(?<!\.)\.{3,}")
_SPACES = re.compile(
    r"""
    (?P<double>(?<=\S)[ ]{2,}(?=\S))
  | (?P<before>(?<=\w)[ ]+(?=[,;:?!)](?:[\s”"»)]|\Z)|\.(?:\s|\Z)))
  | (?P<after>(?<=[(„])[ ]+(?=\S))
  | (?P<missing>(?<=[^\W\d_])[,;?!.](?=[^\W\d_]))
    """,
    re.VERBOSE,
)
# One after the other they are found in half the time.
_MAYBE_SPACES = (re.compile(r" [ ,;:?!).]"), re.compile(r"[,;?!.](?=[^\W\d_])"))
_NO_BREAK = re.compile("[\u00a0\u202f\u2007]")
_RARE = re.compile(f"[—―−]|{_NO_BREAK.pattern}")
_ELLIPSIS, _EN_DASH = "…", " – "
# So much of a quotation or a word is shown.
_SHOWN = 40


_Sign = EllipsisWrong | QuoteWrong | DashWrong | SpaceWrong


def check(project: Project, texts: Texts) -> Iterator[Fault]:
    if project.settings.cards is None:
        return
    for passage in chain.from_iterable(file.passages for file in texts.files if _may_be_wrong(file)):
        text = passage.text
        # Nearly every passage has none of these.
        if not are_plain(text, passage.language):
            yield from _quotes(passage)
        is_rare = not text.isascii() and _RARE.search(text) is not None
        if is_rare or " -" in text or "–" in text or "--" in text:
            yield from _dashes(passage)
        if "..." in text:
            for match in _DOTS.finditer(text):
                yield _fault(passage, EllipsisWrong, match.start(), match[0], _ELLIPSIS)
        if _may_have_spaces(text):
            yield from _spaces(passage)
        if is_rare:
            yield from _no_breaks(passage)


def _may_be_wrong(file: FileTexts) -> bool:
    """Whether a file has any of these: a look at all of its text takes as long as one at a few passages."""
    return any(
        not are_all_plain(text, code)
        or _RARE.search(text)
        or any(sign in text for sign in (" -", "–", "--", "..."))
        or _may_have_spaces(text)
        for code, text in file.joined.items()
    )


def _may_have_spaces(text: str) -> bool:
    return "( " in text or "„ " in text or any(pattern.search(text) for pattern in _MAYBE_SPACES)


def _quotes(passage: Passage) -> Iterator[Fault]:
    opening, closing = language(passage.language).quotes
    found, lonely = pairs(passage.text, passage.language)
    for pair in found:
        if (pair.opening, pair.closing) != (opening, closing):
            yield _pair(passage, pair, opening, closing)
    for at in lonely:
        yield passage.fault(QuoteUnpaired(found=shorten(passage.text[at : at + 20 * _SHOWN], _SHOWN)), at)
    for at in apostrophes(passage.text, found):
        yield _fault(passage, QuoteWrong, at, passage.text[at], "’")


def _pair(passage: Passage, pair: Pair, opening: str, closing: str) -> Fault:
    old = passage.text[pair.start : pair.end + 1]
    new = f"{opening}{old[1:-1]}{closing}"
    shown = shorten(old[1:-1], _SHOWN)
    return passage.fault(
        QuoteWrong(found=f"{old[0]}{shown}{old[-1]}", better=f"{opening}{shown}{closing}"),
        pair.start,
        _fix(passage, pair.start, old, new),
    )


def _dashes(passage: Passage) -> Iterator[Fault]:
    for match in _DASH.finditer(passage.text):
        following = passage.text[match.end()]
        # Zagreb–Split is one line between two places.
        if match[0] == "–" and following.isupper():
            continue
        yield _fault(passage, DashWrong, match.start(), match[0], _EN_DASH)


def _no_breaks(passage: Passage) -> Iterator[Fault]:
    for match in _NO_BREAK.finditer(passage.text):
        found, plain = _around(passage.text, match.start(), match[0], " ")
        shown = found.replace(match[0], f"[U+{ord(match[0]):04X}]")
        fix = _fix(passage, match.start(), match[0], " ")
        yield passage.fault(SpaceWrong(found=shown, better=plain, plain=plain), match.start(), fix)


def _spaces(passage: Passage) -> Iterator[Fault]:
    text = passage.text
    for match in _SPACES.finditer(text):
        start, end = match.span()
        if not passage.is_verbatim(start - 1, end + 1):
            continue  # Something without text stands in between.
        if match[0] == "." and not (text[start - 1].islower() and text[end].isupper()):
            continue  # example.org, m.in.
        better = {"double": " ", "missing": f"{match[0]} "}.get(str(match.lastgroup), "")
        yield _fault(passage, SpaceWrong, start, match[0], better)


def _fault(passage: Passage, rule: type[_Sign], start: int, old: str, new: str) -> Fault:
    found, better = _around(passage.text, start, old, new)
    return passage.fault(rule(found=found, better=better), start, _fix(passage, start, old, new))


def _around(text: str, start: int, old: str, new: str) -> tuple[str, str]:
    """What is to be replaced, and what by, each with the words beside it."""
    # No more is looked at than is shown: a text may have very many signs.
    end = start + len(old)
    before = text[max(start - _SHOWN, 0) : start].rpartition(" ")[2]
    after = text[end : end + _SHOWN].partition(" ")[0]
    return f"{before}{old}{after}", f"{before}{new}{after}"


def _fix(passage: Passage, start: int, old: str, new: str) -> Edit | None:
    if not passage.is_verbatim(start, start + len(old)):
        return None
    # In YAML a value that is not written as it is read may need its signs.
    return (
        Edit(passage.position(start), old, new) if passage.is_markdown or len(passage.places) == 1 else None
    )
