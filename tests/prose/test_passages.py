"""What is prose in a text, and where its sentences end."""

from __future__ import annotations

import pytest

from handbook.prose.page_passages import passages
from handbook.prose.sentences import sentences
from handbook.reading.markdown.parse import parse
from tests.prose.judging import HEAD, SYNTAX, judged, page

pytestmark = pytest.mark.usefixtures("words_asked")


@pytest.mark.parametrize(
    ("code", "text", "count"),
    [
        pytest.param("pl", "Zobacz np. Kraków, ul. Długą i nr 5. Potem wróć.", 2, id="Polish abbreviations"),
        pytest.param(
            "hr", "Pitajte npr. Zagreb ili g. Horvata na str. 5. Zatim se vratite.", 2, id="Croatian ones"
        ),
        pytest.param(
            "en", "See e.g. London or Mr. Smith on p. 5. The answer is no. Then go.", 3, id="English ones"
        ),
        pytest.param("en", "Say: “Let’s start. I’ll check.” Then wait.", 3, id="sentences in a quotation"),
        pytest.param("pl", "„Tak jest”. To wyrzut! Czy na pewno?", 3, id="a full stop after the marks"),
        pytest.param(
            "hr", "Rok je 22. studenoga. Javite se do 1. 12. 2026. godine.", 2, id="ordinal numbers"
        ),
        pytest.param("en", "Wait … and listen. Hm… Then speak.", 3, id="ellipses"),
    ],
)
def test_sentences_end_where_a_reader_ends_them(code: str, text: str, count: int) -> None:
    (passage,) = passages(page(f"{text}\n", code), code, SYNTAX)
    found = list(sentences(passage))
    assert len(found) == count, [passage.text[start:end] for start, end in found]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("> Dear Ms [Okafor-Szczepanik],\n>\n> We wil", "en", id="a name in a reply"),
        pytest.param("- “Ask [Xqwzt] in [Wrzzkbk].”\n- We wil", "en", id="names in a phrase"),
    ],
)
def test_what_stands_in_a_slot_is_no_prose(text: str, code: str) -> None:
    text = f"{HEAD}## Say {{#say}}\n\n{text}\n"
    found = [
        (fault.rule, fault.broken.values["word"]) for fault in judged(text, code) if fault.rule == "spelling"
    ]
    assert found == [("spelling", "wil")]


def test_brackets_that_are_no_slot_are_prose() -> None:
    text = f"{HEAD}## Why {{#why}}\n\nAsk [Xqwzt] about it.\n"
    assert [fault.broken.values["word"] for fault in judged(text, "en") if fault.rule == "spelling"] == [
        "Xqwzt"
    ]


def test_the_paragraphs_of_a_quotation_are_read_one_by_one() -> None:
    text = f"{HEAD}> Poštovana gospođo,\n>\n> hvala vam.\n"
    found = [passage.text for passage in passages(page(text, "hr"), "hr", SYNTAX)][1:]
    assert found == ["Poštovana gospođo,", "hvala vam."]


def test_an_address_in_a_slot_is_an_example() -> None:
    def rules(text: str) -> list[str]:
        return [problem.rule for problem in parse(text).problems]

    assert rules("## Write {#write}\n\n### E-mail {#write-email}\n\n> Write to [office@example.org].\n") == []
    assert rules("## Write {#write}\n\n### E-mail {#write-email}\n\n> Write to office@example.org.\n") == [
        "link-bare"
    ]
    assert rules("## Why {#why}\n\nWrite to [office@example.org].\n") == ["link-bare"]
    assert rules("Write to [office@example.org].\n\n## Say {#say}\n\n- a\n") == ["link-bare"]
