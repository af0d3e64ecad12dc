"""What a converter looks for once is what it finds each time."""

from __future__ import annotations

import sys
from importlib import import_module

import markdown
import pytest
from mkdocs.config import load_config

from adapter.conversion import lexers_known, seek_contents_once
from tests.website.building import ROOT

get_lexer_by_name = import_module("pygments.lexers").get_lexer_by_name
HEADINGS = "## A\n\n### B\n\n## C\n"


def _converter() -> markdown.Markdown:
    config = load_config(str(ROOT / "mkdocs.yml"))
    return markdown.Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)


@pytest.mark.parametrize(
    ("text", "is_there"),
    [
        pytest.param(f"[TOC]\n\n{HEADINGS}", True, id="a marker"),
        pytest.param(f"- a\n\n    [TOC]\n\n{HEADINGS}", True, id="one in a list"),
        pytest.param(f"[T\x02OC]\n\n{HEADINGS}", True, id="one that comes of what is taken away"),
        pytest.param(f"See [TOC].\n\n{HEADINGS}", False, id="its letters in a text"),
        pytest.param(f"`[TOC]`\n\n{HEADINGS}", False, id="its letters in code"),
        pytest.param(HEADINGS, False, id="none"),
    ],
)
def test_contents_stand_where_they_are_wanted(text: str, *, is_there: bool) -> None:
    usual, seeking = _converter(), seek_contents_once(_converter())
    assert seeking.convert(text) == usual.convert(text)
    assert ('<div class="toc">' in seeking.reset().convert(text)) is is_there
    assert getattr(seeking, "toc", None) == getattr(usual, "toc", None)


@pytest.mark.parametrize("name", ["python", "PyThon", "text", "console", "", "of no such name"])
def test_a_lexer_is_the_one_of_its_name(name: str) -> None:
    _converter()  # It loads what its extensions need.
    names = vars(sys.modules["pymdownx.highlight"])
    with lexers_known():
        known = names["get_lexer_by_name"]
    assert names["get_lexer_by_name"] is get_lexer_by_name
    assert known is not get_lexer_by_name
    try:
        wanted = get_lexer_by_name(name, stripnl=False)
    except ValueError:
        with pytest.raises(ValueError, match="no lexer"):
            known(name, stripnl=False)
        return
    for _ in range(2):
        found = known(name, stripnl=False)
        assert (type(found), found.options) == (type(wanted), wanted.options)


def test_the_names_come_back_where_something_fails() -> None:
    _converter()
    with pytest.raises(ValueError, match="half"), lexers_known():
        raise ValueError("half")
    assert vars(sys.modules["pymdownx.highlight"])["get_lexer_by_name"] is get_lexer_by_name
