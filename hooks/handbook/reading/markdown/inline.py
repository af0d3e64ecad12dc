"""Links, images and references in masked Markdown, and slips of the pen around them.

What stands here follows Python-Markdown: a link's text may hold brackets, its target may hold
spaces and balanced round brackets, a reference may be full, collapsed or short.
"""

from __future__ import annotations

import re

from ...base.edits import Edit
from ...base.guessing import Guesses
from ...base.positions import Places
from ...model.document import Link, Problem, Syntax
from ...model.rules.links import LinkGap, LinkReversed, LinkTextEmpty
from ...model.rules.references import FootnoteUndefined, ReferenceUndefined
from .code_spans import Blocks
from .definitions import address, define, normal, report_unused
from .plain_text import plain
from .raw_html import scan_bare, scan_html, without_slips_in_code
from .scan import Found, Id

_TEXT = r"(?:[^\[\]\n]|\n(?![ \t]*\n)|\[(?:[^\[\]\n]|\n(?![ \t]*\n)|\[[^\[\]\n]*\])*+\])*+"
# [text] with nested brackets; what follows decides what it is. Tried at each bracket rather than
# searched for, as a pattern that may begin with an exclamation mark is slow to search for.
_BRACKETED = re.compile(rf"(?P<image>!?)\[(?P<text>{_TEXT})\]")
_REFERENCE = re.compile(r"[ \n]?\[(?P<name>[^\[\]]*)\]")
_TITLE = re.compile(r"(?:\A|\s+)(?:\"[^\"]*\"|'[^']*'|\"[^\"]*\"(?:[^\"]*\")+|'[^']*'(?:[^']*')+)\s*\Z")
# How a text begins that may have nothing to be seen or heard: a picture without words, a tag, a space.
_MAYBE_NOTHING = ("", "!", "<", "&", " ", "\n", "\u00a0")
# What may part a link's text from its target by a slip.
_GAP = re.compile(r"(?:[ \t]+|[ \t]*\n[ \t]*)\(")
# What a target may end at: brackets, and the end of its paragraph.
_STOP = re.compile(r"[()]|\n(?=\n|\Z)")
# What stands in brackets is a path, an address or an anchor, and no remark.
_LIKE_TARGET = re.compile(
    r"(?:https?://|mailto:|\.{0,2}/|#)\S*|[^\s()]+\.(?:md|html?|png|jpe?g|svg|pdf)(?:[#?]\S*)?"
)
_REVERSED = re.compile(r"\((?P<text>[^()\n]+)\)[ ]?\[(?P<target>[^\[\]\n]+)\](?![\[(:])")


def scan(text: str, masked: str, places: Places, syntax: Syntax) -> Found:
    """Find everything that links or can be linked to.

    Args:
        text: the text as it stands in the file.
        masked: the same with code and the like blanked; same length.
        places: offsets to lines and columns.
        syntax: which of Markdown's extensions are on.
    """
    found = Found()
    define(text, masked, places, syntax, found)
    scanner = _Scanner(text, masked, places, syntax, found)
    if "[" in masked:
        scanner.run(0, len(masked))
    if "<" in masked:
        scan_html(text, masked, places, found)
    if not syntax.magiclink:
        scan_bare(masked, places, found)
    if found.problems and "</" in masked:
        found.problems = without_slips_in_code(masked, places, found.problems)
    report_unused(found, scanner.names, scanner.notes)
    found.links.sort(key=lambda link: link.position)
    return found


class _Scanner:
    """Goes over everything in square brackets once."""

    def __init__(self, text: str, masked: str, places: Places, syntax: Syntax, found: Found) -> None:
        self.text, self.masked, self.places, self.syntax, self.found = text, masked, places, syntax, found
        self.names: set[str] = set()
        self.notes: set[str] = set()
        self._defined = {d.name for d in found.definitions if not d.footnote}
        self._footnotes = {d.name for d in found.definitions if d.footnote}
        self._labels = list(found.used)
        self._guesses = Guesses()
        self._blocks = Blocks(masked)
        self._definition_starts = {start for start, _ in self._labels}

    def run(self, start: int, end: int, images: bool = False) -> None:
        """Go over a part of the text; within a link's text only images count."""
        at = self.masked.find("[", start, end)
        while at >= 0:
            begin = at - 1 if at > start and self.masked[at - 1] == "!" else at
            match = _BRACKETED.match(self.masked, begin, end)
            start = at + 1
            if match is not None and not self._blocks.is_parted(match.start(), match.end()):
                start = match.end()
                is_label = match.start() in self._definition_starts or self._is_definition(match)
                if not is_label and (match["image"] or not images):
                    start = self._bracketed(match, images) or start
            at = self.masked.find("[", start, end)

    def _bracketed(self, match: re.Match[str], images: bool) -> int | None:
        """Take one pair of brackets; returns where what belongs to it ends, if that is known."""
        after = self.masked[match.end() : match.end() + 2]
        end: int | None = None
        if after[:1] == "(":
            end = self._inline(match)
        elif self.syntax.footnotes and match["text"].startswith("^"):
            self._footnote(match)
        elif after[:1] == "[" or (after[1:] == "[" and after[0] in " \n" and self._defined):
            end = self._reference(match)
        elif not (gap := _GAP.match(self.masked, match.end())) or not self._gap(match, gap.end() - 1):
            self._shortcut(match)
        if "[" in match["text"] and not match["image"]:
            self.run(match.start("text"), match.end("text"), images or after[:1] == "(")
        return end

    def _is_definition(self, match: re.Match[str]) -> bool:
        return self.masked[match.end() : match.end() + 1] == ":" and any(
            begin <= match.start() < stop for begin, stop in self._labels
        )

    def _inline(self, match: re.Match[str]) -> int | None:
        goal = _goal(self.masked, match.end())
        if goal is None:
            return None
        begin, stop, end = goal
        if self._blocks.is_parted(match.start(), end):
            return None
        target, written = address(self.text[begin:stop])
        words = self.text[match.start("text") : match.end("text")]
        kind = "image" if match["image"] else "link"
        position = self.places.at(match.start())
        self.found.used.append((match.start(), end))
        self.found.links.append(Link(target, words, kind, position, self.places.at(begin), written))
        if kind == "link" and words[:1] in _MAYBE_NOTHING and not plain(words):
            self.found.problems.append(Problem(LinkTextEmpty(target=target), position))
        return end

    def _reference(self, match: re.Match[str]) -> int | None:
        reference = _REFERENCE.match(self.masked, match.end())
        if reference is None:
            return None
        raw = reference["name"] or match["text"]
        name = normal(raw)
        if name in self._defined:
            self.names.add(name)
            # What is code is blank in `masked`, and yet a text that can be seen.
            words = self.text[match.start("text") : match.end("text")]
            if reference["name"] and not words.strip() and not match["image"]:
                position = self.places.at(match.start())
                self.found.problems.append(Problem(LinkTextEmpty(target=raw), position))
            return reference.end()
        if normal(match["text"]) in self._defined and reference[0][0] != "[":
            self.names.add(normal(match["text"]))  # [short] [something else]
            return None
        if name and not reference["name"].startswith("^") and not self._is_subscript(match, reference):
            self.found.used.append((match.start(), reference.end()))
            broken = ReferenceUndefined(name=raw, guess=self._guesses.guess(raw, self._defined))
            self.found.problems.append(Problem(broken, self.places.at(match.start())))
            return reference.end()
        return None

    def _is_subscript(self, match: re.Match[str], reference: re.Match[str]) -> bool:
        """Whether brackets follow a word as they do in code: table[0][1]."""
        before = self.masked[match.start() - 1 : match.start()]
        inside = match["text"] + reference["name"]
        return before.isascii() and (before.isalnum() or before in ("_", "]", ")")) and " " not in inside

    def _shortcut(self, match: re.Match[str]) -> None:
        name = normal(match["text"])
        if name in self._defined:
            self.names.add(name)
            return
        before = self.masked.rfind("\n", 0, match.start()) + 1
        reversed_link = _REVERSED.search(self.masked, before, match.end())
        if reversed_link and reversed_link.end() == match.end():
            target = reversed_link["target"]
            if _LIKE_TARGET.fullmatch(target):
                text = reversed_link["text"]
                place = self.places.at(reversed_link.start())
                self.found.used.append(reversed_link.span())
                fix = Edit(place, reversed_link[0], f"[{text}]({target})")
                self.found.problems.append(Problem(LinkReversed(text=text, target=target), place, fix=fix))

    def _footnote(self, match: re.Match[str]) -> None:
        name = match["text"][1:]
        if name in self._footnotes:
            place = self.places.at(match.start())
            if name not in self.notes:
                self.found.notes += [
                    Id(f"fn:{match['text'][1:]}", place),
                    Id(f"fnref:{match['text'][1:]}", place),
                ]
            self.notes.add(name)
        else:
            raw = match["text"][1:]
            broken = FootnoteUndefined(name=raw, guess=self._guesses.guess(raw, self._footnotes))
            self.found.problems.append(Problem(broken, self.places.at(match.start())))

    def _gap(self, match: re.Match[str], opening: int) -> bool:
        """Whether what stands in round brackets a little further on was meant to be the target."""
        goal = _goal(self.masked, opening)
        if goal is None or normal(match["text"]) in self._defined:
            return False
        target = self.masked[goal[0] : goal[1]]
        if not _LIKE_TARGET.fullmatch(target):
            return False
        self.found.used.append((match.start(), goal[2]))
        broken = LinkGap(text=match["text"], target=target)
        gap = self.text[match.end() : opening + 1]
        fix = Edit(self.places.at(match.end()), gap, "(")
        self.found.problems.append(Problem(broken, self.places.at(match.start()), fix=fix))
        return True


def _goal(masked: str, opening: int) -> tuple[int, int, int] | None:
    """Where a link's target begins and ends, and where the link ends; None where it is not closed."""
    depth = 0
    for match in _STOP.finditer(masked, opening):
        sign, index = match[0], match.start()
        if sign == "(":
            depth += 1
        elif sign == ")":
            depth -= 1
            if depth == 0:
                inner = masked[opening + 1 : index]
                title = _TITLE.search(inner) if inner[-1:] in "\"' " else None
                goal = inner[: title.start()] if title else inner
                begin = opening + 1 + len(goal) - len(goal.lstrip())
                return begin, begin + len(goal.strip()), index + 1
        else:
            break
    return None
    return None
