"""Front matter that the checks have refused is read by nobody else, as not everybody can stand it."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.utils import meta

from adapter.last_good import is_broken
from adapter.page_texts import body
from handbook.exports.takeaway import takeaway
from handbook.reading.reader import Reader
from tests.safety.piles import CARD, piles
from tests.support.project import replace

_REFUSED = (
    "brackets without an end",
    "questions within questions",
    "merges of merges",
    "without an end",
)


def _front(kind: str) -> str:
    if kind == "brackets without an end":
        return "---\nx: [\n---\n"
    if kind == "without an end":
        return "---\nx: a\n"
    pile = next(pile for pile in piles(100_000) if pile.name == f"front matter: {kind}")
    return f"---\n{pile.text}\n---\n"


@pytest.mark.parametrize("kind", _REFUSED)
def test_mkdocs_gets_the_text_below_it_alone(kind: str, root: Path) -> None:
    file = root / CARD
    text = file.read_text("utf8").split("\n---\n", 1)[1]
    file.write_text(f"{_front(kind)}{text}", "utf8")
    page = Reader(root).read().pages[CARD.removeprefix("docs/")]
    assert not page.unreadable
    assert is_broken(page)
    markdown, values = meta.get_data(body(page.document.text, page))
    assert values == {}
    assert markdown.endswith(text.strip("\n") + "\n")


@pytest.mark.parametrize("family", ["family: nobody-knows-it\n", ""])
def test_a_card_without_a_family_is_taken_along_all_the_same(family: str, root: Path) -> None:
    written = next(line for line in (root / CARD).read_text("utf8").splitlines() if "family:" in line)
    replace(root, CARD, f"{written}\n", family)
    project = Reader(root).read()
    card = next(card for card in takeaway(project, "pl").cards if card.slug == "late-return")
    assert (card.family, card.decision != "") == ("", True)
