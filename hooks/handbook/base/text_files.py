"""Text files as they were found: a byte order mark and each line's own end are kept when one is written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from .writing import write_files

_MARK = "\ufeff"
_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class Form:
    """How a text file was stored, besides its text."""

    mark: bool
    newline: str


def decode(data: bytes) -> tuple[str, Form]:
    """A file's text with plain line ends, and its form.

    Raises:
        UnicodeDecodeError: the file is not UTF-8.
    """
    text = data.decode("utf8")
    form = Form(text.startswith(_MARK), "\r\n" if "\r\n" in text else "\n")
    text = text.removeprefix(_MARK)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, form


def write(root: Path, texts: Mapping[str, str]) -> None:
    """Write texts into existing files, all or none, each in its file's own form.

    Args:
        root: the project's folder.
        texts: the new texts by path relative to it.

    Raises:
        NotWritten: one of them may not or cannot be written.
    """
    write_files(root, {name: in_form((root / name).read_bytes(), text) for name, text in texts.items()})


def in_form(data: bytes, text: str) -> bytes:
    """A file's content with a new text: lines that stay keep their ends, new ones get those of most."""
    _, form = decode(data)
    old = data.decode("utf8").removeprefix(_MARK)
    ends = _END.findall(old)
    kinds = Counter(ends)
    usual = kinds.most_common(1)[0][0] if kinds else form.newline
    if len(kinds) > 1:
        new = _with_ends(_END.split(old), ends, text.split("\n"), usual)
    else:
        new = text.replace("\n", usual)
    return ((_MARK if form.mark else "") + new).encode("utf8")


def _with_ends(old: list[str], ends: list[str], lines: list[str], usual: str) -> str:
    chosen = [usual] * (len(lines) - 1)
    for block in SequenceMatcher(None, old, lines, autojunk=False).get_matching_blocks():
        for step in range(block.size):
            if block.a + step < len(ends) and block.b + step < len(chosen):
                chosen[block.b + step] = ends[block.a + step]
    if len(old) == len(lines):
        chosen = ends  # Only words have changed.
    return "".join(line + end for line, end in zip(lines, [*chosen, ""], strict=True))
