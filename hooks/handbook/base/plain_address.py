"""The plain web address behind one that somebody else has rewritten.

Mail programs lead links by way of their own servers, as do search engines and social networks, and
campaigns put marks on them by which readers are counted.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from urllib.parse import parse_qs, unquote, urlsplit, urlunsplit

# Host, path -> the parameter that holds the address, and how it is read.
_DETOURS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(pattern), keys)
    for pattern, keys in (
        (r"[\w-]+\.safelinks\.protection\.(?:outlook|office365)\.(?:com|us)/", ("url",)),
        (r"statics\.teams\.cdn\.office\.net/.*safelinks\.html", ("url",)),
        (r"(?:www\.)?google\.[a-z.]{2,6}/url", ("q", "url")),
        (r"urldefense\.proofpoint\.com/v1/url", ("u",)),
        (r"linkprotect\.cudasvc\.com/url", ("a",)),
        (r"lm?\.(?:facebook|instagram)\.com/(?:l\.php)?", ("u",)),
        (r"(?:www\.)?youtube\.com/redirect", ("q",)),
        (r"(?:www\.)?linkedin\.com/(?:safety/go|redir/redirect)", ("url",)),
        (r"(?:www\.)?duckduckgo\.com/l/", ("uddg",)),
        (r"slack-redir\.net/link", ("url",)),
    )
)
_PROOFPOINT_2 = re.compile(r"urldefense\.proofpoint\.com/v2/url")
_PROOFPOINT_3 = re.compile(
    r"https?://urldefense\.(?:com|us)/v3/__(?P<url>.+?)__;(?P<signs>[\w-]*=*)(?:!|$)", re.ASCII
)
# https://urldefense.com/v3/ writes "*" for one sign that it keeps apart, "**" and a letter for a run of them.
_KEPT_APART = re.compile(r"\*(?:\*(?P<count>[A-Za-z0-9_-]))?")
_RUN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_TRACKER = re.compile(
    r"(?:utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|ttclid|twclid|li_fat_id|igshid|igsh"
    r"|mc_[ce]id|mkt_tok|_hsenc|_hsmi|vero_id)(?:=.*)?"
)
# So many detours one address may take.
_MOST = 5


def plain_address(address: str) -> str | None:
    """The address without detours and trackers; None where it has neither, or hides where it leads."""
    found = address
    for _ in range(_MOST):
        behind = _behind(found)
        if behind is None:
            break
        found = behind
    found = _untracked(found)
    return found if found != address and re.match(r"https?://[^\s/]", found) else None


def _behind(address: str) -> str | None:
    if "://" not in address:
        return None
    if (wrapped := _PROOFPOINT_3.match(address)) is not None:
        return _proofpoint_3(wrapped)
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    place = f"{parts.netloc.lower()}{parts.path}"
    read: Callable[[str], str] = str
    keys = next((keys for pattern, keys in _DETOURS if pattern.match(place)), ())
    if _PROOFPOINT_2.match(place):
        keys, read = ("u",), _proofpoint_2
    values = parse_qs(parts.query.replace("&amp;", "&"))
    given = next((values[key][0] for key in keys if key in values), None)
    behind = read(given) if given else ""
    return behind if behind.lower().startswith(("http://", "https://")) else None


def _proofpoint_2(given: str) -> str:
    """https-3A__example.org_returns-3Fid-3D3: an underscore is a slash, a hyphen a percent sign."""
    return unquote(given.replace("-", "%").replace("_", "/"))


def _proofpoint_3(wrapped: re.Match[str]) -> str | None:
    padded = wrapped["signs"].rstrip("=")
    try:
        signs = base64.urlsafe_b64decode(padded + "=" * (-len(padded) % 4)).decode()
    except (binascii.Error, UnicodeDecodeError):
        return None
    at = 0

    def put_back(star: re.Match[str]) -> str:
        nonlocal at
        count = _RUN.index(star["count"]) + 2 if star["count"] else 1
        at += count
        return signs[at - count : at]

    url = _KEPT_APART.sub(put_back, wrapped["url"])
    # It writes one of the two slashes after the scheme where a server would swallow the other.
    return re.sub(r"^(https?:/)(?!/)", r"\1/", url)


def _untracked(address: str) -> str:
    if "?" not in address:
        return address
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    kept = [part for part in parts.query.split("&") if not _TRACKER.fullmatch(part.removeprefix("amp;"))]
    if len(kept) == parts.query.count("&") + 1:
        return address
    return urlunsplit(parts._replace(query="&".join(kept)))
