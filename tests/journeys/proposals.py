"""What editors of one language do to pages of their own, and what the check says of it."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from handbook.commands.cli import main
from handbook.languages import CODES
from handbook.model.project import Page, Project
from tests.journeys import changes
from tests.journeys.changes import Change, changed, deletion, may_change
from tests.support.project import read, write
from tests.support.told import Told
from tests.website.building import KEPT
from tests.website.fork_server import forked_mkdocs

SITE = "https://example.org/handbook/"
# Each in the only language in which it stays.
ALONE = {
    "scenarios/refund-after-deadline": "pl",
    "scenarios/drags-on": "hr",
    "scenarios/death-in-the-family": "en",
    "guides/listening-and-empathy": "hr",
}
CARDS = [slug for slug in ALONE if slug.startswith("scenarios/")]
ELSEWHERE = [(slug, code) for slug, own in ALONE.items() for code in CODES if code != own]
# Written in the first of these languages, translated into the second, and not yet into the third.
TRANSLATED = {
    "scenarios/why-not": ("pl", "en", "hr"),
    "scenarios/are-you-still-there": ("hr", "pl", "en"),
    "scenarios/hurt-by-our-product": ("en", "hr", "pl"),
}
MOVED = ("scenarios/swearing", "scenarios/swears-at-you")
RENAMED = ("guides/saying-no-well", "balance", "both-sides")
GONE = "scenarios/records-the-call"  # Is deleted; redirects.yml says what to read now.
# What an editor of one language changes on a card, section by section: in an original ...
FREE: Mapping[str, Mapping[str, Change]] = {
    "a phrase, and a step more": {"say": changes.phrase, "do": changes.step_more},
    "another number, and a step less": {"say": changes.number, "do": changes.step_less},
    "steps in another order": {"do": changes.steps_moved},
}
# ... in a translation, where its own way of saying it is nobody else's business ...
OWN: Mapping[str, Mapping[str, Change]] = {
    "a phrase, and steps in another order": {"say": changes.phrase, "do": changes.steps_moved}
}
# ... and what a translation cannot change alone: the check holds it up by this rule.
HELD: Mapping[str, tuple[Change, str]] = {
    "a step more": (changes.step_more, "translation-items"),
    "a step less": (changes.step_less, "translation-items"),
    "another number": (changes.number, "translation-numbers"),
}


@dataclass(frozen=True)
class Proposals:
    """The handbook after all of these changes, built, and what was told of them.

    `edited` says which card was changed so: language and change -> its slug. `accepted` and `held` are
    what the check said before and after those that it holds up: its exit status and its findings.
    """

    root: Path
    project: Project
    edited: Mapping[tuple[str, str], str]
    accepted: tuple[int, list[Told]]
    held: tuple[int, list[Told]]
    log: str


def edit(root: Path) -> tuple[dict[tuple[str, str], str], dict[str, str]]:
    """Choose a card for each change of each language; write those that pass, and return the other texts."""
    project = read(root)
    free = [card for code in CODES for card in project.cards(code) if may_change(card)]
    busy = {f"{slug}.md" for slug in (*ALONE, *TRANSLATED, *MOVED)}
    edited, held = {}, {}

    def one(code: str, name: str, *, original: bool) -> Page:
        found = next(
            card
            for card in free
            if card.language == code
            and card.slug not in busy
            and (project.original(card.slug) is card) == original
        )
        busy.add(found.slug)
        edited[code, name] = found.slug.removesuffix(".md")
        return found

    # Few cards are written in English first, so it chooses before the others.
    for code in reversed(CODES):
        for name, made in FREE.items():
            card = one(code, name, original=True)
            (root / card.file).write_text(changed(card, made), "utf8", newline="\n")
    for code in CODES:
        for name, made in OWN.items():
            card = one(code, name, original=False)
            (root / card.file).write_text(changed(card, made), "utf8", newline="\n")
        for name, (change, _) in HELD.items():
            card = one(code, name, original=False)
            held[card.file] = changed(card, {"do": change})
    return edited, held


def told(root: Path) -> tuple[int, list[Told]]:
    """What `handbook check` says: its exit status, and each finding."""
    said = io.StringIO()
    with redirect_stdout(said):
        status = main(["check", "--no-prose", "--format", "json", "--project", str(root)])
    found = json.loads(said.getvalue())["findings"]
    return status, sorted((one["file"], one["severity"], one["rule"]) for one in found)


def propose(root: Path) -> Proposals:
    """Make all of them in a copy of the handbook, one after the other, and build it."""
    for file, text in deletion(read(root), root, GONE.partition("/")[2]).items():
        write(root, file, text)
    for slug, own in ALONE.items():
        for code in set(CODES) - {own}:
            (root / f"docs/{code}/{slug}.md").unlink()
    for slug, (*_, waits) in TRANSLATED.items():
        (root / f"docs/{waits}/{slug}.md").unlink()
    assert main(["move", *MOVED, "--project", str(root)]) == 0
    page, old, new = RENAMED
    assert main(["move", f"{page}#{old}", f"{page}#{new}", "--project", str(root)]) == 0
    (root / "published.txt").write_text("".join(f"{code}/{GONE}.md say\n" for code in CODES), "utf8")
    with (root / "redirects.yml").open("a", encoding="utf8") as redirects:
        redirects.write(f'"{GONE}.md": "{MOVED[1]}.md"\n')
    edited, texts = edit(root)
    accepted = told(root)
    for file, text in texts.items():
        write(root, file, text)
    held = told(root)
    done = forked_mkdocs(root, "build", SITE_URL=SITE, **KEPT)
    assert done.returncode == 0, done.stdout
    return Proposals(root, read(root), edited, accepted, held, done.stdout)
