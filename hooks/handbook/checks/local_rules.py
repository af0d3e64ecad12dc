"""Local rules: every one that a card names exists, and each exists in every language."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.guessing import guess, words
from ..base.positions import Position
from ..model.card import LOCAL_RULE_WORDS
from ..model.project import Fault, Project
from ..model.rules.sources import LocalRuleLong, LocalRuleMissing, LocalRuleUnknown


def check(project: Project) -> Iterator[Fault]:
    folder, rules = project.settings.local_rules, project.sources.local_rules
    if not rules:
        return
    # In the order of the first language that has them.
    known = list(dict.fromkeys(id for found in rules.values() for id in found))
    for code, found in rules.items():
        for id in known:
            if id not in found:
                other = next(other for other, ids in rules.items() if id in ids)
                broken = LocalRuleMissing(id=id, other=f"{folder}/{other}.yml")
                yield Fault(broken, f"{folder}/{code}.yml", Position(1), code)
        for id, rule in found.items():
            if (count := len(words(rule.text))) > LOCAL_RULE_WORDS:
                held = project.sources.files[f"{folder}/{code}"]
                long = LocalRuleLong(id=id, count=count, limit=LOCAL_RULE_WORDS)
                yield Fault(long, held.file, held.position((id, "text")), code)
    for slug in project.by_slug:
        page = project.original(slug)
        if page is None or not project.is_card(page):
            continue
        for index, id in enumerate(page.matter.local_rules):
            if id not in known:
                yield page.fault(
                    LocalRuleUnknown(id=id, guess=guess(id, known), known=", ".join(known), folder=folder),
                    page.front.position("local_rules", index),
                )
