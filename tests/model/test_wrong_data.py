"""Data and front matter that are YAML but not what they should be: told, and never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.site.additions import expand_page, template_values
from handbook.site.navigation import navigation
from tests.support.built_page import CARD, TODAY, body
from tests.support.project import check, read, replace


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        pytest.param("sources/glossary.yml", "      pl: wyjątek\n", "", id="a term without its Polish name"),
        pytest.param(
            "sources/glossary.yml", "      en: [client]", "      en: client", id="one word to avoid, no list"
        ),
        pytest.param(
            "sources/glossary.yml",
            "    avoid:\n      pl: [petent]",
            "    avoid:\n    x:\n      pl: [petent]",
            id="an empty avoid",
        ),
        pytest.param(
            "sources/glossary.yml",
            "  people:\n    pl: Ludzie",
            "  people: Ludzie\n  x:\n    pl: Ludzie",
            id="a group that is a text",
        ),
        pytest.param(
            "sources/glossary.yml", "  - id: customer\n", "  - name: customer\n", id="a term without an id"
        ),
        pytest.param(
            "sources/claims.yml", "  S0-01:\n", "  S9-01: text\n  S0-01:\n", id="a claim that is a text"
        ),
        pytest.param("sources/claims.yml", "    paragraph: 4\n", "", id="a claim without its paragraph"),
        pytest.param(
            "sources/claims.yml",
            "    en: Hearing someone out comes first.\n",
            "",
            id="a claim without English",
        ),
        pytest.param("sources/claims.yml", "    language: pl\n", "", id="a source without its language"),
        pytest.param(
            "sources/claims.yml", "    language: pl\n", "    language: de\n", id="a source in German"
        ),
        pytest.param(
            "sources/claims.yml",
            "    subject:\n      pl: Odmawianie\n",
            "    subject: x\n    y:\n      pl: Odmawianie\n",
            id="a subject that is a text",
        ),
        pytest.param(
            "sources/contradictions.yml",
            "  reconcile:\n",
            "  reconciled:\n",
            id="a contradiction without our view",
        ),
        pytest.param(
            "sources/contradictions.yml", "- id: X-01\n", "- name: X-01\n", id="a contradiction without an id"
        ),
        pytest.param("sources/phrasebook.yml", "    hr: Smirite se.\n", "", id="a phrase without Croatian"),
        pytest.param(
            "local-rules/pl.yml",
            "law:\n  title: Prawo\n",
            "law: x\nlaws:\n  title: Prawo\n",
            id="a local rule that is a text",
        ),
        pytest.param(f"docs/pl/{CARD}", "id: no-01", "id: 7", id="a card whose id is a number"),
        pytest.param(f"docs/pl/{CARD}", "id: no-01", "id: [a]", id="a card whose id is a list"),
        pytest.param(
            f"docs/pl/{CARD}", "family: saying-no", "family: {a: b}", id="a family that is a mapping"
        ),
        pytest.param(f"docs/pl/{CARD}", "decision: hold", "decision: [hold]", id="a decision that is a list"),
        pytest.param(
            f"docs/pl/{CARD}", "title: Zwrot po terminie", "title: 2026-11-22", id="a title that is a date"
        ),
        pytest.param(
            f"docs/pl/{CARD}",
            "claims: [S0-02, S0-03]",
            "claims: {why: [S0-02]}",
            id="claims of a card by section",
        ),
        pytest.param(
            f"docs/pl/{CARD}",
            "related: [late-with-reason, getting-louder]",
            "related: 5",
            id="related cards that are a number",
        ),
        pytest.param(f"docs/pl/{CARD}", "verified: 2026-11-22", "verified: soon", id="a date that is a word"),
        pytest.param("docs/pl/decide.md", "    decision: bend\n", "", id="a question without its decision"),
        pytest.param(
            "docs/pl/decide.md",
            "  - id: good-reason\n    decision: bend\n",
            "  - good-reason\n",
            id="a question that is a text",
        ),
        pytest.param(
            "docs/hr/guides/listening.md",
            "  hear-out: [S1-03]",
            "  hear-out: S1-03",
            id="claims of a section that are a text",
        ),
    ],
)
def test_wrong_data_is_told_and_never_ends_the_build(root: Path, file: str, old: str, new: str) -> None:
    replace(root, file, old, new)
    assert file in {finding.file for finding in check(root)}
    project = read(root)
    for code in project.settings.languages:
        assert navigation(project, code)
    for page in project.pages.values():
        assert expand_page(project, page, body(page), TODAY).strip()
        assert isinstance(template_values(project, page), dict)
