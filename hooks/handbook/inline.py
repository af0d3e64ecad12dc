"""Links, images, references and footnotes in masked Markdown, and slips of the pen around them.

What stands here follows Python-Markdown: a link's text may hold brackets, its target may hold
spaces and balanced round brackets, a reference may be full, collapsed or short.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape

from .model import Definition, Edit, Link, Position, Problem, Syntax
from .places import Places

_TEXT = r"(?:[^\[\]\n]|\n(?![ \t]*\n)|\[(?:[^\[\]\n]|\n(?![ \t]*\n)|\[[^\[\]\n]*\])*+\])*+"
# [text] with nested brackets; what follows decides what it is. Tried at each bracket rather than
# searched for, as a pattern that may begin with an exclamation mark is slow to search for.
_BRACKETED = re.compile(rf"(?P<image>!?)\[(?P<text>{_TEXT})\]")
# [name]: target "title"      [^name]: text
_DEFINITION = re.compile(
    r"^[ ]{0,3}\[(?P<name>[^\[\]\n]*)\]:[ \t]*(?:\n[ \t]*)?(?P<target><[^>\n]*>|\S+)?(?P<rest>[^\n]*)$",
    re.MULTILINE,
)
_REFERENCE = re.compile(r"[ \n]?\[(?P<name>[^\[\]]*)\]")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!])")
_TITLE = re.compile(r"\s+(?:\"[^\"]*\"|'[^']*')\s*\Z")
_TAG = re.compile(r"<(?P<name>[a-zA-Z][\w-]*)(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+)>")
_ATTRIBUTE = re.compile(
    r"(?<![\w-])(?P<name>href|src|id|name|poster|data)\s*=\s*(?P<value>\"[^\"]*\"|'[^']*'|[^\s>]+)",
    re.IGNORECASE,
)
_EMPTY_ANCHOR = re.compile(r"<a\s[^>]*href[^>]*>\s*</a>", re.IGNORECASE)
# <https://example.org>  <someone@example.org>
_AUTOLINK = re.compile(r"<(?P<target>(?:https?|ftp|mailto):[^<>\s]+|[^<>\s@/]+@[^<>\s@]+)>")
_BARE = re.compile(r"(?<![\w\"'=/(\[<.])(?P<url>https?://[^\s<>\"'\])]*[^\s<>\"'\]).,;:!?…”’])")
# What stands in brackets is a path, an address or an anchor, and no remark.
_LIKE_TARGET = re.compile(
    r"(?:https?://|mailto:|\.{0,2}/|#)\S*|[^\s()]+\.(?:md|html?|png|jpe?g|svg|pdf)(?:[#?]\S*)?"
)
_REVERSED = re.compile(r"\((?P<text>[^()\n]+)\)\[(?P<target>[^\[\]\n]+)\](?![\[(:])")


@dataclass
class Inline:
    """What was found, in the order of the file."""

    links: list[Link] = field(default_factory=list)
    definitions: list[Definition] = field(default_factory=list)
    ids: list[tuple[str, Position, bool]] = field(default_factory=list)  # id, place, in raw HTML
    problems: list[Problem] = field(default_factory=list)


def scan(text: str, masked: str, places: Places, syntax: Syntax) -> Inline:
    """Find everything that links or can be linked to.

    Args:
        text: the text as it stands in the file.
        masked: the same with code and the like blanked; same length.
        places: offsets to lines and columns.
        syntax: which of Markdown's extensions are on.
    """
    found = Inline()
    used: list[tuple[int, int]] = []
    footnotes_used: set[str] = set()
    names_used: set[str] = set()
    _definitions(text, masked, places, syntax, found, used)
    defined = {d.name for d in found.definitions if not d.footnote}
    footnotes = {d.name for d in found.definitions if d.footnote}
    if "[" in masked:
        scanner = _Scanner(text, masked, places, syntax, found, used, defined, footnotes)
        scanner.run(0, len(masked), bool(defined))
        names_used, footnotes_used = scanner.names, scanner.notes
    if "<" in masked:
        _html(text, masked, places, found, used)
    if "://" in masked and not syntax.magiclink:
        _bare(masked, places, found, used)
    _unused(found, names_used, footnotes_used)
    found.links.sort(key=lambda link: link.position)
    return found


def normal(name: str) -> str:
    """A reference's name as Markdown compares it."""
    return " ".join(name.lower().split())


def _definitions(
    text: str, masked: str, places: Places, syntax: Syntax, found: Inline, used: list[tuple[int, int]]
) -> None:
    if "]:" not in masked:
        return
    seen: dict[tuple[str, bool], int] = {}
    for match in _DEFINITION.finditer(masked):
        raw = match["name"]
        footnote = syntax.footnotes and raw.startswith("^")
        if not footnote and not match["target"]:
            continue
        name = normal(raw[1:] if footnote else raw)
        position = places.at(match.start())
        if (name, footnote) in seen:
            rule = "footnote-twice" if footnote else "reference-twice"
            line = seen[name, footnote]
            found.problems.append(Problem(rule, position, {"name": raw.lstrip("^"), "line": line}))
            continue
        seen[name, footnote] = position.line
        target = "" if footnote else _address(text[match.start("target") : match.end("target")])
        found.definitions.append(Definition(name, footnote, position))
        if footnote:
            # Its text is Markdown of its own; only the label is done with.
            used.append((match.start(), masked.index("]:", match.start()) + 2))
        else:
            used.append(match.span())
            place = places.at(match.start("target"))
            found.links.append(Link(target, raw, "reference", place))


class _Scanner:
    """Goes over everything in square brackets once."""

    def __init__(
        self,
        text: str,
        masked: str,
        places: Places,
        syntax: Syntax,
        found: Inline,
        used: list[tuple[int, int]],
        defined: set[str],
        footnotes: set[str],
    ) -> None:
        self.text, self.masked, self.places, self.syntax = text, masked, places, syntax
        self.found, self.used, self.defined, self.footnotes = found, used, defined, footnotes
        self.names: set[str] = set()
        self.notes: set[str] = set()
        self._definition_starts = {start for start, _ in used}

    def run(self, start: int, end: int, references: bool, images: bool = False) -> None:
        """Go over a part of the text; within a link's text only images count."""
        for match in self._brackets(start, end):
            if images and not match["image"]:
                continue
            if match.start() in self._definition_starts or self._is_definition(match):
                continue
            after = self.masked[match.end() : match.end() + 2]
            if after[:1] == "(":
                self._inline(match)
            elif self.syntax.footnotes and match["text"].startswith("^"):
                self._footnote(match)
            elif after[:1] == "[" or (after[1:] == "[" and after[0] in " \n" and references):
                self._reference(match)
            elif after == " (":
                self._gap(match)
            else:
                self._shortcut(match)
            if "[" in match["text"] and not match["image"]:
                self.run(match.start("text"), match.end("text"), references, images or after[:1] == "(")

    def _brackets(self, start: int, end: int) -> Iterator[re.Match[str]]:
        at = self.masked.find("[", start, end)
        while at >= 0:
            begin = at - 1 if at > start and self.masked[at - 1] == "!" else at
            match = _BRACKETED.match(self.masked, begin, end)
            if match:
                yield match
            start = match.end() if match else at + 1
            at = self.masked.find("[", start, end)

    def _is_definition(self, match: re.Match[str]) -> bool:
        return self.masked[match.end() : match.end() + 1] == ":" and any(
            begin <= match.start() < stop for begin, stop in self.used
        )

    def _inline(self, match: re.Match[str]) -> None:
        goal = _goal(self.masked, match.end())
        if goal is None:
            return
        begin, stop, end = goal
        target = _address(self.text[begin:stop])
        words = self.text[match.start("text") : match.end("text")]
        kind = "image" if match["image"] else "link"
        position = self.places.at(match.start())
        self.used.append((match.start(), end))
        self.found.links.append(Link(target, words, kind, position, self.places.at(begin)))
        if kind == "link" and not words.strip():
            self.found.problems.append(Problem("link-text-empty", position, {"target": target}))

    def _reference(self, match: re.Match[str]) -> None:
        reference = _REFERENCE.match(self.masked, match.end())
        if reference is None:
            return
        raw = reference["name"] or match["text"]
        name = normal(raw)
        if name in self.defined:
            self.names.add(name)
            if reference["name"] and not match["text"].strip() and not match["image"]:
                position = self.places.at(match.start())
                self.found.problems.append(Problem("link-text-empty", position, {"target": raw}))
        elif name and not reference["name"].startswith("^"):
            self.used.append((match.start(), reference.end()))
            values = {"name": raw, "known": tuple(self.defined)}
            place = self.places.at(match.start())
            self.found.problems.append(Problem("reference-undefined", place, values))

    def _shortcut(self, match: re.Match[str]) -> None:
        name = normal(match["text"])
        if name in self.defined:
            self.names.add(name)
            return
        before = self.masked.rfind("\n", 0, match.start()) + 1
        reversed_link = _REVERSED.search(self.masked, before, match.end())
        if reversed_link and reversed_link.end() == match.end():
            target = reversed_link["target"]
            if _LIKE_TARGET.fullmatch(target):
                values = {"text": reversed_link["text"], "target": target}
                place = self.places.at(reversed_link.start())
                self.used.append(reversed_link.span())
                fix = Edit(place, reversed_link[0], f"[{values['text']}]({target})")
                self.found.problems.append(Problem("link-reversed", place, values, fix))

    def _footnote(self, match: re.Match[str]) -> None:
        name = normal(match["text"][1:])
        if name in self.footnotes:
            self.notes.add(name)
        else:
            values = {"name": match["text"][1:], "known": tuple(self.footnotes)}
            place = self.places.at(match.start())
            self.found.problems.append(Problem("footnote-undefined", place, values))

    def _gap(self, match: re.Match[str]) -> None:
        goal = _goal(self.masked, match.end() + 1)
        if goal is None:
            return
        target = self.masked[goal[0] : goal[1]]
        if _LIKE_TARGET.fullmatch(target):
            values = {"text": match["text"], "target": target}
            self.used.append((match.start(), goal[2]))
            fix = Edit(self.places.at(match.end()), " (", "(")
            self.found.problems.append(Problem("link-gap", self.places.at(match.start()), values, fix))


def _goal(masked: str, opening: int) -> tuple[int, int, int] | None:
    """Where a link's target begins and ends, and where the link ends; None where it is not closed."""
    depth = 0
    for index in range(opening, len(masked)):
        sign = masked[index]
        if sign == "(":
            depth += 1
        elif sign == ")":
            depth -= 1
            if depth == 0:
                inner = masked[opening + 1 : index]
                title = _TITLE.search(inner)
                goal = inner[: title.start()] if title else inner
                begin = opening + 1 + len(goal) - len(goal.lstrip())
                return begin, begin + len(goal.strip()), index + 1
        elif sign == "\n" and masked[index + 1 : index + 2] in ("\n", ""):
            return None
    return None


def _address(target: str) -> str:
    target = target.strip()
    if target.startswith("<") and target.endswith(">"):
        target = target[1:-1]
    return unescape(_ESCAPED.sub(r"\1", target))


def _html(text: str, masked: str, places: Places, found: Inline, used: list[tuple[int, int]]) -> None:
    for match in _AUTOLINK.finditer(masked):
        target = match["target"]
        if "://" not in target and not target.startswith("mailto:"):
            target = f"mailto:{target}"
        used.append(match.span())
        found.links.append(Link(target, match["target"], "auto", places.at(match.start())))
    for tag in _TAG.finditer(masked):
        used.append(tag.span())
        for attribute in _ATTRIBUTE.finditer(tag["attributes"]):
            name = attribute["name"].lower()
            begin = tag.start("attributes") + attribute.start("value")
            value = unescape(text[begin : begin + len(attribute["value"])].strip("\"'"))
            place = places.at(tag.start())
            if name == "id" or (name == "name" and tag["name"].lower() == "a"):
                found.ids.append((value, place, True))
            elif name != "name" and (name != "data" or tag["name"].lower() == "object"):
                quoted = attribute["value"][:1] in "\"'"
                kind = "html" if name == "href" else "html-image"
                found.links.append(Link(value, "", kind, place, places.at(begin + quoted)))
    for match in _EMPTY_ANCHOR.finditer(masked):
        found.problems.append(Problem("link-text-empty", places.at(match.start()), {"target": match[0]}))


def _bare(masked: str, places: Places, found: Inline, used: list[tuple[int, int]]) -> None:
    for match in _BARE.finditer(masked):
        if not any(begin <= match.start() < end for begin, end in used):
            place, url = places.at(match.start()), match["url"]
            found.problems.append(Problem("link-bare", place, {"url": url}, Edit(place, url, f"<{url}>")))


def _unused(found: Inline, names: set[str], notes: set[str]) -> None:
    for definition in found.definitions:
        taken = notes if definition.footnote else names
        if definition.name not in taken:
            rule = "footnote-unused" if definition.footnote else "reference-unused"
            found.problems.append(Problem(rule, definition.position, {"name": definition.name}))


def occurrences(ids: list[tuple[str, Position, bool]]) -> Mapping[str, Position]:
    """The first place of each id."""
    first: dict[str, Position] = {}
    for id, position, _ in ids:
        first.setdefault(id, position)
    return first


def repeated(ids: list[tuple[str, Position, bool]]) -> Iterator[Problem]:
    """A problem for each id that stands a second time."""
    first: dict[str, Position] = {}
    for id, position, _ in sorted(ids, key=lambda entry: entry[1]):
        if id in first:
            yield Problem("id-twice", position, {"id": id, "line": first[id].line})
        else:
            first[id] = position
