"""Polish."""

from __future__ import annotations

import re

from .language import Abbreviations, Dictionary, Inflexion, Language, Plural


def _plural(count: int) -> Plural:
    if count == 1:
        return "one"
    return "few" if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14) else "many"


PL = Language(
    code="pl",
    alphabet="aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż",
    foreign_letters="qvx",
    plural=_plural,
    quotes=("„", "”"),
    full_stop_after_quote=True,
    inner_quotes=re.compile(r"«[^«»]*»|‚[^‚’‘]*[’‘]"),
    short_words="aiouwz",
    abbreviations=Abbreviations(
        before_names=frozenset({"np", "p", "tj", "tzn", "dr", "prof", "ul", "m.in", "por", "im", "św"}),
        before_numbers=frozenset({"nr", "str", "ok", "pkt", "art", "ust"}),
        binding=("np", "tj", "str", "nr", "ok"),
    ),
    second_person=re.compile(
        r"\b(?:ty|ci|cię|tobie|tobą|two(?:j|ja|je|jego|jej|im|ich|imi|ją)|\w{2,}(?:esz|isz|ysz|asz))\b", re.I
    ),
    call_words=175,
    inflexion=Inflexion(action_cases=("e", "a", "u", "em", "om", "ami", "ach")),
    dictionary=Dictionary("pl_PL", "hunspell-pl"),
    detector="POLISH",
    search_prefixes=("nie", "naj"),
)
