"""The commands `handbook new` and `handbook translate`, which begin a page."""

from __future__ import annotations

import argparse
import datetime
import re
import sys
from collections.abc import Iterable

from ..base.writing import write_files
from ..languages import language
from ..model.card import PREFIXES
from ..model.fields import SLUG
from ..model.project import Page, Project
from ..reading.reader import Reader
from .exit_status import CLEAN, COULD_NOT_RUN
from .skeletons import card, guide, translation
from .words import Words, words


class _Refused(Exception):
    """What was asked for cannot be done; the message says why."""


def new(options: argparse.Namespace) -> int:
    """Begin a card or a guide in one language."""
    told = words(options.lang)
    project = Reader(options.project).read()
    try:
        if not re.fullmatch(SLUG, options.slug):
            raise _Refused(told.say("bad-name", slug=options.slug))
        code = _language(project, told, options.language or _ask(told, "lang", project.settings.languages))
        title = options.title or _ask(told, "title")
        folder = (project.settings.cards or "scenarios") if options.kind == "card" else "guides"
        file = f"{project.settings.docs_dir}/{code}/{folder}/{options.slug}.md"
        if f"{folder}/{options.slug}.md" in project.by_slug or (options.project / file).exists():
            raise _Refused(told.say("exists", file=file))
        today = datetime.date.today()
        if options.kind == "guide":
            text = guide(title, today)
        else:
            family = options.family or _ask(told, "family", PREFIXES)
            if family not in PREFIXES:
                raise _Refused(told.say("no-family", given=family, known=", ".join(PREFIXES)))
            text = card(project, language(code), title, family, options.decision, today)
    except _Refused as error:
        print(f"handbook: {error}", file=sys.stderr)
        return COULD_NOT_RUN
    write_files(options.project, {file: text.encode("utf8")})
    print(told.say("made", file=file))
    return CLEAN


def translate(options: argparse.Namespace) -> int:
    """Begin the translations of a page."""
    told = words(options.lang)
    project = Reader(options.project).read()
    docs = project.settings.docs_dir
    try:
        original = _original(project, told, options.page)
        texts: dict[str, bytes | None] = {}
        for given in options.to:
            code = _language(project, told, given)
            file = f"{docs}/{code}/{original.slug}"
            if code == original.language:
                raise _Refused(told.say("is-original", file=original.file))
            if code in project.by_slug[original.slug] or (options.project / file).exists():
                raise _Refused(told.say("exists", file=file))
            texts[file] = translation(project, original, language(code)).encode("utf8")
    except _Refused as error:
        print(f"handbook: {error}", file=sys.stderr)
        return COULD_NOT_RUN
    write_files(options.project, texts)
    for file in texts:
        print(told.say("made", file=file))
    return CLEAN


def _ask(told: Words, key: str, known: Iterable[str] = ()) -> str:
    """What somebody answers at a terminal; where nobody sits there, the flag is missing."""
    question = told.say(f"ask-{key}", known=", ".join(known))
    if not sys.stdin.isatty():
        raise _Refused(question.strip())
    return input(question).strip()


def _language(project: Project, told: Words, code: str) -> str:
    if code not in project.settings.languages:
        raise _Refused(told.say("no-language", code=code, known=", ".join(project.settings.languages)))
    return code


def _original(project: Project, told: Words, given: str) -> Page:
    path = given.removeprefix("./").removeprefix(f"{project.settings.docs_dir}/")
    path = path if path.endswith(".md") else f"{path}.md"
    first, _, rest = path.partition("/")
    slug = rest if first in project.settings.languages and rest else path
    original = project.original(slug)
    if original is None:
        raise _Refused(told.say("no-page", page=given))
    return original
