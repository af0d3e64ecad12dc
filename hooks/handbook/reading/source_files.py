"""What the handbook rests on, put together from its data files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ..base.positions import Position
from ..languages import CODES
from ..model.project import DataFile, Fault, Settings, Sources
from ..model.redirects import FILE as REDIRECTS
from ..model.rules.files import DataBroken, DataMissing
from ..model.sources import ADVICE_ID, PARTS, LocalRule, Nonstandard, StaffWords
from .data_files import DataFiles, Entries

# Without these there is nothing to publish; the local rules are needed in each language, too.
_NEEDED = ("claims", "glossary", "contradictions", "phrasebook")
_DATA = ("claims", "practice", "briefs", "glossary", "contradictions", "phrasebook", "names")


def read_sources(files: DataFiles, settings: Settings, faults: list[Fault]) -> Sources:
    """The data files of a project; what is wrong with them is added to `faults`."""
    if not settings.sources:
        return Sources()
    read = _by_name(files, settings)
    for entries in read.values():
        faults += entries.faults
    _tell_missing(read, settings, faults)
    ruled = settings.languages if settings.local_rules else ()
    rules = {code: read[f"{settings.local_rules}/{code}"] for code in ruled}
    words = {code: read[f"{settings.sources}/staff-words/{code}"] for code in settings.languages}
    positions = read["claims"].file.keys
    claims = read["claims"].parts["claims"] or {}
    return Sources(
        claims_file=f"{settings.sources}/claims.yml",
        sources=read["claims"].parts["sources"] or {},
        claims=claims,
        claim_positions={id: positions.get(("claims", id), Position(1)) for id in claims},
        practice=_practice(read["practice"], faults),
        briefs=_briefs(read["briefs"], faults),
        groups=read["glossary"].parts["groups"] or {},
        terms=tuple(read["glossary"].parts["terms"]),
        contradictions=tuple(read["contradictions"].parts[""]),
        phrases=tuple(read["phrasebook"].parts[""]),
        local_rules={code: entries.parts[""] or {} for code, entries in rules.items()},
        staff_words={code: entries.parts[""] or {} for code, entries in words.items()},
        names=read["names"].parts[""] or {},
        nonstandard={code: read[f"nonstandard-{code}"].parts[""] for code in settings.languages},
        stiff=read["stiff"].parts,
        files={name: entries.file for name, entries in read.items()},
    )


def _by_name(files: DataFiles, settings: Settings) -> dict[str, Entries]:
    """Each data file under the name that it goes by."""
    codes, folder, read = settings.languages, settings.sources, {}
    for name in _DATA:
        shape = [(key, model) for file, key, model in PARTS if file == name]
        read[name] = files.read(f"{folder}/{name}.yml", shape, codes)
    for code in codes if settings.local_rules else ():
        name = f"{settings.local_rules}/{code}"
        read[name] = files.read(f"{name}.yml", [("", LocalRule)], codes, language=code)
    for code in codes:
        name = f"{folder}/staff-words/{code}"
        read[name] = files.read(f"{name}.yml", [("", StaffWords)], codes, language=code, prose=False)
    for code in codes:
        name = f"nonstandard-{code}"
        read[name] = files.read(f"{folder}/{name}.yml", [("", Nonstandard)], codes)
    stiff = [(code, Nonstandard) for code in codes]
    read["stiff"] = files.read(f"{folder}/stiff.yml", stiff, codes, prose=False)
    return read


def _tell_missing(read: Mapping[str, Entries], settings: Settings, faults: list[Fault]) -> None:
    rules = [f"{settings.local_rules}/{code}" for code in settings.languages if code in CODES]
    told = {fault.file for fault in faults}
    for file in (read[name].file for name in (*_NEEDED, *(rules if settings.local_rules else ()))):
        if not file.text.strip() and file.file not in told:
            faults.append(Fault(DataMissing(name=file.file), file.file, Position(1), file.language))


def _practice(entries: Entries, faults: list[Fault]) -> Mapping[str, Any]:
    """The handbook's own advice under its ids; what is under no id becomes a fault."""
    file, found = entries.file, entries.parts[""]
    if not isinstance(found, Mapping):
        if found:
            faults.append(Fault(DataBroken(reason="mapping"), file.file, Position(1)))
        return {}
    for id in found:
        if not re.fullmatch(ADVICE_ID, id):
            faults.append(Fault(DataBroken(reason="key"), file.file, file.position((id,))))
    return {id: texts for id, texts in found.items() if re.fullmatch(ADVICE_ID, id)}


def _briefs(entries: Entries, faults: list[Fault]) -> Mapping[str, Any]:
    """Who the customer of each role-play is, by card; anything but a mapping becomes a fault."""
    found = entries.parts[""]
    if isinstance(found, Mapping):
        return found
    if found:
        faults.append(Fault(DataBroken(reason="mapping"), entries.file.file, Position(1)))
    return {}


def read_redirects(
    files: DataFiles, settings: Settings, faults: list[Fault]
) -> tuple[Mapping[str, str], Mapping[str, DataFile]]:
    """The former addresses, and their file by its name where there is one."""
    if not files.has(REDIRECTS):
        return {}, {}
    entries = files.read(REDIRECTS, (), settings.languages, prose=False)
    faults += entries.faults
    file = entries.file
    held = file.value if isinstance(file.value, Mapping) else {}
    known = {str(old): new for old, new in held.items() if isinstance(new, str)}
    if len(known) != len(held) or (file.value and not held):
        faults.append(Fault(DataBroken(reason="mapping"), REDIRECTS, Position(1)))
    return known, {REDIRECTS: file}
