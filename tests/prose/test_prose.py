"""The prose checks on single pages: what they find, what they leave alone, and what they mend."""

# ruff: noqa: E501  The pieces are a table.

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handbook.base.edits import apply
from handbook.base.positions import Position
from handbook.checks import PROSE_CHECKS, ProseCheck, typography, wrong_language
from handbook.checks import sentences as sentence_lengths
from handbook.commands.cli import main
from handbook.findings import faults, severities
from handbook.findings.messages import worded
from handbook.languages import CODES
from handbook.model.project import Fault, Page, Project
from handbook.model.rules import ERROR, NOTICE, PROSE
from handbook.model.rules.prose import ProseUnavailable
from handbook.model.sources import Names, Nonstandard
from handbook.prose import detection, hunspell
from handbook.prose.data_passages import aligned
from handbook.prose.inflexion import Phrases, phrase
from handbook.prose.nonstandard import Patterns
from handbook.prose.page_passages import passages
from handbook.prose.passage import Kind, Passage
from handbook.prose.project_texts import texts
from handbook.prose.sentences import sentences
from handbook.prose.word_list import Accepted
from handbook.reading.markdown.parse import parse
from tests.support.project import BASE, read, replace

pytestmark = pytest.mark.usefixtures("words_asked")
SMALL = read(BASE)
SYNTAX = SMALL.settings.syntax
GUIDE = "docs/{}/guides/listening.md"
HEAD = "---\ntitle: OK\n---\n\n"  # What follows begins on line 5.

Place = tuple[str, int, int]


def page(text: str, code: str) -> Page:
    """A page of the small handbook with another text."""
    file = GUIDE.format(code)
    path = file.removeprefix("docs/")
    return Page(path, file, code, path.removeprefix(f"{code}/"), parse(text))


def judged(text: str, code: str, checks: Sequence[ProseCheck] = PROSE_CHECKS) -> list[Fault]:
    """What the prose checks find on a page, alone in the small handbook."""
    one = page(text, code)
    project = Project(SMALL.settings, {one.path: one}, SMALL.files, SMALL.sources)
    read = texts(project, passages(one, code, SYNTAX))
    return [fault for check in checks for fault in check(project, read)]


def places(text: str, code: str) -> list[Place]:
    found = judged(text, code)
    return sorted((fault.rule, fault.position.line, fault.position.column) for fault in found)


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


@pytest.mark.parametrize(
    ("code", "word", "form"),
    [
        ("pl", "petent", "petentami"),
        ("pl", "petent", "Petenci"),
        ("pl", "oddzwonienie", "oddzwonienia"),
        ("pl", "łamać zasady", "Łamiesz zasadę"),
        ("pl", "deeskalować", "deeskalacja"),
        ("hr", "klijent", "klijentima"),
        ("hr", "mušterija", "mušterije"),
        ("hr", "kršiti pravilo", "kršite pravila"),
        ("hr", "deeskalirati", "deeskalirajte"),
        ("en", "client", "clients"),
        ("en", "escalate", "escalating"),
        ("en", "break the rule", "broke the rules"),
        ("en", "de-escalate", "de-escalated"),
    ],
)
def test_a_word_to_avoid_is_known_in_all_its_forms(code: str, word: str, form: str) -> None:
    found = Phrases([phrase(word, code)]).found(form.lower().split())
    assert [at for at, _ in found] == [0]


@pytest.mark.parametrize(
    ("code", "word", "other"),
    [
        pytest.param("pl", "oddzwonienie", "oddzwonić", id="the verb of an action"),
        pytest.param("hr", "glumljenje", "glumiti", id="the verb of a Croatian action"),
        pytest.param("hr", "spor", "sporije", id="an adjective of the same letters"),
        pytest.param("en", "damages", "damage", id="a plural that is a word of its own"),
        pytest.param("en", "rep", "report", id="a longer word"),
    ],
)
def test_a_word_to_avoid_brings_no_other_word_along(code: str, word: str, other: str) -> None:
    assert list(Phrases([phrase(word, code)]).found([other])) == []


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


def test_nonstandard_words_match_by_pattern() -> None:
    entry = {"avoid": ["promen*", "bi|da ste"], "except": ["promenad*"], "use": "x"}
    patterns = Patterns([Nonstandard.model_validate(entry)])
    (passage,) = passages(page("Promenama, promenada, bi ste, da, ste, bismo.\n", "hr"), "hr", SYNTAX)
    assert [passage.text[start:end] for start, end, _ in patterns.found(passage, set(passage.tokens))] == [
        "Promenama",
        "bi ste",
    ]


@pytest.mark.parametrize(
    ("pattern", "word", "expected"),
    [
        ("šta", "šta", True),
        ("šta", "štap", False),
        ("bi|bih", "bih", True),
        ("obezb*", "obezbijediti", True),
        ("obezb*", "Obezb", True),
        ("obezb*", "obezb-foto", False),
        ("u*iti", "učiti", True),
        ("u*iti", "uti", False),
        ("*sa", "kolesa", True),
        ("a|s*", "stol", True),
    ],
)
def test_a_pattern_of_one_word(pattern: str, word: str, expected: bool) -> None:
    patterns = Patterns([Nonstandard(avoid=[pattern], use="x")])
    assert (word in patterns) is expected


def test_words_are_accepted_with_a_capital_and_by_their_beginning() -> None:
    names = Accepted({"all": Names(["chatbot", "Zagreb*", "web*"]), "hr": Names(["eura"])}, "hr")
    words = {"chatbot", "Chatbot", "Zagrebom", "zagrebom", "webom", "Webom", "eura", "Eura", "euro"}
    assert {word for word in words if word not in names} == {"zagrebom", "euro"}
    assert set(names.lacking(words)) == {"zagrebom", "euro"}


def test_a_dictionary_knows_words_of_another_language_that_are_its_own(handbook: Project) -> None:
    """A word that by its letters cannot be its own is not asked for, and not known."""
    given = [
        Passage("x.md", code, text, ((0, 1, 1),), Kind.PARAGRAPH)
        for code, text in (("pl", "Dom, krzesło, qzrk"), ("hr", "šetnja, mama"), ("en", "queue"))
    ]
    read_texts = texts(handbook, given)
    everything = {"Dom", "krzesło", "qzrk", "šetnja", "mama", "queue"}
    known = {code: everything - words for code, words in read_texts.answered.items()}
    assert known == {
        "pl": {"Dom", "krzesło", "mama"},
        "hr": {"Dom", "šetnja", "mama"},
        "en": {"Dom", "mama", "queue"},
    }


@pytest.mark.parametrize(
    ("dictionary", "wrong"),
    [
        pytest.param("en_GB", {"ve", "d'accord"}, id="has words with an apostrophe"),
        pytest.param("pl_PL", {"ve", "I've", "you've"}, id="takes words apart there"),
        pytest.param("hr_HR", {"ve", "I've", "you've"}, id="has none"),
    ],
)
def test_a_word_with_an_apostrophe_is_judged_whatever_the_others_are(
    monkeypatch: pytest.MonkeyPatch, dictionary: str, wrong: set[str]
) -> None:
    def wrong_among(*words: str) -> frozenset[str]:
        monkeypatch.setattr(hunspell, "_known", {})
        answer = hunspell.Dictionaries([dictionary]).unknown({dictionary: set(words)})[dictionary]
        assert isinstance(answer, frozenset)
        return answer

    words = ["ve", "I've", "you've", "d'accord"]
    alone = frozenset().union(*map(wrong_among, words))
    assert wrong_among(*words) == alone
    assert wrong <= alone


def test_dictionaries_that_were_read_ahead_are_used_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hunspell, "_known", {})
    monkeypatch.setattr(hunspell, "_ahead", {})
    hunspell.read_ahead()
    ahead = dict(hunspell._ahead)
    hunspell.read_ahead()
    assert hunspell._ahead == ahead
    dictionaries = hunspell.Dictionaries(["en_GB"])
    assert dictionaries.unknown({"en_GB": {"word", "wrod"}}) == {"en_GB": frozenset({"wrod"})}
    assert set(hunspell._ahead) == {"pl_PL", "hr_HR"}
    assert (process := ahead["en_GB"]) is not None
    assert process.returncode == 0
    for process in hunspell._ahead.values():
        assert process is not None
        process.communicate()


POLISH = "Kto został wysłuchany, łatwiej przyjmie zasadę i rzadziej się kłóci."
CROATIAN = "Tko je saslušan, lakše prihvaća pravilo i rjeđe se svađa."
FOREIGN = "text-wrong-language"


class TestForeign:
    def found(self, text: str, code: str) -> list[Place]:
        return [place for place in places(text, code) if place[0] == FOREIGN]

    def test_a_paragraph(self) -> None:
        text = f"{HEAD}{CROATIAN}\n\n## Dalje {{#more}}\n\n{CROATIAN}\n\n{POLISH}\n"
        assert self.found(text, "hr") == [(FOREIGN, 11, 1)]

    def test_a_section_is_one_finding(self) -> None:
        text = f"{HEAD}{CROATIAN}\n\n## Dalej {{#more}}\n\n{POLISH}\n\n- {POLISH}\n- {POLISH}\n"
        assert self.found(text, "hr") == [(FOREIGN, 9, 1)]

    def test_a_page_is_one_finding(self) -> None:
        text = f"{HEAD}{POLISH}\n\n## Dalej {{#more}}\n\n{POLISH}\n\n- {POLISH}\n"
        assert self.found(text, "hr") == [(FOREIGN, 5, 1)]

    def test_short_pieces_are_judged_together(self) -> None:
        text = f"{HEAD}- Wysłuchaj prośby.\n- Odmów jednym zdaniem.\n- Podaj powód.\n"
        assert self.found(text, "hr") == [(FOREIGN, 5, 3)]

    def test_a_title_and_what_customers_say(self) -> None:
        text = (
            f"---\ntitle: {POLISH}\ncustomer_words:\n- {POLISH}\n---\n{CROATIAN}\n\n{CROATIAN} {CROATIAN}\n"
        )
        assert self.found(text, "hr") == [(FOREIGN, 2, 8), (FOREIGN, 4, 3)]

    def test_without_dictionaries_too(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(hunspell, "HUNSPELL", "no-such-program")
        monkeypatch.setattr(hunspell, "_ahead", {})
        monkeypatch.setattr(hunspell, "_known", {})
        assert self.found(f"{HEAD}{CROATIAN}\n\n{POLISH}\n\n{CROATIAN}\n", "hr") == [(FOREIGN, 7, 1)]

    def test_without_its_models_it_says_so(self, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(detection, "is_available", lambda: False)
        (fault,) = [fault for fault in faults(project, prose=True) if fault.rule in PROSE]
        assert (fault.rule, fault.file) == ("prose-unavailable", "mkdocs.yml")
        assert fault.broken.values["missing"] == "lingua-language-detector"

    def test_what_is_foreign_is_not_misspelt_as_well(self, root: Path) -> None:
        replace(root, "docs/en/guides/listening.md", "Offer something else.", f'{POLISH} "Tak" - klijent.')
        assert {fault.rule for fault in faults(read(root), prose=True)} == {FOREIGN}

    def test_it_is_judged_on_a_site_without_cards(self, root: Path) -> None:
        replace(root, "mkdocs.yml", "    cards: scenarios\n", "")
        replace(root, "docs/en/guides/listening.md", "Offer something else.", f"Offer somthing.\n\n{POLISH}")
        found = [(fault.rule, fault.position.line) for fault in faults(read(root), prose=True)]
        assert [place for place in found if place[0] in PROSE] == [(FOREIGN, 21)]

    def test_texts_of_the_handbook_are_told_apart(self, handbook: Project) -> None:
        """The reasons of every card, put on a page in another language: at most one in a hundred passes."""
        reasons = [
            (one.language, section.paragraphs[0])
            for one in handbook.pages.values()
            if handbook.is_card(one) and (section := one.document.section("why")) and section.paragraphs
        ]
        moved = [
            Passage("x.md", code, text, ((0, 1, 1),), Kind.PARAGRAPH, page=page("", code))
            for own, text in reasons
            for code in CODES
            if code != own
        ]
        assert len(moved) > 300
        numbered = [
            Passage(f"{n}.md", p.language, p.text, p.places, p.kind, page=p.page) for n, p in enumerate(moved)
        ]
        found = list(wrong_language.check(handbook, texts(handbook, numbered)))
        assert len(found) >= 0.99 * len(moved)


def test_nothing_is_asked_where_the_prose_is_not_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hunspell, "_start", None)
    monkeypatch.setattr(detection, "is_available", None)
    waiver = "<!-- handbook: allow spelling until 2099-01-31: a name -->"
    replace(root, "docs/en/guides/listening.md", "Offer something else.", f"{waiver}\n\nOffer somthing.")
    assert faults(read(root)) == []


@pytest.mark.parametrize(
    ("chosen", "in_ci", "severity"),
    [
        pytest.param({}, False, NOTICE, id="a notice on a machine of one's own"),
        pytest.param({}, True, ERROR, id="an error in CI"),
        pytest.param({"prose-unavailable": NOTICE}, True, NOTICE, id="what the project chose counts"),
    ],
)
def test_a_missing_tool_is_a_notice_and_in_ci_an_error(
    chosen: dict[str, str], in_ci: bool, severity: str
) -> None:
    fault = Fault(ProseUnavailable(missing="lingua", install="uv sync"), "mkdocs.yml")
    (finding,) = worded([fault], severities(chosen, in_ci=in_ci))
    assert finding.severity == severity


@pytest.mark.parametrize(("ci", "status"), [("", 0), ("true", 1)])
def test_the_command_fails_without_its_tools_in_ci_alone(
    root: Path, monkeypatch: pytest.MonkeyPatch, ci: str, status: int
) -> None:
    monkeypatch.setattr(hunspell, "HUNSPELL", "no-such-program")
    monkeypatch.setattr(hunspell, "_ahead", {})
    monkeypatch.setattr(hunspell, "_known", {})
    monkeypatch.setenv("CI", ci)
    assert main(["check", "--project", str(root)]) == status
    assert main(["check", "--no-prose", "--project", str(root)]) == 0


def test_the_command_reads_and_mends_prose(root: Path) -> None:
    file = "docs/en/guides/listening.md"
    replace(root, file, "Offer something else.", "Offer something - or more...")
    assert main(["check", "--no-prose", "--fix", "--project", str(root)]) == 0
    assert main(["check", "--project", str(root)]) == 1
    assert main(["check", "--fix", "--project", str(root)]) == 0
    assert "Offer something – or more…" in (root / file).read_text("utf8")


@pytest.mark.parametrize(
    "source",
    [
        "a: one two",
        "a: 'one two'",
        'a: "one two"',
        "a: >-\n  one\n  two",
        "a: |\n  one two",
        "a:\n  one\n    two",
    ],
)
def test_a_word_in_yaml_is_found_at_its_place(source: str) -> None:
    lines = source.split("\n")
    ((_, line, column), *_), (*_, last) = (aligned(lines, Position(1), "one two", "a"),) * 2
    assert lines[line - 1][column - 1 :].startswith("one")
    row, at = last[1], last[2] + len("one two") - last[0] - 3
    assert lines[row - 1][at - 1 :].startswith("two")


PIECES = st.sampled_from(
    [
        "\n", "\n\n", " ", "  ", "- ", "1. ", "> ", "| ", "# ", "## x {#y}\n", "*", "**", "_", "`", "```\n",
        "~~~\n", "<", ">", "<b>", "</b>", "<br>", '<span lang="hr">', "</span>", "<!--", "-->", "<div>\n",
        "</div>\n", "[", "](x.md)", "![", "]", "{#a}", "{: lang=hr }", "{{ x }}", "&amp;", "&nbsp;", "\\*",
        "\\", '!!! note "T"\n', "    ", "[^1]", "[^1]: ", "---\n", '"', "'", "„", "”", "“", "«", "»", "–", "—",
        "-", "...", "…", ".", ",", "\u00a0", "\u2011", "klient", "Kupac", "don't", "Ż", "9",
    ]
)  # fmt: skip
# `make long` takes five times as many.
MANY = settings(
    max_examples=200 * int(os.environ.get("EXAMPLES", "1")),
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
TEXT = st.lists(PIECES | st.text(max_size=4), max_size=40).map(lambda parts: "".join(parts).replace("\r", ""))


@MANY
@given(text=TEXT, code=st.sampled_from(CODES))
def test_any_text_is_taken_apart_and_keeps_its_places(text: str, code: str) -> None:
    one = page(HEAD + text, code)
    for passage in passages(one, code, SYNTAX):
        for word, at in passage.words:
            place = passage.position(at)
            if passage.is_verbatim(at, at + len(word)) and "&" not in text:
                assert one.document.lines[place.line - 1].startswith(word, place.column - 1)
        assert all(start < end for start, end in sentences(passage))


@MANY
@given(text=TEXT, code=st.sampled_from(CODES))
def test_any_text_can_be_judged(text: str, code: str) -> None:
    found = judged(HEAD + text, code, [typography.check, sentence_lengths.check])
    assert all(finding.message and finding.line >= 1 <= finding.column for finding in worded(found))
    mended, _ = apply(HEAD + text, [fault.fix for fault in found if fault.fix])
    assert mended.count("\n") == (HEAD + text).count("\n")


def test_without_dictionaries_nothing_in_the_handbook_is_taken_for_another_language(
    handbook: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hunspell, "HUNSPELL", "no-such-program")
    monkeypatch.setattr(hunspell, "_ahead", {})
    monkeypatch.setattr(hunspell, "_known", {})
    found = [fault for fault in faults(handbook, prose=True) if fault.rule in PROSE]
    assert [fault.rule for fault in found] == ["prose-unavailable"]


def test_the_prose_of_the_handbook_is_clean_and_every_tool_is_there(handbook: Project) -> None:
    """Where hunspell, a dictionary or lingua is missing this fails and says what to install."""
    found = [fault for fault in faults(handbook, prose=True) if fault.rule in PROSE]
    assert [str(finding) for finding in worded(found, handbook.settings.severities)] == []


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
