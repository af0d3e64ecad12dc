"""What a page is says Python-Markdown: our reading is held against it, and every difference is a finding."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from handbook.checks.rendered import is_in_doubt
from handbook.links.rendered import differences
from handbook.model.project import Project
from handbook.reading.markdown.parse import parse
from handbook.reading.site_markdown import site_markdown
from tests.support.project import faults, replace
from tests.support.slips import slips

# A longer run: DIFFERENCES=20000 SEED=7 python -m pytest tests/links/test_rendered.py
COUNT = int(os.environ.get("DIFFERENCES", "2000"))
SEED = int(os.environ.get("SEED", "504"))


def test_what_is_not_in_doubt_is_read_as_python_markdown_reads_it(handbook: Project) -> None:
    settings = handbook.settings
    wrong = []
    for text in slips(handbook, COUNT, SEED):
        if is_in_doubt(text):
            continue  # The check renders it, so that a difference is a finding.
        if found := list(differences(parse(text, settings.syntax), site_markdown(settings).html(text))):
            wrong.append(f"{found[0]}\n{text}")
    assert wrong == [], f"{len(wrong)} of {COUNT} with seed {SEED}\n{wrong[0]}"


def test_every_page_is_read_as_python_markdown_reads_it(handbook: Project) -> None:
    for page in handbook.pages.values():
        html = site_markdown(handbook.settings).html(page.document.body)
        assert list(differences(page.document, html)) == [], page.file


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("## Say {#say}", "<div>\n\n## Say {#say}", id="a tag that is not closed"),
        pytest.param(
            "## Say {#say}", '<div markdown="0">\n\n## Say {#say}\n\n</div>', id="Markdown switched off"
        ),
        pytest.param("## Say {#say}", "<section>\n\n## Say {#say}\n\n</div>", id="tags that do not match"),
        pytest.param("## Say {#say}", "- a point\n\n    \t## Say {#say}", id="a heading that is code"),
    ],
)
def test_what_readers_do_not_get_is_told(root: Path, old: str, new: str) -> None:
    page = "docs/en/scenarios/late-return.md"
    replace(root, page, old, new)
    found = faults(root)
    told = {fault.rule for fault in found if fault.file == page}
    assert told & {
        "page-read-otherwise",
        "markup-open",
        "html-tag",
        "card-section-missing",
        "html-attribute",
    }, told
