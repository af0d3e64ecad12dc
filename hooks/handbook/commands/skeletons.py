"""The texts that a new page begins with: all that is known, and TODO where a writer has to go on."""

from __future__ import annotations

import datetime
import json

from ..languages.language import Language
from ..model.card import CUSTOMER_WORDS, PARTS, PREFIXES, RELATED, WRITE
from ..model.digests import digest_id, digests
from ..model.new_page import card_id, first_review, next_number
from ..model.project import Page, Project

TODO = "TODO"
# Stands in a translation beside what is to be written; `handbook accept` takes it away.
BEGIN, END = "<!-- ORIGINAL", "-->"


def card(
    project: Project, names: Language, title: str, family: str, decision: str, today: datetime.date
) -> str:
    """A card of a family, with the next free id."""
    front = {
        "id": card_id(PREFIXES[family], next_number(project, PREFIXES[family])),
        "title": _quoted(title),
        "family": family,
        "decision": decision,
        "may_become": "[]",
        "facts": "[]",
        "claims": f"[{TODO}]",
        "related": f"[{', '.join(f'{TODO}-{number + 1}' for number in range(RELATED[0]))}]",
        "channels": "[phone, face-to-face]",
        "local_rules": f"[{TODO}]",
    }
    lines = ["---", *(f"{key}: {value}" for key, value in front.items()), "customer_words:"]
    lines += [f"  - {TODO} {number + 1}" for number in range(CUSTOMER_WORDS[0])]
    lines += [*_dates(today), "---", "", f"{TODO}.", ""]
    for part in PARTS:
        if part.id == WRITE:
            continue
        lines += [f"## {names.word('sections', part.id)} {{#{part.id}}}", ""]
        count = max(part.low, 1) if part.low else 0
        # No sentence may stand on two cards or twice on one, so each begins as another one.
        entries = [f"{TODO} {part.id} {number + 1}." for number in range(count)]
        if part.id in ("say", "dont-say"):
            entries = [names.quote(entry) for entry in entries]
        if part.id == "dont-say":
            entries = [f"{entry} {TODO} why {number + 1}." for number, entry in enumerate(entries)]
        if part.id == "decide":
            entries[-1] = f"{TODO}: [{TODO}]({TODO}.md)."
        lines += [f"{_marker(part.marker, n)} {entry}" for n, entry in enumerate(entries)] or [f"{TODO}."]
        lines.append("")
    return "\n".join(lines)


def guide(title: str, today: datetime.date) -> str:
    """A guide with its lead and one section."""
    lines = ["---", f"title: {_quoted(title)}", *_dates(today), "---", "", f"{TODO}.", ""]
    return "\n".join([*lines, f"## {TODO} {{#todo}}", "", f"{TODO}.", ""])


def translation(project: Project, original: Page, names: Language) -> str:
    """A translation to be written: sections, ids and record, the original's text beside each section."""
    lines = ["---", f"title: {TODO}"]
    if said := original.matter.customer_words:
        lines += ["customer_words:", *(f"  - {TODO} # {_line(text)}" for text in said)]
    if original.matter.description:
        lines.append(f"description: {TODO}")
    lines += ["translation:", *(f"  {id}: {value}" for id, value in digests(original).items()), "---", ""]
    known = names.texts["sections"] if project.is_card(original) else {}
    for section in original.document.sections:
        if section.heading is None and not section.text.strip():
            continue
        if section.heading is not None:
            name = known.get(section.id, TODO)
            lines += [f"{'#' * section.heading.level} {name} {{#{section.id}}}", ""]
        if digest_id(section) == "lead" or section.text.strip():
            shown = section.text.replace(END, "--\u200b>").strip()
            title = [original.title, ""] if section.heading is None else [section.heading.text, ""]
            lines += [BEGIN, *title, shown, END, "", TODO, ""]
    return "\n".join(lines)


def without_originals(text: str) -> str:
    """A translation without the original's text that stands beside it."""
    kept: list[str] = []
    inside = False
    for line in text.split("\n"):
        if line.strip() == BEGIN:
            inside = True
        elif inside:
            inside = line.strip() != END
        elif line.strip() or not (kept and not kept[-1].strip()):
            kept.append(line)
    return "\n".join(kept)


def _dates(today: datetime.date) -> list[str]:
    return [f"verified: {today}", f"review_by: {first_review(today)}"]


def _marker(marker: str, number: int) -> str:
    return f"{number + 1}." if marker[0].isdigit() else marker


def _quoted(text: str) -> str:
    """A text as a YAML value: quoted where it would be read as something else."""
    plain = text and text[0].isalnum() and not any(sign in text for sign in (": ", " #")) and text[-1] != ":"
    return text if plain else json.dumps(text, ensure_ascii=False)


def _line(text: object) -> str:
    return " ".join(str(text).split())
