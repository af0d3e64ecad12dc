"""The parts the build adds to cards, guides and the decision guide.

A card gets its decision before the answer, the local rules after `decide`, the claims it rests on
after `why`, then the related cards, the customers' words and the date of its last check. A guide
gets the claims of each section, the decision guide the cards that each question decides.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from textwrap import indent
from typing import Any

from ..languages import Language, language
from ..model.claims import carried
from ..model.decision_guide import deciding_question
from ..model.document import Section
from ..model.fields import errors, schema_of
from ..model.project import Page, Project
from ..model.sources import LocalRule, Words
from ..reading.markdown.parse import parse
from .lists.card_lists import all_cards, badge, card_entry
from .markdown_links import claim_link, escape, escape_said
from .markers import expand

Additions = dict[str, list[str]]


def expand_page(project: Project, page: Page, markdown: str, today: datetime.date) -> str:
    """A page's Markdown with everything the build adds to it.

    Args:
        page: the page as it was read.
        markdown: its body, as it may have been changed on the way; without front matter.
        today: the day of the build.
    """
    names = language(page.language)
    if page.language is None:
        return markdown
    if project.is_card(page):
        markdown = _insert(page, markdown, _card_additions(project, page, names))
        markdown = _with_decision(project, page, names, markdown)
    else:
        markdown = _insert(page, markdown, _page_additions(project, page, names))
    return expand(project, page, markdown, today)


def template_values(project: Project, page: Page) -> dict[str, Any]:
    """The front matter that templates may use: only what fits the schema, so that none can fail.

    A card's shared fields come from its original.
    """
    model, original_model = schema_of(project, page)
    broken = {path[0] for _, path, _ in errors(model, page.front.values)}
    values = {k: v for k, v in page.front.values.items() if k not in broken}
    if project.is_card(page):
        neutral = (project.original(page.slug) or page).front.values
        wrong = {path[0] for _, path, _ in errors(original_model, neutral)}
        shared = ("id", "family", "decision", "verified", "review_by")
        values |= {k: neutral[k] for k in shared if k in neutral and k not in wrong}
    return values


def added_sections(project: Project, page: Page) -> tuple[str, ...]:
    """The ids of the sections that are added to a page."""
    if not project.is_card(page):
        return ()
    added = (("related", _related(project, page)), ("customer-words", page.matter.customer_words))
    return tuple(id for id, found in added if found)


def _with_decision(project: Project, page: Page, names: Language, markdown: str) -> str:
    decision = project.neutral(page).decision
    label = names.texts["decisions"].get(decision)
    lines = markdown.lstrip("\n").split("\n")
    end = next((n for n, line in enumerate(lines) if not line.strip() or line.startswith("#")), len(lines))
    if not label or end == 0:
        return markdown
    first = "\n".join(lines[:end])
    rest = "\n".join(lines[end:]).lstrip("\n")
    answer = f"**{label}**{{ .decision .{decision} }} {first}\n{{ .answer }}"
    return "\n\n".join([answer, *_may_become(project, page, names), rest])


def _may_become(project: Project, page: Page, names: Language) -> Iterator[str]:
    """The other decisions that the case may come to."""
    others = (badge(names, other) for other in project.neutral(page).may_become)
    if shown := " ".join(filter(None, others)):
        yield f"{names.word('page', 'may-become')} {shown}\n{{ .may-become }}"


def _card_additions(project: Project, page: Page, names: Language) -> Additions:
    neutral = project.neutral(page)
    added: Additions = {"decide": [], "why": []}
    rules = project.sources.local_rules.get(page.language or "", {})
    chosen = [rules[id] for id in neutral.local_rules if id in rules]
    if chosen:
        inner = "\n".join(_local_rules(names, chosen))
        box = f'!!! local-rule "{names.word("page", "local-rule")}"'
        added["decide"].append(f"{box}\n\n{indent(inner, '    ')}".rstrip())
    if rests := list(_rests_on(project, page, names)):
        added["why"].append('<div class="cited" markdown>\n\n' + "\n\n".join(rests) + "\n\n</div>")
    added["why"].extend(_card_end(project, page, names))
    return added


def _local_rules(names: Language, rules: Sequence[LocalRule]) -> Iterator[str]:
    """What holds, whether the employer has said so, and what to say by it.

    One mark is enough where nothing in the box is the employer's yet.
    """
    mark = f"*{names.word('page', 'local-rule-default')}*{{ .default }}"
    defaults = [rule.default for rule in rules]
    if all(defaults):
        yield from (mark, "")
    for rule, is_default in zip(rules, defaults, strict=True):
        own = f" {mark}" if is_default and not all(defaults) else ""
        yield f"**{escape(rule.title)}.** {escape_said(rule.text)}{own}"
        yield ""
        if rule.say:
            yield f"{names.word('page', 'local-rule-say')} {escape_said(names.quoted(rule.say))}"
            yield from ("{ .to-say }", "")


def _rests_on(project: Project, page: Page, names: Language) -> Iterator[str]:
    """What the card rests on: claims of the sources, then the handbook's own advice, each told apart."""
    named = project.neutral(page).all_claims
    for key, entries in (("rests-on", project.sources.claims), ("from-practice", project.sources.practice)):
        if listed := [_entry(page, entries[id], id) for id in named if id in entries]:
            yield f"**{names.word('page', key)}:**"
            yield "\n".join(listed)


def _entry(page: Page, texts: Words, id: str) -> str:
    return f"- {claim_link(page, id)} {escape(texts[page.language or ''])}".rstrip()


def _card_end(project: Project, page: Page, names: Language) -> Iterator[str]:
    entries = [card_entry(project, page, names, card) for card in _related(project, page)]
    if entries:
        yield f"## {names.word('page', 'related')} {{#related}}\n\n" + "\n".join(entries)
    said = [f"- {names.quote(escape(text))}" for text in page.matter.customer_words]
    if said:
        yield f"## {names.word('page', 'customer-words')} {{#customer-words}}\n\n" + "\n".join(said)
    if (days := project.neutral(page).checked) is not None:
        verified, review_by = days
        dates = {"verified": names.date(verified), "review_by": names.date(review_by)}
        yield f"{names.word('page', 'verified', **dates)}\n{{ .verified }}"


def _related(project: Project, page: Page) -> list[Page]:
    """The related cards, in the page's language where they are there, else their originals."""
    slugs = project.neutral(page).related
    paths = (f"{project.settings.cards}/{slug}.md" for slug in slugs)
    known = ((project.by_slug.get(path, {}), project.original(path)) for path in paths)
    found = (versions.get(page.language or "", original) for versions, original in known)
    return [card for card in found if card is not None]


def _page_additions(project: Project, page: Page, names: Language) -> Additions:
    added: Additions = {}
    original = project.original(page.slug) or page
    cited: dict[str, dict[str, list[str]]] = {}
    for id, section, _ in carried(original):
        key = "from-practice" if id in project.sources.practice else "rests-on"
        cited.setdefault(section, {}).setdefault(key, []).append(claim_link(page, id))
    for section, found in cited.items():
        for key in sorted(found, reverse=True):  # the sources first
            text = f"{names.word('page', key)}: {' · '.join(found[key])}\n{{ .cited }}"
            added.setdefault(section, []).append(text)
    for question, cards in _decided(project, original, names).items():
        entries = [card_entry(project, page, names, card) for card in cards]
        title = names.word("page", "cards-decided")
        added.setdefault(question, []).append(f"{title}:\n\n" + "\n".join(entries))
    return added


def _decided(project: Project, original: Page, names: Language) -> dict[str, list[Page]]:
    """For the decision guide: question id -> the cards it decides."""
    found: dict[str, list[Page]] = {}
    if (questions := original.matter.questions) is not None:
        for card in all_cards(project, names.code):
            facts = project.neutral(card).facts or ()
            found.setdefault(deciding_question(questions, facts), []).append(card)
    return found


def _insert(page: Page, markdown: str, added: Additions) -> str:
    """Put each addition at the end of the section it belongs to."""
    if not added:
        return markdown
    lines = markdown.split("\n")
    ends: dict[int, list[str]] = {}
    sections, above = _sections(page, markdown)
    for section, following in zip(sections, [*sections[1:], None], strict=True):
        end = following.position.line - 1 - above if following else len(lines)
        ends.setdefault(end, []).extend(added.get(section.id, []))
    made: list[str] = []
    for number, line in enumerate([*lines, ""]):
        for text in ends.get(number, []):
            # One blank line on either side; those of the page's own text stay as they are.
            while made and not made[-1].strip():
                made.pop()
            made += ["", text, ""]
        if number < len(lines):
            made.append(line)
    return "\n".join(made).strip("\n") + "\n"


def _sections(page: Page, markdown: str) -> tuple[Sequence[Section], int]:
    """The sections of a page's Markdown, and how many lines above it their places count, too.

    As long as nothing was changed on the way they were read with the page.
    """
    read = page.document
    if markdown.strip("\n") == read.body.strip("\n"):
        return read.sections, read.front.end + _blank_above(read.body) - _blank_above(markdown)
    return parse(markdown).sections, 0


def _blank_above(text: str) -> int:
    return len(text) - len(text.lstrip("\n"))
