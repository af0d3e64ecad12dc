"""What is shown of a page is the same, whether parsing has left it or it is made anew."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handbook.model.document import Syntax
from handbook.reading.markdown.parse import parse
from handbook.reading.markdown.shown import shown


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("---\ntitle: A\n---\n\n`a` <b>c</b>\n\n    code\n\n- a\n", id="code and tags"),
        pytest.param("a\n\n*[HTML]: what it [stands](for.md)\n", id="an abbreviation"),
        pytest.param("<!-- [a](b.md) -->\n\n```\n*[a]: b\n```\n", id="a mark within code"),
        pytest.param("---\ntitle: A\n---", id="no body"),
    ],
)
def test_it_is_the_same_however_it_came_about(text: str) -> None:
    syntax = Syntax(unread=("*[",))
    parsed = parse(text, syntax)
    anew = replace(parsed)
    assert shown(parsed, syntax) == shown(anew, syntax)
    assert len(shown(anew, syntax).read) == len(anew.body)
