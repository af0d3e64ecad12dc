"""The licences of what is installed with the handbook, and whether each goes with ours.

python -m tools.licences     a table; exit status 1 where one is not known to go with ours
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path

# Ours are MIT (code) and CC BY 4.0 (text). None of these asks that what only uses a package take its licence;
# those of the MPL hold for its own files, which are not changed here.
COMPATIBLE = {
    *("mit", "mit-0", "mit-cmu", "isc", "psf-2.0", "mpl-1.1", "mpl-2.0", "0bsd", "unlicense", "cc0-1.0"),
    *("apache-2.0", "bsd", "bsd-2-clause", "bsd-3-clause"),
}
_NAMES = {
    "mit license": "mit",
    "bsd license": "bsd",
    "apache software license": "apache-2.0",
    "mozilla public license 2.0 (mpl 2.0)": "mpl-2.0",
    "isc license (iscl)": "isc",
    "python software foundation license": "psf-2.0",
}
# Those that ask for a choice, which a list of classifiers does not tell from a sum; read in their own files.
_CHOICES = {"pyphen": "GPL-2.0-or-later OR LGPL-2.1-or-later OR MPL-1.1"}
# Said in a file of theirs alone: its first line.
_IN_A_FILE = {"mit license": "mit", "the mit license (mit)": "mit", "bsd 3-clause license": "bsd-3-clause"}


@dataclass(frozen=True)
class Licence:
    """A distribution and the licence that it names; "" where it names none."""

    name: str
    version: str
    licence: str

    @property
    def is_compatible(self) -> bool:
        """Whether all parts of it, or one where there is a choice, are known to go with ours."""
        return any(
            all(part.strip(" ()").casefold() in COMPATIBLE for part in re.split(r"(?i)\band\b|;", choice))
            for choice in re.split(r"(?i)\bor\b", self.licence)
        )


def licences() -> Iterator[Licence]:
    """Those of everything that is installed beside this Python, by name."""
    found = {one.name.casefold(): one for one in distributions()}
    for _, one in sorted(found.items()):
        yield Licence(one.name, one.version, _named(one))


def _named(one: Distribution) -> str:
    if choice := _CHOICES.get(one.name.casefold()):
        return choice
    said = {key: one.metadata.get_all(key) or [""] for key in ("License-Expression", "License", "Classifier")}
    if expression := said["License-Expression"][0]:
        return str(expression)
    classifiers = [line for line in said["Classifier"] if line.startswith("License ::")]
    names = [line.rpartition(" :: ")[2].casefold() for line in classifiers]
    if names:
        return "; ".join(_NAMES.get(name, name) for name in names)
    named = said["License"][0].strip().partition("\n")[0].casefold()
    return _NAMES.get(named, named) or _in_a_file(one)


def _in_a_file(one: Distribution) -> str:
    for path in one.files or ():
        if re.match(r"(?i)licen[cs]e", path.name):
            first = Path(path.locate()).read_text("utf8", errors="replace").strip().partition("\n")[0]
            return _IN_A_FILE.get(first.strip().casefold(), "")
    return ""


def main() -> int:
    unknown = []
    for one in licences():
        print(f"{one.name:32} {one.version:22} {one.licence}")
        if not one.is_compatible:
            unknown.append(one.name)
    for name in unknown:
        print(
            f"{name}: look whether its licence goes with ours, then add it to tools/licences.py",
            file=sys.stderr,
        )
    return int(bool(unknown))


if __name__ == "__main__":
    sys.exit(main())
