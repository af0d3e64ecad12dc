"""Parts of real pages with a random slip of the pen in each: what is nearly right is what gets written."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from handbook.model.project import Project

# fmt: off
_PIECES = (
    "\n", "\n\n", " ", "    ", "\t", "# ", "## ", "- ", "1. ", "> ", "!!! note", "---", "===", "*", "_", "`",
    "```", "<div>", "<div markdown>", "</div>", "<!--", "-->", "[", "]", "(", ")", "](", "{#x}", "{ .y }",
    "\\", "&amp;", "http://a.b", "![", "[a](b.md)", "[b]: c.md", "[a][b]", "<b>", "|", "- [ ] ",
    "## A {#a}\n",
)
# fmt: on
_INDENTS = ("    ", "  ", "\t", "> ", "- ", "1. ")
_BEFORE, _AFTER, _LONGEST = 8, 12, 20


def slips(project: Project, count: int, seed: int) -> Iterator[str]:
    """Some lines of a page's body, one of them spoilt; the same seed, the same texts."""
    readable = (page for page in project.pages.values() if not page.unreadable)
    return slips_in([page.document.lines[page.front.end :] for page in readable], count, seed)


def slips_in(bodies: Sequence[Sequence[str]], count: int, seed: int) -> Iterator[str]:
    """The same of pages that are given as their lines."""
    chance = random.Random(seed)
    for _ in range(count):
        lines = chance.choice(bodies)
        at = chance.randrange(len(lines))
        yield _spoilt(lines[max(0, at - _BEFORE) : at + _AFTER], chance)


def _spoilt(lines: Sequence[str], chance: random.Random) -> str:
    text = "\n".join(lines)
    at, kind = chance.randrange(len(text) + 1), chance.randrange(4)
    if kind == 0:
        return text[:at] + text[at + chance.randrange(1, _LONGEST) :]
    if kind == 1:
        number = chance.randrange(len(lines))
        return "\n".join([*lines[:number], chance.choice(_INDENTS) + lines[number], *lines[number + 1 :]])
    added = [chance.choice(_PIECES) for _ in range(1 if kind == 2 else 3)]
    return text[:at] + "".join(added) + text[at:]
