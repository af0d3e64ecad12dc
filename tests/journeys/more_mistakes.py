"""More of what beginners do: with headings, lists, tables, mail, other programs' files and their names."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from handbook.languages import CODES
from tests.journeys.mistaken_handbook import Change
from tests.journeys.test_mistakes import CARD, GUIDE, LEAD, after, swap

PICTURE = "assets/pictures/behind-en.png"
TABLE = "| Xxx | Yyy |\n| --- | --- |\n| 1 | 2 |\n\n"
SAFELINK = "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fx&data=05"
FRONT = re.compile(r"\A---\n(?s:.*?)\n---\n")
# The first phrase of a card.
PHRASE = r"(\{#say\}\n\n)- "


def by_language(pl: str, hr: str, en: str) -> Mapping[str, str]:
    return {"pl": pl, "hr": hr, "en": en}


def above_the_text(texts: Mapping[str, str]) -> Mapping[str, Change]:
    return {code: after(LEAD, text) for code, text in texts.items()}


def without_section(id: str) -> Change:
    return swap(rf"(?s)\n## [^\n]*\{{#{id}\}}.*?(?=\n## |\Z)", "")


REPLY = by_language(
    "W dniu pon., 12 sty 2026 o 10:15 Jan <jan@example.org> napisał(a):\n\n> Proszę.\n>\n> > Nie.\n\n",
    "pon, 12. sij 2026. u 10:15 Ivan Horvat <ivan@example.org> napisao je:\n\n> Molim.\n>\n> > Ne.\n\n",
    "On Mon, 12 Jan 2026 at 10:15, Ann Smith <ann@example.org> wrote:\n\n> Please.\n>\n> > No.\n\n",
)
ORIGINAL = by_language(
    "-----Wiadomość oryginalna-----\nOd: Jan\nWysłano: 12 stycznia\nTemat: Zwrot\n\nProszę.\n\n",
    "-----Izvorna poruka-----\nŠalje: Ivan\nPoslano: 12. siječnja\nPredmet: Povrat\n\nMolim.\n\n",
    "-----Original Message-----\nFrom: Ann\nSent: 12 January\nSubject: Refund\n\nPlease.\n\n",
)
HEADS = by_language(
    "Od: Jan\nDo: obsługa\nTemat: Zwrot\n\n",
    "Od: Ivan\nPrima: podrška\nPredmet: Povrat\n\n",
    "From: Ann\nTo: support\nSubject: Refund\n\n",
)
DEVICE = by_language("Wysłane z iPhone'a\n\n", "Poslano s mog iPhonea\n\n", "Sent from my iPhone\n\n")
FOREIGN = by_language("Do", "Zrób", "Učinite")

# What is told, and on which page after which change.
MISTAKES: dict[str, tuple[str, str, Change | Mapping[str, Change]]] = {
    "a link as Outlook rewrites it": ("link-tracked", GUIDE, after(LEAD, f"[x]({SAFELINK}) ")),
    "such a link whose text shows the address": (
        "link-tracked",
        GUIDE,
        after(LEAD, f"[https://example.org/x]({SAFELINK}) "),
    ),
    "such an address without a link": ("link-bare", GUIDE, after(LEAD, f"{SAFELINK} ")),
    "a link as a search engine gives it": (
        "link-tracked",
        GUIDE,
        after(LEAD, "[x](https://www.google.com/url?q=https://example.org/x&sa=D&ust=1) "),
    ),
    "a link with the marks of a campaign": (
        "link-tracked",
        GUIDE,
        after(LEAD, "[x](https://example.org/x?utm_source=mail&utm_medium=y) "),
    ),
    "a reply with what it replies to": ("mail-pasted", GUIDE, above_the_text(REPLY)),
    "a forwarded letter": ("mail-pasted", GUIDE, above_the_text(ORIGINAL)),
    "the head of a letter": ("mail-pasted", GUIDE, above_the_text(HEADS)),
    "the line that a telephone adds": ("mail-pasted", GUIDE, above_the_text(DEVICE)),
    "a picture by its path in the repository": (
        "link-absolute",
        GUIDE,
        after(LEAD, f"![x](/docs/{PICTURE}) "),
    ),
    "a picture by its path without a slash": (
        "link-file-missing",
        GUIDE,
        after(LEAD, f"![x](docs/{PICTURE}) "),
    ),
    "a picture pasted into an issue": (
        "media-foreign",
        GUIDE,
        after(LEAD, "![image](https://github.com/user-attachments/assets/0a1b) "),
    ),
    "a bold line for a card's heading": (
        "card-section-missing",
        CARD,
        swap(r"^## (.*) (\{#do\})", r"**\1** \2"),
    ),
    "a bold line without its id": ("card-section-missing", CARD, swap(r"^## (.*) \{#do\}", r"**\1**")),
    "a heading behind a backslash": ("card-section-missing", CARD, swap(r"^(## .*\{#do\})", r"\\\1")),
    "a heading two levels too deep": ("card-section-missing", CARD, swap(r"^## (.*\{#do\})", r"#### \1")),
    "a heading in another language": (
        "card-section-name",
        CARD,
        {code: swap(r"^## .* (\{#do\})", rf"## {FOREIGN[code]} \1") for code in CODES},
    ),
    "a heading with a number": ("card-section-name", CARD, swap(r"^## (.*\{#do\})", r"## 4. \1")),
    "a heading with a picture": ("card-section-name", CARD, swap(r"^## (.*\{#do\})", r"## ✅ \1")),
    "a heading in capitals": ("card-section-name", CARD, swap(r"^## (\w+) (\{#do\})", r"## XXX \2")),
    "a heading with a colon": ("card-section-name", CARD, swap(r"^## (.*) (\{#do\})", r"## \1: \2")),
    "an id in typographic quotation marks": ("card-section-unknown", CARD, swap(r"\{#do\}", "{#“do”}")),
    "an id behind backslashes": ("heading-id-missing", CARD, swap(r"\{#do\}", r"\\{#do\\}")),
    "an indented heading": ("page-read-otherwise", CARD, swap(r"^## (.*\{#do\})", r"    ## \1")),
    "a guide's heading in bold": (
        "page-read-otherwise",
        GUIDE,
        swap(r"^## (.*) (\{#balance\})", r"**\1** \2"),
    ),
    "a guide's heading behind a backslash": (
        "page-read-otherwise",
        GUIDE,
        swap(r"^(## .* \{#balance\})", r"\\\1"),
    ),
    "a guide that begins a level too deep": ("heading-level", GUIDE, swap(r"^## ", "### ")),
    "a section deleted": ("card-section-missing", CARD, without_section("do")),
    "all sections deleted": ("file-empty", CARD, lambda text: f"{FRONT.findall(text)[0]}\n"),
    "the front matter twice": ("front-matter-broken", CARD, lambda text: f"{FRONT.findall(text)[0]}\n{text}"),
    "the front matter of a guide twice": (
        "front-matter-broken",
        GUIDE,
        lambda text: f"{FRONT.findall(text)[0]}\n{text}",
    ),
    "an assistant's words above the page": ("front-matter-broken", CARD, lambda text: f"Xxx yyy:\n\n{text}"),
    "dashes with spaces above the page": ("front-matter-broken", CARD, swap(r"\A---$", "- - -")),
    "dashes behind a backslash": ("front-matter-broken", CARD, swap(r"\A---$", r"\\---")),
    "a second byte order mark": ("front-matter-broken", CARD, lambda text: f"\ufeff\ufeff{text}"),
    "a key with a capital letter": ("key-unknown", CARD, swap(r"^title:", "Title:")),
    "a no-break space after a colon": ("front-matter-broken", CARD, swap(r"^title: ", "title:\u00a0")),
    "a title in asterisks": ("front-matter-broken", CARD, swap(r"^title: (.*)$", r"title: **\1**")),
    "a title whose quotation mark is open": (
        "front-matter-broken",
        CARD,
        swap(r"^title: (.*)$", r'title: "\1'),
    ),
    "a customer's words further right than the others": (
        "front-matter-broken",
        CARD,
        swap(r"^(  - .*\n)  - ", r"\1   - "),
    ),
    "an entry with nothing in it": ("key-wrong", CARD, swap(r"^(  - .*)$", r"\1\n  -")),
    "a step in Roman numerals": ("card-entry-unmarked", CARD, swap(r"^3\. ", "III. ")),
    "a step with a letter": ("card-entry-unmarked", CARD, swap(r"^3\. ", "c) ")),
    "a step with a keycap": ("card-entry-unmarked", CARD, swap(r"^3\. ", "3\ufe0f\u20e3 ")),
    "a step whose number is bold": ("card-entry-unmarked", CARD, swap(r"^3\. ", "**3.** ")),
    "a step whose full stop has a backslash": ("card-entry-unmarked", CARD, swap(r"^3\. ", r"3\\. ")),
    "a step with the plus of a comparison": ("card-entry-unmarked", CARD, swap(r"^3\. ", "+3. ")),
    "steps right below a sentence": ("page-read-otherwise", CARD, swap(r"(\{#do\}\n\n)", r"\1Xxx:\n")),
    "phrases as a quotation": ("card-entry-unmarked", CARD, swap(PHRASE, r"\1> ")),
    "an asterisk without a space": ("card-entry-unmarked", CARD, swap(PHRASE, r"\1*")),
    "a box without a space": ("card-count", CARD, swap(r"^- \[ \] ", "- [] ")),
    "the answer as a quotation": ("card-answer-missing", CARD, swap(rf"({LEAD})", r"\1> ")),
    "the answer as a list": ("card-answer-missing", CARD, swap(rf"({LEAD})", r"\1- ")),
    "a gap in braces": ("page-read-otherwise", CARD, swap(rf"{PHRASE}(.)", r"\1- \2{xxx} ")),
    "a gap in two pairs of brackets": ("page-read-otherwise", CARD, swap(rf"{PHRASE}(.)", r"\1- \2[[xxx]] ")),
    "a gap in angle brackets": ("html-tag", CARD, swap(rf"{PHRASE}(.)", r"\1- \2<xxx> ")),
    "a link of a wiki": ("page-read-otherwise", GUIDE, after(LEAD, "[[drags-on]] ")),
    "strong words behind backslashes": (
        "page-read-otherwise",
        CARD,
        swap(r"^3\. (.*)$", r"3. \\*\\*\1\\*\\*"),
    ),
    "a link behind backslashes": ("page-read-otherwise", GUIDE, after(LEAD, r"\\[x\\](../decide.md) ")),
    "two underscores that are never closed": ("markup-open", CARD, swap(r"^3\. ", "3. __")),
    "a whole page in bold": (
        "markup-open",
        GUIDE,
        lambda text: text.replace("\n---\n\n", "\n---\n\n**", 1).rstrip("\n") + "**\n",
    ),
    "a table right below a sentence": ("page-read-otherwise", GUIDE, after(LEAD, f"Xxx:\n{TABLE}")),
    "a table with too few dashes": (
        "page-read-otherwise",
        GUIDE,
        after(LEAD, TABLE.replace("| --- | --- |", "| --- |")),
    ),
    "a table with a cell too many": (
        "page-read-otherwise",
        GUIDE,
        after(LEAD, TABLE.replace("| 1 | 2 |", "| 1 | 2 | 3 |")),
    ),
    "an indented table": (
        "page-read-otherwise",
        GUIDE,
        after(LEAD, re.sub(r"(?m)^\|", "    |", TABLE)),
    ),
    "a table drawn with signs": (
        "page-read-otherwise",
        GUIDE,
        after(LEAD, "+---+---+\n| X | Y |\n+---+---+\n| 1 | 2 |\n+---+---+\n\n"),
    ),
    "a telephone number with spaces in a link": (
        "link-malformed",
        GUIDE,
        after(LEAD, "[x](tel:123 456 789) "),
    ),
    "a link of HTML to a page's file": (
        "link-html",
        GUIDE,
        after(LEAD, '<a href="../scenarios/drags-on.md">x</a> '),
    ),
    "a paragraph of a web page": (
        "html-attribute",
        GUIDE,
        after(LEAD, '<div><p style="color:red">Xxx</p></div>\n\n'),
    ),
    "a page saved as a web page": (
        "file-foreign",
        GUIDE,
        lambda text: "<!DOCTYPE html>\n<html><body><p>Xxx</p></body></html>\n",
    ),
    "a page saved as rich text": ("file-foreign", CARD, lambda text: "{\\rtf1\\ansi\\f0\\pard Xxx\\par}\n"),
}
# What an editor's program makes of a file's bytes, and what is told of it.
BYTES: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "the file of a word processor": (
        "file-foreign",
        lambda text: b"PK\x03\x04\x14\x00\xdf\xa4" + text.encode(),
    ),
    "two bytes a letter": ("file-not-utf8", lambda text: text.encode("utf-16")),
    "two bytes a letter, and no mark": ("file-not-utf8", lambda text: text.encode("utf-16-le")),
    "the letters of an older Windows": ("file-not-utf8", lambda text: text.encode("cp1250", "ignore")),
}
# What is no mistake, as readers get all of it.
HARMLESS: dict[str, Change] = {
    "a byte order mark": lambda text: f"\ufeff{text}",
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "line ends of an old Mac": lambda text: text.replace("\n", "\r"),
    "a heading without a space": swap(r"^## (.*\{#do\})", r"##\1"),
    "three dots below the front matter": swap(r"\n---\n\n", "\n...\n\n"),
    "a step that is code": swap(r"^3\. (.*)$", r"3. `\1`"),
}
NEW = "---\ntitle: Xxx\n---\n\nXxx yyy zzz.\n"
# A file that somebody adds, and what is told of it.
ADDED: dict[str, tuple[str, str | bytes | None]] = {
    "guides/New.md": ("file-name", NEW),
    "guides/new guide.md": ("file-name", NEW),
    "guides/złość.md": ("file-name", NEW),
    "guides/new.MD": ("file-name", NEW),
    "guides/new.markdown": ("file-name", NEW),
    "guides/new.txt": ("file-kind", NEW),
    "guides/new": ("file-kind", NEW),
    "scenarios/New card.docx": ("file-kind", b"PK\x03\x04"),
    "scenarios/~$wearing.docx": ("file-kind", b"x"),
    "scenarios/swearing.md.txt": ("file-kind", NEW),
    "scenarios/Swearing.md": ("page-copied", None),
}
