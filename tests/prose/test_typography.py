"""Signs: which are found at their places and mended, and which are left alone."""

from __future__ import annotations

import pytest

from handbook.base.edits import apply
from handbook.base.positions import Position
from handbook.findings.messages import worded
from handbook.languages import CODES
from handbook.model.project import Fault
from tests.prose.judging import HEAD, judged, places

pytestmark = pytest.mark.usefixtures("words_asked")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        pytest.param(
            "en", "A well-known, front-line answer – and a good one.", id="hyphens in words and a spaced dash"
        ),
        pytest.param(
            "en", "Claim S0-06 of 2026-11-22, pages 10–12, at -5 degrees.", id="numbers with hyphens"
        ),
        pytest.param("en", "The line Zagreb–Split is long.", id="a dash between two places"),
        pytest.param("en", "It’s “what the customer calls ‘a joke’ here”.", id="a quotation in a quotation"),
        pytest.param("pl", "Powiedz: „to jest «dobry» powód”.", id="a quotation in a Polish quotation"),
        pytest.param("en", "The customers’ words and rock ’n’ roll.", id="apostrophes at the edge of words"),
        pytest.param("en", 'The screen has 5" and no more.', id="inches"),
        pytest.param("en", "Wait … and listen.", id="an ellipsis between spaces"),
        pytest.param("en", "Press ++ctrl+k++, or ++page-down++.", id="keys"),
        pytest.param("en", "Ring up :material-phone: today.", id="an icon"),
        pytest.param("en", 'Write `somthing  "odd" - here...` as code.', id="code"),
        pytest.param("en", '```\nsomthing  "odd" - here...\n```', id="a block of code"),
        pytest.param("en", '    somthing  "odd" - here...', id="indented code"),
        pytest.param("en", '<!-- somthing  "odd" - here... -->', id="a comment"),
        pytest.param(
            "en", "See <https://example.org/somthing--odd> or somthing.example.org.", id="addresses"
        ),
        pytest.param("en", "Offer *one* thing and **more**, please.", id="emphasis before a comma"),
        pytest.param(
            "en", "See [the card](card.md), please; [this one](x.md): here.", id="links before punctuation"
        ),
        pytest.param("en", "A line\nthat [goes\non](x.md) here.", id="a line end in a link"),
        pytest.param(
            "en", "![A picture](x.png) of it.\n\n| a | b |\n|---|---|\n| c | d |", id="a picture and a table"
        ),
        pytest.param("en", "Written with MkDocs, as YAML, under CC BY.", id="names set in their own way"),
        pytest.param(
            "pl", "Kliknij **Create pull request**, a potem „Files changed”.", id="buttons in English"
        ),
        pytest.param("hr", "Poljska riječ „obsługa” znači podrška.", id="a foreign word in quotation marks"),
        pytest.param(
            "en", 'Said <span lang="pl">nie mogę tego teraz zrobić</span>.', id="words marked as Polish"
        ),
        pytest.param("en", "Nie mogę tego zrobić.\n{: lang=pl }", id="a paragraph marked as Polish"),
        pytest.param("pl", "To nic nowego.", id="too few words to tell the language"),
        pytest.param(
            "hr", "Reći će da neko vrijeme čeka.", id="Croatian words that a list could wrongly have"
        ),
        pytest.param("en", "A quiet voice, by Anna’s\u2011side.", id="a hyphen that does not break"),
    ],
)
def test_what_looks_like_a_fault_is_left_alone(code: str, text: str) -> None:
    assert places(HEAD + text, code) == []


@pytest.mark.parametrize(
    ("code", "text", "rule", "column", "better"),
    [
        pytest.param(
            "pl", 'Powiedz "tak" od razu.', "quote-wrong", 9, "Powiedz „tak” od razu.", id="straight marks"
        ),
        pytest.param(
            "pl", "Powiedz “tak” od razu.", "quote-wrong", 9, "Powiedz „tak” od razu.", id="English marks"
        ),
        pytest.param("hr", "Recite „da“ odmah.", "quote-wrong", 8, "Recite „da” odmah.", id="German marks"),
        pytest.param("hr", "Recite «da» odmah.", "quote-wrong", 8, "Recite „da” odmah.", id="French marks"),
        pytest.param("en", "Say 'yes' now.", "quote-wrong", 5, "Say “yes” now.", id="single marks"),
        pytest.param("en", "It isn't so.", "quote-wrong", 7, "It isn’t so.", id="a straight apostrophe"),
        pytest.param(
            "en", "The customers' words.", "quote-wrong", 14, "The customers’ words.", id="one at the end"
        ),
        pytest.param(
            "pl", "Powiedz „tak od razu.", "quote-unpaired", 9, None, id="a mark that is never closed"
        ),
        pytest.param(
            "hr", "Recite da” odmah.", "quote-unpaired", 10, None, id="a mark that was never opened"
        ),
        pytest.param("pl", "Zasada - a nie nakaz.", "dash-wrong", 7, "Zasada – a nie nakaz.", id="a hyphen"),
        pytest.param(
            "en", "A rule -- not an order.", "dash-wrong", 7, "A rule – not an order.", id="two hyphens"
        ),
        pytest.param(
            "en", "A rule—not an order.", "dash-wrong", 7, "A rule – not an order.", id="an em dash"
        ),
        pytest.param("en", "A rule–not an order.", "dash-wrong", 7, "A rule – not an order.", id="no spaces"),
        pytest.param("hr", "Pravilo– a ne nalog.", "dash-wrong", 8, "Pravilo – a ne nalog.", id="one space"),
        pytest.param("pl", "Poczekaj...", "ellipsis-wrong", 9, "Poczekaj…", id="three dots"),
        pytest.param("pl", "Poczekaj  chwilę.", "space-wrong", 9, "Poczekaj chwilę.", id="two spaces"),
        pytest.param(
            "pl", "Poczekaj , proszę.", "space-wrong", 9, "Poczekaj, proszę.", id="a space before a comma"
        ),
        pytest.param(
            "pl", "Poczekaj,proszę.", "space-wrong", 9, "Poczekaj, proszę.", id="none after a comma"
        ),
        pytest.param(
            "en", "Wait.Then answer.", "space-wrong", 5, "Wait. Then answer.", id="none after a sentence"
        ),
        pytest.param(
            "pl", "Idź z\u00a0klientem.", "space-wrong", 6, "Idź z klientem.", id="a typed no-break space"
        ),
    ],
)
def test_a_sign_is_found_at_its_place_and_mended(
    code: str, text: str, rule: str, column: int, better: str | None
) -> None:
    found = judged(HEAD + text, code)
    assert [(f.rule, f.position) for f in found] == [(rule, Position(5, column))]
    mended, _ = apply(HEAD + text, [fault.fix for fault in found if fault.fix])
    assert mended == HEAD + (text if better is None else better)
    for other in CODES:
        (finding,) = worded(Fault(f.broken, f.file, f.position, other) for f in found)
        assert finding.message
        assert better is None or finding.suggestion


def test_signs_in_markup_are_found_but_never_mended_wrongly() -> None:
    text = f'{HEAD}Say "**yes** or [no](x.md)" now - please.'
    mended, count = apply(text, [fault.fix for fault in judged(text, "en") if fault.fix])
    assert (mended, count) == (text.replace(" - ", " – "), 1)
    assert places(text, "en") == [("dash-wrong", 5, 32), ("quote-wrong", 5, 5)]
