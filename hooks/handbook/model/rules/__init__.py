"""The rules: every fault the checks can find, and how grave it is by default.

error and warning fail a check; a notice is shown and never fails. What a rule says in each language
stands in languages/texts/rules/<code>.yml; a test holds the two together.
"""

from __future__ import annotations

from types import ModuleType

from . import (
    cards,
    files,
    links,
    navigation,
    prose,
    references,
    safety,
    sources,
    translations,
    waivers,
)
from .rule import ERROR, NOTICE, OFF, SEVERITIES, WARNING, Rule

__all__ = ["ERROR", "GROUPS", "NOTICE", "OFF", "PROSE", "RULES", "SEVERITIES", "WARNING", "Rule"]

# In the order of their help, as are the rules of each.
_GROUPS = (files, links, references, navigation, translations, cards, sources, safety, prose, waivers)


def _of(module: ModuleType) -> list[type[Rule]]:
    found = vars(module).values()
    return [one for one in found if isinstance(one, type) and one.__module__ == module.__name__]


RULES: dict[str, type[Rule]] = {rule.rule_id: rule for module in _GROUPS for rule in _of(module)}
GROUPS: dict[str, tuple[str, ...]] = {
    module.__name__.rpartition(".")[2]: tuple(rule.rule_id for rule in _of(module)) for module in _GROUPS
}
# What is found only where the prose is checked, too.
PROSE = GROUPS["prose"]
