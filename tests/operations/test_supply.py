"""What the handbook is made with: pinned, digested, under licences that go with ours, told in proposals."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

from tests.website.building import ROOT
from tools.licences import Licence, licences
from tools.notes import NotReady, notes
from tools.sbom import bill
from tools.sensitive import kind, summary

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))


def test_every_installed_package_has_a_licence_that_goes_with_ours() -> None:
    found = list(licences())
    assert {"mkdocs", "mkdocs-material", "pydantic"} <= {one.name for one in found}
    assert [one for one in found if not one.is_compatible] == []


@pytest.mark.parametrize(
    ("named", "compatible"),
    [
        ("MIT", True),
        ("Apache-2.0 OR GPL-3.0-only", True),
        ("MIT AND PSF-2.0", True),
        ("MIT AND GPL-3.0-only", False),
        ("GPL-3.0-or-later", False),
        ("", False),
    ],
)
def test_a_licence_is_judged_by_all_its_parts(named: str, compatible: bool) -> None:
    assert Licence("x", "1", named).is_compatible is compatible


def test_every_package_of_python_is_locked_with_digests() -> None:
    packages = tomllib.loads((ROOT / "uv.lock").read_text("utf8"))["package"]
    files = [
        file
        for package in packages
        for file in (*package.get("wheels", ()), *filter(None, [package.get("sdist")]))
    ]
    assert len(files) > 100
    assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", file.get("hash", "")) for file in files)
    assert all("registry" in package["source"] or package["name"] == "handbook" for package in packages)


def test_what_is_asked_for_is_asked_for_exactly() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf8"))
    groups = [entry for group in project["dependency-groups"].values() for entry in group]
    wanted = [*project["project"]["dependencies"], *(one for one in groups if isinstance(one, str))]
    assert [one for one in wanted if not re.match(r"[\w.\[\]-]+==[\w.]+(?:;|$)", one)] == []


@pytest.mark.parametrize("part", sorted(path.parent.name for path in ROOT.glob("tools/*/package-lock.json")))
def test_every_package_of_node_is_locked_with_a_digest_and_in_the_bill(part: str) -> None:
    lock = json.loads((ROOT / f"tools/{part}/package-lock.json").read_text("utf8"))
    packages = {path: package for path, package in lock["packages"].items() if path}
    assert packages
    assert all(package.get("integrity", "").startswith("sha512-") for package in packages.values())
    made = bill([lock])
    assert made == bill([lock, lock])
    assert len(made["components"]) == len({component["purl"] for component in made["components"]})
    # Some stand in the folder of another name.
    names = {one.get("name") or path.rpartition("node_modules/")[2] for path, one in packages.items()}
    assert {component["name"] for component in made["components"]} == names
    assert all(len(component["hashes"][0]["content"]) == 128 for component in made["components"])


@pytest.mark.parametrize("path", [pytest.param(path, id=path.name) for path in WORKFLOWS])
def test_every_action_is_pinned_by_its_digest(path: Path) -> None:
    used = re.findall(r"^\s*(?:- )?uses: (.+)$", path.read_text("utf8"), re.MULTILINE)
    for action in used:
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v[\d.]+|\$/\.github/workflows/\w+\.yml", action), action


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("docs/pl/index.md", False),
        ("sources/claims.yml", False),
        ("docs/assets/handbook.js", True),
        ("hooks/events.py", True),
        (".github/workflows/check.yml", True),
        (".github/CODEOWNERS", True),
        ("overrides/main.html", True),
        ("uv.lock", True),
        ("tools/audit/package-lock.json", True),
        ("tests/conftest.py", True),
        (".remarkrc.yml", True),
        ("local-rules/pl.yml", True),
        ("mkdocs.yml", True),
    ],
)
def test_the_summary_names_what_is_more_than_text(path: str, told: bool) -> None:
    assert (kind(path) is not None) is told
    assert (path in summary([path])) is told


def test_a_name_says_nothing_but_itself() -> None:
    shown = summary(["hooks/x```\n# @everyone\u202e.py", "hooks/<img src=x>.py"])
    fence = next(line for line in shown.splitlines() if line.endswith("`text"))[: -len("text")]
    assert len(fence) == 6
    assert shown.splitlines().count(fence) == 1
    assert "\\u000a" in shown
    assert "\\u202e" in shown


CHANGELOG = "# Changelog\n\n## [Unreleased]\n\n## [1.2.0] - 2027-01-31\n\n- New.\n\n## [1.1.0]\n\n- Old.\n"


def test_the_notes_of_a_release_are_its_section_of_the_changelog() -> None:
    assert notes("v1.2.0", "1.2.0", CHANGELOG) == "- New.\n"
    assert notes("v1.1.0", "1.1.0", CHANGELOG) == "- Old.\n"


@pytest.mark.parametrize(
    ("tag", "version", "said"),
    [
        ("v1.3.0", "1.2.0", "it would be v1.2.0"),
        ("v1.0.0", "1.0.0", "no section"),
        ("1.2.0", "1.2.0", "v1.2.0"),
    ],
)
def test_a_release_without_notes_is_refused(tag: str, version: str, said: str) -> None:
    with pytest.raises(NotReady, match=re.escape(said)):
        notes(tag, version, CHANGELOG)
