"""Histories of the small handbook, and what must be told of them."""

from __future__ import annotations

from itertools import count

from handbook.languages import CODES
from tests.reading.repository import Repository
from tests.support.project import replace, write

LATE, LOUD, FRESH = "scenarios/late-return.md", "scenarios/getting-louder.md", "scenarios/new-card.md"
REASON = "scenarios/late-with-reason.md"


def seed(made: Repository) -> None:
    """More than thirty commits after the first; what must be told is in `TOLD`."""
    numbers = count()
    for _ in range(6):  # Code, data and files that are no pages.
        made.add(1, f"hooks/code-{next(numbers)}.py", "x = 1\n")
    made.add(1, "docs/assets/other.css", "a { color: red; }\n")
    for code in CODES:
        made.add(10, f"docs/{code}/guides/more.md", f"---\ntitle: More {code}\n---\n\nText.\n")
    # A phrase, first in the original, then in one translation; a translation record.
    made.change(
        11, f"pl/{LATE}", "„Wiem, że to nie jest dobra wiadomość”", "„Rozumiem, że liczył pan na więcej”"
    )
    made.change(12, f"hr/{LATE}", "„Znam da to nije dobra vijest.”", "„Razumijem da ste očekivali više.”")
    made.change(12, f"hr/{LATE}", "say: d2cc51255", "say: d00000000")
    # Typing errors, markup and addresses.
    made.change(13, f"en/{LOUD}", "There is no getting", "Ther is no getting")
    made.change(14, f"en/{LOUD}", "Ther is no getting", "There is no getting")
    made.change(15, f"en/{LOUD}", "Lower your voice.", "**Lower** your voice")
    made.change(15, f"en/{LOUD}", "louder and louder", "louder and and louder")
    made.change(15, f"hr/{LOUD}", "claims: [S1-02]", "claims: [ S1-02 ]")
    made.change(16, f"pl/{LATE}", "family: saying-no", "family: disagreement")
    made.add(16, "notes.txt", "x\n")
    # A page moves, with the links that lead to it; then it changes at its new place.
    for code in CODES:
        old, new = f"docs/{code}/guides/listening.md", f"docs/{code}/guides/hearing.md"
        made.git("mv", old, new)
        loud = f"docs/{code}/{LOUD}"
        replace(made.root, loud, "guides/listening.md", "guides/hearing.md")
        made.commit(20)
    made.change(21, "en/guides/hearing.md", "Offer something else.", "Offer what the customer can use today.")
    # Taken back on the same day, and a page that comes and goes.
    made.change(22, f"en/{LATE}", "Refuse in one sentence", "Never refuse at all")
    made.change(22, f"en/{LATE}", "Never refuse at all", "Refuse in one sentence")
    made.add(22, "docs/en/guides/short.md", "---\ntitle: Short\n---\n\nText.\n")
    made.add(23, "docs/en/guides/short.md", None)
    # One small word, and a number.
    made.change(24, f"en/{LOUD}", "Let the customer finish", "Do not let the customer finish")
    made.change(25, f"en/{LATE}", "You should have come sooner", "You should have come 5 days sooner")
    # Data on pages: a phrase in one language, a typing error, what nobody sees, what an employer decides.
    phrases, rules = "../sources/phrasebook.yml", "../local-rules/hr.yml"
    made.change(26, phrases, "Tell me what happened.", "Take your time, I am listening.")
    made.change(26, phrases, "Proszę opowiedzieć, co", "Prosze opowiedzieć, co")
    made.change(26, phrases, "claims: [S1-03]", "claims: [S1-02]")
    made.change(26, rules, "Pitajte voditelja tima kome", "Recite dežurnom voditelju kome")
    made.change(26, "../sources/glossary.yml", "What holds in every conversation.", "What we always keep to.")


# Day, whether new, the page and its sections, as each language tells them.
TOLD = {
    "pl": [(11, "changed", LATE, ["say"]), (10, "new", "guides/more.md", [])],
    "hr": [
        (26, "changed", "scenarios/index.md", [""]),
        (12, "changed", LATE, ["say"]),
        (10, "new", "guides/more.md", []),
    ],
    "en": [
        (26, "changed", "reference/glossary.md", ["rule"]),
        (26, "changed", "phrasebook.md", ["hear-out"]),
        (25, "changed", LATE, ["dont-say"]),
        (24, "changed", LOUD, ["do"]),
        (21, "changed", "guides/hearing.md", ["then-offer"]),
        (10, "new", "guides/more.md", []),
    ],
}


def section(made: Repository, path: str, id: str) -> str:
    """A section of a page with its heading, up to the next one."""
    text = (made.root / "docs" / path).read_text("utf8")
    begin = text.rindex("## ", 0, text.index(f"{{#{id}}}"))
    return text[begin : text.index("\n## ", begin) + 1]


def seed_cards(made: Repository) -> None:
    """What befalls cards as a whole: new, in other fields, taken back, merged, set in another order, gone."""
    # In all languages and at once, together with a link to it and with code.
    for code in CODES:
        card = (made.root / f"docs/{code}/{LATE}").read_text("utf8")
        write(made.root, f"docs/{code}/{FRESH}", card.replace("id: no-01", "id: no-90"))
    write(made.root, "hooks/code.py", "x = 2\n")
    made.change(30, f"en/{LOUD}", "More in the guide", "More on [a new card](new-card.md) and in the guide")
    # Who looks after a card and what finds it; its title is told.
    made.change(31, f"pl/{FRESH}", "review_by: 2027-05-22", "owner: shift-lead\nreview_by: 2027-06-30")
    made.change(31, f"pl/{FRESH}", "related: [late-with-reason, getting-louder]", "related: [getting-louder]")
    made.change(31, f"en/{LATE}", "I want my money back.", "Give me my money back.")
    made.change(32, f"hr/{LATE}", "title: Povrat nakon roka", "title: Roba vraćena prekasno")
    # Taken back on another day than it is said.
    made.change(33, f"pl/{LOUD}", "Zapisz, co się stało.", "Opowiedz komuś, co się stało.")
    made.revert(34)
    made.merge(36, f"hr/{LOUD}", "1. Pustite kupca da završi.", "1. Zamolite kupca da zastane.")
    # Sections in another order, then one that goes to another page.
    first, second = section(made, f"en/{LOUD}", "recognise"), section(made, f"en/{LOUD}", "say")
    made.change(37, f"en/{LOUD}", f"{first}{second}", f"{second}{first}")
    after = section(made, f"en/{LOUD}", "after")
    replace(made.root, f"docs/en/{LOUD}", after, "")
    made.change(38, "en/guides/listening.md", "## Then offer", f"{after}## Then offer")
    # Several pages and languages in one commit; then one of them goes in one language, and all of another.
    replace(made.root, f"docs/pl/{LOUD}", "Pozwól klientowi skończyć.", "Zapytaj, czego klient potrzebuje.")
    made.change(39, f"hr/{FRESH}", "Zapišite odluku.", "Javite odluku voditelju.")
    made.add(40, f"docs/en/{FRESH}", None)
    for code in CODES:
        (made.root / f"docs/{code}/{REASON}").unlink()
    made.commit(41)


TOLD_OF_CARDS = {
    "pl": [
        (41, "removed", REASON, []),
        (39, "changed", LOUD, ["do"]),
        (34, "changed", LOUD, ["after"]),
        (33, "changed", LOUD, ["after"]),
        (30, "new", FRESH, []),
    ],
    "hr": [
        (41, "removed", REASON, []),
        (39, "changed", FRESH, ["after"]),
        (36, "changed", LOUD, ["do"]),
        (32, "changed", LATE, [""]),
        (30, "new", FRESH, []),
    ],
    "en": [
        (41, "removed", REASON, []),
        (38, "changed", "guides/listening.md", ["after"]),
        (38, "changed", LOUD, [""]),
        (30, "changed", LOUD, ["why"]),
    ],
}
