"""Reading YAML so that every key keeps its place.

PyYAML rather than ruamel.yaml: MkDocs brings it already, its C parser reads three thousand pages in
well under a second, and its nodes carry line and column marks, which is all that is needed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from ...base.positions import KeyPath, Position
from ...base.yaml_values import LOADER, BadValue, NodeTree
from ...base.yaml_weight import weigh
from ...model.document import FrontMatter, Problem
from ...model.rules.files import FileLong, FrontMatterBroken, FrontMatterKeyTwice, FrontMatterUnclosed
from .plain_matter import plain_matter
from .problems import AGAIN, CHARACTER, MAPPING, OPENED, SPACE, VALUE, reason_of
from .word_lists import word_lists

# The same fences as MkDocs (mkdocs.utils.meta): "---", then "---" or "..." on a line of its own.
OPENING = re.compile(r"\A-{3}[ \t]*(?:\n|\Z)")
CLOSING = re.compile(r"^(?:-{3}|\.{3})[ \t]*$", re.MULTILINE)
# What was meant to be that, with a blank line or the fence of an assistant's answer above it, or with other
# dashes: a key below, and dashes again.
_DASHES = r"\\?(?:[-_*=\u2010-\u2015\u2212][ \t]?){1,10}[ \t]*"
_MEANT = re.compile(
    r"\A[\s\u200b\ufeff]*(?:(?P<fence>`{3,})(?:markdown|md)?[ \t]*\n\s*)?"
    rf"(?P<opening>{_DASHES})\n[\w-]+[ \t]*:(?:[ \t].*)?\n(?:[\w \t-].*\n)*?{_DASHES}(?:\n|\Z)"
)
# A page as it should be, but for a few lines above it.
_BELOW = re.compile(
    r"\A\s*(?!---)(?P<above>\S.*)\n(?:.*\n){0,9}?---[ \t]*\n(?:title|id):(?:.*\n)+?---[ \t]*(?:\n|\Z)"
)
# Spaces that only look like one, where YAML needs one.
_OTHER_SPACE = re.compile(
    r"^(?:[ \u00a0\u2007\u202f]*[\u00a0\u2007\u202f][ \u00a0]*\S|\s*(?:[\w-]+:|-)[\u00a0\u2007\u202f])", re.M
)
# The same once more, with the same keys.
_AGAIN = re.compile(r"\A\s*---[ \t]*\n(?P<key>[\w-]+):(?:[ \t].*)?\n(?:[\w \t-].*\n)*?---[ \t]*(?:\n|\Z)")

# Longer front matter is not read.
LONGEST = 30_000


@dataclass(frozen=True)
class YamlText:
    """YAML read with places: `value`, `keys`, and the problems met on the way."""

    value: Any
    keys: Mapping[KeyPath, Position]
    problems: tuple[Problem, ...] = ()


def read_yaml(
    text: str, first_line: int = 1, loader: type[yaml.SafeLoader] = LOADER, *, references: bool = False
) -> YamlText:
    """Parse YAML and say where each key stands.

    Args:
        text: the YAML.
        first_line: the line of the file on which `text` begins.
        loader: the kind of YAML loader, for a file with tags of its own.
        references: whether a part may stand for another one, by an alias or a merge.

    Returns:
        The value, key positions and problems. Where the YAML is broken the value is None and there
        is one problem of the rule front-matter-broken.
    """
    if (forbidden := yaml.reader.Reader.NON_PRINTABLE.search(text)) is not None:
        line = text.count("\n", 0, forbidden.start())
        column = forbidden.start() - text.rfind("\n", 0, forbidden.start())
        detail = f"U+{ord(forbidden[0]):04X}"
        return _broken(Position(first_line + line, column), CHARACTER, detail)
    if loader is LOADER:
        for shape in (plain_matter, word_lists):
            if (known := shape(text, first_line)) is not None:
                return YamlText(*known)
    reading = loader(text)
    try:
        node = reading.get_single_node()
        if references and node is not None:
            weigh(node)
        tree = NodeTree(reading, node, first_line, references=references)
    except yaml.MarkedYAMLError as error:
        detail = error.problem or error.context or ""
        return _broken(_place(error, first_line), reason_of(detail, *_around(error, text)), detail)
    except BadValue as error:
        return _broken(_at(error.node.start_mark, first_line), VALUE, error.reason)
    except (yaml.YAMLError, RecursionError) as error:  # an alias without an end
        detail = str(error) or type(error).__name__
        return _broken(Position(first_line), reason_of(detail), detail)
    finally:
        reading.dispose()
    doubled = (Problem(FrontMatterKeyTwice(key=name), position) for name, position in tree.doubled)
    return YamlText(tree.value, tree.keys, tuple(doubled))


# Where these begin is where the author went wrong; PyYAML's own mark is where it gave up.
_BEGINNINGS = ("while scanning a simple key", "while scanning a quoted scalar", "while parsing a flow")


def _place(error: yaml.MarkedYAMLError, first_line: int) -> Position:
    begun = error.context_mark is not None and (error.context or "").startswith(_BEGINNINGS)
    mark = error.context_mark if begun else error.problem_mark or error.context_mark
    return _at(mark, first_line) if mark else Position(first_line)


def _around(error: yaml.MarkedYAMLError, text: str) -> tuple[str, str]:
    """What stands in the line before the place where PyYAML gave up, and the sign at that place."""
    mark = error.problem_mark or error.context_mark
    lines = text.split("\n")
    if mark is None or mark.line >= len(lines):
        return "", ""
    return lines[mark.line][: mark.column], lines[mark.line][mark.column : mark.column + 1]


def _at(mark: Any, first_line: int) -> Position:
    return Position(mark.line + first_line, mark.column + 1)


def _broken(position: Position, reason: str, detail: str) -> YamlText:
    broken = FrontMatterBroken(reason=reason, detail=detail.partition("\n")[0])
    return YamlText(None, {}, (Problem(broken, position),))


def split(text: str) -> tuple[str, int, str]:
    """Split a page into front matter and body.

    Returns:
        The YAML between the fences, the line of the closing fence (0: no front matter, -1: opened
        and never closed), and the body.
    """
    opening = OPENING.match(text)
    if not opening:
        return "", 0, text
    closing = CLOSING.search(text, opening.end())
    if not closing:
        return "", -1, text
    end = text.count("\n", 0, closing.start()) + 1
    return text[opening.end() : closing.start()], end, text[closing.end() + 1 :]


def read(text: str) -> tuple[FrontMatter, tuple[Problem, ...]]:
    """The front matter of a page's text, with what is wrong with it."""
    source, end, body = split(text)
    if end == -1:
        return FrontMatter(broken=True), (Problem(FrontMatterUnclosed(), Position(1)),)
    if end == 0 and (meant := _MEANT.match(text)) and (not meant["fence"] or text.rstrip().endswith("```")):
        place = Position(text.count("\n", 0, meant.start("fence" if meant["fence"] else "opening")) + 1)
        broken_by = FrontMatterBroken(reason=OPENED, dashes="---", fence=meant["fence"])
        return FrontMatter(broken=True), (Problem(broken_by, place),)
    if end == 0 and (found_below := _BELOW.match(text)):
        place = Position(text.count("\n", 0, found_below.start("above")) + 1)
        broken_by = FrontMatterBroken(reason=OPENED, dashes="---", above=found_below["above"][:40])
        return FrontMatter(broken=True), (Problem(broken_by, place),)
    if end == 0:
        return FrontMatter(), ()
    if len(source) > LONGEST:
        size = -(-len(source) // 1000)
        too_long = FileLong(reason="front-matter-long", size=size, limit=LONGEST // 1000)
        return FrontMatter(end=end, broken=True), (Problem(too_long, Position(1)),)
    found = read_yaml(source, first_line=2)
    broken = any(isinstance(p.broken, FrontMatterBroken) for p in found.problems)
    if broken:
        space = _OTHER_SPACE.search(source)
        if space is not None:
            place = Position(source.count("\n", 0, space.start()) + 2)
            return FrontMatter(end=end, broken=True), (Problem(FrontMatterBroken(reason=SPACE), place),)
        return FrontMatter(end=end, broken=True), found.problems
    if found.value is None:
        return FrontMatter(end=end), found.problems
    if not isinstance(found.value, dict):
        problem = Problem(FrontMatterBroken(reason=MAPPING), Position(2))
        return FrontMatter(end=end, broken=True), (problem,)
    problems = (*found.problems, *_again(body, end, found.value))
    return FrontMatter(found.value, found.keys, end), problems


def _again(body: str, end: int, keys: dict[Any, Any]) -> Iterator[Problem]:
    """The same details once more, where the page itself should begin."""
    if (twice := _AGAIN.match(body)) is not None and twice["key"] in keys:
        line = end + 1 + body[: twice.start("key")].count("\n") - 1
        yield Problem(FrontMatterBroken(reason=AGAIN, again="---"), Position(line))
