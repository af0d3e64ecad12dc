"""Values of YAML: what a node stands for."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import yaml

# The C parser where PyYAML was built with it, as its wheels are.
_PARSER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# So many lists and mappings may stand within one another: the C parser calls itself for each, and ends the
# whole process without a word where there are too many.
DEEPEST = 100
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
        super().descend_resolver(current_node, current_index)

    def ascend_resolver(self) -> None:
        self._depth -= 1
        super().ascend_resolver()

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


def value_of(reading: yaml.SafeLoader, node: yaml.Node | None) -> Any:
    """The value of a document.

    Args:
        reading: the loader that the node comes from.
        node: the node at the top of the document; None where it is empty.

    Raises:
        BadValue: something looks like a date or a number and is none.
        yaml.YAMLError: the loader cannot make a value of it.
    """
    if node is None:
        return None
    try:
        return _plain(reading, node, set())
    except _NotPlain:
        reading.recursive_objects.clear()
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


def refuse_references(node: yaml.Node, seen: set[int], key: yaml.Node | None = None) -> None:
    """Raise a yaml.YAMLError where a part of a document stands for another one: an alias or a merge.

    Args:
        node: the node at the top.
        seen: the nodes that have been met.
        key: the key whose value the node is.
    """
    if id(node) in seen:
        mark = (key or node).start_mark
        raise yaml.composer.ComposerError(None, None, "second occurrence: alias", mark)
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.tag == _MERGE:
                raise yaml.constructor.ConstructorError(None, None, "merged", name.start_mark)
            refuse_references(name, seen)
            refuse_references(value, seen, name)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            refuse_references(value, seen, key)


def load(text: str) -> Any:
    """The value of a YAML text that is one of ours; raises yaml.YAMLError where it is broken."""
    reading = LOADER(text)
    try:
        return value_of(reading, reading.get_single_node())
    finally:
        reading.dispose()


class _NotPlain(Exception):
    """There is more than lists and mappings, or something is wrong."""


def _plain(reading: yaml.SafeLoader, node: yaml.Node, seen: set[int]) -> Any:
    """The value of lists and mappings, in a quarter of the time of PyYAML's constructors."""
    if isinstance(node, yaml.ScalarNode):
        if node.tag == _TEXT:
            return node.value
        try:
            return _bounded(node, reading.construct_object(node))
        except (yaml.YAMLError, *_VALUE_ERRORS):
            raise _NotPlain from None
    if node.tag not in _HOLDERS or id(node) in seen:
        raise _NotPlain  # Twice is an alias: it may hold itself.
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        return {_key(key): _plain(reading, value, seen) for key, value in node.value}
    return [_plain(reading, value, seen) for value in node.value]


def _bounded(node: yaml.ScalarNode, value: Any) -> Any:
    """A value that can be written out and compared; raises BadValue where it is a number that cannot."""
    if isinstance(value, int) and len(node.value) > _LONGEST_NUMBER:
        raise BadValue(node, "a number of too many digits")
    if isinstance(value, float) and not math.isfinite(value):
        raise BadValue(node, "not a number")
    return value


def _key(node: yaml.Node) -> Any:
    """A key as it is written: YAML 1.1 would make false of `no` and a number of `1`."""
    if not isinstance(node, yaml.ScalarNode) or node.tag == _MERGE:
        raise _NotPlain
    return node.value


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
