"""The command `handbook explain`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator

from ..base.guessing import guess
from ..languages.rule_texts import Excerpt, rule_texts
from ..model.rules import RULES
from .exit_status import CLEAN, COULD_NOT_RUN
from .words import Words, words


def explain(options: argparse.Namespace) -> int:
    """Say what a rule is about, and show an example put right."""
    told = words(options.lang)
    name = options.rule.strip("[]")
    rule = RULES.get(name)
    if rule is None:
        near = guess(name, sorted(RULES))
        words_for = [told.say("no-rule", rule=name)]
        if near:
            words_for.append(told.say("did-you-mean", guess=near))
        print(f"handbook: {' '.join(words_for)}", file=sys.stderr)
        return COULD_NOT_RUN
    text = rule_texts(told.code)[name]
    print(f"{name}: {text.title}\n\n{text.why}\n{told.say(f'severity-{rule.severity}')}\n")
    print("\n".join([*_shown(told, "wrong", text.wrong), *_shown(told, "right", text.right)]).rstrip())
    return CLEAN


def _shown(told: Words, key: str, excerpts: Iterable[Excerpt]) -> Iterator[str]:
    yield f"{told.say(key)}:"
    for excerpt in excerpts:
        if excerpt.file:
            yield f"  {excerpt.file}"
        yield from (f"    {line}".rstrip() for line in excerpt.text.split("\n"))
    yield ""
