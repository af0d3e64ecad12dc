"""What is converted with each block shown only to whom it may concern is what Python-Markdown makes of it."""

from __future__ import annotations

import random
from xml.etree import ElementTree

import markdown
import pytest
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from mkdocs.config import load_config

from adapter.block_processors import ACTING_ON, may_act, signs_of, try_where_due
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
    usual, sparing, chosen = _converter(), try_where_due(_converter()), random.Random(7)
    for _ in range(_TEXTS):
        text = "".join(chosen.choices(_PIECES, k=chosen.randint(1, 25)))
        assert sparing.reset().convert(text) == usual.reset().convert(text), text


def test_the_handbooks_own_pages_become_the_same() -> None:
    usual, sparing = _converter(), try_where_due(_converter())
    pages = sorted((ROOT / "docs").glob("*/**/*.md"))[::7]
    assert len(pages) > 30
    for page in pages:
        text = page.read_text("utf8")
        assert sparing.reset().convert(text) == usual.reset().convert(text), page


@pytest.mark.parametrize("name", sorted(ACTING_ON))
def test_nobody_who_is_passed_over_does_anything_with_the_block(name: str) -> None:
    """Each is there under its name, and silent wherever a block without its signs may stand."""
    all_of_them = list(_converter().parser.blockprocessors)
    processors = {f"{type(one).__module__}.{type(one).__qualname__}": one for one in all_of_them}
    chosen = random.Random(7)
    blocks = ["".join(chosen.choices(_PIECES, k=chosen.randint(0, 9))) for _ in range(_TEXTS)]
    passed = [block for block in blocks if not may_act(processors[name], signs_of(block))]
    assert len(passed) > 200
    for block in passed:
        parent, given = _parent(chosen), [block, "    m"]
        before = ElementTree.tostring(parent), list(given)
        is_tried = processors[name].test(parent, given[0])
        assert not is_tried or processors[name].run(parent, given) is False, block
        assert (ElementTree.tostring(parent), given) == before, block


@pytest.mark.parametrize("name", sorted(ACTING_ON))
def test_who_acts_on_a_block_is_asked(name: str) -> None:
    """Of each there is a block that it changes, which has its signs."""
    blocks = {
        "EmptyBlockProcessor": "\na",
        "ListIndentProcessor": "    a",
        "DefListIndentProcessor": "    a",
        "SuperFencesCodeBlockProcessor": "    a",
        "BlockQuoteProcessor": "> a",
        "HRProcessor": "a\n***",
        "HashHeaderProcessor": "a\n# b",
        "OListProcessor": "  ١. a",
        "UListProcessor": " + a",
        "ReferenceProcessor": "a\n  [b]: c",
        "SetextHeaderProcessor": "a\n=",
        "AbbrBlockprocessor": "a\n*[b]: c",
        "AdmonitionProcessor": "a\n!!! note",
        "DetailsProcessor": "a\n??? note",
        "TabbedProcessor": 'a\n=== "b"',
        "DefListProcessor": "a\n:   b",
        "FootnoteBlockProcessor": "a\n  [^b]: c",
        "MarkdownInHtmlProcessor": "\x02wzxhzdk:0\x03",
        "TableProcessor": "a | b\n --|--",
        "BlocksProcessor": "a\n /// caption",
    }
    processors = {
        f"{type(one).__module__}.{type(one).__qualname__}": one for one in _converter().parser.blockprocessors
    }
    block = blocks[name.rpartition(".")[2]]
    assert may_act(processors[name], signs_of(block))
    parents = [ElementTree.Element("div"), _list("ul", "li"), _list("dl", "dd")]
    if name.endswith("MarkdownInHtmlProcessor"):
        processors[name].parser.md.htmlStash.store(ElementTree.Element("p"))
    assert any(processors[name].test(parent, block) for parent in parents)


def _list(tag: str, entry: str) -> ElementTree.Element:
    parent = ElementTree.Element("div")
    ElementTree.SubElement(ElementTree.SubElement(parent, tag), entry)
    return parent


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


def test_a_processor_that_nobody_knows_is_asked_about_all() -> None:
    class Loud(BlockProcessor):
        def test(self, parent: ElementTree.Element, block: str) -> bool:
            return block == "loud"

        def run(self, parent: ElementTree.Element, blocks: list[str]) -> None:
            ElementTree.SubElement(parent, "h6").text = blocks.pop(0).upper()

    sparing = try_where_due(_converter())
    assert "LOUD" not in sparing.convert("loud")
    sparing.parser.blockprocessors.register(Loud(sparing.parser), "loud", 200)
    assert "<h6" in sparing.reset().convert("loud")
    assert may_act(Loud(sparing.parser), frozenset())


def test_who_goes_over_blocks_in_another_way_goes_on_so() -> None:
    class Other(BlockParser):
        pass

    converter = _converter()
    converter.parser.__class__ = Other
    assert type(try_where_due(converter).parser) is Other
