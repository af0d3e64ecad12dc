"""The way from paper to a page: an address as a QR code."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

import segno

# The standard asks for four; the paper around it is as white.
_QUIET_ZONE = 2
# The pattern that breaks up large areas of one colour. To try all eight takes four times as long for each
# page; this one is the best for two addresses of three, and by the standard's marks 1% worse on average.
_MASK = 2
_DARK = re.compile(rb"\x01+")


def qr_code(address: str) -> str:
    """A code as a drawing in HTML, for a card that a browser prints: hidden on screen."""
    matrix = _code(address).matrix
    size = f"0 0 {len(matrix)} {len(matrix)}"
    return (
        f'<svg role="img" aria-label="{escape(address)}" viewBox="{size}" class="qr">'
        f'<path stroke="#000" d="{_lines(matrix)}"/></svg>'
    )


def _lines(matrix: Sequence[bytes | bytearray]) -> str:
    """The dark squares as horizontal lines, row by row; segno's own writer takes six times as long."""
    drawn: list[str] = []
    end = row = 0
    for number, squares in enumerate(matrix):
        for dark in _DARK.finditer(squares):
            start, length = dark.start(), dark.end() - dark.start()
            to = f"m{start - end} {number - row}" if drawn else f"M{start} {number}.5"
            drawn.append(f"{to}h{length}")
            end, row = dark.end(), number
    return "".join(drawn)


def qr_picture(address: str) -> str:
    """A code as a picture in HTML, for the book, whose reader says what it leads to."""
    source = _code(address).svg_data_uri(border=_QUIET_ZONE, omitsize=True, svgclass=None, lineclass=None)
    return f'<img class="qr" src="{escape(source)}" alt="{escape(address)}">'


def _code(address: str) -> segno.QRCode:
    # What is printed small should have few and large squares; paper at a till is rarely smudged.
    return segno.make_qr(address, error="l", boost_error=False, mask=_MASK)
