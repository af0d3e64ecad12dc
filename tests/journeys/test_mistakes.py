"""What beginners do: each mistake is told once, where it is, with its cure in the language of the page."""

from __future__ import annotations

import re

import pytest

from handbook.languages import CODES
from tests.journeys.mistaken_handbook import Change, Handbook
from tests.support.project import copy_of_the_handbook

CARD = "scenarios/swearing.md"
GUIDE = "guides/saying-no-well.md"


def swap(pattern: str, new: str, count: int = 1) -> Change:
    """Replace what a pattern finds; it has to stand there."""

    def change(text: str) -> str:
        changed, made = re.subn(pattern, new, text, count=count, flags=re.MULTILINE)
        assert made, pattern
        return changed

    return change


def after(pattern: str, added: str) -> Change:
    return swap(f"({pattern})", rf"\g<1>{added}")


LEAD = r"\A(?s:---\n.*?\n---\n\n)"

MISTAKES: dict[str, tuple[str, Change]] = {
    "smart quotes around a title that go on after them": (CARD, swap(r"^title: (.*)$", r'title: "\1" !')),
    "a title with a colon that is not quoted": (CARD, swap(r"^title: (.*)$", r"title: \1: x")),
    "a tab before a customer's words": (CARD, swap(r"^  - ", "\t- ")),
    "the closing dashes of the front matter deleted": (CARD, swap(r"\n---\n\n", "\n\n")),
    "a key misspelt": (CARD, swap(r"^title:", "titel:")),
    "a key twice": (CARD, swap(r"^(title: .*)$", r"\1\n\1")),
    "the title deleted": (CARD, swap(r"^title: .*\n", "")),
    "the id of a section deleted": (CARD, swap(r" \{#say\}", "")),
    "the id of a section with a capital letter": (CARD, swap(r"\{#say\}", "{#Say}")),
    "the id of a section without its sign": (CARD, swap(r"\{#say\}", "{say}")),
    "a heading retyped in other words": (CARD, swap(r"^## .+ \{#do\}", "## Xxx {#do}")),
    "a heading of a card deleted": (CARD, swap(r"^## .+ \{#dont-say\}\n\n", "")),
    "two sections of a card with the same id": (CARD, swap(r"\{#do\}", "{#say}")),
    "the answer deleted": (CARD, swap(rf"({LEAD})[^\n]+\n\n", r"\1")),
    "only one phrase left under Say": (
        CARD,
        swap(r"(?s)(\{#say\}\n\n- [^\n]+\n)(?:- [^\n]+\n)+", r"\1"),
    ),
    "a link copied from the browser's address bar": (
        GUIDE,
        after(LEAD, "[x](http://127.0.0.1:8000/pl/decide/). "),
    ),
    "a link to a page with its address on the site": (GUIDE, after(LEAD, "[x](../../decide/). ")),
    "a link to a page that is not there": (
        GUIDE,
        swap(r"\(\.\./scenarios/([a-z-]+)\.md\)", r"(../scenarios/\1x.md)"),
    ),
    "a space between a link's text and its target": (GUIDE, swap(r"\]\((\.\./scenarios)", r"] (\1")),
    "the brackets of a link the wrong way round": (
        GUIDE,
        swap(r"\[([^\]]+)\]\((\.\./scenarios/[a-z-]+\.md)\)", r"(\1)[\2]"),
    ),
    "a link with a backslash": (GUIDE, swap(r"\]\(\.\./scenarios/", r"](..\\scenarios\\\\")),
    "a link to a file of one's own computer": (GUIDE, after(LEAD, "[x](file:///C:/Users/x.docx). ")),
    "a link without a target": (GUIDE, after(LEAD, "[x](). ")),
    "a link to a section that is not there": (GUIDE, swap(r"glossary\.md#([a-z-]+)", r"glossary.md#\1x")),
    "a picture that was not uploaded": (GUIDE, after(LEAD, "![x](picture.png) ")),
    "a paragraph pasted from a word processor, with its markup": (
        GUIDE,
        after(LEAD, '<font face="Calibri">X</font>\n\n'),
    ),
    "a paragraph pasted with a character nobody sees": (GUIDE, after(LEAD, "\u200b")),
    "an e-mail address as a link without mailto": (GUIDE, after(LEAD, "[x](name@example.org). ")),
    "a comment that is never closed": (GUIDE, after(LEAD, "<!-- x\n\n")),
    "a conflict of git left in the front matter": (
        CARD,
        swap(r"^(title: .*)$", r"<<<<<<< HEAD\n\1\n=======\n\1 x\n>>>>>>> branch"),
    ),
    "an empty page": (GUIDE, lambda text: ""),
    "one long dash where three short ones begin the page": (CARD, swap(r"\A---$", "—")),
    "an empty line above the dashes": (CARD, swap(r"\A---$", "\n---")),
    "a dash too many where the page begins": (CARD, swap(r"\A---$", "----")),
    "a dash too many below the front matter": (CARD, swap(r"\n---\n\n", "\n----\n\n")),
    "round brackets around an id": (CARD, swap(r"\{#do\}", "(#do)")),
    "an id whose bracket is not closed": (CARD, swap(r"\{#do\}", "{#do")),
    "a blank in front of an id": (CARD, swap(r"\{#dont-say\}", "{# dont-say}")),
    "an underscore in an id": (CARD, swap(r"\{#dont-say\}", "{#dont_say}")),
    "two ids after one heading": (GUIDE, swap(r"^(## .*\{#[a-z-]+\})$", r"\1 {#x}")),
    "a link whose round bracket is not closed": (
        GUIDE,
        swap(r"(\]\(\.\./scenarios/[a-z-]+\.md)\)", r"\1"),
    ),
    "a link whose square bracket is not closed": (GUIDE, swap(r"\](\(\.\./scenarios/)", r"\1")),
    "two asterisks that are never closed": (GUIDE, after(LEAD, "**X and so on. ")),
    "a paragraph indented as in a letter": (GUIDE, after(LEAD, "    Xxx.\n\n")),
    "a paragraph indented with a tab": (GUIDE, after(LEAD, "\tXxx.\n\n")),
    "a list right below a sentence": (GUIDE, swap(r"\n\n(- )", r"\n\1")),
    "a no-break space before a customer's words": (CARD, swap(r"^  - ", "\u00a0\u00a0- ")),
    "a long dash before a customer's words": (CARD, swap(r"^  - ", "  – ")),
    "a heading one level too high": (CARD, swap(r"^## (.*\{#do\})", r"# \1")),
    "a step numbered as the one before": (CARD, swap(r"^3\. ", "2. ")),
    "a step numbered as if there were one more": (CARD, swap(r"^3\. ", "4. ")),
    "steps numbered by hand, in brackets": (GUIDE, swap(r"^(\d)\. ", r"(\1) ", 9)),
    "steps with a no-break space after the number": (CARD, swap(r"^(\d)\. ", "\\1.\u00a0", 9)),
    "every list of a card with the dashes of a letter": (CARD, swap(r"^- ", "– ", 99)),
    "bullets of a word processor, with a tab": (GUIDE, after(LEAD, "•\tXxx\n•\tYyy\n\n")),
    "bullets of a word processor, in paragraphs": (GUIDE, after(LEAD, "•   Xxx\n\n•   Yyy\n\n")),
    "rows of a spreadsheet": (GUIDE, after(LEAD, "Xxx\tYyy\n1\t20\n\n")),
    "a table without its line of dashes": (GUIDE, after(LEAD, "| Xxx | Yyy |\n| 1 | 2 |\n\n")),
    "the signature of an e-mail": (GUIDE, after(LEAD, "Xxx.\n\n-- \nAnna, tel. 123 456 789\n\n")),
    "a backtick that is never closed": (GUIDE, after(LEAD, "`Xxx yyy. ")),
    "a conflict of git left in a list": (
        CARD,
        swap(r"^(3\. .*)$", r"<<<<<<< HEAD\n\1\n=======\n\1 x\n>>>>>>> branch"),
    ),
    "half a conflict of git left in a list": (CARD, swap(r"^(3\. .*)$", r"\1\n=======\n>>>>>>> branch")),
    "a card pasted a second time": (CARD, lambda text: f"{text}\n{text}"),
    "a guide's text pasted a second time": (GUIDE, lambda text: f"{text}\n{re.sub(LEAD, '', text)}"),
    "a heading with one sign": (GUIDE, swap(r"^## ", "# ")),
    "a heading underlined with equals signs": (GUIDE, after(LEAD, "Yyy.\n\nXxx\n===\n\n")),
    "an id in other words": (CARD, swap(r"\{#decide\}", "{#decision}")),
    "an id in one's own language": (CARD, swap(r"\{#do\}", "{#zrob}")),
    "a key in one's own language": (CARD, swap(r"^title:", "naslov:")),
    "a title with a number sign": (CARD, swap(r"^title: (.*)$", r"title: \1 #1")),
    "a customer's words with a colon": (CARD, swap(r"^  - (.*)$", r"  - Xxx: \1")),
    "a customer's words further left than the others": (CARD, swap(r"^  - ", "- ")),
    "a link to where the page is edited": (
        GUIDE,
        after(LEAD, "[x](https://github.com/example/handbook/edit/main/docs/pl/decide.md) "),
    ),
    "a page within the fence of an assistant's answer": (CARD, lambda text: f"```markdown\n{text}```\n"),
}

REFUND, DRAGS, DEATH = (
    f"scenarios/{name}.md" for name in ("late-return-good-reason", "drags-on", "death-in-the-family")
)
# Each on one page, in one language.
ONCE: dict[str, tuple[str, str, Change]] = {
    "steps numbered with brackets": ("pl", REFUND, swap(r"^(\d)\. ", r"\1) ", 9)),
    "entries with the bullet of a word processor": ("hr", DRAGS, swap(r"(?<=\{#recognise\}\n\n)- ", r"• ")),
    "straight quotation marks around a phrase": (
        "pl",
        REFUND,
        swap(r"^- „Żadnych(.*)”\.$", r'- "Żadnych\1".'),
    ),
    "a phrase without quotation marks": ("en", DEATH, swap(r"(\{#say\}\n\n- )“([^”]*)”", r"\1\2")),
    "a date with dots": ("pl", REFUND, swap(r"^verified: .*$", "verified: 24.11.2026")),
    "a day that no month has": ("hr", DRAGS, swap(r"^verified: .*$", "verified: 2026-02-30")),
    "a review before the check": ("en", DEATH, swap(r"^review_by: .*$", "review_by: 2025-01-01")),
    "a decision in one's own language": ("pl", REFUND, swap(r"^decision: .*$", "decision: ustąp")),
    "a family that is not there": ("hr", DRAGS, swap(r"^family: .*$", "family: ljutnja")),
    "a related card with .md": (
        "pl",
        REFUND,
        swap(r"^related: \[refund-after-deadline,", "related: [refund-after-deadline.md,"),
    ),
    "a card related to itself": ("en", DEATH, swap(r"^related: \[", r"related: [death-in-the-family, ")),
    "a claim in small letters": ("pl", REFUND, swap(r"\[S0-22", "[s0-22")),
    "a claim that is not there": ("hr", DRAGS, swap(r"^claims: \[", r"claims: [S1-99, ")),
    "customers' words in one line": (
        "hr",
        DRAGS,
        swap(r"^customer_words:\n(?:  - .*\n)+", "customer_words: Ne odlazim.\n"),
    ),
    "a heading one level too deep": ("en", DEATH, swap(r"^## (.* \{#do\})", r"### \1")),
    "an id with a letter that addresses lack": (
        "pl",
        GUIDE,
        swap(r"^(## .*)\{#[a-z-]+\}", r"\1{#równowaga}"),
    ),
    "a task without its box": ("hr", DRAGS, swap(r"^- \[ \] ", "- ")),
    "a picture with a space in its name": ("en", GUIDE, after(LEAD, "![x](my picture.png) ")),
    "a footnote that is not explained": ("hr", GUIDE, after(LEAD, "X[^9] ")),
    "a web address without a link": ("en", GUIDE, after(LEAD, "See https://example.org/x now. ")),
    "a link that begins at the root": ("pl", GUIDE, after(LEAD, "[x](/pl/decide/) ")),
    "a link to another language's file": ("hr", GUIDE, after(LEAD, "[x](../../pl/decide.md) ")),
    "a link without .md": ("en", GUIDE, after(LEAD, "[x](../decide) ")),
    "a link to the page's own section misspelt": ("pl", GUIDE, after(LEAD, "[x](#balancee) ")),
    "a script to embed a video": (
        "en",
        GUIDE,
        after(LEAD, '<iframe src="https://video.example/1"></iframe>\n\n'),
    ),
    "a channel in one's own words": ("pl", REFUND, swap(r"^channels: .*$", "channels: [telefon]")),
    "a local rule that is not there": ("en", DEATH, swap(r"^local_rules: \[", r"local_rules: [refunds-x, ")),
    "a fact that no question asks": ("pl", REFUND, swap(r"^facts: .*$", "facts: [important]")),
    "a bracket of a slot not closed": ("en", DEATH, swap(r"\[([^\]\n]{2,20})\](?!\()", r"[\1")),
    "the answer in two sentences too long": (
        "hr",
        DRAGS,
        swap(rf"({LEAD})[^\n]+", r"\1" + "Jedan dva tri " * 9 + "."),
    ),
    "a step whose full stop is missing": ("pl", REFUND, swap(r"^3\. ", "3 ")),
    "a step of a translation whose full stop is missing": ("hr", REFUND, swap(r"^4\. ", "4 ")),
    "a bullet of a word processor in the middle": ("en", DEATH, swap(r"(\{#say\}\n\n- .*\n)- ", r"\1• ")),
    "a list mark without a space": ("pl", REFUND, swap(r"(?<=\{#recognise\}\n\n)- ", "-")),
    "a semicolon between related cards": (
        "pl",
        REFUND,
        swap(r"refund-after-deadline, disaster", "refund-after-deadline; disaster"),
    ),
    "the closing bracket of a list forgotten": ("hr", DRAGS, swap(r"^(related: \[.*)\]$", r"\1")),
    "a value without a space after its colon": ("en", DEATH, swap(r"^decision: ", "decision:")),
}


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    return Handbook(copy_of_the_handbook(tmp_path_factory.mktemp("handbook")))


def test_there_are_thirty_mistakes() -> None:
    assert len(MISTAKES) >= 60
    assert len(ONCE) >= 30


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_once_with_its_cure(handbook: Handbook, name: str, code: str) -> None:
    page, change = MISTAKES[name]
    found = handbook.the_one(name, f"docs/{code}/{page}", change)
    said = handbook.said.setdefault(name, {})
    said[code] = f"{found.message} {found.suggestion}"
    # Each in the language of its page.
    assert len(set(said.values())) == len(said), said


@pytest.mark.parametrize("name", ONCE)
def test_any_other_mistake_is_told_once_too(handbook: Handbook, name: str) -> None:
    code, page, change = ONCE[name]
    handbook.the_one(name, f"docs/{code}/{page}", change)
