"""Text files as they were found: a byte order mark and Windows line ends are kept when one is written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_MARK = "\ufeff"


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


def write(path: Path, text: str) -> None:
    """Write a text into an existing file, in that file's own form."""
    _, form = decode(path.read_bytes())
    mark = _MARK if form.mark else ""
    path.write_bytes((mark + text.replace("\n", form.newline)).encode("utf8"))
