"""Addresses that leave the site, spoilt."""

from __future__ import annotations

import random

from handbook.model.project import Page, Project
from tests.mutation.defect import Defect, append, operator


@operator
def link_to_this_computer(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return append(page, chance, "[x](http://localhost:8000/pl/)", "link-local")


@operator
def link_to_a_broken_mail_address(project: Project, page: Page, chance: random.Random) -> Defect | None:
    words = chance.choice(["[x](mailto:nobody)", "[x](someone@example.org)"])
    return append(page, chance, words, "link-mailto")


@operator
def link_with_a_broken_scheme(project: Project, page: Page, chance: random.Random) -> Defect | None:
    words = chance.choice(["[x](https//example.org)", "[x](http:/example.org)", "[x](www.example.org)"])
    return append(page, chance, words, "link-malformed")


@operator
def bare_address(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return append(page, chance, "https://example.org/help", "link-bare")
