"""Links within the site, spoilt in the text that is there."""

from __future__ import annotations

import random

from handbook.model.project import Page, Project
from tests.mutation.defect import Defect, append, operator, relink


@operator
def link_to_a_misspelt_page(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return relink(page, chance, lambda text, t: f"[{text}]({t.replace('.md', 'x.md')})", "link-page-missing")


@operator
def link_to_a_missing_anchor(project: Project, page: Page, chance: random.Random) -> Defect | None:
    def change(text: str, target: str) -> str | None:
        return f"[{text}]({target.partition('#')[0]}#no-such-section)"

    return relink(page, chance, change, "link-anchor-missing")


@operator
def link_into_another_language(project: Project, page: Page, chance: random.Random) -> Defect | None:
    depth = page.path.count("/")
    other = next(code for code in ("pl", "hr", "en") if code != page.language)

    def change(text: str, target: str) -> str | None:
        if "/" in target:
            return None
        folder = page.slug.rpartition("/")[0]
        inside = f"{folder}/{target}" if folder else target
        return f"[{text}]({'../' * depth}{other}/{inside})"

    return relink(page, chance, change, "link-wrong-language")


@operator
def link_out_of_the_folder(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return relink(page, chance, lambda text, _: f"[{text}](../../../../README.md)", "link-outside-docs")


@operator
def link_to_html(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return relink(page, chance, lambda text, t: f"[{text}]({t.replace('.md', '.html')})", "link-form")


@operator
def link_without_extension(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return relink(page, chance, lambda text, t: f"[{text}]({t.replace('.md', '')})", "link-form")


@operator
def link_to_a_folder(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return relink(page, chance, lambda text, t: f"[{text}]({t.replace('.md', '/')})", "link-form")


@operator
def link_with_backslashes(project: Project, page: Page, chance: random.Random) -> Defect | None:
    def change(text: str, target: str) -> str | None:
        return f"[{text}]({target.replace('/', chr(92))})" if "/" in target else f"[{text}](.\\{target})"

    return relink(page, chance, change, "link-backslash")


@operator
def link_in_upper_case(project: Project, page: Page, chance: random.Random) -> Defect | None:
    def change(text: str, target: str) -> str | None:
        folder, slash, name = target.rpartition("/")
        return f"[{text}]({folder}{slash}{name[0].upper()}{name[1:]})"

    return relink(page, chance, change, "link-case")


@operator
def link_from_the_root(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return relink(page, chance, lambda text, t: f"[{text}](/{page.language}/decide/)", "link-absolute")


@operator
def link_encoded_twice(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return relink(page, chance, lambda text, t: f"[{text}]({t.replace('.md', '%252Emd')})", "link-encoding")


@operator
def link_without_target(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return relink(page, chance, lambda text, _: f"[{text}]()", "link-empty")


@operator
def link_without_text(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return relink(page, chance, lambda _, t: f"[]({t})", "link-text-empty")


@operator
def link_with_a_gap(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return relink(page, chance, lambda text, t: f"[{text}] ({t})", "link-gap")


@operator
def link_with_brackets_reversed(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return relink(page, chance, lambda text, t: None if "(" in text else f"({text})[{t}]", "link-reversed")


@operator
def link_in_raw_html_to_a_source(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return relink(page, chance, lambda text, t: f'<a href="{t}">{text}</a>', "link-html")


@operator
def missing_picture(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return append(page, chance, "![x](missing.png)", "link-file-missing")
