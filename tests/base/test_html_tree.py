from __future__ import annotations

from handbook.base.html_tree import html_tree
from handbook.search.html_sections import sections

_HTML = '<h2 id="a">A</h2><p>Ask <b>why</b>.</p>'


def test_whoever_asks_next_gets_the_same_tree_and_nobody_has_changed_it() -> None:
    tree = html_tree(_HTML)
    before = tree.html
    first = sections(_HTML)
    assert html_tree(_HTML) is tree
    assert tree.html == before
    assert sections(_HTML) == first
    assert "b" in (html_tree("<p>b</p>").html or "")
