"""Values of YAML: what a node stands for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

# The C parser where PyYAML was built with it, as its wheels are.
LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TEXT = "tag:yaml.org,2002:str"
_HOLDERS = ("tag:yaml.org,2002:map", "tag:yaml.org,2002:seq")


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
            return reading.construct_object(node)
        except (yaml.YAMLError, *_VALUE_ERRORS):
            raise _NotPlain from None
    if node.tag not in _HOLDERS or id(node) in seen:
        raise _NotPlain  # Twice is an alias: it may hold itself.
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        return {_key(key): _plain(reading, value, seen) for key, value in node.value}
    return [_plain(reading, value, seen) for value in node.value]


def _key(node: yaml.Node) -> Any:
    if not isinstance(node, yaml.ScalarNode) or node.tag != _TEXT:
        raise _NotPlain
    return node.value


def _named(reading: yaml.SafeLoader, value: dict[Any, Any], node: yaml.MappingNode) -> dict[str, Any]:
    """Keys as they are written: YAML 1.1 would make false of `no` and a number of `1`."""
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
