"""Scripts and styles without their comments."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handbook.site.comments import without_comments
from tests.support.project import HANDBOOK

SOURCES = [
    path
    for kind in ("js", "css")
    for path in sorted((HANDBOOK / "docs").rglob(f"*.{kind}"))
    if "vendor" not in path.parts and path.name != "ts-fsrs.js"
]
# Texts and patterns of one line, in which a grave accent opens nothing.
_NO_TEMPLATE = re.compile(r'"(?:[^"\\]|\\.)*"|/(?:[^/\\]|\\.)+/')


@pytest.mark.parametrize(
    ("name", "source", "bare"),
    [
        pytest.param("a.js", "// a\nb();\n", "\nb();\n", id="a line"),
        pytest.param("a.js", "  /**\n   * a * /\n   */\nb();\n", "\n\n\nb();\n", id="lines of a block"),
        pytest.param("a.js", "/*! a */\nb();\n", "/*! a */\nb();\n", id="a notice"),
        pytest.param("a.js", 'b("//x"); // a\n', 'b("//x"); // a\n', id="behind something"),
        pytest.param("a.js", "/* a */ b(); /* c */\n", "/* a */ b(); /* c */\n", id="before something"),
        pytest.param("a.css", "/* a\n b */\nb { c: d }\n", "\n\nb { c: d }\n", id="of a style"),
        pytest.param("a.css", "//b { c: d }\n", "//b { c: d }\n", id="slashes in a style"),
    ],
)
def test_comments_go_and_lines_stay(name: str, source: str, bare: str) -> None:
    assert without_comments(name, source) == bare


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(HANDBOOK / "docs")))
def test_no_text_of_several_lines_loses_one(path: Path) -> None:
    source = path.read_text("utf8").split("\n")
    bare = without_comments(str(path), "\n".join(source)).split("\n")
    assert len(bare) == len(source)
    inside = 0
    for line, before in zip(bare, source, strict=True):
        gone = before.strip() and not line
        assert not (gone and inside % 2), before
        assert gone or line == before
        inside += _NO_TEMPLATE.sub("", line).count("`")
