"""Addresses with a scheme: which targets leave the site, and which of them are malformed."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

from ..model.rules.links import LinkLocal, LinkMailto, LinkMalformed

# So many targets are remembered: the links of a page most often lead where others' do.
_KNOWN = 1 << 14
_SCHEME = re.compile(r"(?:[a-zA-Z][a-zA-Z0-9+.\-]*:|//)")
# someone@example.org, and no file such as slides@home.pdf
_EMAIL = re.compile(
    r"[^@\s/:?#]+@[^@\s/:?#]+\."
    r"(?!(?:pdf|png|jpe?g|gif|svg|webp|html?|docx?|xlsx?|pptx?|csv|txt|mp[34])\Z)[^@\s/:?#.]+",
    re.IGNORECASE,
)
_MAILTO = re.compile(
    r"mailto:[^@\s?,/]+@[^@\s?,.]+(?:\.[^@\s?,.]+)+(?:,[^@\s?,]+@[^@\s?,]+)*(?:\?.*)?", re.IGNORECASE
)
# mailto://a@example.org, mailto: a@example.org, mail:a@example.org, maito:a@example.org
_LIKE_MAILTO = re.compile(
    r"(?:mailto|e?-?mail|mailt|maito|mialto|malito|malto|mailo|matilto):?/*\s*(?P<address>[^@\s/:?#]*@\S*)|mailto:.*",
    re.IGNORECASE,
)
# tel:123 456 789, tel: +48 123
_PHONE = re.compile(r"tel:(?P<number>(?=.*\s)\s*\+?[\d\s()-]{3,})", re.IGNORECASE)
_LOCAL = re.compile(
    r"(?:https?:)?//(?:[^/?#@\s]*@)?(?:(?:[\w-]+\.)*localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])(?::\d+)?"
    r"(?:[/?#].*)?|file:.*|[a-z]:[\\/].*",
    re.IGNORECASE,
)
# http:/example.org, http//example.org, htp://example.org, https:example.org, http://, https:///example.org,
# http://https://example.org, https://example..org, https://example.org:x, www.example.org, example.org
_MALFORMED = re.compile(
    r"""
    (?: https?:/?(?!/) | https?// | (?:htp|htps|http|https|ttp|hhtp|htttp)s?:/(?!/)
      | (?:htp|htps|ttp|ttps|hhtp|hhtps|htttp|htttps):// | https?;// | https?:///+ | https?://https?(?::|//)
      | www\.
    )\S*
    | https?:///?
    | https?://[^/?#\s]*(?:\s|\.\.|:(?!\d*(?:[/?#]|\Z)|[^/?#]*@|[^/?#\[]*\]))\S*
    | (?:[a-z0-9][\w-]*\.)+(?:com|org|net|eu|info|pl|hr|edu|gov)(?:/\S*)?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_HOST = re.compile(r"(?:h{0,2}t{1,3}ps?[:;]?/+|https?:)*(?P<rest>[^\s.]+(?:\.[^\s.]+)+)", re.IGNORECASE)


@lru_cache(_KNOWN)
def is_external(target: str) -> bool:
    """Whether a target leaves the site or is meant to: it has a scheme, a host or is an e-mail address."""
    target = target.strip()
    # The usual path of a page needs no closer look.
    if target.startswith("#"):
        return False
    if (
        ".md" in target
        and ":" not in target
        and "@" not in target
        and target[:1] in "./"
        and target[:2] != "//"
    ):
        return False
    return bool(_SCHEME.match(target) or _EMAIL.fullmatch(target) or _MALFORMED.fullmatch(target))


def within(site: str | None, target: str) -> str | None:
    """The part of a full address that lies within a site: path, query and anchor; None if it lies elsewhere.

    Args:
        site: the site's own address.
        target: a full address; http and https, capitals in the host's name and a missing scheme all count as
            the same.
    """
    if not site or not target.lower().startswith(("http:", "https:", "//")):
        return None
    own, given = urlsplit(site), urlsplit(target)
    base = own.path.rstrip("/")
    if not own.netloc or given.netloc.lower() != own.netloc.lower():
        return None
    if given.path.rstrip("/") != base and not given.path.startswith(f"{base}/"):
        return None
    return f"{given.path.removeprefix(base) or '/'}{target[target.index('#') :] if '#' in target else ''}"


def is_local(target: str) -> bool:
    """Whether an address leads to nobody but who asks: to the own machine or a file on it."""
    return bool(_LOCAL.fullmatch(target))


def fault_of(target: str) -> LinkMailto | LinkLocal | LinkMalformed | None:
    """What is wrong with an external target; it guesses only what is beyond doubt."""
    if _EMAIL.fullmatch(target):
        return LinkMailto(target=target, guess=f"mailto:{target}")
    if mail := _LIKE_MAILTO.fullmatch(target):
        if _MAILTO.fullmatch(target):
            return None
        meant = mail["address"] or ""
        return LinkMailto(target=target, guess=f"mailto:{meant}" if _EMAIL.fullmatch(meant) else None)
    if (phone := _PHONE.fullmatch(target)) is not None:
        return LinkMalformed(target=target, guess="tel:" + re.sub(r"[^+\d]", "", phone["number"]))
    if is_local(target):
        return LinkLocal(target=target, guess=None)
    if _MALFORMED.fullmatch(target):
        rest = _HOST.fullmatch(target)
        is_secure = "https" in target.lower() or not re.match(r"h?t+p[:;/]", target, re.IGNORECASE)
        scheme = "https://" if is_secure else "http://"
        found = rest["rest"] if rest else ""
        meant = f"{scheme}{found}"
        # Some are beyond guessing: what comes out is no better.
        return LinkMalformed(
            target=target, guess=meant if found and not _MALFORMED.fullmatch(meant) else None
        )
    return None
