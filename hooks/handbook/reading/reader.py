"""Files to a `Project`. The only module that reads the project's files.

A page is parsed again only when its file has changed, so a preview can read the project at every
rebuild, and each adapter can ask for it.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from ..base.collector import uncollected
from ..base.positions import KeyPath, Places, Position
from ..base.text_files import decode
from ..base.visible import described
from ..languages import CODES
from ..model.placement import is_built, place
from ..model.project import DataFile, Fault, Page, Project, Settings, Sources
from ..model.redirects import FILE as REDIRECTS
from ..model.rules.files import (
    CheckFailed,
    DataBroken,
    DataMissing,
    FileEmpty,
    FileLinked,
    FileLong,
    FileNotUtf8,
    FrontMatterBroken,
    FrontMatterKeyTwice,
)
from ..model.rules.rule import Rule
from ..model.rules.safety import MarkupRun
from ..model.sources import ADVICE_ID, PARTS, LocalRule, Nonstandard, StaffWords, fitting
from .markdown.parse import parse
from .markdown.runs import unbearable
from .settings import read_settings
from .yaml.front_matter import read_yaml

_Stamp = tuple[tuple[int, int], Settings]
# Longer files are not read at all: nobody writes so much on one page, and every tool would wait for it.
LONGEST_PAGE, LONGEST_DATA = 200_000, 1_000_000
_NOTHING = parse("---\n- unreadable\n---\n")
# Without these there is nothing to publish; the local rules are needed in each language, too.
_NEEDED = ("claims", "glossary", "contradictions", "phrasebook")
_DATA = ("claims", "practice", "briefs", "glossary", "contradictions", "phrasebook", "names")


@cache
def reader(root: Path) -> Reader:
    """The reader of a project; one for each root, so that what was parsed is shared."""
    return Reader(root)


class Reader:
    """Reads a project, again and again, parsing only what has changed."""

    def __init__(self, root: Path, config_file: str | None = None) -> None:
        """Read the project of a folder.

        Args:
            root: the folder.
            config_file: its configuration, where that is not mkdocs.yml.
        """
        self._root = root
        self._config_file = config_file
        self._parsed: dict[str, tuple[_Stamp, tuple[Page, Fault | None]]] = {}
        self._latest: tuple[Any, Project] | None = None

    @property
    def latest(self) -> Project:
        """What was read last; reads first where nothing was. Raises SettingsError."""
        return self._latest[1] if self._latest else self.read()

    def read(self) -> Project:
        """Read the whole project.

        Raises:
            SettingsError: mkdocs.yml cannot be used.
        """
        with uncollected():
            return self._read(read_settings(self._root, self._config_file))

    def _read(self, settings: Settings) -> Project:
        docs = self._root / settings.docs_dir
        links: dict[str, str] = {}
        files = dict(_walk(docs, links))
        excluded = _excluded(files, settings)
        data = dict(_data_files(self._root, settings))
        state = (settings, files, links, data)
        if self._latest and self._latest[0] == state:
            return self._latest[1]
        pages: dict[str, Page] = {}
        faults: list[Fault] = []
        for path, target in sorted(links.items()):
            faults.append(Fault(FileLinked(target=target), f"{settings.docs_dir}/{path}"))
        for path in sorted(files):
            if not path.endswith((".md", ".markdown")) or path in excluded:
                continue
            pages[path], fault = self._page(docs, path, files[path], settings)
            if fault is not None:
                faults.append(fault)
        self._parsed = {path: entry for path, entry in self._parsed.items() if path in files}
        sources = _sources(self._root, settings, faults)
        redirects, sources = _redirects(self._root, sources, faults)
        present = frozenset(path for path in files if path not in excluded)
        project = Project(settings, pages, present, sources, tuple(faults), excluded, redirects)
        self._latest = (state, project)
        return project

    def _page(
        self, docs: Path, path: str, stamp: tuple[int, int], settings: Settings
    ) -> tuple[Page, Fault | None]:
        cached = self._parsed.get(path)
        if cached and cached[0] == (stamp, settings):
            return cached[1]
        locale, slug = place(path, settings)
        language = locale if locale in settings.languages else None
        file = f"{settings.docs_dir}/{path}"
        fault: Fault | None = None
        if stamp[1] > LONGEST_PAGE:
            fault = too_long(file, "page-long", stamp[1], LONGEST_PAGE, language)
            return Page(path, file, language, slug, _NOTHING, unreadable=True), fault
        try:
            text, _ = decode((docs / path).read_bytes())
        except UnicodeDecodeError as error:
            fault = Fault(FileNotUtf8(), file, _undecodable(error), language)
            page = Page(path, file, language, slug, _NOTHING, unreadable=True)
        else:
            if text.strip():
                page, fault = self._parse(Page(path, file, language, slug, _NOTHING), text, settings)
            else:
                fault = Fault(FileEmpty(), file, Position(1), language)
                page = Page(path, file, language, slug, _NOTHING, unreadable=True)
        self._parsed[path] = ((stamp, settings), (page, fault))
        return page, fault

    @staticmethod
    def _parse(page: Page, text: str, settings: Settings) -> tuple[Page, Fault | None]:
        if (run := unbearable(text)) is not None:
            place = Places(text).at(run[0])
            fault = Fault(MarkupRun(sign=run[1]), page.file, place, page.language)
            return replace(page, unreadable=True), fault
        try:
            return replace(page, document=parse(text, settings.syntax)), None
        except Exception as error:  # Nobody foresaw it; the other pages are read all the same.
            broken = CheckFailed(fault=described(error))
            fault = Fault(broken, page.file, Position(1), page.language)
            return replace(page, unreadable=True), fault


def too_long(file: str, reason: str, size: int, limit: int, language: str | None) -> Fault:
    """The fault of a file that is longer than what is read."""
    broken = FileLong(reason=reason, size=-(-size // 1000), limit=limit // 1000)
    return Fault(broken, file, Position(1), language)


def _undecodable(error: UnicodeDecodeError) -> Position:
    """Where the first byte stands that is not UTF-8; the column counts bytes."""
    line = error.object.count(b"\n", 0, error.start) + 1
    return Position(line, error.start - error.object.rfind(b"\n", 0, error.start))


def _leads_away(top: Path, path: Path) -> str | None:
    """What a link on the disk leads to, where that is outside of a folder, nowhere, or round in a circle."""
    if not path.is_symlink():
        return None
    real = Path(os.path.realpath(path))
    is_round = real == path or real in path.parents or not path.exists()
    return str(path.readlink()) if is_round or not real.is_relative_to(top) else None


def _walk(docs: Path, links: dict[str, str] | None = None) -> Iterator[tuple[str, tuple[int, int]]]:
    """All files below a folder with time and size; hidden ones are left out, as MkDocs does.

    A link to nothing and a pipe are no files; a link to a folder that holds it is not followed. Links that
    lead out of the folder are noted in `links`, with what they lead to.
    """
    top, away = Path(os.path.realpath(docs)), links if links is not None else {}
    above: dict[str, frozenset[tuple[int, int]]] = {}
    for folder, folders, names in os.walk(docs, followlinks=True):
        inside = os.path.relpath(folder, docs).replace(os.sep, "/")
        prefix = "" if inside == "." else f"{inside}/"
        status = os.stat(folder)
        here = (status.st_dev, status.st_ino)
        holding = above.get(folder.rpartition(os.sep)[0], frozenset())
        if here in holding:
            folders.clear()
            continue
        above[folder] = holding | {here}
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in [*folders, *names]:
            if (target := _leads_away(top, Path(folder, name))) is not None:
                away[prefix + name] = target
        folders[:] = [name for name in folders if prefix + name not in away]
        for name in names:
            if not name.startswith(".") and prefix + name not in away:
                try:
                    status = os.stat(os.path.join(folder, name))
                except OSError:
                    continue
                if stat.S_ISREG(status.st_mode):
                    yield prefix + name, (status.st_mtime_ns, status.st_size)


def _excluded(files: Iterable[str], settings: Settings) -> frozenset[str]:
    """What is left out of the site.

    By exclude_docs and draft_docs, /templates/, a README.md beside an index.md, a language not built.
    """
    known = set(files)
    beside = {path for path in known if path.endswith("README.md") and f"{path[:-9]}index.md" in known}
    beside.update(path for path in known if not is_built(path, settings))
    if not settings.excluded:
        return frozenset(beside | {path for path in known if path.startswith("templates/")})
    from pathspec.gitignore import GitIgnoreSpec  # Most sites exclude nothing.

    spec = GitIgnoreSpec.from_lines(["/templates/", *settings.excluded])
    return frozenset(spec.match_files(known)) | beside


def _data_files(root: Path, settings: Settings) -> Iterator[tuple[str, tuple[int, int]]]:
    if (root / REDIRECTS).is_file():
        status = os.stat(root / REDIRECTS)
        yield REDIRECTS, (status.st_mtime_ns, status.st_size)
    for folder in (settings.sources, settings.local_rules):
        if folder and (root / folder).is_dir():
            for path, stamp in _walk(root / folder):
                yield f"{folder}/{path}", stamp


def _sources(root: Path, settings: Settings, faults: list[Fault]) -> Sources:
    if not settings.sources:
        return Sources()
    read = {name: _data(root, f"{settings.sources}/{name}.yml", faults) for name in _DATA}
    parts: dict[tuple[str, str], Any] = {}
    for name, key, model in PARTS:
        held = read[name].value
        if key:
            held = held.get(key) if isinstance(held, Mapping) else None
        parts[name, key] = _fitting(read[name], held, model, (key,) if key else (), settings, faults)
    local_rules: dict[str, Mapping[str, Any]] = {}
    if settings.local_rules:
        for code in settings.languages:
            name = f"{settings.local_rules}/{code}"
            read[name] = _data(root, f"{name}.yml", faults, code)
            local_rules[code] = _fitting(read[name], read[name].value or {}, LocalRule, (), settings, faults)
    staff_words: dict[str, Mapping[str, Any]] = {}
    for code in settings.languages:
        name = f"{settings.sources}/staff-words/{code}"
        read[name] = replace(_data(root, f"{name}.yml", faults, code), prose=False)
        staff_words[code] = _fitting(read[name], read[name].value or {}, StaffWords, (), settings, faults)
    for code in settings.languages:
        name = f"nonstandard-{code}"
        read[name] = _data(root, f"{settings.sources}/{name}.yml", faults)
        _fitting(read[name], read[name].value, Nonstandard, (), settings, faults)
    read["stiff"] = replace(_data(root, f"{settings.sources}/stiff.yml", faults), prose=False)
    held = read["stiff"].value
    for code in settings.languages:
        entries = held.get(code) if isinstance(held, Mapping) else None
        _fitting(read["stiff"], entries, Nonstandard, (code,), settings, faults)
    needed = [*_NEEDED, *(f"{settings.local_rules}/{code}" for code in local_rules if code in CODES)]
    told = {fault.file for fault in faults}
    for file in (read[name] for name in needed):
        if not file.text.strip() and file.file not in told:
            faults.append(Fault(DataMissing(name=file.file), file.file, Position(1), file.language))
    positions = read["claims"].keys
    claims = parts["claims", "claims"] or {}
    return Sources(
        claims_file=f"{settings.sources}/claims.yml",
        sources=parts["claims", "sources"] or {},
        claims=claims,
        claim_positions={id: positions.get(("claims", id), Position(1)) for id in claims},
        practice=_practice(read["practice"], parts["practice", ""], faults),
        briefs=_briefs(read["briefs"], parts["briefs", ""], faults),
        groups=parts["glossary", "groups"] or {},
        terms=tuple(parts["glossary", "terms"]),
        contradictions=tuple(parts["contradictions", ""]),
        phrases=tuple(parts["phrasebook", ""]),
        local_rules=local_rules,
        staff_words=staff_words,
        files=read,
    )


def _practice(file: DataFile, found: Any, faults: list[Fault]) -> Mapping[str, Any]:
    """The handbook's own advice under its ids; what is under no id becomes a fault."""
    if not isinstance(found, Mapping):
        if found:
            faults.append(Fault(DataBroken(reason="mapping"), file.file, Position(1)))
        return {}
    for id in found:
        if not re.fullmatch(ADVICE_ID, id):
            faults.append(Fault(DataBroken(reason="key"), file.file, file.position((id,))))
    return {id: texts for id, texts in found.items() if re.fullmatch(ADVICE_ID, id)}


def _briefs(file: DataFile, found: Any, faults: list[Fault]) -> Mapping[str, Any]:
    """Who the customer of each role-play is, by card; anything but a mapping becomes a fault."""
    if isinstance(found, Mapping):
        return found
    if found:
        faults.append(Fault(DataBroken(reason="mapping"), file.file, Position(1)))
    return {}


def _redirects(root: Path, sources: Sources, faults: list[Fault]) -> tuple[Mapping[str, str], Sources]:
    """The former addresses, and the data files with theirs among them."""
    if not (root / REDIRECTS).is_file():
        return {}, sources
    file = replace(_data(root, REDIRECTS, faults), prose=False)
    held = file.value if isinstance(file.value, Mapping) else {}
    known = {str(old): new for old, new in held.items() if isinstance(new, str)}
    if len(known) != len(held) or (file.value and not held):
        faults.append(Fault(DataBroken(reason="mapping"), REDIRECTS, Position(1)))
    return known, replace(sources, files={**sources.files, REDIRECTS: file})


def _fitting(
    file: DataFile,
    value: Any,
    model: type[BaseModel],
    at: KeyPath,
    settings: Settings,
    faults: list[Fault],
) -> Any:
    """The entries that fit; the others become faults at their place."""
    kept, wrong = fitting(value, model, at, settings.languages, CODES)
    for path, reason in wrong:
        faults.append(Fault(DataBroken(reason=reason), file.file, file.position(path), file.language))
    return kept


def _data_broken(broken: Rule) -> DataBroken:
    if isinstance(broken, FrontMatterBroken):
        return DataBroken(reason=broken.reason, detail=broken.detail)
    assert isinstance(broken, FrontMatterKeyTwice)
    return DataBroken(reason=broken.key)


def _data(root: Path, file: str, faults: list[Fault], language: str | None = None) -> DataFile:
    path = root / file
    if (target := _leads_away(Path(os.path.realpath(root)), path)) is not None:
        faults.append(Fault(FileLinked(target=target), file, Position(1), language))
        return DataFile(file, "", None, {}, language)
    if not path.is_file():
        return DataFile(file, "", None, {}, language)
    try:
        if (size := path.stat().st_size) > LONGEST_DATA:
            faults.append(too_long(file, "data-long", size, LONGEST_DATA, language))
            return DataFile(file, "", None, {}, language)
        text, _ = decode(path.read_bytes())
    except UnicodeDecodeError as error:
        faults.append(Fault(FileNotUtf8(), file, _undecodable(error), language))
        return DataFile(file, "", None, {}, language)
    found = read_yaml(text)
    for problem in found.problems:
        broken = _data_broken(problem.broken)
        faults.append(Fault(broken, file, problem.position, language))
    return DataFile(file, text, found.value, found.keys, language)
