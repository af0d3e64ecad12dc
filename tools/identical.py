"""Building one commit on machines that differ in one thing each, and comparing the sites byte for byte.

python -m tools.identical [NAME …]     all variations, or those that are named
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from handbook.reading.commit_time import FILE, commit_time
from tools import news

ROOT = Path(__file__).parents[1]
# What a site is built from. The package is taken from the copy, too.
PARTS = (
    "docs",
    "hooks",
    "overrides",
    "sources",
    "local-rules",
    "mkdocs.yml",
    "redirects.yml",
    "published.txt",
    "deploy",
)
# Python reads a module of this name when it starts; this one gives each folder's files in another order.
_DISORDER = """
import os, random
_listdir, _scandir, _random = os.listdir, os.scandir, random.Random(7)

class _Scandir:
    def __init__(self, path):
        with _scandir(path) as entries:
            self._entries = list(entries)
        _random.shuffle(self._entries)
    def __enter__(self):
        return self
    def __exit__(self, *_):
        pass
    def close(self):
        pass
    def __iter__(self):
        return iter(self._entries)
    def __next__(self):
        if not self._entries:
            raise StopIteration
        return self._entries.pop()

def listdir(path="."):
    found = _listdir(path)
    _random.shuffle(found)
    return found

os.listdir, os.scandir = listdir, lambda path=".": _Scandir(path)
"""
_COMMAND = "from handbook.commands.cli import main; raise SystemExit(main())"


@dataclass(frozen=True)
class Variation:
    """How a machine differs from the one that the first site is built on."""

    environment: Mapping[str, str] = field(default_factory=dict)
    clock: str = ""  # As faketime's option -f wants it.
    disorder: bool = False
    archive: bool = False  # From `git archive`, without a repository.
    folder: str = "checkout"


VARIATIONS: Mapping[str, Variation] = {
    "again": Variation(),
    "later": Variation(clock="+3y"),
    "earlier": Variation(clock="@2025-01-01 00:00:00"),
    "locale": Variation({"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0"}),
    "language": Variation({"LC_ALL": "pl_PL.UTF-8", "LANGUAGE": "pl", "LANG": "pl_PL.UTF-8"}),
    "zone": Variation({"TZ": "Pacific/Kiritimati"}),
    "hash-seed": Variation({"PYTHONHASHSEED": "4711"}),
    "directory-order": Variation(disorder=True),
    "path": Variation(folder="another/place with a space/žaba"),
    "archive": Variation(archive=True, folder="handbook-1.0"),
}
EVERYTHING = Variation(
    {"LC_ALL": "C", "LANG": "C", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4711"},
    clock="+3y",
    disorder=True,
    archive=True,
    folder="another/place with a space/žaba",
)
RUNS: Mapping[str, Variation] = {**VARIATIONS, "everything": EVERYTHING}


def copy(target: Path, varied: Variation, project: Path = ROOT) -> Path:
    """A project as that machine has it: a repository of one commit, or what `git archive` makes of it.

    The commit has the time of the handbook's own, so that all builds are of the same one.
    """
    made = target / varied.folder
    made.mkdir(parents=True)
    for part in PARTS:
        source = project / part
        if source.is_dir():
            shutil.copytree(source, made / part, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.is_file():
            shutil.copy(source, made / part)
    for part in (FILE, ".gitattributes"):
        shutil.copy(ROOT / part, made / part)
    # The archive of a release has it instead of the history.
    news.write(made)
    _commit(made)
    if varied.archive:
        packed = subprocess.run(
            ["git", "-C", str(made), "archive", "HEAD"], check=True, capture_output=True
        ).stdout
        shutil.rmtree(made)
        made.mkdir()
        subprocess.run(["tar", "-x", "-C", str(made)], input=packed, check=True)
    return made


def _commit(folder: Path) -> None:
    stamp = f"{commit_time(ROOT) or 1_800_000_000} +0000"
    who = {f"GIT_{role}_{what}": text for role in ("AUTHOR", "COMMITTER") for what, text in
           (("NAME", "x"), ("EMAIL", "x@example.org"), ("DATE", stamp))}  # fmt: skip
    for arguments in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--message", "x")):
        subprocess.run(["git", "-C", str(folder), *arguments], check=True, env={**os.environ, **who})


def build(project: Path, site: Path, varied: Variation, *, host: bool = True) -> Path:
    """Build the site, and the release for the web server, as that machine would.

    Args:
        project: what `copy` made.
        site: where to.
        varied: the machine.
        host: whether the release is made, too.

    Returns:
        The folder of the release; where there is none, of the site.

    Raises:
        subprocess.CalledProcessError: the build failed; `output` holds what it printed.
    """
    paths = [str(project / "hooks")]
    if varied.disorder:
        shuffling = site.parent / "disorder"
        shuffling.mkdir(exist_ok=True)
        (shuffling / "sitecustomize.py").write_text(_DISORDER, "utf8")
        paths.insert(0, str(shuffling))
    environment = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    environment |= {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "SITE_URL": "https://example.org/"}
    environment |= {
        "PYTHONPATH": os.pathsep.join(paths),
        "PYTHONDONTWRITEBYTECODE": "1",
        **varied.environment,
    }
    clock = ["faketime", "-m", "--exclude-monotonic", "-f", varied.clock] if varied.clock else []
    python = [*clock, sys.executable]
    root = site.parent / "host"
    commands = [[*python, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]]
    if host:
        commands.append([*python, "-c", _COMMAND, "host", "--site", str(site), str(root)])
    for command in commands:
        subprocess.run(
            command,
            cwd=project,
            env=environment,
            check=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
    return (root / "current").resolve() if host else site


def digests(folder: Path) -> dict[str, str]:
    """Each file below a folder, with a digest of its bytes."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }


def differences(one: Path, other: Path) -> list[str]:
    """The files that only one of two folders has, or that differ."""
    first, second = digests(one), digests(other)
    return sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(RUNS)}")
    names = parser.parse_args(arguments).names or list(RUNS)
    if unknown := set(names) - RUNS.keys():
        parser.error(f"no such variation: {', '.join(sorted(unknown))}")
    failed = False
    with tempfile.TemporaryDirectory() as scratch:
        first = _made(Path(scratch, "first"), Variation())
        print(f"{len(digests(first))} files in the release")
        for name in names:
            began = time.monotonic()
            found = differences(first, _made(Path(scratch, name), RUNS[name]))
            failed = failed or bool(found)
            told = f"{len(found)} files differ: {' '.join(found[:5])}" if found else "identical"
            print(f"{name:16} {told} ({time.monotonic() - began:.0f} s)", flush=True)
            shutil.rmtree(Path(scratch, name))
    return int(failed)


def _made(folder: Path, varied: Variation) -> Path:
    """The release that a machine makes. Raises CalledProcessError, having shown what was printed."""
    try:
        return build(copy(folder, varied), folder / "site", varied)
    except subprocess.CalledProcessError as error:
        print((error.output or b"").decode("utf8", "replace"), file=sys.stderr)
        raise


if __name__ == "__main__":
    sys.exit(main())
