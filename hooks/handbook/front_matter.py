"""Reading YAML so that every key keeps its place.

PyYAML rather than ruamel.yaml: MkDocs brings it already, its C parser reads three thousand pages in
well under a second, and its nodes carry line and column marks, which is all that is needed here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from .model import FrontMatter, KeyPath, Position, Problem

# The same fences as MkDocs (mkdocs.utils.meta): "---", then "---" or "..." on a line of its own.
OPENING = re.compile(r"\A-{3}[ \t]*(?:\n|\Z)")
CLOSING = re.compile(r"^(?:-{3}|\.{3})[ \t]*$", re.MULTILINE)

# The C parser where PyYAML was built with it, as its wheels are.
LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class YamlText:
    """YAML read with places: `value`, `keys`, and the problems met on the way."""

    value: Any
    keys: Mapping[KeyPath, Position]
    problems: tuple[Problem, ...] = ()


def read_yaml(text: str, first_line: int = 1, loader: type[yaml.SafeLoader] = LOADER) -> YamlText:
    """Parse YAML and say where each key stands.

    Args:
        text: the YAML.
        first_line: the line of the file on which `text` begins.
        loader: the kind of YAML loader, for a file with tags of its own.

    Returns:
        The value, key positions and problems. Where the YAML is broken the value is None and there
        is one problem of the rule front-matter-broken.
    """
    try:
        reading = loader(text)
    except yaml.YAMLError as error:  # a character that YAML forbids
        return _broken(first_line, str(error))
    try:
        node = reading.get_single_node()
        keys: dict[KeyPath, Position] = {}
        problems: list[Problem] = []
        if node is not None:
            _places(node, (), first_line, keys, problems)
        value = reading.construct_document(node) if node is not None else None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        position = Position(mark.line + first_line, mark.column + 1) if mark else Position(first_line)
        reason = error.problem or error.context or "YAML"
        return YamlText(None, {}, (Problem("front-matter-broken", position, {"reason": reason}),))
    except (yaml.YAMLError, ValueError, TypeError, RecursionError, OverflowError) as error:
        # An impossible date, a list used as a key, an alias without an end.
        return _broken(first_line, str(error) or type(error).__name__)
    finally:
        reading.dispose()
    return YamlText(value, keys, tuple(problems))


def _broken(line: int, reason: str) -> YamlText:
    shown = reason.splitlines()[0] if reason else "YAML"
    return YamlText(None, {}, (Problem("front-matter-broken", Position(line), {"reason": shown}),))


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
    source, end, _ = split(text)
    if end == -1:
        return FrontMatter(broken=True), (Problem("front-matter-unclosed", Position(1)),)
    if end == 0:
        return FrontMatter(), ()
    found = read_yaml(source, first_line=2)
    broken = any(p.rule == "front-matter-broken" for p in found.problems)
    if broken:
        return FrontMatter(end=end, broken=True), found.problems
    if found.value is None:
        return FrontMatter(end=end), found.problems
    if not isinstance(found.value, dict):
        reason = "mapping"
        problem = Problem("front-matter-broken", Position(2), {"reason": reason})
        return FrontMatter(end=end, broken=True), (problem,)
    values = {str(key): value for key, value in found.value.items()}
    return FrontMatter(values, found.keys, end), found.problems


def _places(
    node: yaml.Node,
    path: KeyPath,
    first_line: int,
    keys: dict[KeyPath, Position],
    problems: list[Problem],
) -> None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            name = str(key.value)
            position = Position(key.start_mark.line + first_line, key.start_mark.column + 1)
            below = (*path, name)
            if below in keys:
                problems.append(Problem("front-matter-key-twice", position, {"key": name}))
            keys[below] = position
            _places(value, below, first_line, keys, problems)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            below = (*path, index)
            keys[below] = Position(value.start_mark.line + first_line, value.start_mark.column + 1)
            _places(value, below, first_line, keys, problems)
