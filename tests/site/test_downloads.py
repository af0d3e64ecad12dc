"""What the page of downloads lists, with and without a release."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from handbook.exports.takeaway_forms import WRITERS
from handbook.languages import CODES
from handbook.model.project import Project
from handbook.site.lists.download_list import RELEASED, downloads, has_downloads

TEMPLATE = "https://example.org/releases/{file}"


@pytest.mark.parametrize("code", CODES)
def test_a_release_is_offered_only_where_it_is_known(project: Project, code: str) -> None:
    page = project.pages[f"{code}/index.md"]
    assert has_downloads(project, code)
    assert "https:" not in downloads(project, page)
    given = replace(project, settings=replace(project.settings, release_uri_template=TEMPLATE))
    links = re.findall(r"\]\((https://[^)]+)\)", downloads(given, page))
    endings = [ending for _, ending in RELEASED.values()]
    assert links == [f"https://example.org/releases/handbook-{code}.{ending}" for ending in endings]


@pytest.mark.parametrize("code", CODES)
def test_every_form_of_a_build_is_offered_in_its_language(project: Project, code: str) -> None:
    shown = downloads(project, project.pages[f"{code}/index.md"])
    found = re.findall(r'href="original:downloads/([^"]+)"', shown)
    files = [f"handbook-{code}.{ending}" for ending, _ in WRITERS.values()]
    assert found == [*files, "handbook.schema.json"]
