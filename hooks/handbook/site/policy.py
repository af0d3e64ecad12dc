"""The Content-Security-Policy of a page: what it may load and run is what the build has put there.

Nothing of another host, no plug-in, no frame, and of the scripts and styles that stand in the page itself
those alone whose digests are named, so that markup that got in by any way does nothing.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterable, Mapping

# A script or style that stands in the page; data for scripts is neither.
_INLINE = re.compile(
    r'<(?P<tag>script|style)\b(?![^>]*\s(?:src=|type="application/json"))[^>]*>'
    r"(?P<text>[^<]*+(?:<(?!/(?P=tag)>)[^<]*+)*+)</(?P=tag)>"
)
_CHARSET = '<meta charset="utf-8">'
# Where no headers can be set, the page says it itself; who may show it in a frame only a header can say.
_RULES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",  # The marks and icons of the sheets.
    "font-src": "'self'",
    "media-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    # No text becomes a script's address or markup, but by docs/assets/trusted.js.
    "require-trusted-types-for": "'script'",
    "trusted-types": "handbook",
}

# The form of /edit/ is an application of its own kind: its editor writes styles and markup into the page,
# which Trusted Types would forbid, and talks to the git host. Scripts are the site's alone there, too.
_FORM = {
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "media-src": "'none'",
    "worker-src": "'none'",
    "form-action": "'none'",
}


def form_rules(api: str) -> dict[str, str]:
    """The rules for the page of the form; `api` is the one host that it talks to, if any, beside its own."""
    kept = {name: value for name, value in _RULES.items() if "trusted-types" not in name}
    return {**kept, **_FORM, "connect-src": f"'self' data: {api}".strip()}


def policy(html: str, rules: Mapping[str, str] = _RULES) -> str:
    """The policy for a page, as the value of the header or of the element that says it."""
    hashes: dict[str, set[str]] = {"script": set(), "style": set()}
    for found in _INLINE.finditer(html):
        hashes[found["tag"]].add(_hash(found["text"]))
    rules = {name: _with(value, hashes.get(name.removesuffix("-src"), ())) for name, value in rules.items()}
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def with_policy(html: str, rules: Mapping[str, str] = _RULES) -> str:
    """A page that says its policy before anything is loaded, right after its encoding.

    Raises:
        ValueError: it does not say its encoding as the templates do.
    """
    if _CHARSET not in html:
        raise ValueError(f"a page without {_CHARSET} cannot say its policy")
    said = f'{_CHARSET}\n  <meta http-equiv="Content-Security-Policy" content="{policy(html, rules)}">'
    return html.replace(_CHARSET, said, 1)


def _with(value: str, hashes: Iterable[str]) -> str:
    return " ".join([value, *sorted(hashes)])


def _hash(text: str) -> str:
    # Browsers hash what they have read, and that has plain line ends.
    read = text.replace("\r\n", "\n").replace("\r", "\n")
    return f"'sha256-{b64encode(hashlib.sha256(read.encode()).digest()).decode()}'"
