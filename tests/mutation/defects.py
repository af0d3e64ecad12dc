"""Defects to put into the real handbook: each operator spoils one page in one way.

An operator gets a page and a source of chance. It returns the spoilt text with the lines on which
the fault may be reported and the rules that may report it, or None where the page offers no place.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from handbook.model import Link, Page, Project


@dataclass(frozen=True)
class Defect:
    """A spoilt file. `text` None: the file is deleted; `file` is where the finding must be."""

    text: str | bytes | None
    lines: frozenset[int]
    rules: frozenset[str]
    file: str


Operator = Callable[[Project, Page, random.Random], Defect | None]
OPERATORS: dict[str, Operator] = {}


def operator(function: Operator) -> Operator:
    OPERATORS[function.__name__] = function
    return function


def _defect(page: Page, text: str | bytes | None, line: int, *rules: str) -> Defect:
    return Defect(text, frozenset({line}), frozenset(rules), page.file)


def _replace_line(page: Page, line: int, new: str) -> str:
    lines = list(page.document.lines)
    lines[line - 1] = new
    return "\n".join(lines)


def _links(page: Page) -> list[Link]:
    """Links to pages that stand in lists or paragraphs on one line, each target once on it."""
    found = []
    for link in page.document.links:
        line = page.document.lines[link.position.line - 1]
        whole = f"[{link.text}]({link.target})"
        if link.kind == "link" and ".md" in link.target and line.count(whole) == 1:
            found.append(link)
    return found


def _relink(
    page: Page, chance: random.Random, change: Callable[[str, str], str | None], *rules: str
) -> Defect | None:
    """Spoil one link: `change` gets its text and target and returns the new Markdown."""
    links = _links(page)
    if not links:
        return None
    link = chance.choice(links)
    new = change(link.text, link.target)
    if new is None:
        return None
    line = link.position.line
    old = page.document.lines[line - 1]
    return _defect(
        page, _replace_line(page, line, old.replace(f"[{link.text}]({link.target})", new)), line, *rules
    )


def _append(page: Page, chance: random.Random, words: str, *rules: str) -> Defect | None:
    """Add words at the end of a paragraph of the last section."""
    lines = page.document.lines
    places = [
        n
        for n in range(page.front.end + 1, len(lines) + 1)
        if re.match(r"[A-ZŠĐŽĆČŁŚŻŹÓ“„]", lines[n - 1]) and (n == len(lines) or not lines[n].strip())
    ]
    if not places:
        return None
    line = places[-1]
    return _defect(page, _replace_line(page, line, f"{lines[line - 1]} {words}"), line, *rules)


@operator
def link_to_a_misspelt_page(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return _relink(page, chance, lambda text, t: f"[{text}]({t.replace('.md', 'x.md')})", "link-page-missing")


@operator
def link_to_a_missing_anchor(project: Project, page: Page, chance: random.Random) -> Defect | None:
    def change(text: str, target: str) -> str | None:
        return f"[{text}]({target.partition('#')[0]}#no-such-section)"

    return _relink(page, chance, change, "link-anchor-missing")


@operator
def link_into_another_language(project: Project, page: Page, chance: random.Random) -> Defect | None:
    depth = page.path.count("/")
    other = next(code for code in ("pl", "hr", "en") if code != page.language)

    def change(text: str, target: str) -> str | None:
        if "/" in target:
            return None
        folder = page.slug.rpartition("/")[0]
        inside = f"{folder}/{target}" if folder else target
        return f"[{text}]({'../' * depth}{other}/{inside})"

    return _relink(page, chance, change, "link-wrong-language")


@operator
def link_out_of_the_folder(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return _relink(page, chance, lambda text, _: f"[{text}](../../../../README.md)", "link-outside-docs")


@operator
def link_to_html(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return _relink(page, chance, lambda text, t: f"[{text}]({t.replace('.md', '.html')})", "link-form")


@operator
def link_without_extension(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return _relink(page, chance, lambda text, t: f"[{text}]({t.replace('.md', '')})", "link-form")


@operator
def link_to_a_folder(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return _relink(page, chance, lambda text, t: f"[{text}]({t.replace('.md', '/')})", "link-form")


@operator
def link_with_backslashes(project: Project, page: Page, chance: random.Random) -> Defect | None:
    def change(text: str, target: str) -> str | None:
        return f"[{text}]({target.replace('/', chr(92))})" if "/" in target else f"[{text}](.\\{target})"

    return _relink(page, chance, change, "link-backslash")


@operator
def link_in_upper_case(project: Project, page: Page, chance: random.Random) -> Defect | None:
    def change(text: str, target: str) -> str | None:
        folder, slash, name = target.rpartition("/")
        return f"[{text}]({folder}{slash}{name[0].upper()}{name[1:]})"

    return _relink(page, chance, change, "link-case")


@operator
def link_from_the_root(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return _relink(page, chance, lambda text, t: f"[{text}](/{page.language}/decide/)", "link-absolute")


@operator
def link_encoded_twice(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return _relink(page, chance, lambda text, t: f"[{text}]({t.replace('.md', '%252Emd')})", "link-encoding")


@operator
def link_without_target(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return _relink(page, chance, lambda text, _: f"[{text}]()", "link-empty")


@operator
def link_without_text(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return _relink(page, chance, lambda _, t: f"[]({t})", "link-text-empty")


@operator
def link_with_a_gap(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return _relink(page, chance, lambda text, t: f"[{text}] ({t})", "link-gap")


@operator
def link_with_brackets_reversed(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return _relink(page, chance, lambda text, t: None if "(" in text else f"({text})[{t}]", "link-reversed")


@operator
def link_in_raw_html_to_a_source(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return _relink(page, chance, lambda text, t: f'<a href="{t}">{text}</a>', "link-html")


@operator
def link_to_this_computer(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return _append(page, chance, "[x](http://localhost:8000/pl/)", "link-local")


@operator
def link_to_a_broken_mail_address(project: Project, page: Page, chance: random.Random) -> Defect | None:
    words = chance.choice(["[x](mailto:nobody)", "[x](someone@example.org)"])
    return _append(page, chance, words, "link-mailto")


@operator
def link_with_a_broken_scheme(project: Project, page: Page, chance: random.Random) -> Defect | None:
    words = chance.choice(["[x](https//example.org)", "[x](http:/example.org)", "[x](www.example.org)"])
    return _append(page, chance, words, "link-malformed")


@operator
def bare_address(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return _append(page, chance, "https://example.org/help", "link-bare")


@operator
def undefined_reference(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return _append(page, chance, "[x][nowhere]", "reference-undefined")


@operator
def unused_reference(project: Project, page: Page, chance: random.Random) -> Defect | None:
    text = f"{page.document.text.rstrip()}\n\n[unused]: https://example.org/\n"
    return _defect(page, text, text.count("\n"), "reference-unused")


@operator
def missing_picture(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return _append(page, chance, "![x](missing.png)", "link-file-missing")


@operator
def id_in_raw_html_twice(project: Project, page: Page, chance: random.Random) -> Defect | None:
    headings = [h for h in page.document.headings if h.explicit]
    if not headings:
        return None
    id = chance.choice(headings).id
    return _append(page, chance, f'<span id="{id}"></span>', "id-twice")


@operator
def unknown_list(project: Project, page: Page, chance: random.Random) -> Defect | None:
    text = f"{page.document.text.rstrip()}\n\n<!-- handbook:nonsense -->\n"
    return _defect(page, text, text.count("\n"), "marker-unknown")


@operator
def unused_waiver(project: Project, page: Page, chance: random.Random) -> Defect | None:
    text = (
        f"{page.document.text.rstrip()}\n\n<!-- handbook: allow link-bare until 2999-01-01: for a test -->\n"
    )
    return _defect(page, text, text.count("\n"), "waiver-unused")


@operator
def heading_without_id(project: Project, page: Page, chance: random.Random) -> Defect | None:
    headings = [h for h in page.document.headings if h.explicit]
    if not headings:
        return None
    line = chance.choice(headings).position.line
    new = re.sub(r" *\{#[^}]*\}", "", page.document.lines[line - 1])
    return _defect(page, _replace_line(page, line, new), line, "heading-id-missing")


@operator
def misspelt_heading_id(project: Project, page: Page, chance: random.Random) -> Defect | None:
    headings = [h for h in page.document.headings if h.explicit]
    if not headings:
        return None
    heading = chance.choice(headings)
    line = heading.position.line
    new = page.document.lines[line - 1].replace(f"#{heading.id}}}", f"#{heading.id}x}}")
    rules = ("card-section-unknown", "section-extra", "claim-section-unknown", "question-section-missing")
    lines = {line}
    # The front matter of a guide names its sections too: the finding may stand there.
    for path, position in page.front.keys.items():
        if heading.id in path or page.front.values.get("questions"):
            lines.add(position.line)
    return Defect(_replace_line(page, line, new), frozenset(lines), frozenset(rules), page.file)


@operator
def heading_id_of_a_neighbour(project: Project, page: Page, chance: random.Random) -> Defect | None:
    headings = [h for h in page.document.headings if h.explicit]
    if not project.is_card(page):
        return None
    first, second = chance.sample(headings, 2)
    later = max(first, second, key=lambda h: h.position.line)
    earlier = first if later is second else second
    line = later.position.line
    new = page.document.lines[line - 1].replace(f"#{later.id}}}", f"#{earlier.id}}}")
    return _defect(page, _replace_line(page, line, new), line, "id-twice")


@operator
def renamed_card_heading(project: Project, page: Page, chance: random.Random) -> Defect | None:
    if not project.is_card(page):
        return None
    heading = chance.choice(page.document.headings)
    line = heading.position.line
    new = page.document.lines[line - 1].replace(heading.text, f"{heading.text} xyz")
    return _defect(page, _replace_line(page, line, new), line, "card-section-name")


@operator
def missing_section(project: Project, page: Page, chance: random.Random) -> Defect | None:
    if not project.is_card(page):
        return None
    sections = page.document.sections
    index = chance.randrange(1, len(sections))
    begin = sections[index].position.line
    end = sections[index + 1].position.line if index + 1 < len(sections) else len(page.document.lines) + 1
    lines = page.document.lines
    text = "\n".join(lines[: begin - 1] + lines[end - 1 :])
    line = begin if index + 1 < len(sections) else len(text.rstrip("\n").split("\n"))
    return _defect(page, text, line, "card-section-missing")


@operator
def sections_swapped(project: Project, page: Page, chance: random.Random) -> Defect | None:
    if not project.is_card(page):
        return None
    sections = page.document.sections
    index = chance.randrange(1, len(sections) - 1)
    lines = page.document.lines
    a, b = sections[index].position.line - 1, sections[index + 1].position.line - 1
    c = sections[index + 2].position.line - 1 if index + 2 < len(sections) else len(lines)
    text = "\n".join([*lines[:a], *lines[b:c], "", *lines[a:b], *lines[c:]])
    moved = frozenset({a + 1, a + 2 + (c - b), a + 1 + (c - b)})
    return Defect(text, moved, frozenset({"card-section-order"}), page.file)


@operator
def entry_removed(project: Project, page: Page, chance: random.Random) -> Defect | None:
    if not project.is_card(page):
        return None
    section = chance.choice([s for s in page.document.sections if s.items and not _has_link(page, s.id)])
    item = chance.choice(section.items)
    lines = page.document.lines
    text = "\n".join(lines[: item.position.line - 1] + lines[item.position.line :])
    return _defect(page, text, section.position.line, "card-count", "translation-items")


def _has_link(page: Page, id: str) -> bool:
    section = page.document.section(id)
    return section is not None and "](" in section.text


@operator
def number_added(project: Project, page: Page, chance: random.Random) -> Defect | None:
    section = page.document.section("do")
    if not project.is_card(page) or section is None:
        return None
    item = chance.choice(section.items)
    line = item.position.line
    new = f"{page.document.lines[line - 1]} 37"
    return _defect(page, _replace_line(page, line, new), section.position.line, "translation-numbers")


@operator
def phrase_too_long(project: Project, page: Page, chance: random.Random) -> Defect | None:
    section = page.document.section("say")
    if not project.is_card(page) or section is None:
        return None
    line = chance.choice(section.items).position.line
    new = page.document.lines[line - 1] + " a" * 16
    return _defect(page, _replace_line(page, line, new), line, "card-words")


@operator
def answer_removed(project: Project, page: Page, chance: random.Random) -> Defect | None:
    lead = page.document.section("")
    if not project.is_card(page) or lead is None:
        return None
    text = page.document.text.replace(f"{lead.text}\n\n", "", 1)
    return _defect(page, text, page.front.end + 1, "card-answer-missing")


@operator
def front_matter_broken(project: Project, page: Page, chance: random.Random) -> Defect | None:
    lines = [n for n in range(2, page.front.end) if re.match(r"\w+: ", page.document.lines[n - 1])]
    if not lines:
        return None
    line = chance.choice(lines)
    new = page.document.lines[line - 1].partition(":")[0] + ': "never closed'
    text = _replace_line(page, line, new)
    return Defect(
        text, frozenset(range(line, page.front.end + 1)), frozenset({"front-matter-broken"}), page.file
    )


@operator
def front_matter_unclosed(project: Project, page: Page, chance: random.Random) -> Defect | None:
    if page.front.end == 0:
        return None
    return _defect(page, _replace_line(page, page.front.end, ""), 1, "front-matter-unclosed")


@operator
def key_removed(project: Project, page: Page, chance: random.Random) -> Defect | None:
    if not project.is_card(page) or page.is_translation:
        return None
    key = chance.choice(
        ["family", "decision", "may_become", "channels", "local_rules", "verified", "review_by"]
    )
    text = re.sub(rf"^{key}:.*\n", "", page.document.text, count=1, flags=re.MULTILINE)
    return _defect(page, text, 1, "key-missing")


@operator
def title_removed(project: Project, page: Page, chance: random.Random) -> Defect | None:
    text = re.sub(r"^title:.*\n", "", page.document.text, count=1, flags=re.MULTILINE)
    return _defect(page, text, 1, "page-untitled") if text != page.document.text else None


@operator
def key_misspelt(project: Project, page: Page, chance: random.Random) -> Defect | None:
    if not project.is_card(page) or page.is_translation:
        return None
    key = chance.choice(["family", "decision", "channels", "local_rules", "related", "verified"])
    line = page.front.keys[(key,)].line
    new = page.document.lines[line - 1].replace(key, key[:-1] + "x", 1)
    return _defect(page, _replace_line(page, line, new), line, "key-unknown")


@operator
def key_twice(project: Project, page: Page, chance: random.Random) -> Defect | None:
    keys = [k for k in (("title",),) if k in page.front.keys]
    if not keys:
        return None
    line = page.front.keys[keys[0]].line
    same = page.document.lines[line - 1]
    return _defect(page, _replace_line(page, line, f"{same}\n{same}"), line + 1, "front-matter-key-twice")


@operator
def keys_swapped(project: Project, page: Page, chance: random.Random) -> Defect | None:
    if not project.is_card(page) or page.is_translation:
        return None
    first, second = chance.choice([("family", "decision"), ("claims", "related"), ("verified", "review_by")])
    a, b = page.front.keys[(first,)].line, page.front.keys[(second,)].line
    lines = list(page.document.lines)
    lines[a - 1], lines[b - 1] = lines[b - 1], lines[a - 1]
    return Defect("\n".join(lines), frozenset({a, b}), frozenset({"key-order"}), page.file)


@operator
def shared_key_in_a_translation(project: Project, page: Page, chance: random.Random) -> Defect | None:
    if not project.is_card(page) or not page.is_translation:
        return None
    text = page.document.text.replace("\ncustomer_words:", "\ndecision: hold\ncustomer_words:", 1)
    return _defect(page, text, page.front.keys[("customer_words",)].line, "key-misplaced")


@operator
def value_misspelt(project: Project, page: Page, chance: random.Random) -> Defect | None:
    if not project.is_card(page) or page.is_translation:
        return None
    key = chance.choice(["family", "decision"])
    line = page.front.keys[(key,)].line
    return _defect(page, _replace_line(page, line, page.document.lines[line - 1] + "x"), line, "key-wrong")


@operator
def decision_against_the_guide(project: Project, page: Page, chance: random.Random) -> Defect | None:
    if not project.is_card(page) or page.is_translation:
        return None
    line = page.front.keys[("decision",)].line
    given = page.front.values["decision"]
    other = chance.choice([d for d in ("hold", "bend", "calm", "repair", "escalate") if d != given])
    return _defect(page, _replace_line(page, line, f"decision: {other}"), line, "card-decision")


@operator
def fact_unknown(project: Project, page: Page, chance: random.Random) -> Defect | None:
    if not project.is_card(page) or page.is_translation:
        return None
    line = page.front.keys[("facts",)].line
    return _defect(page, _replace_line(page, line, "facts: [no-such-question]"), line, "card-fact-unknown")


@operator
def claim_unknown(project: Project, page: Page, chance: random.Random) -> Defect | None:
    found = [
        (i, m)
        for i, line in enumerate(page.document.lines[: page.front.end], 1)
        if (m := re.search(r"S\d-\d\d", line))
    ]
    if not found or page.is_translation:
        return None
    line, match = chance.choice(found)
    old = page.document.lines[line - 1]
    return _defect(page, _replace_line(page, line, old.replace(match[0], "S9-99", 1)), line, "claim-unknown")


@operator
def related_card_misspelt(project: Project, page: Page, chance: random.Random) -> Defect | None:
    if not project.is_card(page) or page.is_translation:
        return None
    line = page.front.keys[("related",)].line
    slug = chance.choice(page.front.values["related"])
    old = page.document.lines[line - 1]
    return _defect(
        page, _replace_line(page, line, old.replace(slug, f"{slug}-x", 1)), line, "card-related-unknown"
    )


@operator
def related_card_forgotten(project: Project, page: Page, chance: random.Random) -> Defect | None:
    if not project.is_card(page) or page.is_translation or len(page.front.values["related"]) < 3:
        return None
    line = page.front.keys[("related",)].line
    slugs = list(page.front.values["related"])
    gone = slugs.pop(chance.randrange(len(slugs)))
    other = project.original(f"scenarios/{gone}.md")
    assert other is not None
    there = other.front.keys[("related",)].line
    text = _replace_line(page, line, f"related: [{', '.join(slugs)}]")
    return Defect(text, frozenset({there}), frozenset({"card-related-one-way"}), other.file)


@operator
def card_id_of_another(project: Project, page: Page, chance: random.Random) -> Defect | None:
    if not project.is_card(page) or page.is_translation or page.front.values["id"] == "no-01":
        return None
    text = page.document.text.replace(f"id: {page.front.values['id']}", "id: no-01", 1)
    other = next(p for p in project.pages.values() if p.front.values.get("id") == "no-01")
    later = max(page, other, key=lambda p: p.path)
    return _defect(later, text, 2, "card-id-twice")


@operator
def translation_deleted(project: Project, page: Page, chance: random.Random) -> Defect | None:
    original = project.original(page.slug)
    name = page.slug.rpartition("/")[2]
    linked = any(
        link.target.partition("#")[0].endswith(name)
        for other in project.pages.values()
        if other.language == page.language
        for link in other.document.links
    )
    if original is None or original is page or linked:
        return None
    return _defect(original, None, 1, "translation-missing")


@operator
def not_utf8(project: Project, page: Page, chance: random.Random) -> Defect | None:
    data = page.document.text.encode()
    at = chance.randrange(len(data))
    at = data.rfind(b"\n", 0, at) + 1
    line = data.count(b"\n", 0, at) + 1
    return _defect(page, data[:at] + b"\xff" + data[at:], line, "file-not-utf8")


@operator
def emptied(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return _defect(page, chance.choice(["", "\n", "   \n\n"]), 1, "file-empty")
