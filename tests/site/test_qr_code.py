"""A code is drawn as its library would draw it."""

from __future__ import annotations

from html import escape

import pytest

from handbook.site import qr_code


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("https://a.example/", id="short"),
        pytest.param("https://example.org/handbook/hr/scenarios/swearing/", id="of a card"),
        pytest.param("https://example.org/?a=1&b='2'", id="with signs that HTML has a meaning for"),
        pytest.param(f"https://example.org/{'long-' * 60}/", id="long"),
    ],
)
def test_the_lines_are_those_of_the_library(address: str) -> None:
    drawing = qr_code._code(address).svg_inline(border=0, omitsize=True, svgclass="qr", lineclass=None)
    named = drawing.replace("<svg ", f'<svg role="img" aria-label="{escape(address)}" ', 1)
    assert qr_code.qr_code(address) == named
