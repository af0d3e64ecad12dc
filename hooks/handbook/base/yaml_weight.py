"""What the references of a YAML document stand for: bounds on it, before anything is made of the document."""

from __future__ import annotations

import yaml

# So many lists and mappings may stand within one another: the C parser calls itself for each, and ends the
# whole process without a word where there are too many.
DEEPEST = 100
# So many parts may references stand for, beyond those that are written: each level can multiply them.
_MOST_REFERRED = 100_000


def weigh(node: yaml.Node) -> None:
    """Look whether what stands behind the references of a document is of a size that can be worked with.

    Args:
        node: the node at the top.

    Raises:
        yaml.composer.ComposerError: there is too much, it stands too deeply, or a part holds itself.
    """
    _weight(node, {})


def _weight(node: yaml.Node, known: dict[int, tuple[int, int]]) -> tuple[int, int]:
    """How many parts a node has with all that it refers to, and how deep they stand.

    `known` holds those of the nodes that were met before.
    """
    if id(node) in known:
        return known[id(node)]
    known[id(node)] = (0, DEEPEST)  # A node that holds itself is met again meanwhile, and is too deep.
    parts, depth = 1, 0
    for entry in [] if isinstance(node, yaml.ScalarNode) else node.value:
        for inner in entry if isinstance(entry, tuple) else (entry,):
            more, below = _weight(inner, known)
            parts, depth = parts + more, max(depth, below + 1)
    if depth > DEEPEST:
        raise yaml.composer.ComposerError(None, None, "nested too deeply", node.start_mark)
    if parts > len(known) + _MOST_REFERRED:
        raise yaml.composer.ComposerError(None, None, "references stand for too much", node.start_mark)
    known[id(node)] = (parts, depth)
    return parts, depth
