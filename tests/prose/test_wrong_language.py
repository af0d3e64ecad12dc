"""Texts that stand in the language of another page."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.checks import wrong_language
from handbook.findings import faults
from handbook.languages import CODES
from handbook.model.project import Project
from handbook.model.rules import PROSE
from handbook.prose import detection, hunspell
from handbook.prose.passage import Kind, Passage
from handbook.prose.project_texts import texts
from tests.prose.judging import HEAD, Place, page, places
from tests.support.project import read, replace

pytestmark = pytest.mark.usefixtures("words_asked")


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


def test_without_dictionaries_nothing_in_the_handbook_is_taken_for_another_language(
    handbook: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hunspell, "HUNSPELL", "no-such-program")
    monkeypatch.setattr(hunspell, "_ahead", {})
    monkeypatch.setattr(hunspell, "_known", {})
    found = [fault for fault in faults(handbook, prose=True) if fault.rule in PROSE]
    assert [fault.rule for fault in found] == ["prose-unavailable"]
