"""A language of the handbook as an EPUB 3, for reading devices and telephones.

The file is a zip of XHTML of our own making: `mimetype` first and unpacked, then what leads to the package
document, then the package. The same commit gives the same bytes.
"""

from __future__ import annotations

import datetime
import io
import uuid
import zipfile
from collections.abc import Iterator, Mapping
from html import escape

from ..languages import language
from ..model.project import Project
from ..site.frame import version_words
from .epub_pages import Chapter, Chapters, chapters
from .takeaway import LICENCE

_FOLDER = "EPUB"
# The earliest that a zip can hold: no file has another, so that the same texts are the same file.
_DATE = (1980, 1, 1, 0, 0, 0)
_LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"
_CONTAINER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    f'<rootfile full-path="{_FOLDER}/package.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>\n"
)
_STYLE = """body { line-height: 1.5; }
h1, h2, h3 { line-height: 1.2; break-after: avoid; page-break-after: avoid; }
li, blockquote { break-inside: avoid; page-break-inside: avoid; }
.decision { border: 1px solid; border-radius: 0.3em; padding: 0 0.4em; }
.admonition, blockquote { border-left: 0.2em solid; margin-left: 0; padding-left: 0.8em; }
.admonition-title, .default { font-weight: bold; }
nav ol { list-style: none; padding-left: 1em; }
"""


def epub(project: Project, code: str, time: int) -> bytes:
    """A language as an EPUB.

    Args:
        project: the handbook.
        code: the language.
        time: when what it holds was changed last, in seconds since 1970; for the book's own data and for
            what is due by then.
    """
    when = datetime.datetime.fromtimestamp(time, datetime.UTC)
    found = chapters(project, code)
    content = Chapters(project, found, when.date())
    title = project.pages[f"{code}/index.md"].title
    pages = {
        one.file: _document(code, one.title, content.xhtml(page))
        for chapter in found
        for page in chapter.pages()
        for one in (Chapter(page.title, page),)
    }
    files = {
        "title.xhtml": _document(code, title, _title_page(code, title)),
        "nav.xhtml": _document(code, title, _contents(code, found), "nav"),
        "style.css": _STYLE,
        **pages,
    }
    package = _package(code, title, when, files)
    return _packed({f"{_FOLDER}/{name}": text for name, text in {"package.opf": package, **files}.items()})


def _document(code: str, title: str, inner: str, kind: str = "") -> str:
    names = ' xmlns:epub="http://www.idpf.org/2007/ops"' if kind else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        f'<html xmlns="http://www.w3.org/1999/xhtml"{names} lang="{code}" xml:lang="{code}">'
        f'<head><meta charset="utf-8"/><title>{escape(title)}</title>'
        f'<link rel="stylesheet" type="text/css" href="style.css"/></head>\n<body>{inner}</body></html>\n'
    )


def _title_page(code: str, title: str) -> str:
    licence = f'<a href="{_LICENCE_URL}">{LICENCE}</a>'
    return f"<h1>{escape(title)}</h1><p>{escape(version_words(code))}</p><p>{licence}</p>"


def _contents(code: str, found: tuple[Chapter, ...]) -> str:
    heading = escape(language(code).word("reading", "book-contents"))
    return f'<nav epub:type="toc" id="toc"><h1>{heading}</h1>{_listed(found)}</nav>'


def _listed(found: tuple[Chapter, ...]) -> str:
    entries = "".join(
        f'<li><a href="{chapter.file}">{escape(chapter.title)}</a>'
        f"{_listed(chapter.inner) if chapter.inner else ''}</li>"
        for chapter in found
    )
    return f"<ol>{entries}</ol>"


def _package(code: str, title: str, when: datetime.datetime, files: Mapping[str, str]) -> str:
    # Of the language alone, so that a reading device knows the next edition for the same book.
    id = uuid.uuid5(uuid.NAMESPACE_URL, f"{title} ({code})").urn
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">',
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">',
        f'<dc:identifier id="id">{id}</dc:identifier>',
        f"<dc:title>{escape(title)}</dc:title>",
        f"<dc:language>{code}</dc:language>",
        f"<dc:rights>{LICENCE}, {_LICENCE_URL}</dc:rights>",
        f'<meta property="dcterms:modified">{when:%Y-%m-%dT%H:%M:%SZ}</meta>',
        "</metadata>",
        "<manifest>",
        *_manifest(files),
        "</manifest>",
        "<spine>",
        *(f'<itemref idref="{_id(name)}"/>' for name in files if name.endswith(".xhtml")),
        "</spine>",
        "</package>",
    ]
    return "\n".join(lines) + "\n"


def _manifest(files: Mapping[str, str]) -> Iterator[str]:
    for name in files:
        kind = "application/xhtml+xml" if name.endswith(".xhtml") else "text/css"
        own = ' properties="nav"' if name == "nav.xhtml" else ""
        yield f'<item id="{_id(name)}" href="{name}" media-type="{kind}"{own}/>'


def _id(name: str) -> str:
    return f"f-{name.replace('.', '-')}"


def _packed(files: Mapping[str, str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        # A reading device looks for its kind at a fixed place in the file.
        archive.writestr(zipfile.ZipInfo("mimetype", _DATE), "application/epub+zip", zipfile.ZIP_STORED)
        for name, text in {"META-INF/container.xml": _CONTAINER, **files}.items():
            archive.writestr(zipfile.ZipInfo(name, _DATE), text, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
