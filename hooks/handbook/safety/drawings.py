"""Drawings (SVG) held against what they may hold: shapes, text, and references within themselves.

Opened by its own address an SVG is a page, with scripts, forms and all. Browsers read it as XML, not as HTML:
prefixes, CDATA and entities mean something there that no HTML parser sees, so Expat takes it apart,
which resolves namespaces and says where each thing stands. A DOCTYPE is refused at its first sign,
before anything in it is declared, so there is no entity to expand. (defusedxml wraps the same parser
and refuses the same, but does not say what else is wrong, or where.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple
from xml.parsers import expat

from .allowed import words

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
# Without scripts, HTML, animations (which can set a link's address) and what plays or loads.
_ELEMENTS = words(
    """svg g defs symbol use image a title desc metadata style switch view marker clipPath mask pattern
    path rect circle ellipse line polyline polygon text tspan textPath linearGradient radialGradient
    meshgradient meshrow meshpatch hatch hatchpath stop filter feBlend feColorMatrix feComponentTransfer
    feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood
    feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset
    fePointLight feSpecularLighting feSpotLight feTile feTurbulence"""
)
# What drawing programs leave behind, which no browser knows.
_INERT = re.compile(
    r"http://(?:www\.inkscape\.org|sodipodi\.sourceforge\.net|www\.w3\.org/1999/02/22-rdf-syntax-ns|"
    r"purl\.org/dc/|creativecommons\.org/ns|web\.resource\.org/cc|ns\.adobe\.com|www\.serif\.com|"
    r"www\.bohemiancoding\.com/sketch|www\.figma\.com)"
)
_WITHIN = re.compile(r"#|data:image/(?:png|jpeg|gif|webp|avif);base64,", re.IGNORECASE)
_CSS_URL = re.compile(
    r"url\s*+\(\s*+[\"']?+\s*+(?!#|data:(?:image/(?:png|jpeg|gif|webp|avif)|font/))[^)]{0,60}\)?",
    re.IGNORECASE,
)
# What loads or runs by other means, and the escapes that could hide all of it.
_CSS_OTHER = re.compile(
    r"@import|\\|(?<![\w-])(?:-\w+-)?(?:image|image-set|cross-fade|src|expression)\s*\(|behavior\s*:|-moz-binding",
    re.IGNORECASE,
)
_XML_ENCODINGS = (None, "utf-8", "us-ascii")
# So many faults are told of one drawing.
_MOST = 50


class Flaw(NamedTuple):
    """What a drawing may not hold, as it is written there, and the byte it stands at."""

    found: str
    at: int


class NoDrawing(Exception):
    """It is no XML, or no SVG; `at` is the byte where that shows."""

    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


class _Refused(Exception):
    """What is declared in a DOCTYPE is not read."""


def flaws(data: bytes) -> list[Flaw]:
    """What a drawing may not hold, in its order.

    Args:
        data: the drawing in UTF-8.

    Raises:
        NoDrawing: browsers would not show it at all.
    """
    reader = _Reader(data)
    try:
        reader.parser.Parse(data, True)
    except _Refused:
        pass
    except expat.ExpatError:
        raise NoDrawing(min(reader.parser.ErrorByteIndex, len(data))) from None
    return list(islice(reader.found, _MOST))


class _Reader:
    """Goes through a drawing and notes what it may not hold."""

    def __init__(self, data: bytes) -> None:
        self.found: list[Flaw] = []
        self._data = data
        self._depth = 0
        self._style: list[str] | None = None
        self._style_at = 0
        self.parser = expat.ParserCreate("utf-8", " ")
        self.parser.buffer_text = True
        self.parser.XmlDeclHandler = self._declaration
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    def _note(self, found: str, name: str = "") -> None:
        """Note a flaw; the place is that of the attribute of this name within the tag that was read."""
        at = self.parser.CurrentByteIndex
        if name:
            match = re.compile(rb"(?<![\w:.-])(?:[\w.-]+:)?" + re.escape(name.encode()) + rb"\s*=").search(
                self._data, at
            )
            at = match.start() if match else at
        self.found.append(Flaw(found, at))

    def _declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        if (encoding.lower() if encoding else None) not in _XML_ENCODINGS:
            self._note(f'encoding="{encoding}"')

    def _doctype(self, name: str, system: str | None, public: str | None, has_subset: int) -> None:
        at = self._data.rfind(b"<!DOCTYPE", 0, self.parser.CurrentByteIndex + len(b"<!DOCTYPE"))
        self.found.append(Flaw("<!DOCTYPE", max(at, 0)))
        if has_subset:
            raise _Refused

    def _instruction(self, target: str, data: str) -> None:
        self._note(f"<?{target}")

    def _start(self, name: str, given: dict[str, str]) -> None:
        namespace, _, local = name.rpartition(" ")
        self._depth += 1
        if self._depth == 1 and (namespace, local) != (_SVG, "svg"):
            raise NoDrawing(self.parser.CurrentByteIndex)
        if namespace == _SVG and local in _ELEMENTS:
            for flawed, attribute in _attributes(given):
                self._note(flawed, attribute)
            if local == "style":
                self._style, self._style_at = [], self.parser.CurrentByteIndex
        elif not (namespace and _INERT.match(namespace)):
            self._note(f"<{local}>")

    def _text(self, text: str) -> None:
        if self._style is not None:
            self._style.append(text)

    def _end(self, name: str) -> None:
        self._depth -= 1
        if self._style is not None and name == f"{_SVG} style":
            if loads := _loads("".join(self._style)):
                self.found.append(Flaw(loads, self._style_at))
            self._style = None


def _attributes(given: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What the attributes of one element may not say, each with the name it is written under."""
    for full, value in given.items():
        namespace, _, local = full.rpartition(" ")
        if not namespace and (local.lower().startswith("on") or local == "ping"):
            yield f"{local}=", local
        elif local == "href" and namespace in ("", _XLINK):
            if not _WITHIN.match(value):
                yield f'href="{value}"', local
        elif namespace == _XML and local == "base":
            yield f'xml:base="{value}"', local
        elif loads := _loads(value):
            yield f'{local}="{loads}"', local


def _loads(css: str) -> str | None:
    """What a style loads from elsewhere, or runs; None where it does not."""
    match = _CSS_URL.search(css) or _CSS_OTHER.search(css)
    return match[0] if match else None
