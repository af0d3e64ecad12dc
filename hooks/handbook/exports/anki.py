"""A language of the handbook as a deck for Anki: situations, phrases and terms, each asked for and answered.

A note keeps its identity from edition to edition, so that what is imported again replaces what was there and
progress stays. The same commit gives the same bytes.
"""

from __future__ import annotations

import hashlib
import io
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

import genanki

from ..languages import Language, language
from .takeaway import LICENCE, Card, Takeaway

# Anki knows kinds of notes and decks by numbers, which must never change.
_KIND = 1_764_457_201
_DECK_RANGE = 1 << 30
_DATE = (1980, 1, 1, 0, 0, 0)
_CSS = ".card { font-family: sans-serif; font-size: 1.1em; } .answer { text-align: left; }"


def deck(taken: Takeaway, title: str, time: int) -> bytes:
    """A language as a package that Anki imports.

    Args:
        taken: the language.
        title: what the deck is called.
        time: when the handbook was changed last, in seconds since 1970.
    """
    names = language(taken.language)
    made = genanki.Deck(_number(f"deck {taken.language}"), title, description=f"{escape(title)}. {LICENCE}")
    kind = genanki.Model(
        _KIND,
        "Handbook",
        fields=[{"name": "Question"}, {"name": "Answer"}],
        templates=[
            {
                "name": "Question",
                "qfmt": "{{Question}}",
                "afmt": '{{FrontSide}}<hr id="answer"><div class="answer">{{Answer}}</div>',
            }
        ],
        css=_CSS,
    )
    for tag, id, question, answer in _notes(taken, names):
        guid = genanki.guid_for("handbook", taken.language, tag, id)
        made.add_note(genanki.Note(model=kind, fields=[question, answer], tags=[tag], guid=guid))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "deck.apkg")
        genanki.Package(made).write_to_file(file, timestamp=float(time))
        return _packed(file)


def _notes(taken: Takeaway, names: Language) -> Iterator[tuple[str, str, str, str]]:
    """Kind, id, question and answer of each note, as HTML."""
    for card in taken.cards:
        words = _list([names.quoted(said) for said in card.customer_words])
        yield "card", card.id, f"<b>{escape(card.title)}</b>{words}", "".join(_answer(card, names))
    for phrase in taken.phrases:
        instead = f"{names.word('page', 'instead-of')}: <s>{escape(phrase.instead_of)}</s>"
        yield "phrase", phrase.id, f"<b>{escape(phrase.intent)}</b><br>{instead}", escape(phrase.say)
    for term in taken.terms:
        yield "term", term.id, f"<b>{escape(term.term)}</b>", escape(term.definition)


def _answer(card: Card, names: Language) -> Iterator[str]:
    yield f"<p><b>{escape(card.decision)}.</b> {escape(card.answer)}</p>"
    yield f"<p>{escape(names.word('sections', 'say'))}</p>{_list(card.say)}"
    avoided = [f"{one.say} – {one.why}" if one.why else one.say for one in card.dont_say]
    yield f"<p>{escape(names.word('sections', 'dont-say'))}</p>{_list(avoided)}"
    if card.url:
        yield f'<p><a href="{escape(card.url)}">{escape(card.url)}</a></p>'


def _list(entries: Sequence[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(entry)}</li>' for entry in entries)}</ul>" if entries else ""


def _number(name: str) -> int:
    """A number for a name, beyond those that Anki gives itself."""
    return _DECK_RANGE + int(hashlib.sha256(name.encode()).hexdigest(), 16) % _DECK_RANGE


def _packed(file: Path) -> bytes:
    """The same package without the time at which it was packed."""
    packed = io.BytesIO()
    with zipfile.ZipFile(file) as given, zipfile.ZipFile(packed, "w") as archive:
        for name in sorted(given.namelist()):
            archive.writestr(zipfile.ZipInfo(name, _DATE), given.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
