"""One finding a fault: drops what only follows from another finding.

A misspelt section id, say, is at once unknown, extra and a missing section. The finding that names
the cause stays; for each kind of consequence a rule here says which that is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ..model.project import Fault, Project
from ..model.rules import PROSE

_SECTION_CAUSES = ("card-section-unknown", "card-section-order", "id-twice", "heading-id-missing")


def settle(project: Project, faults: Iterable[Fault]) -> Iterator[Fault]:
    """The faults without those that follow from others, in the same order."""
    found = list(faults)
    if not found:
        return
    index = _Index(project, found)
    for fault in found:
        follows = _CONSEQUENCES.get(fault.rule)
        if follows is None or not follows(index, fault):
            yield fault


class _Index:
    """Faults by rule, file and section."""

    def __init__(self, project: Project, faults: list[Fault]) -> None:
        self.pages = {page.file: page for page in project.pages.values()}
        self.by_slug = project.by_slug
        self.rules = {fault.rule for fault in faults}
        self.orphans = project.orphans
        self.unread_data = any(f.rule == "file-not-utf8" and f.file not in self.pages for f in faults)
        self.by_file: dict[str, list[Fault]] = {}
        for fault in faults:
            self.by_file.setdefault(fault.file, []).append(fault)

    def has(self, fault: Fault, *rules: str, id: str | None = None) -> bool:
        """Whether the same file has a fault of one of these rules, about this id if one is given."""
        return any(
            other.rule in rules and (id is None or other.values.get("id") == id)
            for other in self.by_file[fault.file]
            if other is not fault
        )

    def section(self, fault: Fault) -> str | None:
        page = self.pages.get(fault.file)
        if page is None:
            return None
        found = ""
        for section in page.document.sections:
            if section.position.line <= fault.position.line:
                found = section.id
        return found

    def is_orphan(self, fault: Fault) -> bool:
        """Whether the page translates one that is not there, whose place another version takes."""
        page = self.pages.get(fault.file)
        return page is not None and page.slug in self.orphans

    def link_fault_in(self, fault: Fault) -> bool:
        """Whether any version of the page has a faulty link in the same section."""
        page = self.pages[fault.file]
        section = self.section(fault)
        return any(
            other.rule.startswith(("link-", "reference-")) and self.section(other) == section
            for version in self.by_slug.get(page.slug, {}).values()
            for other in self.by_file.get(version.file, ())
        )


def _link_consequence(index: _Index, fault: Fault) -> bool:
    return index.link_fault_in(fault) or index.has(fault, "id-twice")


def _named_better(index: _Index, fault: Fault) -> bool:
    """Whether what is wrong with the address has been told in words that say more."""
    return any(
        other.rule.startswith("link-")
        and other.rule not in ("link-scheme", "link-deceptive", "link-bare")
        and other.position.line == fault.position.line
        for other in index.by_file[fault.file]
    )


def _items(index: _Index, fault: Fault) -> bool:
    page = index.pages[fault.file]
    return any(
        other.rule == "card-count" and other.position == fault.position
        for version in index.by_slug.get(page.slug, {}).values()
        for other in index.by_file.get(version.file, ())
    )


def _section_missing(index: _Index, fault: Fault) -> bool:
    id = str(fault.values.get("id"))
    if index.has(fault, "card-section-missing", "question-section-missing", id=id):
        return True
    return index.has(fault, *_SECTION_CAUSES) or _misspelt(index, fault, id)


def _misspelt(index: _Index, fault: Fault, id: str) -> bool:
    """Another section was probably meant to be this one."""
    return any(
        other.rule in ("section-extra", "card-section-unknown", "question-section-missing")
        and other.values.get("guess") == id
        for other in index.by_file[fault.file]
    )


def _card_section_missing(index: _Index, fault: Fault) -> bool:
    return index.has(fault, "id-twice") or _misspelt(index, fault, str(fault.values.get("id")))


def _section_extra(index: _Index, fault: Fault) -> bool:
    id = str(fault.values.get("id"))
    return index.has(fault, "card-section-unknown", id=id) or index.has(fault, "id-twice", id=id)


def _section_order(index: _Index, fault: Fault) -> bool:
    return index.has(fault, "card-section-order", "id-twice", "card-section-unknown")


def _card_section(index: _Index, fault: Fault) -> bool:
    """The name or the order of a section whose heading took another's id."""
    return index.has(fault, "id-twice")


def _one_way(index: _Index, fault: Fault) -> bool:
    """The other card misspells its mention of this one, or its whole list."""
    other = index.by_file.get(str(fault.values.get("other")), ())
    return any(
        f.rule == "card-related-unknown" or "related" in (f.values.get("key"), f.values.get("guess"))
        for f in other
    )


def _claim_unknown(index: _Index, fault: Fault) -> bool:
    """The claim is there, but something is wrong with it."""
    return any(
        other.rule == "data-broken" and str(other.values.get("reason")).startswith(f"{fault.values['id']}.")
        for other in index.by_file.get(str(fault.values.get("file")), ())
    )


def _claim_lost(index: _Index, fault: Fault) -> bool:
    """A page that is gone or cannot be read, or an id that is misspelt, may be the one that carried it."""
    broken = {"file-not-utf8", "file-empty", "front-matter-broken", "front-matter-unclosed", "claim-unknown"}
    if index.rules & broken or index.orphans:
        return True
    return any(
        (other.rule.startswith("key-") and other.values.get("key") in ("claims", "claim"))
        or (other.rule == "key-unknown" and other.values.get("guess") == "claims")
        for faults in index.by_file.values()
        for other in faults
    )


def _local_rule(index: _Index, fault: Fault) -> bool:
    """The rule is there, but its file cannot be read or something is wrong with it."""
    files = {fault.file, str(fault.values.get("other"))}
    return any(
        other.rule in ("data-broken", "file-not-utf8")
        for file in files
        for other in index.by_file.get(file, ())
    )


def _local_rule_unknown(index: _Index, fault: Fault) -> bool:
    return any(
        other.rule in ("data-broken", "file-not-utf8")
        for file, others in index.by_file.items()
        for other in others
        if file.startswith(f"{fault.values['folder']}/")
    )


def _words(index: _Index, fault: Fault) -> bool:
    """The whole is too long because one phrase is."""
    page = index.pages[fault.file]
    return fault.values.get("what") == page.title and index.has(fault, "card-words", "card-count")


def _anchor(index: _Index, fault: Fault) -> bool:
    """The section that an anchor names is misspelt there, or its list cannot be made."""
    if "data-broken" in index.rules or index.unread_data:
        return True
    anchor = fault.values.get("anchor")
    return any(
        other.values.get("guess") == anchor
        and other.rule in ("card-section-unknown", "section-extra", "question-section-missing")
        for faults in index.by_file.values()
        for other in faults
    )


def _key_missing(index: _Index, fault: Fault) -> bool:
    """A key with this name is there, misspelt, or it stood in the original that is gone."""
    return index.is_orphan(fault) or any(
        other.rule == "key-unknown" and other.values.get("guess") == fault.values.get("key")
        for other in index.by_file[fault.file]
    )


def _key_unknown(index: _Index, fault: Fault) -> bool:
    """The page is no original, although it takes the place of one."""
    return fault.values.get("key") == "translation" and index.is_orphan(fault)


def _key_wrong(index: _Index, fault: Fault) -> bool:
    """The value is wrong because it names something that does not exist."""
    rules = ("card-related-unknown", "claim-unknown", "card-fact-unknown", "local-rule-unknown")
    return any(
        other.rule in rules and other.position == fault.position for other in index.by_file[fault.file]
    )


def _foreign(index: _Index, fault: Fault) -> bool:
    """The text is in another language, so its words and signs are, too."""
    line = fault.position.line
    return any(
        (other.rule == "text-wrong-language" and line in other.values["lines"])
        or (other.rule == "card-section-name" and line == other.position.line)
        for other in index.by_file[fault.file]
    )


def _named_section(index: _Index, fault: Fault) -> bool:
    """The front matter names a section whose heading has lost its id, or has it misspelt."""
    return index.has(fault, "heading-id-missing") or _misspelt(index, fault, str(fault.values.get("id")))


_CONSEQUENCES: dict[str, Callable[[_Index, Fault], bool]] = {
    **dict.fromkeys(("link-scheme", "link-deceptive"), _named_better),
    "translation-links": _link_consequence,
    "translation-images": _link_consequence,
    "translation-items": _items,
    "section-missing": _section_missing,
    "section-extra": _section_extra,
    "section-order": _section_order,
    "card-section-missing": _card_section_missing,
    "card-section-name": _card_section,
    "card-section-order": _card_section,
    "card-related-one-way": _one_way,
    "card-words": _words,
    "claim-lost": _claim_lost,
    "claim-unknown": _claim_unknown,
    "local-rule-missing": _local_rule,
    "local-rule-unknown": _local_rule_unknown,
    "link-anchor-missing": _anchor,
    "key-missing": _key_missing,
    "key-unknown": _key_unknown,
    "translation-stale": _Index.is_orphan,
    "claim-section-unknown": _named_section,
    "question-section-missing": _named_section,
    "key-wrong": _key_wrong,
    **dict.fromkeys(set(PROSE) - {"text-wrong-language", "prose-unavailable"}, _foreign),
}
