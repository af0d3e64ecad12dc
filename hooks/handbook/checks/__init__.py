"""The checks: each a generator over the project that yields faults, in one explicit tuple.

Those of the prose ask dictionaries and models, so they run where they are asked for: by the command
line, not while a preview is rebuilt.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial

from ..model.project import Fault, Project
from ..model.rules import Rule
from ..model.rules.prose import (
    CardWhyLong,
    DashWrong,
    EllipsisWrong,
    PhraseStiff,
    QuoteUnpaired,
    QuoteWrong,
    SentenceLong,
    SentencesLong,
    SentenceTwice,
    SpaceWrong,
    TermAvoided,
    WhyOpening,
    WordNonstandard,
)
from ..prose.judged_prose import JudgedProse
from ..prose.project_texts import Texts, texts
from . import (
    addresses,
    card_entries,
    card_fields,
    card_wording,
    cards,
    decisions,
    file_names,
    files,
    former_names,
    front_matter,
    languages,
    limits,
    links,
    local_rules,
    navigation,
    nonstandard,
    page_names,
    pictures,
    published,
    redirecting,
    rendered,
    reordering,
    repetition,
    safety,
    sentences,
    slips,
    sources,
    spelling,
    staff_words,
    start_pages,
    stiff,
    terms,
    translation_contents,
    translations,
    typography,
    wrong_language,
)
from .failures import contained

Check = Callable[[Project], Iterator[Fault]]
ProseCheck = Callable[[Project, Texts], Iterator[Fault]]

CHECKS: tuple[Check, ...] = (
    files.check,
    file_names.check,
    front_matter.check,
    languages.check,
    links.check,
    addresses.check,
    navigation.check,
    start_pages.check,
    redirecting.check,
    published.check,
    limits.check,
    page_names.check,
    former_names.check,
    translations.check,
    translation_contents.check,
    reordering.check,
    cards.check,
    card_entries.check,
    card_fields.check,
    card_wording.check,
    repetition.check,
    decisions.check,
    sources.check,
    staff_words.check,
    local_rules.check,
    safety.check,
    slips.check,
    pictures.check,
    rendered.check,
)

# Those that need the dictionaries' answer come last: it takes as long as the others together.
PROSE_CHECKS: tuple[ProseCheck, ...] = (
    terms.check,
    nonstandard.check,
    stiff.check,
    typography.check,
    sentences.check,
    repetition.check_sentences,
    repetition.check_reasons,
    wrong_language.check,
    spelling.check,
)

# All that a check can find, where no other fault depends on it: where nobody is told, it need not look.
FINDS: Mapping[ProseCheck, tuple[type[Rule], ...]] = {
    terms.check: (TermAvoided,),
    nonstandard.check: (WordNonstandard,),
    stiff.check: (PhraseStiff,),
    typography.check: (QuoteWrong, QuoteUnpaired, DashWrong, EllipsisWrong, SpaceWrong),
    sentences.check: (SentenceLong, SentencesLong),
    repetition.check_sentences: (SentenceTwice,),
    repetition.check_reasons: (CardWhyLong, WhyOpening),
}


def run(project: Project, *, prose: bool = False, untold: Collection[str] = frozenset()) -> Iterator[Fault]:
    """All faults of a project in the order of the checks: consequences and waived ones, too.

    Args:
        prose: whether to check the prose, too.
        untold: rules of which nobody is told; not all faults of theirs are found.
    """
    for number in range(len(CHECKS)):
        yield from one(number, project)
    if prose:
        yield from of_prose(project, untold)


def one(number: int, project: Project) -> Iterator[Fault]:
    """The faults that one check besides those of prose finds, by its number in their order."""
    return contained(CHECKS[number], project)


def of_prose(project: Project, untold: Collection[str] = frozenset()) -> Iterator[Fault]:
    """The faults of the prose alone; see `run`."""
    return contained(partial(_prose, untold), project)


def _prose(untold: Collection[str], project: Project) -> Iterator[Fault]:
    judged, faulty = JudgedProse(project, untold), set[str]()
    all_texts = texts(project, judged.passages)
    judged.compare()  # Meanwhile the dictionaries answer.
    for check in PROSE_CHECKS:
        if check not in FINDS or any(rule.rule_id not in untold for rule in FINDS[check]):
            for fault in check(project, all_texts):
                faulty.add(fault.file)
                yield fault
    judged.keep(faulty)
