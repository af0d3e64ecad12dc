"""Makes the font of the editor's icons smaller: of four thousand it keeps those whose names its script has.

python -m tools.editor.icons FONT SCRIPT TARGET

FONT is what the package of the editor brings, SCRIPT is its bundled script. The icons are ligatures of
their names' letters. The same font and the same script, the same bytes.
"""

from __future__ import annotations

import re
import string
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTFont

_NAME = re.compile(r"[`\"']([a-z][a-z0-9_]+)[`\"']")
_LETTERS = f"{string.ascii_lowercase}{string.digits}_ "


def main() -> None:
    font_file, script, target = sys.argv[1:]
    font = TTFont(font_file, recalcTimestamp=False)
    _keep(font, set(_NAME.findall(Path(script).read_text("utf8"))))
    options = subset.Options()
    options.layout_features = ["*"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[ord(letter) for letter in _LETTERS])
    subsetter.subset(font)
    font.flavor = "woff2"
    font.save(target)


def _keep(font: TTFont, names: set[str]) -> None:
    """Forget every ligature but those of the icons with these names."""
    letters: dict[str, str] = {}
    for code, glyph in font.getBestCmap().items():
        if chr(code) in _LETTERS:
            letters[glyph] = chr(code)
    for table in _ligatures(font):
        for first, found in list(table.items()):
            named = ("".join(letters.get(part, "?") for part in [first, *one.Component]) for one in found)
            table[first] = [one for one, name in zip(found, named, strict=True) if name in names]
            if not table[first]:
                del table[first]


def _ligatures(font: TTFont) -> Iterator[dict[str, list[Any]]]:
    """The font's tables of ligatures, by the first of their glyphs."""
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for part in lookup.SubTable:
            table = getattr(part, "ExtSubTable", part)
            if hasattr(table, "ligatures"):
                yield table.ligatures


if __name__ == "__main__":
    main()
