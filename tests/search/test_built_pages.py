"""Which pages of a built site have the search box, and which are found by it."""

from __future__ import annotations

from pathlib import Path

from handbook.search.index import FILES
from tests.website.fork_server import forked_mkdocs
from tests.website.small_site import small_site


def test_a_frame_without_the_search_box_stops_the_build(tmp_path: Path) -> None:
    project = small_site(tmp_path / "copy")
    (project / "overrides/partials/search.html").write_text("", "utf8")
    done = forked_mkdocs(project, "build")
    assert done.returncode != 0
    assert "Traceback" not in done.stdout
    assert "has no search box" in done.stdout
    assert "overrides/" in done.stdout


def test_a_page_can_stay_out_of_the_search(tmp_path: Path) -> None:
    project = small_site(tmp_path / "copy")
    path = project / "docs/pl/practise.md"
    text = path.read_text("utf8").replace("---\n", "---\nsearch: {exclude: true}\n", 1)
    path.write_text(text, "utf8")
    done = forked_mkdocs(project, "build")
    assert done.returncode == 0, done.stdout
    for name in FILES:
        assert '"practise/"' not in (project / "site/pl/search" / name).read_text("utf8")
    assert '"practise/"' in (project / "site/hr/search/index.json").read_text("utf8")
