"""The command `handbook move`."""

from __future__ import annotations

import argparse
import sys

from ..base.text_files import decode, in_form
from ..base.writing import write_files
from ..links.moves import CannotMove, read_move
from ..links.relocation import CONFIG, Texts, in_settings, relocated
from ..links.renames import finished, renamed_by_hand
from ..reading.reader import Reader
from .exit_status import CLEAN, COULD_NOT_RUN
from .words import words


def move(options: argparse.Namespace) -> int:
    """Move a page or a heading in all languages, with every link to it, in one step."""
    told = words(options.lang)
    project = Reader(options.project).read()
    try:
        meant = renamed_by_hand(project, options.old, options.new)
        if meant is not None:
            texts = finished(project, meant)
        else:
            meant = read_move(project, options.old, options.new)
            texts = relocated(project, meant)
    except CannotMove as error:
        print(f"handbook: {told.say(f'move-{error.reason}', **error.values)}", file=sys.stderr)
        return COULD_NOT_RUN
    config = options.project / CONFIG
    before, _ = decode(config.read_bytes())
    if (after := in_settings(before, meant)) != before:
        texts[CONFIG] = after
    write_files(options.project, {file: _data(options, file, text, texts) for file, text in texts.items()})
    for file in sorted(file for file, text in texts.items() if text is not None):
        print(file)
    old, new = meant.addresses
    print(told.say("moved", old=old, new=new, count=str(len(texts))), file=sys.stderr)
    return CLEAN


def _data(options: argparse.Namespace, file: str, text: str | None, texts: Texts) -> bytes | None:
    """A text as it is to be stored: in the form of the file that it takes the place of."""
    if text is None:
        return None
    path = options.project / file
    return in_form(path.read_bytes(), text) if path.is_file() else text.encode("utf8")
