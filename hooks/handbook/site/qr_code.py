"""The way from paper to a page: an address as a QR code."""

from __future__ import annotations

from html import escape

import segno

# The standard asks for four; the paper around it is as white.
_QUIET_ZONE = 2
# The pattern that breaks up large areas of one colour. To try all eight takes four times as long for each
# page; this one is the best for two addresses of three, and by the standard's marks 1% worse on average.
_MASK = 2


def qr_code(address: str) -> str:
    """A code as a drawing in HTML, for a card that a browser prints: hidden on screen."""
    drawing = _code(address).svg_inline(border=0, omitsize=True, svgclass="qr", lineclass=None)
    return drawing.replace("<svg ", f'<svg role="img" aria-label="{escape(address)}" ', 1)


def qr_picture(address: str) -> str:
    """A code as a picture in HTML, for the book, whose reader says what it leads to."""
    source = _code(address).svg_data_uri(border=_QUIET_ZONE, omitsize=True, svgclass=None, lineclass=None)
    return f'<img class="qr" src="{escape(source)}" alt="{escape(address)}">'


def _code(address: str) -> segno.QRCode:
    # What is printed small should have few and large squares; paper at a till is rarely smudged.
    return segno.make_qr(address, error="l", boost_error=False, mask=_MASK)
