"""The lists that stand in the place of markers."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from handbook.languages import CODES, language
from handbook.model.card import ANSWER_WORDS, PARTS, REPLIES, WHY, WRITE
from handbook.model.claims import usable
from handbook.model.fields import CardOriginal
from handbook.model.project import Project
from handbook.model.rules import GROUPS, RULES
from handbook.site.markdown_links import escape
from handbook.site.markers import MARKERS
from tests.support.built_page import CARD, check_ids, check_links, expanded, section
from tests.support.project import read, replace


@pytest.mark.parametrize("code", CODES)
class TestMarkers:
    def shown(self, project: Project, code: str, path: str) -> str:
        text = expanded(project, f"{code}/{path}")
        assert "<!--" not in text
        return text

    def test_doors(self, project: Project, code: str) -> None:
        text = self.shown(project, code, "index.md")
        families = list(language(code).texts["families"])
        assert re.findall(r"scenarios/index\.md#([a-z-]+)", text) == families
        assert language(code).count("count-cards", 1) in text
        assert language(code).count("count-cards", 0) in text

    def test_cards(self, project: Project, code: str) -> None:
        text = self.shown(project, code, "scenarios/index.md")
        assert re.findall(r"\(([a-z-]+)\.md\)", text) == ["late-return", "late-with-reason", "getting-louder"]
        assert f"## {language(code).word('families', 'anger')} {{#anger}}" in text

    def test_finder(self, project: Project, code: str) -> None:
        text = self.shown(project, code, "find.md")
        links = re.findall(r"scenarios/([a-z-]+)\.md", text)
        assert sorted(set(links)) == ["getting-louder", "late-return", "late-with-reason"]

    def test_glossary(self, project: Project, code: str) -> None:
        text = self.shown(project, code, "reference/glossary.md")
        exception = next(term for term in project.sources.terms if term.id == "exception")
        assert f"### {exception.term[code]} {{#exception}}" in text
        assert f"[{exception.term[code]}](#exception)" in text
        for other in set(CODES) - {code}:
            assert f'<span lang="{other}">{exception.term[other]}</span>' in text

    def test_the_glossary_follows_its_languages_alphabet(self, project: Project, code: str) -> None:
        text = self.shown(project, code, "reference/glossary.md")
        rules = text.split("{#rules}")[1].split("\n## ")[0]
        # The data has the rule first.
        expected = {"pl": ["wyjątek", "zasada"], "hr": ["iznimka", "pravilo"], "en": ["exception", "rule"]}
        assert re.findall(r"^### (\w+)", rules, re.MULTILINE) == expected[code]

    def test_sources(self, project: Project, code: str) -> None:
        text = self.shown(project, code, "reference/sources.md")
        names = language(code)
        nameless, named = text.split("{#s0}")[1].split("{#s1}")[:2]
        assert names.word("page", "author-unknown") in nameless
        named = named.split("<div")[0]
        lines = [line for line in named.split("\n") if line.startswith("- ")]
        assert lines[0].startswith(f"- {names.word('page', 'author')}: Ana Horvat")
        assert f"- {names.word('page', 'translator')}: Jan Nowak" in lines
        assert "<https://example.org/listening>" in named
        assert "2020" in named
        assert "None" not in text

    def test_claims(self, project: Project, code: str) -> None:
        text = self.shown(project, code, "reference/sources.md")
        for id, claim in project.sources.claims.items():
            assert f'<span id="{id.lower()}" class="claim-id">{id}</span> {claim[code]}' in text
        carried = text.split('id="s0-02"')[1].split("<span id=")[0]
        assert f"[{project.pages[f'{code}/{CARD}'].title}](../{CARD})" in carried

    def test_contradictions(self, project: Project, code: str) -> None:
        text = self.shown(project, code, "reference/contradictions.md")
        entry = project.sources.contradictions[0]
        assert f"## {entry.title[code]} {{#x-01}}" in text
        assert [entry.sides[n][code] in text for n in (0, 1)] == [True, True]
        assert entry.reconcile[code] in text
        assert re.findall(r"\(\.\./scenarios/([a-z-]+)\.md\)", text) == ["late-return", "late-with-reason"]

    def test_phrasebook(self, project: Project, code: str) -> None:
        text = self.shown(project, code, "phrasebook.md")
        phrase = project.sources.phrases[1]
        part = section(text, phrase.id)
        assert language(code).quote(phrase.say[code]) in part
        assert f"<del>{phrase.instead_of[code]}</del>" in part
        for other in set(CODES) - {code}:
            assert f'<span lang="{other}">{language(other).quote(phrase.say[other])}</span>' in part

    def test_practice(self, project: Project, code: str) -> None:
        text = self.shown(project, code, "practise.md")
        page = project.pages[f"{code}/{CARD}"]
        part = text.split('id="late-return"')[1].split("</details>")[0]
        assert all(language(code).quote(word) in part for word in page.matter.customer_words)
        assert f"({CARD})" in part
        said, unsaid = (page.document.section(id) for id in ("say", "dont-say"))
        assert said
        assert unsaid
        heard = re.findall(r"^- \[ \] (.*)$", part, re.MULTILINE)
        # Of what had better not be said the reason is left out: nobody hears that.
        assert heard[: len(said.items)] == [item.text for item in said.items]
        marks = language(code).quotes
        assert [(text[0], text[-1]) for text in heard[len(said.items) :]] == [marks] * len(unsaid.items)

    def test_what_speaks_to_staff_is_not_given_to_the_customer(self, root: Path, code: str) -> None:
        new = {"pl": "- Podnosisz głos.", "hr": "- Glas se diže.", "en": "- The voice rises."}
        old = {"pl": "- Termin już minął.", "hr": "- Rok je već prošao.", "en": "- The deadline has passed."}
        for other in CODES:
            replace(root, f"docs/{other}/{CARD}", old[other], new[other])
        part = self.shown(read(root), code, "practise.md").split('id="late-return"')[1].split("</details>")[0]
        assert new[code] not in part
        assert "- " + {"pl": "Klient liczy", "hr": "Kupac se nada", "en": "The customer hopes"}[code] in part

    def test_a_part_written_for_the_customer_takes_the_place_of_what_staff_notice(
        self, root: Path, code: str
    ) -> None:
        brief = {"pl": "Masz [za małe] buty.", "hr": "Cipele su premalene.", "en": "Your shoes pinch."}
        lines = "".join(f"  {other}: '{text}'\n" for other, text in brief.items())
        (root / "sources/briefs.yml").write_text(f"late-return:\n{lines}", "utf8")
        parts = self.shown(read(root), code, "practise.md").split("</details>")
        part = next(part for part in parts if 'id="late-return"' in part)
        assert escape(brief[code]) in part
        assert {"pl": "Klient liczy", "hr": "Kupac se nada", "en": "The customer hopes"}[code] not in part
        other_part = next(part for part in parts if 'id="late-with-reason"' in part)
        assert brief[code] not in other_part

    def test_the_handbooks_own_advice_stands_apart_from_the_claims(self, project: Project, code: str) -> None:
        text = self.shown(project, code, "reference/sources.md")
        names = language(code)
        part = section(text, "from-practice")
        assert f"## {names.word('page', 'from-practice')} {{#from-practice}}" in text
        assert (
            f'<span id="p-01" class="claim-id">P-01</span> {project.sources.practice["P-01"][code]}' in part
        )
        assert "(../scenarios/late-with-reason.md)" in part
        assert "s0-02" not in part

    def test_the_phrasebook_lists_the_written_replies(self, project: Project, code: str) -> None:
        part = section(self.shown(project, code, "phrasebook.md"), "written-replies")
        card = "scenarios/late-with-reason.md"
        title = project.pages[f"{code}/{card}"].title
        names = language(code).texts["sections"]
        links = [f"[{names[id]}]({card}#{id})" for id in ("write-email", "write-chat")]
        assert f"- {title}: {' · '.join(links)}" in part

    def test_what_a_card_is_made_of(self, project: Project, code: str) -> None:
        text = self.shown(project, code, "editing/status.md")
        assert re.findall(r"^- `(\w+)`: ", text, re.MULTILINE) == list(CardOriginal.model_fields)
        assert "`law`, `handing-over`" in text
        lines = re.findall(r"^(\d)\. (.*)$", text, re.MULTILINE)
        assert [number for number, _ in lines] == list("123456789")
        shown = [[int(found) for found in re.findall(r"\d+", line)] for _, line in lines]
        names = language(code)
        email, chat = REPLIES
        assert shown[0] == [ANSWER_WORDS]
        for (_, line), numbers, part in zip(lines[1:], shown[1:], PARTS, strict=True):
            assert line.startswith(names.quote(names.word("sections", part.id)))
            if part.id == WRITE:
                assert numbers == [email.low, email.high, chat.low, chat.high]
            elif part.id == "why":
                assert numbers == list(WHY)
            else:
                assert numbers == [part.low, part.high, *([part.words] if part.words else [])]
        for other in CODES:
            assert str(language(other).call_words) in text

    def test_rules(self, project: Project, code: str) -> None:
        text = expanded(project, f"{code}/editing/rules.md")
        found = re.findall(r"^#+ .* \{#([a-z0-9-]+)\}$", text, re.MULTILINE)
        assert [id for id in found if id in RULES] == [rule for group in GROUPS.values() for rule in group]
        assert sorted(id for id in found if id in RULES) == sorted(RULES)

    def test_counts(self, project: Project, code: str) -> None:
        text = self.shown(project, code, "editing/status.md")
        names = language(code)
        assert f"- {names.word('status', 'cards')}: **3**\n" in text
        assert f"- {names.word('status', 'guides')}: **1**\n" in text
        assert f"- {names.word('status', 'terms')}: **{len(project.sources.terms)}**\n" in text
        carried = names.word("status", "of", count=len(usable(project)), all=len(usable(project)))
        assert f"- {names.word('status', 'claims')}: **{carried}**\n" in text
        pages = len([slug for slug, versions in project.by_slug.items() if code in versions])
        assert f": **{pages}**\n" in text

    def test_translations_that_are_all_there(self, project: Project, code: str) -> None:
        text = self.shown(project, code, "editing/status.md")
        assert text.count(language(code).word("status", "complete")) == len(CODES)

    def test_translations_that_wait(self, stale: Path, code: str) -> None:
        names = language(code)
        done = names.word("status", "complete")
        (stale / "docs/hr/guides/listening.md").unlink()
        project = read(stale)
        text = self.shown(project, code, "editing/status.md")
        assert text.count(done) == 1
        croatian = text.split(f"- **{names.word('language-names', 'hr').capitalize()}**: ")[1]
        missing, moved = croatian.split("\n")[1:3]
        if code != "hr":
            guide = project.pages[f"{code}/guides/listening.md"]
            assert (
                missing == f"    - [{guide.title}](../guides/listening.md): {names.word('status', 'missing')}"
            )
        decide = project.pages[f"{code}/decide.md"]
        heading = next(h for h in decide.document.headings if h.id == "good-reason")
        assert moved == f"    - [{decide.title}](../decide.md): {heading.text}"

    def test_reviews(self, root: Path, code: str) -> None:
        names = language(code)
        text = self.shown(read(root), code, "editing/status.md")
        assert names.word("status", "none-due") in text
        replace(root, "docs/pl/decide.md", "review_by: 2027-05-22", "review_by: 2026-11-30")
        project = read(root)
        text = self.shown(project, code, "editing/status.md")
        title = project.pages[f"{code}/decide.md"].title
        due = names.word("status", "review-due", date=names.date(datetime.date(2026, 11, 30)))
        assert f"- [{title}](../decide.md): {due}" in text
        assert names.date(datetime.date(2027, 5, 22)) in text

    def test_a_marker_in_code_is_shown(self, root: Path, code: str) -> None:
        fence = "```\n<!-- handbook:cards -->\n```"
        path = root / "docs" / code / "index.md"
        path.write_text(path.read_text("utf8") + f"\n{fence}\n", "utf8")
        assert fence in expanded(read(root), f"{code}/index.md")

    def test_an_unknown_marker_stays(self, root: Path, code: str) -> None:
        replace(root, f"docs/{code}/phrasebook.md", "handbook:phrasebook", "handbook:nothing")
        assert "<!-- handbook:nothing -->" in expanded(read(root), f"{code}/phrasebook.md")

    def test_every_marker_can_stand_on_any_page(self, root: Path, code: str) -> None:
        for name in MARKERS:
            path = root / "docs" / code / "guides" / f"{name}.md"
            path.write_text(f"---\ntitle: {name}\n---\n\n<!-- handbook:{name} -->\n", "utf8")
        project = read(root)
        for name in MARKERS:
            page = project.pages[f"{code}/guides/{name}.md"]
            check_ids(project, page)
            check_links(project, page)
