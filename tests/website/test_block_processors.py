"""What is converted with lines of words passed on at once is what Python-Markdown makes of it."""

from __future__ import annotations

import random
from xml.etree import ElementTree

import markdown
import pytest
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from mkdocs.config import load_config

from adapter.block_processors import SILENT, is_silent, is_words, pass_words_on
from tests.website.building import ROOT

# Of these, one after another, the texts are made: all that begins or goes on a block.
_PIECES = [
    *("a b", "„c”", "“d” e", "Ż", "«f»", "g: h", "i | j", "1", " ", "    ", "\t", "\n", "\n\n", "\n    "),
    *("- ", "* ", "1. ", "> ", "# ", "## k {#k}", "---", "===", "\n===\n", "***", ": ", "[x]: y", "[^1]: z"),
    *("*[CRM]: one", '!!! note "A"\n    ', "??? tip\n    ", '=== "T"\n\n    ', "```\n", "~~~", "| - |"),
    *(
        "<div markdown>\n",
        "</div>",
        "<p>",
        "<!-- l -->",
        "/// caption\n",
        "\n///\n",
        "\x02",
        "\x03",
        "{ .m }",
    ),
]
_TEXTS = 1500


def _converter() -> markdown.Markdown:
    config = load_config(str(ROOT / "mkdocs.yml"))
    return markdown.Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)


def test_texts_of_all_signs_become_the_same() -> None:
    usual, passing, chosen = _converter(), pass_words_on(_converter()), random.Random(7)
    for _ in range(_TEXTS):
        text = "".join(chosen.choices(_PIECES, k=chosen.randint(1, 25)))
        assert passing.reset().convert(text) == usual.reset().convert(text), text


def test_the_handbooks_own_pages_become_the_same() -> None:
    usual, passing = _converter(), pass_words_on(_converter())
    pages = sorted((ROOT / "docs").glob("*/**/*.md"))[::7]
    assert len(pages) > 30
    for page in pages:
        text = page.read_text("utf8")
        assert passing.reset().convert(text) == usual.reset().convert(text), page


@pytest.mark.parametrize("name", sorted(SILENT))
def test_nobody_who_is_passed_over_does_anything_with_words(name: str) -> None:
    """Each is there under its name, and silent wherever a line of words may stand."""
    all_of_them = list(_converter().parser.blockprocessors)
    processors = {f"{type(one).__module__}.{type(one).__qualname__}": one for one in all_of_them}
    chosen = random.Random(7)
    lines = ["".join(chosen.choices(_PIECES, k=6)).replace("\n", " ").lstrip() for _ in range(_TEXTS)]
    words = [line for line in lines if is_words(line)]
    assert len(words) > 200
    for line in words:
        parent, blocks = _parent(chosen), [line, "    m"]
        before = ElementTree.tostring(parent), list(blocks)
        is_tried = processors[name].test(parent, blocks[0])
        assert not is_tried or processors[name].run(parent, blocks) is False, line
        assert (ElementTree.tostring(parent), blocks) == before, line


# What some processors go on with, if an indented block follows; tabs are never without one.
_GOING_ON = (
    *([("div", "admonition note")], [("details", "")], [("ul", ""), ("li", "")], [("dl", ""), ("dd", "")]),
    *([("pre", "")], [("div", "tabbed-set tabbed-alternate"), ("div", ""), ("div", "tabbed-block")]),
)


def _parent(chosen: random.Random) -> ElementTree.Element:
    parent = inner = ElementTree.Element(chosen.choice(("div", "li", "blockquote", "dd")))
    for _ in range(chosen.randint(0, 2)):
        for tag, kind in chosen.choice(_GOING_ON):
            inner = ElementTree.SubElement(inner, tag, {"class": kind})
    return parent


def test_a_processor_that_nobody_knows_is_asked_about_words() -> None:
    class Loud(BlockProcessor):
        def test(self, parent: ElementTree.Element, block: str) -> bool:
            return block == "loud"

        def run(self, parent: ElementTree.Element, blocks: list[str]) -> None:
            ElementTree.SubElement(parent, "h6").text = blocks.pop(0).upper()

    passing = pass_words_on(_converter())
    assert "LOUD" not in passing.convert("loud")
    passing.parser.blockprocessors.register(Loud(passing.parser), "loud", 200)
    assert "<h6" in passing.reset().convert("loud")
    assert not is_silent(Loud(passing.parser))


def test_who_goes_over_blocks_in_another_way_goes_on_so() -> None:
    class Other(BlockParser):
        pass

    converter = _converter()
    converter.parser.__class__ = Other
    assert type(pass_words_on(converter).parser) is Other
