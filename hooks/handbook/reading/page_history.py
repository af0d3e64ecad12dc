"""What git knows of the pages' last days.

Git is asked twice: for the commits, and for all texts that they concern. A day counts as a whole: what
was changed and taken back on the same day is no change. What the first commit brings, or the first that
a shallow clone has, is where the history begins and nothing new. In the archive of a release, which has
no history, what was known stands in a file.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from pathlib import Path

from ..model.news import DAYS, FEW, Entry, News, day_of
from ..model.project import Project
from .commit_time import commit_time
from .data_history import data_files, told_on
from .kept_news import as_text, from_text, read_news
from .meaning import moved_sections, title_of

_SECONDS_A_DAY = 86_400
# So many seconds may git take for an answer.
_PATIENCE = 60
# A page that keeps so much of its text has moved; else one is gone and another is new.
_MOVED = "60%"
_RAW = re.compile(r":\d+ \d+ (?P<old>[0-9a-f]+) (?P<new>[0-9a-f]+) (?P<kind>[A-Z])\d*")
_NO_TEXT = re.compile(r"0+")


@dataclass
class _Day:
    """What one day made of a page: the names of its texts in git, "" where it was not there."""

    old: str
    new: str
    time: int
    path: str


def _made_anew(key: str, make: Callable[[], str]) -> str:
    return make()


def news(project: Project, root: Path, keep: Callable[[str, Callable[[], str]], str] = _made_anew) -> News:
    """What has changed in the last days before a project's commit.

    Args:
        project: the project as it is now.
        root: its folder.
        keep: gives a text that it has kept under a key, or makes it, for comparing texts takes longest.
    """
    kept = read_news(root)
    if kept is not None:
        return kept
    until = commit_time(root)
    if until is None:
        return News(is_known=False)
    since = (until // _SECONDS_A_DAY - DAYS + 1) * _SECONDS_A_DAY
    options = ("--first-parent", "-m", "--raw", "--no-abbrev", f"-M{_MOVED}", "--relative", "--reverse")
    told = _git(root, "log", *options, f"--max-age={since}", "--format=@%ct %P")
    if told is None:
        return News(is_known=False)
    log = told.decode("utf8", "replace")
    # Besides the history, what it is read for: which pages there are, and which of them list data.
    markers = (f"{path} {page.document.markers}" for path, page in sorted(project.pages.items()))
    key = "\n".join([repr(project.settings.docs_dir), *sorted(data_files(project)), *markers, log])
    return from_text(keep(key, lambda: as_text(_read(project, root, log)))) or News(is_known=False)


def _read(project: Project, root: Path, log: str) -> News:
    files = data_files(project)
    followed = files | project.pages.keys()
    days, begins = _days(log, f"{project.settings.docs_dir}/", files)
    ends = _ends(days, followed)
    days = {key: day for key, day in days.items() if key[0] in followed and day.old != day.new}
    names = {text for day in days.values() for text in (day.old, day.new) if text and day.old}
    texts = _texts(root, names | {day.old for day in ends.values()})
    found = {
        (path, day_of(day.time)): Entry(path, path, day.time, gone=title)
        for path, day in ends.items()
        if (title := title_of(texts.get(day.old, "")))
    }
    for (path, _), day in days.items():
        made = (
            _of_data(project, path, day, texts) if path in files else filter(None, [_entry(path, day, texts)])
        )
        for entry in made:
            known = found.get((entry.path, entry.day))
            found[entry.path, entry.day] = _together(known, entry) if known else entry
    return News(tuple(sorted(found.values(), key=lambda e: (-e.time, e.path))), begins)


def _ends(days: Mapping[tuple[str, date], _Day], followed: Set[str]) -> dict[str, _Day]:
    """The days on which pages went that are there no more. One that has come as lately was never news."""
    found: dict[str, list[_Day]] = {}
    for (path, _), day in sorted(days.items(), key=lambda one: one[1].time):
        if path not in followed:
            found.setdefault(path, []).append(day)
    return {
        path: made[-1] for path, made in found.items() if made[0].old and made[-1].old and not made[-1].new
    }


def _together(one: Entry, other: Entry) -> Entry:
    """What a page's text and the data that it lists have become on the same day; what is new stays new."""
    sections = () if one.is_new or other.is_new else (*one.sections, *other.sections)
    return replace(one, time=max(one.time, other.time), sections=sections)


def _of_data(project: Project, file: str, day: _Day, texts: Mapping[str, str]) -> Iterator[Entry]:
    """What is told of a data file's day, on the pages where readers see it."""
    if day.old in texts and day.new in texts:
        for path, sections in told_on(project, file, texts[day.old], texts[day.new]):
            yield Entry(path, path, day.time, sections)


def _days(told: str, folder: str, files: frozenset[str]) -> tuple[dict[tuple[str, date], _Day], date | None]:
    """Each page's days by its path now, data files' by theirs, and the day on which the history begins."""
    found: dict[str, dict[date, _Day]] = {}
    begins, time, is_empty, is_first = None, 0, False, False  # is_first: brings the first pages of all.
    for line in told.splitlines():
        if line.startswith("@"):
            stamp, _, parents = line[1:].partition(" ")
            # The first pages of all may come later than the first commit.
            time, is_empty = int(stamp), not parents.strip() or (is_empty and not is_first)
            is_first = False
            continue
        paths = line.split("\t")[1:]
        is_data = files.issuperset(paths)
        is_page = all(path.startswith(folder) and path.endswith(".md") for path in paths)
        if not (is_data or is_page) or (raw := _RAW.match(line)) is None:
            continue
        if is_data and not is_empty:
            _note(found, paths, raw, time)
        if is_page and is_empty:
            begins, is_first = day_of(time), True
        elif is_page:
            _note(found, [path.removeprefix(folder) for path in paths], raw, time)
    return {(path, day): made for path, days in found.items() for day, made in days.items()}, begins


def _note(found: dict[str, dict[date, _Day]], paths: list[str], raw: re.Match[str], time: int) -> None:
    """Note what a commit made of a page; one that has moved takes its days along."""
    old, new = (_NO_TEXT.sub("", raw[of]) if not raw[of].strip("0") else raw[of] for of in ("old", "new"))
    days = found.pop(paths[0], {}) if raw["kind"] == "R" else found.get(paths[0], {})
    found[paths[-1]] = days
    day = day_of(time)
    known = days.get(day)
    days[day] = _Day(known.old if known else old, new, time, paths[-1])


def _entry(path: str, day: _Day, texts: Mapping[str, str]) -> Entry | None:
    """What is told of a page's day; None where nothing is, or a text is not there."""
    if not day.new:
        return None
    if not day.old:
        return Entry(path, day.path, day.time)
    if day.old not in texts or day.new not in texts:
        return None
    sections = tuple(islice(moved_sections(texts[day.old], texts[day.new]), FEW + 1))
    return Entry(path, day.path, day.time, sections) if sections else None


def _texts(root: Path, names: Iterable[str]) -> dict[str, str]:
    """Texts by their names in git, as far as they are there."""
    wanted = sorted(names)
    told = _git(root, "cat-file", "--batch", given="".join(f"{name}\n" for name in wanted).encode())
    found: dict[str, str] = {}
    place = 0
    while told and place < len(told):
        end = told.index(b"\n", place)
        name, kind, *size = told[place:end].decode().split()
        place = end + 1
        if kind == "blob":
            text = told[place : place + int(size[0])].decode("utf8", "replace")
            found[name] = text.replace("\r\n", "\n")
            place += int(size[0]) + 1
    return found


def _git(root: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """What git says; None where it cannot answer."""
    command = [
        "git",
        "-c",
        "core.quotePath=false",
        "-c",
        "log.showSignature=false",
        "-C",
        str(root),
        *arguments,
    ]
    # A clone that has left texts behind must not fetch them now.
    environment = {**os.environ, "GIT_NO_LAZY_FETCH": "1"}
    try:
        done = subprocess.run(
            command, capture_output=True, check=False, input=given, timeout=_PATIENCE, env=environment
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
