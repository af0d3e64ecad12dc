"""The command `handbook check`: what it said the last time where nothing has changed since, or a new check.

Little is imported until it is known that something has to be checked.
"""

from __future__ import annotations

import argparse
import sys

from ..prose import hunspell, known_words
from .outcomes import Outcomes


def check(options: argparse.Namespace) -> int:
    """Check a project; returns the exit status."""
    outcomes = Outcomes(options)
    outcome = outcomes.kept()
    if outcome is None:
        if options.prose:
            known_words.recall(outcomes.store, options.project)
            hunspell.read_ahead()
        from .checking import checked

        outcome = checked(options, outcomes.store)
        outcomes.keep(outcome)
        if options.prose and outcome.keeps:
            known_words.keep(outcomes.store, options.project)
    if outcome.out:
        print(outcome.out)
    if outcome.err:
        print(outcome.err, file=sys.stderr)
    return outcome.status
