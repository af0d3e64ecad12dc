"""The way from paper to a page: an address as a QR code."""

from __future__ import annotations

from html import escape

import segno

# The standard asks for four; the paper around it is as white.
_QUIET_ZONE = 2


def qr_code(address: str) -> str:
    """A picture of the code as HTML; a tenth of it may be smudged."""
    code = segno.make_qr(address, error="m")
    source = code.svg_data_uri(border=_QUIET_ZONE, omitsize=True, svgclass=None, lineclass=None)
    return f'<img class="qr" src="{escape(source)}" alt="{escape(address)}">'
