"""Values of YAML: what a document holds, and where each key and entry of it stands."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from .positions import KeyPath, Position, new_position
from .yaml_weight import DEEPEST

# The C parser where PyYAML was built with it, as its wheels are.
_PARSER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# So many entries may be merged into mappings (<<): each level of merges can multiply them.
_MOST_MERGED = 10_000
# So many digits may a number have: Python refuses to write out longer ones.
_LONGEST_NUMBER = 100
_TEXT = "tag:yaml.org,2002:str"
_MERGE = "tag:yaml.org,2002:merge"
_HOLDERS = ("tag:yaml.org,2002:map", "tag:yaml.org,2002:seq")


class LOADER(_PARSER):  # type: ignore[valid-type, misc]
    """The loader of YAML here: the parser's own, within bounds. It raises a yaml.YAMLError beyond them."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._depth = self._merged = 0

    def descend_resolver(self, current_node: yaml.Node | None, current_index: Any) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            mark = current_node.start_mark if current_node is not None else None
            raise yaml.composer.ComposerError(None, None, "nested too deeply", mark)
        # The parser's own does nothing, as no resolver by path is ever added here.

    def ascend_resolver(self) -> None:
        self._depth -= 1

    def resolve(self, kind: type[yaml.Node], value: str | None, implicit: Any) -> str:
        # Nearly every scalar is a text, by quotation marks or by its first sign.
        known = self.yaml_implicit_resolvers
        if kind is yaml.ScalarNode and value and not (implicit[0] and (value[0] in known or None in known)):
            return _TEXT
        tag: str = super().resolve(kind, value, implicit)
        return tag

    def flatten_mapping(self, node: yaml.MappingNode) -> None:
        super().flatten_mapping(node)
        self._merged += len(node.value)
        if self._merged > _MOST_MERGED:
            raise yaml.constructor.ConstructorError(None, None, "merged too often", node.start_mark)


class BadValue(Exception):
    """A value that looks like a date or a number and is none."""

    def __init__(self, node: yaml.Node, reason: str) -> None:
        super().__init__(reason)
        self.node, self.reason = node, reason


# What PyYAML's constructors raise, besides its own errors, on an impossible date or number.
_VALUE_ERRORS = (ValueError, TypeError, KeyError, AttributeError, OverflowError)


class NodeTree:
    """What a document holds: its `value`, the places of its `keys` and entries, and the `doubled` keys.

    Texts, lists and mappings are read here, in one look at each node and a quarter of the time of PyYAML's
    constructors; where there is more, these make the value.
    """

    def __init__(
        self,
        reading: yaml.SafeLoader,
        node: yaml.Node | None,
        first_line: int = 1,
        *,
        references: bool = True,
    ) -> None:
        """Read a document.

        Args:
            reading: the loader that the node comes from.
            node: the node at the top; None where the document is empty.
            first_line: the line of the file on which the document begins.
            references: whether a part may stand for another one, by an alias or a merge.

        Raises:
            BadValue: something looks like a date or a number and is none.
            yaml.YAMLError: a reference that may not be, or the loader cannot make a value of it.
        """
        self.keys: dict[KeyPath, Position] = {}
        self.doubled: list[tuple[str, Position]] = []
        self._reading, self._first_line, self._references = reading, first_line, references
        self._seen: set[int] = set()
        self._is_plain = True
        self.value = None if node is None else self._value(node, (), node)
        if node is not None and not self._is_plain:
            reading.recursive_objects.clear()
            self.value = _constructed(reading, node)

    def _value(self, node: yaml.Node, path: KeyPath, shown: yaml.Node) -> Any:
        """The value of a node; `shown` is the one whose place a fault of it has."""
        if id(node) in self._seen:
            # Its places are those of its anchor, and it may stand for very many, or hold itself.
            self._refer("second occurrence: alias", shown)
            return None
        self._seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return node.value if node.tag == _TEXT else self._scalar(node)
        if node.tag not in _HOLDERS:
            self._is_plain = False
        if isinstance(node, yaml.MappingNode):
            return {
                key.value: self._entry(key, value, path) for key, value in node.value if self._is_name(key)
            }
        return [self._item(value, (*path, index), shown) for index, value in enumerate(node.value)]

    def _is_name(self, key: yaml.Node) -> bool:
        """Whether a key is a name, whatever YAML 1.1 would make of it, as of `no` or `1`."""
        if id(key) in self._seen:
            self._refer("second occurrence: alias", key)
        self._seen.add(id(key))
        if key.tag == _MERGE:
            self._refer("merged", key)
        elif isinstance(key, yaml.ScalarNode):
            return True
        self._is_plain = False
        return False

    def _entry(self, key: yaml.Node, value: yaml.Node, path: KeyPath) -> Any:
        below, position = (*path, key.value), self._place(key)
        if below in self.keys:
            self.doubled.append((key.value, position))
        self.keys[below] = position
        return self._value(value, below, key)

    def _item(self, node: yaml.Node, path: KeyPath, shown: yaml.Node) -> Any:
        self.keys[path] = self._place(node)
        return self._value(node, path, shown)

    def _scalar(self, node: yaml.ScalarNode) -> Any:
        try:
            return _bounded(node, self._reading.construct_object(node))
        except (yaml.YAMLError, *_VALUE_ERRORS):
            self._is_plain = False
            return None

    def _refer(self, problem: str, node: yaml.Node) -> None:
        """Raise where a part may not stand for another one; else PyYAML knows what it stands for."""
        if not self._references:
            raise yaml.constructor.ConstructorError(None, None, problem, node.start_mark)
        self._is_plain = False

    def _place(self, node: yaml.Node) -> Position:
        mark = node.start_mark
        return new_position(Position, (mark.line + self._first_line, mark.column + 1))


def load(text: str) -> Any:
    """The value of a YAML text that is one of ours; raises yaml.YAMLError where it is broken."""
    reading = LOADER(text)
    try:
        return NodeTree(reading, reading.get_single_node()).value
    finally:
        reading.dispose()


def _constructed(reading: yaml.SafeLoader, node: yaml.Node) -> Any:
    """The value as PyYAML's constructors make it, but for keys, which stay as they are written."""
    try:
        value = reading.construct_document(node)
    except _VALUE_ERRORS as error:
        for scalar in _scalars(node):
            reading.recursive_objects.clear()  # The one that failed is still in the making there.
            try:
                reading.construct_object(scalar)
            except _VALUE_ERRORS as cause:
                raise BadValue(scalar, str(cause)) from None
        raise BadValue(node, str(error)) from None
    if isinstance(value, dict) and isinstance(node, yaml.MappingNode):
        return _named(reading, value, node)
    return value


def _bounded(node: yaml.ScalarNode, value: Any) -> Any:
    """A value that can be written out and compared; raises BadValue where it is a number that cannot."""
    if isinstance(value, int) and len(node.value) > _LONGEST_NUMBER:
        raise BadValue(node, "a number of too many digits")
    if isinstance(value, float) and not math.isfinite(value):
        raise BadValue(node, "not a number")
    return value


def _named(reading: yaml.SafeLoader, value: dict[Any, Any], node: yaml.MappingNode) -> dict[str, Any]:
    """The same for a mapping that has been made."""
    if all(isinstance(key, str) for key in value):
        return value
    written = {}
    for key, _ in node.value:
        if key.tag != "tag:yaml.org,2002:str" and isinstance(key, yaml.ScalarNode):
            written[reading.construct_object(key)] = key.value
    return {written.get(key, str(key)): entry for key, entry in value.items()}


def _scalars(node: yaml.Node) -> Iterator[yaml.Node]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    else:
        for part in node.value:
            for inner in part if isinstance(part, tuple) else (part,):
                yield from _scalars(inner)


def texts_within(value: Any) -> Iterator[tuple[KeyPath, str]]:
    """The texts within a value of YAML, each with the path of its key."""
    waiting: list[tuple[KeyPath, Any]] = [((), value)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, str):
            yield path, value
        elif isinstance(value, Mapping):
            waiting += [((*path, str(key)), below) for key, below in reversed(list(value.items()))]
        elif isinstance(value, list):
            waiting += [((*path, index), below) for index, below in reversed(list(enumerate(value)))]
