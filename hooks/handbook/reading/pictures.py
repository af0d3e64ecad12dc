"""Reads what tells whether a file is what its ending says: drawings whole, of others how they begin."""

from __future__ import annotations

import posixpath
from pathlib import Path

from ..base.text_files import decode
from ..base.visible import described
from ..model.picture import Picture
from ..model.project import Fault
from ..model.rules.files import CheckFailed, FileNotUtf8
from .faulty_files import too_long, undecodable

DRAWING = ".svg"
_PICTURES = frozenset((DRAWING, ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico"))
ENDINGS = _PICTURES.union((".mp4", ".webm", ".mp3", ".woff2", ".pdf"))
# A longer drawing is not read; one that a program has drawn has some ten kB.
LONGEST = 1_000_000
_HEAD = 64


def read_picture(docs: Path, path: str, size: int, docs_dir: str) -> tuple[Picture | None, Fault | None]:
    """A file as a picture, or what keeps it from being read.

    Args:
        docs: the folder of the pages.
        path: the file's path from there; it has one of the endings.
        size: how many bytes it has.
        docs_dir: the folder's path from the project's root.
    """
    file, ending = f"{docs_dir}/{path}", posixpath.splitext(path)[1].lower()
    if ending != DRAWING:
        try:
            with (docs / path).open("rb") as opened:
                return Picture(file, ending, opened.read(_HEAD)), None
        except OSError as error:
            return None, Fault(CheckFailed(fault=described(error)), file)
    if size > LONGEST:
        return None, too_long(file, "picture-long", size, LONGEST, None)
    try:
        data = (docs / path).read_bytes()
        return Picture(file, ending, data[:_HEAD], decode(data)[0]), None
    except UnicodeDecodeError as error:
        return None, Fault(FileNotUtf8(), file, undecodable(error))
    except OSError as error:
        return None, Fault(CheckFailed(fault=described(error)), file)
