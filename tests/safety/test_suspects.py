"""What is not rendered to be judged is made of nothing that could be wrong, however it is put together."""

from __future__ import annotations

import random

import pytest

from handbook.model.project import Settings
from handbook.reading.markdown.parse import parse
from handbook.reading.settings import read_settings
from handbook.reading.site_markdown import site_markdown
from handbook.safety.judge import NAME, judge
from handbook.safety.suspects import is_suspect, suspects
from tests.support.project import HANDBOOK

# Each does nothing by itself that has to be rendered, or is a sign that something may follow.
PIECES = (
    *("- ", "* ", "1. ", ":   ", "> ", "| ", "# ", "## ", "\n", "\n\n", "\n    ", "\n        ", "  \n", "\t"),
    *("!!! ", "??? ", "???+ ", "=== ", "/// ", "```", "~~~", "`", "[", "]", "(", ")", "\\", "[ ] ", "[!x]"),
    *("banner", "md-x", "note", "menu", "Search", "inline", '"x"', "caption", "figure-caption", "title=x"),
    *("attrs:", "class: banner", "onclick: run()", "id: menu", "type: banner", "javascript:run()", "www.a.b"),
    *("[x](y.md)", "![x](y.svg)", "*[x]: y", "[^1]", "|a|b|\n|-|-|\n|", "\n---\n", "`#!banner x`", ":smile:"),
    *("*", "**", "_", "==", "++ctrl++", "^", "~", "//evil.example", "mailto:a@b.example", "x", "a b", " "),
)
SAMPLES = 1500


@pytest.fixture(scope="module")
def settings() -> Settings:
    return read_settings(HANDBOOK)


def test_nothing_comes_of_what_is_not_rendered(settings: Settings) -> None:
    chance, passed = random.Random(7), 0
    for _ in range(SAMPLES):
        text = "".join(chance.choices(PIECES, k=chance.randint(2, 12)))
        if is_suspect(text):
            continue
        passed += 1
        ids = parse(text, settings.syntax).ids  # These are held against the frame's where they stand.
        found = judge(site_markdown(settings).html(text))
        assert [one for one in found if one.rule != NAME or one.value not in ids] == [], text
    assert passed > SAMPLES / 4


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("- !!! banner\n        x", id="a box in a list"),
        pytest.param("x\n:   ??? banner\n        x", id="details in a definition"),
        pytest.param("/// caption\n    attrs:\n      onclick: run()\nx\n///", id="a block with settings"),
        pytest.param("> [!banner]\n> x", id="a quotation that is a box"),
        pytest.param("x :smile:\n---", id="an icon in a heading that is underlined"),
    ],
)
def test_what_hides_further_on_in_a_line_is_rendered(text: str) -> None:
    assert is_suspect(text)
    assert suspects(["x", text, "y"]) == [1]
