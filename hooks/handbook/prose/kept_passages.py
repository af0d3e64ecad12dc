"""Passages as values of JSON, with what is made of each of them anyway: its words and its sentences."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from ..base.kept import keep
from ..base.recollection import Recollection, text_of
from ..model.project import Page
from .passage import Kind, Passage, Places
from .sentences import comparable, sentences

# What stood in the bodies of pages in earlier runs.
RECOLLECTION = Recollection("passages", of_pages=True)
_KINDS = {kind.value: kind for kind in Kind}


def taken_apart(passage: Passage) -> list[Any]:
    """A passage of a page's body as `all_made_again` wants it."""
    return [
        passage.kind.value,
        passage.section,
        passage.text,
        passage.places,
        passage.emphasised,
        "\n".join(passage.tokens),
        sentences(passage),
        comparable(passage),
    ]


def all_made_again(page: Page, language: str, kept: Any) -> tuple[Passage, ...]:
    """The passages of a page's body; raises TypeError or ValueError where these are none that were kept."""
    if not isinstance(kept, list):
        raise TypeError(kept)
    return tuple([_made_again(page, language, *one) for one in kept])


def _made_again(page: Page, language: str, kind: str, section: str, text: str, *rest: Any) -> Passage:
    places, emphasised, tokens, spans, compared = rest
    made = Passage(
        page.file,
        language,
        text_of(text),
        partial(_places, places),
        _KINDS[kind],
        text_of(section),
        page,
        tuple([(start, end) for start, end in emphasised]),
    )
    made.__dict__["tokens"] = tuple(tokens.split("\n")) if tokens else ()
    keep(sentences, made, tuple([(start, end) for start, end in spans]))
    keep(comparable, made, tuple([(start, end, own) for start, end, own in compared]))
    return made


def _places(kept: Sequence[Sequence[int]]) -> Places:
    return tuple([(offset, line, column) for offset, line, column in kept])
