"""What the tests share: the small handbook as files, as a project, and the real handbook."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from handbook.exports import hosting
from handbook.model.project import Project
from tests.support.asked_words import ask_ahead
from tests.support.project import BASE, build, read, real_handbook, replace
from tools.browser import chromium, whole

# In CI nothing fails by chance: the examples are the same in each run. Elsewhere they are new ones.
# How long an example takes is asked nowhere: a machine may have much to do beside.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


# Begun first, longest first, but not two at once that wait for the same site: who began one of them last
# would keep the other processes waiting at the end.
LONGEST = (
    "website/test_accessibility.py",
    "website/test_cache.py",
    "website/test_preview.py",
    "operations/test_journeys_behind.py",
    "website/test_form_new.py",
    "website/test_form_record.py",
    "website/test_storage.py",
    "website/test_found_again.py",
    "search/test_box.py",
    "handbook/test_developing.py",
    "website/test_archive.py",
    "website/test_learn.py",
    "journeys/test_mistakes.py",
    "website/test_sidebar.py",
    "website/test_journeys.py",
    "website/test_offline.py",
    "commands/test_editing.py",
    "journeys/test_readers.py",
    "website/test_kept_site.py",
    "website/test_book.py",
    "website/test_reports.py",
    "website/test_spared_pages.py",
    "website/test_form_accessibility.py",
    "website/test_form.py",
    "mutation/test_mutation.py",
    "website/test_canary.py",
    "site/test_answers.py",
    "findings/test_rules.py",
    "findings/test_golden.py",
    "website/test_said_at_work.py",
    "website/test_print.py",
    "exports/test_epub.py",
    "operations/test_identical.py",
    "website/test_side_by_side.py",
    "reading/test_properties.py",
    "website/test_former.py",
    "operations/test_nginx.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest files in front; all else stays in its order."""
    places = {Path(__file__).parent / name: place for place, name in enumerate(LONGEST)}
    if absent := [str(path) for path in places if not path.is_file()]:
        raise pytest.UsageError(f"named in LONGEST, but not there: {', '.join(absent)}")
    items.sort(key=lambda item: places.get(item.path, len(places)))


# The name of a folder, and what makes it -> where it is.
MadeOnce = Callable[[str, Callable[[Path], None]], Path]


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> MadeOnce:
    """Makes a folder that all processes of a run share: the first makes it, and the others wait."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def once(name: str, make: Callable[[Path], None]) -> Path:
        folder, done = shared / name, shared / f"{name}.done"
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not done.exists():
                shutil.rmtree(folder, ignore_errors=True)
                make(folder)
                done.touch()
        return folder

    return once


@pytest.fixture(scope="session", autouse=True)
def best_compression() -> Iterator[int]:
    """Releases are compressed in a second instead of half a minute; yields how well real ones are."""
    best = hosting.QUALITY
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(hosting, "QUALITY", 4)
        yield best


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The folder of a small handbook that a test may change."""
    return build(tmp_path / "handbook")


@pytest.fixture(scope="session")
def project() -> Project:
    """The small handbook as it was read."""
    return read(BASE)


@pytest.fixture
def stale(root: Path) -> Path:
    """The small handbook after a section of an original was rewritten."""
    replace(root, "docs/pl/decide.md", "Tak: nagnij zasadę.", "Tak: nagnij zasadę i zapisz powód.")
    return root


@pytest.fixture(scope="session")
def handbook() -> Project:
    """The real handbook."""
    return real_handbook()


@pytest.fixture(scope="session")
def words_asked() -> None:
    """The dictionaries were asked for the words of the tests, so that no test starts hunspell for a few."""
    ask_ahead()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium; where none can be found the tests fail, they are never skipped.

    There is one for all folders, as Playwright allows one at a time in a process. It is the one without
    windows where that is installed.
    """
    whole()  # Not to be looked for once Playwright runs.
    with chromium() as running:
        yield running
