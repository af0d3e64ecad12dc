"""Addresses: which a page may link to, and which name another host than they seem to."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from .allowed import SCHEMES, words
from .characters import mixed_scripts

# Browsers leave out tabs and line ends within an address, and control characters and spaces around it.
_LEFT_OUT = re.compile(r"[\t\n\r]")
_AROUND = "".join(map(chr, range(0x21)))
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
# What reads as an address or a host: https://example.org, www.example.org, example.org, a@example.org
_LIKE_HOST = re.compile(
    r"(?:[a-z][a-z0-9+.-]*:)?//(?P<full>[^\s/?#<>\"]+)|(?P<bare>(?:[\w-]+@)?(?:[\w-]+\.)+[^\W\d_]{2,})(?![\w.-])",
    re.IGNORECASE,
)
# The ends of file names, which look like those of hosts.
_FILES = words(
    "md yml yaml html htm txt json js css py svg png jpg jpeg gif webp pdf toml cfg ini xml csv zip sh"
)


def browsers_view(url: str) -> str:
    """An address as a browser reads it."""
    return _LEFT_OUT.sub("", url).strip(_AROUND)


def scheme_fault(url: str, *, pictures: bool = False) -> bool:
    """Whether an address is of a kind that pages may not hold.

    Args:
        url: the address as it stands in the HTML.
        pictures: only files of the site itself are allowed.
    """
    seen = browsers_view(url)
    if seen.replace("\\", "/").startswith("//"):
        return True
    scheme = _SCHEME.match(seen)
    if scheme is None:
        return False
    return pictures or scheme[1].lower() not in SCHEMES


def is_foreign(url: str) -> bool:
    """Whether an address leads to a host, rather than to something of another kind."""
    seen = browsers_view(url).replace("\\", "/").lower()
    return seen.startswith(("//", "http:", "https:", "ftp:"))


def host_of(url: str) -> str | None:
    """The host of a web address or of an e-mail address, in small letters; None where there is none."""
    seen = browsers_view(url)
    if seen.lower().startswith("mailto:"):
        return seen[7:].partition("?")[0].rpartition("@")[2].lower() or None
    try:
        return urlsplit(seen).hostname if "//" in seen else None
    except ValueError:
        return None


def deceives(url: str, text: str) -> str | None:
    """The part of a link that makes it seem to lead elsewhere than it does; None where it does not.

    That is a host in its text that is not its own, a name before an @ that looks like the host, or a host
    written in letters of two scripts.
    """
    seen, host = browsers_view(url), host_of(url)
    if host is None:
        return None
    if not seen.lower().startswith("mailto:") and "@" in urlsplit(seen).netloc:
        return seen.partition("//")[2].partition("@")[0]
    if mixed_scripts(_decoded(host), whole=True):
        return host
    for named in _named_hosts(text):
        if not _belong_together(named, host):
            return named
    return None


def _decoded(host: str) -> str:
    """A host with its xn--… parts as they are shown."""
    parts = []
    for part in host.split("."):
        try:
            parts.append(part[4:].encode().decode("punycode") if part.startswith("xn--") else part)
        except UnicodeError:
            parts.append(part)
    return ".".join(parts)


def _named_hosts(text: str) -> list[str]:
    found = []
    for match in _LIKE_HOST.finditer(text):
        name = (match["full"] or match["bare"]).rpartition("@")[2].partition(":")[0].strip(".").lower()
        if match["bare"] and (name.rpartition(".")[2] in _FILES or not name.isascii()):
            continue
        found.append(name)
    return found


def _belong_together(one: str, other: str) -> bool:
    one, other = one.removeprefix("www."), other.removeprefix("www.")
    return one == other or one.endswith(f".{other}") or other.endswith(f".{one}")
