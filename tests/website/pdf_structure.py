"""What stands in a PDF besides its pages: places, bookmarks, and the tags that a screen reader goes by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader


def plain(text: str) -> str:
    """A text with each of its spaces, line ends and no-break spaces as one space."""
    return " ".join(text.split())


def resources(page: Any, kind: str) -> dict[str, Any]:
    """What a page shows, such as its fonts, by its name there."""
    return dict(page["/Resources"].get(kind, {}))


def begins(reader: PdfReader) -> dict[str, int]:
    """The page on which each place that is linked to stands, counted from 1."""
    return {
        name.removeprefix("/"): (reader.get_destination_page_number(place) or 0) + 1
        for name, place in reader.named_destinations.items()
    }


def bookmarks(reader: PdfReader) -> dict[str, int]:
    def walk(entries: list[Any]) -> Iterator[tuple[str, int]]:
        for entry in entries:
            if isinstance(entry, list):
                yield from walk(entry)
            else:
                yield plain(str(entry.title)), (reader.get_destination_page_number(entry) or 0) + 1

    return dict(walk(reader.outline))


def elements(node: Any) -> Iterator[dict[str, Any]]:
    """The elements of a PDF's structure, each before those within it."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for inner in node:
            yield from elements(inner)
    elif isinstance(node, dict) and "/S" in node:
        yield node
        yield from elements(node.get("/K", []))


# What a screen reader goes by, of the tags that PDF itself names.
TAGS = {
    "/Document",
    "/Sect",
    "/H1",
    "/H2",
    "/H3",
    "/P",
    "/L",
    "/LI",
    "/LBody",
    "/BlockQuote",
    "/Link",
    "/Figure",
}
MORE = {
    "/Div",
    "/Span",
    "/NonStruct",
    "/Lbl",
    "/H4",
    "/Table",
    "/THead",
    "/TBody",
    "/TR",
    "/TH",
    "/TD",
    "/Code",
}
