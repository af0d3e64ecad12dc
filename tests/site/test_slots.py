"""Slots: marked where something is said or sent, and nowhere else; never in place of a link."""

from __future__ import annotations

import markdown
import pytest

from handbook.model.slots import without_slots
from handbook.reading.markdown.parse import parse

EXTENSIONS = [
    "admonition",
    "attr_list",
    "md_in_html",
    "pymdownx.tasklist",
    "handbook.site.slot_markup",
    "toc",
]
SLOT = '<span class="slot">30</span>'


def converted(text: str) -> str:
    return markdown.markdown(text, extensions=EXTENSIONS)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("## Say {#say}\n\n- “Within [30] days.”", id="a phrase to say"),
        pytest.param("## Don’t {#dont-say}\n\n- “Within [30] days.” Why.", id="a phrase to leave unsaid"),
        pytest.param("## Write {#write}\n\n### E-mail {#write-email}\n\n> Within [30] days.", id="a reply"),
        pytest.param("## Other {#other}\n\n> Within [30] days.", id="a quotation anywhere"),
        pytest.param('!!! local-rule "Rule"\n\n    Within [30] days.', id="a local rule"),
        pytest.param("“Within [30] days.”\n{ .phrase }", id="a phrase of the phrasebook"),
        pytest.param(
            '“Soon.”\n{ .phrase }\n\n- <span lang="pl">„W [30] dni”</span>', id="the same in Polish"
        ),
        pytest.param('<div class="brief" markdown>\n\n- Within [30] days.\n\n</div>', id="a brief"),
        pytest.param("## Say {#say}\n\n- **Within [30] days.**", id="bold type"),
        pytest.param("## Say {#say}\n\n- [30]", id="the whole line"),
        pytest.param("## Say {#say}\n\n- *a* b [30] *c*", id="between two emphasised words"),
    ],
)
def test_a_slot_is_marked(text: str) -> None:
    assert converted(text).count(SLOT) == 1
    assert "[30]" not in converted(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("Within [30] days.", "[30]", id="a paragraph before any section"),
        pytest.param("## Why {#why}\n\n- Within [30] days.", "[30]", id="another section"),
        pytest.param("## Say [30] {#say}\n\n- a", "Say [30]", id="a heading"),
        pytest.param("## Say {#say}\n\n- `[30]`", "<code>[30]</code>", id="code"),
        pytest.param("## Say {#say}\n\n- \\[30\\]", "<li>[30]</li>", id="escaped brackets"),
        pytest.param("## Say {#say}\n\n- [30](a.md)", '<a href="a.md">30</a>', id="a link"),
        pytest.param(
            "## Say {#say}\n\n- [in [30] days](a.md)", '<a href="a.md">in [30] days</a>', id="within"
        ),
        pytest.param("## Say {#say}\n\n- [30]\n\n[30]: a.md", '<a href="a.md">30</a>', id="a reference"),
        pytest.param(
            "## Say {#say}\n\n- [b][30]\n\n[30]: a.md", '<a href="a.md">b</a>', id="a full reference"
        ),
        pytest.param("## Say {#say}\n\n- ![30](a.png)", 'alt="30"', id="a picture"),
        pytest.param("## Say {#say}\n\n- [ ] Done", 'type="checkbox"', id="a box to tick"),
    ],
)
def test_everything_else_stays_as_it_is(text: str, shown: str) -> None:
    assert "slot" not in converted(text)
    assert shown in converted(text)


def test_several_slots_keep_the_words_between_them() -> None:
    text = converted("## Say {#say}\n\n- “By [30], not [45], see [us] *there*.”")
    assert (
        'By <span class="slot">30</span>, not <span class="slot">45</span>, '
        'see <span class="slot">us</span> <em>there</em>.' in text
    )


def test_each_line_of_a_reply_stays_a_line() -> None:
    text = converted("## W {#write}\n\n### E {#write-email}\n\n> Kind *regards*,\n> [Ann]\n> Shop\n>\n> PS")
    assert '<p>Kind <em>regards</em>,<br />\n<span class="slot">Ann</span><br />\nShop</p>'.replace(
        "\n", ""
    ) in text.replace("\n", "")
    assert text.count("<br") == 2
    assert "<br" not in converted("## Why {#why}\n\n> a\n> b")


def test_a_slot_is_no_missing_reference() -> None:
    document = parse("# T\n\n## Say {#say}\n\n- “By [30], or [45].”\n- [Ms Lee]\n")
    assert document.problems == ()
    assert document.links == ()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param("do [30] dni", "do  dni", id="a slot"),
        pytest.param("[30](a.md) [b][30]", "[30](a.md) [b][30]", id="links"),
        pytest.param("[^1] [x] [ ]", "[^1] [x] [ ]", id="a footnote and boxes"),
    ],
)
def test_numbers_in_slots_are_not_compared(text: str, left: str) -> None:
    assert without_slots(text).split() == left.split()
