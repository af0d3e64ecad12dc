"""English."""

from __future__ import annotations

import re

from .language import Abbreviations, Dictionary, Inflexion, Language, Plural


def _plural(count: int) -> Plural:
    return "one" if count == 1 else "many"


EN = Language(
    code="en",
    alphabet="abcdefghijklmnopqrstuvwxyz",
    plural=_plural,
    quotes=("“", "”"),
    inner_quotes=re.compile(r"‘[^‘’]*’(?!\w)"),
    # The article only: "I" often ends a clause.
    short_words="a",
    abbreviations=Abbreviations(
        before_names=frozenset({"e.g", "i.e", "dr", "mr", "mrs", "ms", "prof", "st", "vs", "cf"}),
        before_numbers=frozenset({"no", "nos", "p", "pp", "fig"}),
        binding=("no", "p"),
    ),
    second_person=re.compile(r"\b(?:you|your|yours|yourself|you’\w+)\b", re.I),
    # It needs more words for the same.
    call_words=200,
    inflexion=Inflexion(suffixes=("s", "es", "d", "ed", "ing")),
    dictionary=Dictionary("en_GB", "hunspell-en-gb"),
    detector="ENGLISH",
    shared=True,
    search_prefixes=("un",),
)
