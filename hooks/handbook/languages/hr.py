"""Croatian."""

from __future__ import annotations

import re

from .language import Abbreviations, Dictionary, Inflexion, Language, Plural


def _plural(count: int) -> Plural:
    if count % 10 == 1 and count % 100 != 11:
        return "one"
    return "few" if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14) else "many"


HR = Language(
    code="hr",
    alphabet="abcčćdđefghijklmnopqrsštuvwxyzž",
    foreign_letters="qwxy",
    digraphs=("dž", "lj", "nj"),
    plural=_plural,
    quotes=("„", "”"),
    inner_quotes=re.compile(r"«[^«»]*»|»[^«»]*«|‚[^‚’‘]*[’‘]|‘[^‘’]*’"),
    short_words="aiouks",
    abbreviations=Abbreviations(
        before_names=frozenset({"npr", "g", "tj", "dr", "prof", "ul", "gđa", "gđica", "sv", "usp", "tzv"}),
        before_numbers=frozenset({"br", "str", "čl", "st", "god"}),
        binding=("npr", "tj", "str", "br", "oko"),
    ),
    second_person=re.compile(r"\b(?:vi|vas|vam|vama|vaš\w*|biste|ste|\w{2,}(?:ate|ete|ite))\b", re.I),
    call_words=175,
    inflexion=Inflexion(action_cases=("e", "a", "u", "em", "ima"), adjective="iji"),
    dictionary=Dictionary("hr_HR", "hunspell-hr"),
    detector="CROATIAN",
    search_prefixes=("naj", "ne"),
)
