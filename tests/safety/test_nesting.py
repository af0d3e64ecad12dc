"""Which element of a text is not closed, or not where it should be."""

from __future__ import annotations

import pytest

from handbook.safety.nesting import first_wrong


@pytest.mark.parametrize(
    ("html", "name", "at"),
    [
        pytest.param("<p>a</p><div><b>x</b>", "div", 8, id="opened and never closed"),
        pytest.param("<div>x</div></div>", "div", 12, id="closed twice"),
        pytest.param("<b><i>x</b></i>", "i", 3, id="closed in the wrong order"),
        pytest.param("<div>x</section>", "div", 0, id="closed by another name"),
        pytest.param("<div><!-- </div> -->", "div", 0, id="closed in a comment alone"),
        pytest.param("<i><b title='</b>'>x</i>", "b", 3, id="closed within an attribute alone"),
        pytest.param("<span/>x", "span", 0, id="closing itself, which browsers do not heed"),
        pytest.param("<DIV>x</Section>", "div", 0, id="large letters"),
        pytest.param("<div", "div", 0, id="a tag without an end"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(html: str, name: str, at: int) -> None:
    assert first_wrong(html) == (name, at)


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("no markup, 5 < 6", id="words"),
        pytest.param("<ul><li>a<li>b</ul><table><tr><td>x</table>", id="what may stay open"),
        pytest.param("a<br>b<img src=x><hr/>", id="what has no end"),
        pytest.param('<svg><path d="M0"/><path d="M1"></path></svg>', id="a drawing"),
        pytest.param("<div><p><b>x</b></p></div><!-- <div> -->", id="all closed"),
        pytest.param('<a title="1 > 0 <b>">x</a>', id="a tag within an attribute"),
    ],
)
def test_what_is_right_is_let_pass(html: str) -> None:
    assert first_wrong(html) is None
