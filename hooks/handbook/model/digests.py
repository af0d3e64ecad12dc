"""Digests of a page's sections: what a translation was last brought up to date with.

White space and emphasis do not count, so that setting a word in bold makes no translation stale.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from ..base.kept import kept
from .document import Section
from .project import Page

# What they do not see.
NOISE = re.compile(r"[*_]+")


def digest(text: str) -> str:
    """Eight hexadecimal digits of a text, white space and emphasis aside.

    Starts with "d", so that YAML never takes it for a number.
    """
    if "*" in text or "_" in text:
        text = NOISE.sub("", text)
    words = " ".join(text.split())
    return "d" + hashlib.sha256(words.encode()).hexdigest()[:8]


def digest_id(section: Section) -> str:
    """Under which id a section's digest is recorded: what stands before the first part is the lead."""
    return section.id if section.heading and section.heading.level >= 2 else "lead"


@kept
def digests(page: Page) -> Mapping[str, str]:
    """The digest of each section by id, in the page's order; the title's and the lead's come first."""
    found = {"title": digest(page.title)}
    lead = [section.text for section in page.document.sections if digest_id(section) == "lead"]
    found["lead"] = digest("\n".join(lead))
    for section in page.document.sections:
        if section.heading and section.heading.level >= 2:
            found[section.id] = digest(f"{section.heading.text} {section.text}")
    return found
