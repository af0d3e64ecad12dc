"""What the build adds to pages: to cards, to guides and to the decision guide."""

from __future__ import annotations

import datetime
import re
from html import unescape
from pathlib import Path

import pytest

from handbook.languages import CODES, language
from handbook.model.project import Project
from handbook.reading.markdown.plain_text import opening
from handbook.site.additions import expand_page, template_values
from tests.support.built_page import CARD, TODAY, body, check_ids, check_links, expanded, in_browser, section
from tests.support.project import build, read, replace
from tests.support.python_markdown import to_html


@pytest.mark.parametrize("code", CODES)
class TestWhole:
    def test_ids_of_the_small_handbook(self, project: Project, code: str) -> None:
        for page in project.pages.values():
            if page.language == code:
                check_ids(project, page)

    def test_links_of_the_small_handbook(self, project: Project, code: str) -> None:
        for page in project.pages.values():
            if page.language == code:
                check_links(project, page)

    def test_the_real_handbook(self, handbook: Project, code: str) -> None:
        for page in handbook.pages.values():
            if page.language == code:
                whole = in_browser(handbook, page.path)
                check_ids(handbook, page, whole)
                check_links(handbook, page, whole)


class TestCard:
    def test_the_decision_stands_before_the_answer(self, project: Project) -> None:
        first, second = expanded(project, f"pl/{CARD}").split("\n")[:2]
        decision = language("pl").texts["decisions"]["hold"]
        answer = "Zapytaj, co się stało, odmów jasno i podaj powód."
        assert first == f"**{decision}**{{ .decision .hold }} {answer}"
        assert second == "{ .answer }"

    @pytest.mark.parametrize("code", CODES)
    def test_what_is_shared_comes_from_the_original(self, project: Project, code: str) -> None:
        text = expanded(project, f"{code}/{CARD}")
        assert text.startswith(f"**{language(code).texts['decisions']['hold']}**")
        assert project.sources.claims["S0-02"][code] in text
        assert "../reference/sources.md#s0-02" in text
        assert project.sources.local_rules[code]["law"].text in section(text, "decide")

    def test_local_rules_stand_in_a_box_after_the_decision(self, project: Project) -> None:
        text = section(expanded(project, "pl/scenarios/late-with-reason.md"), "decide")
        html = to_html(text)
        assert '<div class="admonition local-rule">' in html
        assert text.index("Prawo ma pierwszeństwo") < text.index("Zapytaj lidera zespołu")
        assert text.index("[Zwrot po terminie]") < text.index("!!! local-rule")

    @pytest.mark.parametrize("code", CODES)
    def test_a_local_rule_says_that_it_is_a_default_and_what_to_say(
        self, project: Project, code: str
    ) -> None:
        html = to_html(section(expanded(project, f"{code}/scenarios/late-with-reason.md"), "decide"))
        box = html.split('class="admonition local-rule"')[1]
        mark = language(code).word("page", "local-rule-default")
        # The law is the company's own text by now; handing over is not.
        assert box.count(f'<em class="default">{mark}</em>') == 1
        law, handing_over = box.split("<strong>")[1:]
        assert mark in handing_over
        said = handing_over.split('<p class="to-say">')[1].split("</p>")[0]
        assert '<span class="slot">An' in said
        assert said.count(language(code).quotes[0]) == 1
        assert "to-say" not in law

    def test_one_mark_is_enough_where_all_is_a_default(self, root: Path) -> None:
        replace(root, "docs/pl/scenarios/late-with-reason.md", "[law, handing-over]", "[handing-over]")
        box = section(expanded(read(root), "en/scenarios/late-with-reason.md"), "decide").split("!!!")[1]
        mark = language("en").word("page", "local-rule-default")
        assert box.count(mark) == 1
        assert box.index(mark) < box.index("**Handing over.**")

    @pytest.mark.parametrize("code", CODES)
    def test_advice_is_not_credited_to_the_sources(self, project: Project, code: str) -> None:
        text = section(expanded(project, f"{code}/scenarios/late-with-reason.md"), "why")
        names = language(code)
        claims, advice = text.split(f"**{names.word('page', 'from-practice')}:**")
        assert "../reference/sources.md#s1-01" in claims
        assert f"[P-01](../reference/sources.md#p-01) {project.sources.practice['P-01'][code]}" in advice
        assert "S1-01" not in advice

    def test_a_card_that_rests_on_advice_alone_names_no_source(self, root: Path) -> None:
        replace(root, "docs/pl/scenarios/late-with-reason.md", "[S1-01, P-01]", "[P-01]")
        text = section(expanded(read(root), "en/scenarios/late-with-reason.md"), "why")
        assert language("en").word("page", "rests-on") not in text
        assert language("en").word("page", "from-practice") in text

    def test_advice_in_a_guide_is_told_apart_too(self, root: Path) -> None:
        replace(root, "docs/hr/guides/listening.md", "hear-out: [S1-03]", "hear-out: [S1-03, P-01]")
        text = section(expanded(read(root), "en/guides/listening.md"), "hear-out")
        names = language("en")
        assert f"{names.word('page', 'rests-on')}: [S1-03](../reference/sources.md#s1-03)\n" in text
        assert f"{names.word('page', 'from-practice')}: [P-01](../reference/sources.md#p-01)\n" in text

    def test_what_a_case_may_come_to_stands_below_the_answer(self, project: Project) -> None:
        names = language("hr").texts
        lines = expanded(project, "hr/scenarios/late-with-reason.md").split("\n")
        assert lines[3].startswith(names["page"]["may-become"])
        assert re.findall(r"\*([^*]+)\*", lines[3]) == [
            names["decisions"]["alternative"],
            names["decisions"]["compromise"],
        ]

    def test_claims_stand_after_the_reason(self, project: Project) -> None:
        text = section(expanded(project, f"en/{CARD}"), "why")
        assert text.index("works when it always holds") < text.index("S0-02") < text.index("S0-03")

    def test_related_cards_come_in_the_order_of_the_original(self, project: Project) -> None:
        text = section(expanded(project, f"en/{CARD}"), "related")
        lines = [line for line in text.split("\n") if line.startswith("- ")]
        names = language("en").texts["decisions"]
        assert lines == [
            f"- [Late with a good reason](late-with-reason.md) *{names['bend']}*{{ .decision .bend }}",
            f"- [The customer gets louder](getting-louder.md) *{names['calm']}*{{ .decision .calm }}",
        ]

    def test_the_customers_words_are_those_of_the_page(self, project: Project) -> None:
        text = section(expanded(project, f"pl/{CARD}"), "customer-words")
        assert "- „Chcę odzyskać pieniądze”." in text
        assert "I want my money back" not in text

    def test_the_last_check_is_a_date_in_words(self, project: Project) -> None:
        text = expanded(project, f"hr/{CARD}")
        assert "22. studenoga 2026." in text
        assert "22. svibnja 2027." in text

    def test_the_page_itself_stays_as_it_is(self, project: Project) -> None:
        page = project.pages[f"pl/{CARD}"]
        text = expand_page(project, page, body(page), TODAY)
        rest = iter(text.split("\n"))
        own = [line for line in body(page).split("\n") if line.strip()][1:]
        assert all(line in rest for line in own)

    def test_a_heading_right_after_the_answer_stays_a_heading(self, root: Path) -> None:
        replace(root, f"docs/pl/{CARD}", "podaj powód.\n\n## Rozpoznaj", "podaj powód.\n## Rozpoznaj")
        text = expanded(read(root), f"pl/{CARD}")
        html = to_html(text)
        assert 'id="recognise"' in html
        assert re.search(r'<p class="answer">.*podaj powód\.</p>', html)
        assert "{" not in re.sub(r"<[^>]*>", "", html)

    def test_blank_lines_in_code_are_kept(self, root: Path) -> None:
        code = "```\none\n\n\n\ntwo\n```"
        replace(root, f"docs/pl/{CARD}", "- [ ] Zapisz decyzję.", f"- [ ] Zapisz decyzję.\n\n{code}")
        assert code in expanded(read(root), f"pl/{CARD}")

    def test_a_card_without_neighbours_has_no_section_for_them(self, root: Path) -> None:
        replace(root, f"docs/pl/{CARD}", "related: [late-with-reason, getting-louder]", "related: []")
        words = (
            "customer_words:\n  - Zakasnio sam par dana.\n  - Još imam račun.\n  - Želim svoj novac natrag.\n"
        )
        replace(root, f"docs/hr/{CARD}", words, "")
        project = read(root)
        for code in CODES:
            check_ids(project, project.pages[f"{code}/{CARD}"])
        assert "{#related}" not in expanded(project, f"pl/{CARD}")
        assert "{#customer-words}" not in expanded(project, f"hr/{CARD}")

    def test_signs_of_markdown_in_a_title_are_shown(self, root: Path) -> None:
        title = "A [b] *c* `d` <e> & f_g_h"
        replace(root, "docs/pl/scenarios/late-with-reason.md", "Zwrot z ważnego powodu", f"'{title}'")
        html = to_html(section(expanded(read(root), f"pl/{CARD}"), "related"))
        shown = re.search(r'<a href="late-with-reason.md">(.*?)</a>', html)
        assert shown
        assert unescape(shown[1]) == title


class TestPages:
    def test_claims_of_a_guide_stand_at_the_end_of_their_section(self, project: Project) -> None:
        text = expanded(project, "pl/guides/listening.md")
        assert (
            section(text, "hear-out").rstrip().endswith("[S1-03](../reference/sources.md#s1-03)\n{ .cited }")
        )
        assert "S1-03" not in section(text, "then-offer")

    def test_claims_of_a_section_stand_before_the_heading_below_it(self, project: Project) -> None:
        text = expanded(project, "en/guides/listening.md")
        assert text.index("#s0-04") < text.index("### An example")

    @pytest.mark.parametrize(
        ("question", "card"),
        [
            pytest.param("tension-first", "getting-louder.md", id="the first question"),
            pytest.param("good-reason", "late-with-reason.md", id="the second question"),
            pytest.param("otherwise", "late-return.md", id="no question at all"),
        ],
    )
    def test_a_question_lists_the_cards_it_decides(self, project: Project, question: str, card: str) -> None:
        text = section(expanded(project, "hr/decide.md"), question)
        assert re.findall(r"\]\(scenarios/([^)]*)\)", text) == [card]

    def test_a_page_outside_the_languages_stays_as_it_is(self, root: Path) -> None:
        text = "# Notes\n\n<!-- handbook:cards -->\n"
        (root / "docs" / "notes.md").write_text(text, "utf8")
        project = read(root)
        assert expand_page(project, project.pages["notes.md"], text, TODAY) == text

    def test_a_page_with_nothing_to_add_stays_as_it_is(self, root: Path) -> None:
        text = "---\ntitle: Nowy\n---\n\nTekst.\n\n\n\n```\na\n\n\n\nb\n```\n"
        (root / "docs" / "pl" / "new.md").write_text(text, "utf8")
        project = read(root)
        page = project.pages["pl/new.md"]
        assert expand_page(project, page, body(page), TODAY) == body(page)


class TestValues:
    def test_a_translation_gets_what_is_shared(self, project: Project) -> None:
        values = template_values(project, project.pages[f"en/{CARD}"])
        assert values["title"] == "A late return"
        assert values["id"] == "no-01"
        assert values["decision"] == "hold"
        assert values["verified"] == datetime.date(2026, 11, 22)

    def test_a_wrong_value_is_left_out(self, root: Path) -> None:
        replace(root, f"docs/pl/{CARD}", "decision: hold", "decision: x")
        replace(root, "docs/pl/index.md", "verified: 2026-11-22", "hide: 3\ntemplate: nothing.html")
        project = read(root)
        for code in CODES:
            assert "decision" not in template_values(project, project.pages[f"{code}/{CARD}"])
        assert template_values(project, project.pages["pl/index.md"]).keys() == {"title", "review_by"}

    def test_the_summary_is_the_first_paragraph_in_plain_words(self, root: Path) -> None:
        written = "Read [*the* questions](index.md)\nin **order**."
        replace(root, "docs/en/decide.md", "Read the questions in order.", written)
        assert opening(read(root).pages["en/decide.md"].document) == "Read the questions in order."

    def test_a_page_without_a_paragraph_has_no_summary(self, root: Path) -> None:
        replace(root, "docs/en/phrasebook.md", "Phrases for a hard moment.\n\n", "")
        assert opening(read(root).pages["en/phrasebook.md"].document) == ""


def test_a_second_expansion_of_the_same_project_gives_the_same(tmp_path: Path) -> None:
    first, second = read(build(tmp_path / "a")), read(build(tmp_path / "b"))
    assert [expanded(first, path) for path in first.pages] == [
        expanded(second, path) for path in second.pages
    ]
