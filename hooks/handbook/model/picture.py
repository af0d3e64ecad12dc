"""A picture, film, font or document among the pages, as far as it was read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Picture:
    """A file whose ending says what it holds.

    Attributes:
        file: its path from the project's root.
        ending: that of its name in small letters, dot included.
        head: its first bytes.
        text: the whole of it, where it is a drawing (SVG); empty elsewhere.
    """

    file: str
    ending: str
    head: bytes
    text: str = ""
