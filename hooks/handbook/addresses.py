"""Addresses with a scheme: which targets leave the site, and which of them are malformed."""

from __future__ import annotations

import re

_SCHEME = re.compile(r"(?:[a-zA-Z][a-zA-Z0-9+.\-]*:|//)")
_EMAIL = re.compile(r"[^@\s/:?#]+@[^@\s/:?#]+\.[^@\s/:?#.]+")
_MAILTO = re.compile(
    r"mailto:[^@\s?,]+@[^@\s?,.]+(?:\.[^@\s?,.]+)+(?:,[^@\s?,]+@[^@\s?,]+)*(?:\?\S*)?", re.IGNORECASE
)
_LOCAL = re.compile(
    r"(?:https?:)?//(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])(?::\d+)?(?:[/?#].*)?|file:.*",
    re.IGNORECASE,
)
# http:/example.org, http//example.org, htp://example.org, https:example.org, http://, www.example.org
_MALFORMED = re.compile(
    r"(?:https?:/?(?!/)|https?//|(?:htp|htps|http|https|ttp|hhtp|htttp)s?:/(?!/)|(?:htp|htps|ttp|ttps|hhtp|hhtps|htttp|htttps)://"
    r"|https?;//|www\.)\S*|https?:///?|https?://[^/?#\s]*\s\S*",
    re.IGNORECASE,
)
_HOST = re.compile(r"(?:h{0,2}t{1,3}ps?[:;]?/+|https?:)?(?P<rest>\S+)", re.IGNORECASE)


def is_external(target: str) -> bool:
    """Whether a target leaves the site or is meant to: it has a scheme, a host or is an e-mail address."""
    target = target.strip()
    return bool(_SCHEME.match(target) or _EMAIL.fullmatch(target) or _MALFORMED.fullmatch(target))


def fault_of(target: str) -> tuple[str, str | None] | None:
    """What is wrong with an external target.

    Returns:
        The rule and the target that was meant, where it is beyond doubt; None where all is well.
    """
    if _EMAIL.fullmatch(target):
        return "link-mailto", f"mailto:{target}"
    if target.lower().startswith("mailto:"):
        if _MAILTO.fullmatch(target):
            return None
        return "link-mailto", None
    if _LOCAL.fullmatch(target):
        return "link-local", None
    if _MALFORMED.fullmatch(target):
        rest = _HOST.fullmatch(target)
        scheme = "http://" if re.match(r"h?t+p[:;/]", target, re.IGNORECASE) else "https://"
        found = rest["rest"] if rest and "." in rest["rest"] else ""
        return "link-malformed", f"{scheme}{found}" if found else None
    return None
