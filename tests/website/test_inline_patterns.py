"""What is converted with inline patterns tried sparingly is what Python-Markdown makes of it."""

from __future__ import annotations

import random
import re

import markdown
import pytest
from markdown.inlinepatterns import InlineProcessor
from mkdocs.config import load_config

from adapter import inline_patterns
from adapter.inline_patterns import needed_signs, try_sparingly
from tests.website.building import ROOT

# Of these, one after another, the texts are made: each sign of inline markup, alone and closed.
_PIECES = [
    *"*_`[]()<>!&\\=+^~:{}\"'#|-./ \n",
    *("a", "Ż", "ab c", "**", "``", "==", "++ctrl+a++", ":smile:", "&amp;", "<b>", "</b>"),
    *("](x.md)", "[^1]"),
    *(
        "[30]",
        "![",
        "<https://a.example/>",
        "<a@b.example>",
        "  \n",
        "\n\n",
        "- ",
        "[x]: y\n",
        "\x02",
        "\x03",
    ),
    *("[a][x]", "{ .b }", "`#!python c`", "https://a.example", "\\*", "*[CRM]: one\n", "CRM"),
]
_TEXTS = 600


def _converter() -> markdown.Markdown:
    config = load_config(str(ROOT / "mkdocs.yml"))
    return markdown.Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)


def test_texts_of_all_signs_become_the_same() -> None:
    usual, sparing, chosen = _converter(), try_sparingly(_converter()), random.Random(7)
    for _ in range(_TEXTS):
        text = "".join(chosen.choices(_PIECES, k=chosen.randint(1, 25)))
        assert sparing.reset().convert(text) == usual.reset().convert(text), text


def test_the_handbooks_own_pages_become_the_same() -> None:
    usual, sparing = _converter(), try_sparingly(_converter())
    pages = sorted((ROOT / "docs").glob("*/**/*.md"))[::7]
    assert len(pages) > 30
    for page in pages:
        text = page.read_text("utf8")
        assert sparing.reset().convert(text) == usual.reset().convert(text), page


def test_a_text_is_not_gone_through_again_for_each_of_its_matches(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at, next_for = 0, inline_patterns._Patterns.next_for

    def counted(patterns: inline_patterns._Patterns, text: str) -> list[int]:
        nonlocal looked_at
        looked_at += len(text)
        return next_for(patterns, text)

    monkeypatch.setattr(inline_patterns._Patterns, "next_for", counted)
    sparing = try_sparingly(_converter())
    for piece in ("==a== ", "[a](#b) ", "`a` ", "**a** ", "&amp; ", "<b>a</b> ", "~~a~~ "):
        looked_at, text = 0, piece * 500
        sparing.reset().convert(text)
        assert 0 < looked_at < 60 * len(text), piece


def test_a_pattern_that_comes_for_one_page_is_tried() -> None:
    class Loud(InlineProcessor):
        def handleMatch(  # type: ignore[override]  # noqa: N802
            self, m: re.Match[str], data: str
        ) -> tuple[str, int, int]:
            return "LOUD", m.start(), m.end()

    sparing = try_sparingly(_converter())
    assert "LOUD" not in sparing.convert("a §b")
    sparing.inlinePatterns.register(Loud("§"), "loud", 1)
    assert "LOUDb" in sparing.reset().convert("a §b")


@pytest.mark.parametrize(
    ("expression", "signs"),
    [
        pytest.param(r"a\*b", "*", id="a sign among letters"),
        pytest.param(r"ab", "", id="letters, which may be large or small"),
        pytest.param(r"(?:\*|_)x", "*_", id="one of two signs"),
        pytest.param(r"(?:\*|x)", "", id="a sign or a letter"),
        pytest.param(r"\*?x", "", id="a sign that may be missing"),
        pytest.param(r"(?:\*)*x+", "", id="signs that may be missing"),
        pytest.param(r"(\+){2,}", "+", id="signs again and again"),
        pytest.param(r"x(?=\[)", "[", id="a sign that follows"),
        pytest.param(r"(?<=!)x", "!", id="a sign that comes before"),
        pytest.param(r"x(?!\[)", "", id="a sign that may not follow"),
        pytest.param(r"[^*]", "", id="all but a sign"),
        pytest.param(r"[!-/]", "", id="a range of signs"),
        pytest.param(r" <(?>[*_])", "<", id="the one that is rare"),
        pytest.param(r"<|", "", id="a sign or nothing"),
    ],
)
def test_what_an_expression_needs(expression: str, signs: str) -> None:
    assert needed_signs(re.compile(expression)) == frozenset(signs)


def test_python_markdown_goes_over_texts_in_the_way_that_is_extended() -> None:
    converter = _converter()
    before = converter.treeprocessors["inline"]
    assert [type(one).__name__ for one in converter.treeprocessors].index("InlineProcessor") == [
        type(one).__name__ for one in try_sparingly(converter).treeprocessors
    ].index("_InlineProcessor")
    for name in ("_InlineProcessor__handleInline", "_InlineProcessor__applyPattern"):
        assert callable(getattr(before, name)), name
