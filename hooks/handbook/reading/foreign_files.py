"""Files that are no Markdown although their name says so: what another program saved."""

from __future__ import annotations

import re

# How a file begins, and what such files are called.
_BEGINNINGS = (
    (b"PK\x03\x04", "Word"),
    (b"\xd0\xcf\x11\xe0", "Word"),
    (b"{\\rtf", "RTF"),
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
)
_WEB_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html[\s>])", re.IGNORECASE | re.DOTALL
)
# Text in two bytes a letter, without the mark at its beginning that says so.
_NUL = b"\0"


def kind_of(data: bytes) -> str | None:
    """What a file is by how it begins: Word, RTF, PDF, HTML …; None where it may be a text.

    Args:
        data: what the file holds.
    """
    for beginning, kind in _BEGINNINGS:
        if data.startswith(beginning):
            return kind
    return "HTML" if _WEB_PAGE.match(data) else None


def is_in_two_bytes(data: bytes) -> bool:
    """Whether each letter takes two bytes, as Notepad saves “Unicode”."""
    return data.startswith((b"\xff\xfe", b"\xfe\xff")) or _NUL in data[:200]
