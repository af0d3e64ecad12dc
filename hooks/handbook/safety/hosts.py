"""Addresses: which a page may link to, and which name another host than they seem to."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import parse_qsl, unquote

from ..base.visible import HIDDEN
from .allowed import SCHEMES, words
from .characters import mixed_scripts

# Browsers leave out tabs and line ends within an address, and control characters and spaces around it.
_LEFT_OUT = re.compile(r"[\t\n\r]")
_AROUND = "".join(map(chr, range(0x21)))
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
# Browsers take any slashes before the host for two, and a backslash for a slash.
_AUTHORITY = re.compile(r"(?:(?:https?|ftp|wss?):[/\\]*|[/\\]{2,})(?P<here>[^/\\?#]*)", re.IGNORECASE)
_PORT = re.compile(r":\d*$")
# What reads as an address or a host: //example.org, www.example.org, example.org, a@example.org
_LIKE_HOST = re.compile(
    r"//(?P<full>[^\s/?#<>\"]+)|(?<![\w.+-])(?P<bare>(?:[\w.+-]+@)?(?:[\w-]+\.)+[^\W\d_]{2,})(?![\w.-])"
)
# What looks like the signs of an address and stays what it is in Unicode's own plain form.
_PLAIN = str.maketrans({"\u3002": ".", "\u2215": "/", "\u2044": "/", "\ua789": ":", "\xad": None})
_NUMBER = re.compile(r"\+?\d(?:[\s)/.-]{0,2}\d){2,}")
# A shorter number is one only if nothing else is said.
_SHORTEST = 5
# The zero that is dialled within a country alone.
_INNER_ZERO = re.compile(r"\(0\)")
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
    """The host of a web address as browsers find it, in small letters; None where there is none."""
    authority = _authority(browsers_view(url))
    if authority is None:
        return None
    host = unicodedata.normalize("NFKC", unquote(authority.rpartition("@")[2]))
    return _PORT.sub("", host).strip(".").lower() or None


def deceives(url: str, text: str) -> str | None:
    """The part of a link that makes it seem to lead elsewhere than it does; None where it does not.

    That is a host, an e-mail address or a telephone number in its text that is not its own, a name before
    an @ that looks like the host, or a host written in letters of two scripts.
    """
    seen, shown = browsers_view(url), _plain(text)
    scheme, _, rest = seen.partition(":")
    if scheme.lower() == "mailto":
        return _other_mail(rest, shown)
    if scheme.lower() == "tel":
        return _other_number(rest, shown)
    authority, host = _authority(seen), host_of(url)
    if authority is None or host is None:
        return None
    if "@" in authority:
        return authority.rpartition("@")[0]
    if mixed_scripts(_decoded(host), whole=True):
        return host
    for named in _named(shown):
        if not _belong_together(named.rpartition("@")[2], host):
            return named
    return None


def _authority(seen: str) -> str | None:
    match = _AUTHORITY.match(seen)
    return match["here"] if match else None


def _plain(text: str) -> str:
    """A text without what cannot be seen, in the signs that it looks like."""
    return unicodedata.normalize("NFKC", HIDDEN.sub("", text).translate(_PLAIN)).translate(_PLAIN)


def _other_mail(rest: str, text: str) -> str | None:
    """The address that a text names although others are written to as well, or instead."""
    path, _, fields = rest.partition("?")
    given = [unquote(path), *(v for name, v in parse_qsl(fields) if name.lower() in ("to", "cc", "bcc"))]
    reached = {one.strip().lower() for value in given for one in value.split(",") if one.strip()}
    for named in _named(text):
        is_whole = "@" in named
        hosts = {one.rpartition("@")[2] for one in reached}
        if (reached != {named}) if is_whole else not all(_belong_together(named, host) for host in hosts):
            return named
    return None


def _other_number(rest: str, text: str) -> str | None:
    """The telephone number that a text names although another one is called."""
    called = _digits(unquote(rest).partition(";")[0])
    for match in _NUMBER.finditer(_INNER_ZERO.sub("", text)):
        named = _digits(match[0])
        # One of the two may be without the country's part.
        is_same = called.endswith(named) or (called and named.endswith(called))
        if not is_same and (len(named) >= _SHORTEST or match[0] == text.strip()):
            return match[0]
    return None


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number).lstrip("0")


def _decoded(host: str) -> str:
    """A host with its xn--… parts as they are shown."""
    parts = []
    for part in host.split("."):
        try:
            parts.append(part[4:].encode().decode("punycode") if part.startswith("xn--") else part)
        except UnicodeError:
            parts.append(part)
    return ".".join(parts)


def _named(text: str) -> list[str]:
    """The hosts and e-mail addresses that a text names, in small letters."""
    found = []
    for match in _LIKE_HOST.finditer(text):
        if match["full"]:
            name = match["full"].rpartition("@")[2].partition(":")[0]
        elif match["bare"].rpartition(".")[2].lower() in _FILES or not match["bare"].isascii():
            continue
        else:
            name = match["bare"]
        found.append(name.strip(".").lower())
    return found


def _belong_together(one: str, other: str) -> bool:
    one, other = one.removeprefix("www."), other.removeprefix("www.")
    return one == other or one.endswith(f".{other}") or other.endswith(f".{one}")
