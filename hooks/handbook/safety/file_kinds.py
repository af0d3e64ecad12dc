"""What a file holds by its first bytes, as browsers and the WHATWG's MIME sniffing tell kinds apart."""

from __future__ import annotations

import re

# As much of each as tells it from all others: a picture that is cut short is no other kind.
# The name of a kind, the endings it may have, and how its files begin.
_KINDS: tuple[tuple[str, tuple[str, ...], re.Pattern[bytes]], ...] = (
    ("PNG", (".png",), re.compile(rb"\x89PNG")),
    ("JPEG", (".jpg", ".jpeg"), re.compile(rb"\xff\xd8\xff")),
    ("GIF", (".gif",), re.compile(rb"GIF8[79]a")),
    ("WebP", (".webp",), re.compile(rb"RIFF.{4}WEBPVP", re.DOTALL)),
    ("AVIF", (".avif",), re.compile(rb".{4}ftyp(?:avif|avis|mif1|msf1)", re.DOTALL)),
    ("ICO", (".ico",), re.compile(rb"\x00\x00\x01\x00")),
    ("MP4", (".mp4",), re.compile(rb".{4}ftyp(?!avi|mif1|msf1)", re.DOTALL)),
    ("WebM", (".webm",), re.compile(rb"\x1a\x45\xdf\xa3")),
    ("MP3", (".mp3",), re.compile(rb"ID3|\xff[\xfa\xfb\xf2\xf3]")),
    ("WOFF2", (".woff2",), re.compile(rb"wOF2")),
    ("PDF", (".pdf",), re.compile(rb"%PDF-")),
    ("SVG", (".svg",), re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml\s[^>]*>\s*)?<svg[\s>]")),
    ("HTML", (".html",), re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body|script)", re.I)),
)


def kind_of(head: bytes) -> str | None:
    """The kind that a file is by its first bytes; None where they tell of none that is known."""
    return next((name for name, _, begins in _KINDS if begins.match(head)), None)


def kind_named(ending: str) -> str | None:
    """The kind that a file should be by its ending; None where it says nothing."""
    return next((name for name, endings, _ in _KINDS if ending in endings), None)
