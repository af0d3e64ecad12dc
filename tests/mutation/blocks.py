"""Faulty links in new blocks: boxes, quotations, tables, definitions and raw HTML."""

from __future__ import annotations

import random

from handbook.model.project import Page, Project
from tests.mutation.defect import Defect, append_block, operator

_LINK = "[x](no-such-page.md)"


@operator
def link_in_a_box(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return append_block(page, f"!!! note\n\n    {_LINK}", 3, "link-page-missing")


@operator
def link_in_a_quotation(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return append_block(page, f"> x\n> {_LINK}", 2, "link-page-missing")


@operator
def link_in_a_table(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return append_block(page, f"| a | b |\n|---|---|\n| {_LINK} | c |", 3, "link-page-missing")


@operator
def link_in_an_element(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return append_block(page, f"<div markdown>\n\n{_LINK}\n\n</div>", 3, "link-page-missing")


@operator
def definition_of_a_missing_page(project: Project, page: Page, chance: random.Random) -> Defect | None:
    where = chance.choice(["no-such-page.md", "<no-such-page.md>", 'no-such-page.md "x"'])
    return append_block(page, f"[x][new]\n\n[new]: {where}", 3, "link-page-missing")


@operator
def definition_twice(project: Project, page: Page, chance: random.Random) -> Defect | None:
    block = "[x][new]\n\n[new]: https://example.org/\n[NEW]: https://example.com/"
    return append_block(page, block, 4, "reference-twice")


@operator
def raw_link_to_a_missing_page(project: Project, page: Page, chance: random.Random) -> Defect | None:
    quote = chance.choice(["'", '"', ""])
    tag = chance.choice(["a href", "A HREF", 'a class="x"\n   href', "a\n   href"])
    block = f"x <{tag}={quote}../no-such-page/{quote}>x</a>"
    return append_block(page, block, 1, "link-page-missing")


@operator
def raw_picture_that_is_missing(project: Project, page: Page, chance: random.Random) -> Defect | None:
    tag = chance.choice(
        [
            '<img src="../no.png" alt="x">',
            '<video poster="../no.png"></video>',
            '<picture><source srcset="../no.png 2x"></picture>',
        ]
    )
    return append_block(page, f"x {tag}", 1, "link-file-missing")


@operator
def raw_link_without_text(project: Project, page: Page, chance: random.Random) -> Defect | None:
    inside = chance.choice(["", " ", "&nbsp;", "<!-- x -->", "<b></b>"])
    return append_block(page, f'x <a href="https://example.org/">{inside}</a>', 1, "link-text-empty")


@operator
def raw_link_without_target(project: Project, page: Page, chance: random.Random) -> Defect | None:
    attribute = chance.choice(['href=""', "href", "href=' '"])
    return append_block(page, f"x <a {attribute}>x</a>", 1, "link-empty")


@operator
def link_to_a_missing_part_of_the_page(project: Project, page: Page, chance: random.Random) -> Defect | None:
    block = chance.choice(["[x](#no-such-part)", 'x <a href="#no-such-part">x</a>'])
    return append_block(page, block, 1, "link-anchor-missing")


@operator
def anchor_in_code_alone(project: Project, page: Page, chance: random.Random) -> Defect | None:
    code = chance.choice(["```\n## x {#new}\n```", "    ## x {#new}", '`<a id="new">`'])
    return append_block(page, f"[x](#new)\n\n{code}", 1, "link-anchor-missing")


@operator
def link_into_a_raw_element(project: Project, page: Page, chance: random.Random) -> Defect | None:
    block = '<div>\n<p><a href="../no-such-page/">x</a></p>\n</div>'
    return append_block(page, block, 2, "link-page-missing")
