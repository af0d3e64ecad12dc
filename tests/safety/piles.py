"""What piles up, put where it belongs: the body or the front matter of a page, or a data file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.safety.patterns import patterns

PAGE = "docs/en/guides/listening.md"
CARD = "docs/pl/scenarios/late-return.md"
DATA = "local-rules/en.yml"


class Pile(NamedTuple):
    """A text that goes into a file of the small handbook, and the name of what it is full of."""

    name: str
    file: str
    text: str

    def write(self, root: Path) -> bytes:
        """Put it into its file; returns what the file held."""
        path = root / self.file
        before = path.read_bytes()
        text = before.decode()
        if self.name.startswith("front matter: "):
            head, rest = text[4:].split("---\n", 1)
            key = self.text.partition(":")[0]
            kept = _without(key, head)
            text = f"---\n{kept}{self.text}\n---\n{rest}"
        else:
            text = f"{text}\n{self.text}\n"
        path.write_text(text, "utf8", newline="\n")
        return before


def _without(key: str, head: str) -> str:
    """Front matter without a key and what belongs to it."""
    kept, skipping = [], False
    for line in head.splitlines(keepends=True):
        if not line.startswith((" ", "-")):
            skipping = line.startswith(f"{key}:")
        if not skipping:
            kept.append(line)
    return "".join(kept)


def piles(size: int) -> Iterator[Pile]:
    """Every pattern at its place, each of about this many characters."""
    for name, text in patterns(size).items():
        yield Pile(name, PAGE, text)
    for name, text in _yaml(size).items():
        yield Pile(f"front matter: {name}", CARD, text)
        yield Pile(f"data: {name}", DATA, text)
    rules = "".join(f"x{n}:\n  title: a\n  text: <b>a{n}</b> &amp; b\n" for n in range(size // 50))
    yield Pile("data: rules that other languages lack", DATA, rules)
    for key in ("title", "customer_words", "related", "claims", "facts", "local_rules", "id", "verified"):
        yield Pile(f"front matter: {key} of many letters", CARD, f"{key}: {'a' * size}")
        yield Pile(f"front matter: {key} of many words", CARD, f"{key}: {'what now ' * (size // 9)}")
        yield Pile(f"front matter: {key} of many entries", CARD, f"{key}:\n" + "  - a\n" * (size // 6))
        unlike = "".join(f"  - a{number}\n" for number in range(size // 9))
        yield Pile(f"front matter: {key} of different entries", CARD, f"{key}:\n{unlike}")
    for sign in ("<b>", "&lt;", "[a](b", "*a", "`", '\\"', "“a” ", "{{ a }}", "[30] ", "é", "&#38;"):
        text = sign * (size // len(sign))
        yield Pile(f"front matter: title of {sign}", CARD, f'title: "{text}"')
        yield Pile(f"data: text of {sign}", DATA, f'more:\n  title: More\n  text: "{text}"')


def _yaml(size: int) -> dict[str, str]:
    """What piles up in YAML, each text beginning with a key of its own."""
    half, tenth = size // 2, size // 10
    bomb = "\n".join(f"x{n}: &x{n} [{', '.join([f'*x{n - 1}'] * 10)}]" for n in range(1, 10))
    merge = "\n".join(f"x{n}: &x{n} {{<<: [{', '.join([f'*x{n - 1}'] * 10)}]}}" for n in range(1, 10))
    return {
        "brackets within brackets": "x: " + "[" * half + "]" * half,
        "braces within braces": "x: " + "{a: " * tenth + "}" * tenth,
        "open brackets": "x: " + "[" * size,
        "lists within lists": "x:\n  " + "- " * half + "a",
        "keys within keys": "x:\n" + "".join(f"{' ' * n}a:\n" for n in range(1, int((2 * size) ** 0.5))),
        "questions within questions": "x:\n  " + "? " * half + "a",
        "aliases": "x: &x a\ny: [" + "*x, " * (size // 4) + "]",
        "aliases of aliases": "x0: &x0 [a]\n" + bomb,
        "merges of merges": "x0: &x0 {a: b}\n" + merge,
        "many merges": "x: &x {a: b}\ny: {<<: [" + "*x, " * (size // 4) + "]}",
        "anchors": "x:\n" + "".join(f"  - &a{n} b\n" for n in range(tenth)),
        "tags": "x:\n" + "  - !a b\n" * tenth,
        "a tag of many letters": f"x: !{'a' * size} b",
        "keys of one name": "x:\n" + "  a: b\n" * (size // 7),
        "different keys": "".join(f"x{n}: a\n" for n in range(tenth)),
        "different keys within a key": "x:\n" + "".join(f"  x{n}: a\n" for n in range(tenth)),
        "a long key": f"x{'a' * size}: b",
        "a long value": f"x: {'a' * size}",
        "a long quoted value": f'x: "{"a " * half}"',
        "a value of escapes": 'x: "' + "\\u0061" * (size // 6) + '"',
        "a value without an end": 'x: "' + "a " * half,
        "a value of many lines": "x: |\n" + "  a\n" * (size // 4),
        "a folded value": "x: >\n" + "  a\n" * (size // 4),
        "a number": "x: " + "9" * size,
        "a hexadecimal number": "x: 0x" + "f" * size,
        "a number of sixties": "x: 1" + ":10" * (size // 3),
        "a number of underscores": "x: 1" + "_" * size,
        "numbers": "x: [" + "1, " * (size // 3) + "]",
        "dates": "x:\n" + "  - 2026-01-01\n" * (size // 15),
        "dates that are none": "x:\n" + "  - 2026-13-01\n" * (size // 15),
        "colons": "x: " + ":" * size,
        "colons and spaces": "x: " + ": " * half,
        "dashes": "x: " + "- " * half,
        "hashes": "x: a " + "# " * half,
        "comments": "x: a\n" + "# a\n" * (size // 4),
        "blanks": "x: a" + " " * size,
        "empty lines": "x: a" + "\n" * size,
        "tabs": "x:\n" + "\t" * size,
        "percent signs": "x: a\n" + "%" * size,
        "documents": "x: a\n" + "--- a\n" * (size // 6),
        "ends of documents": "x: a\n" + "...\n" * (size // 4),
    }
