"""Which templates are compiled before the processes of the languages part."""

from __future__ import annotations

from typing import Any

import jinja2
import pytest
from mkdocs.config import load_config

from adapter.frames import Frames
from tests.website.building import ROOT


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The names of those that are compiled for the handbook's pages."""
    names: set[str] = set()
    before = jinja2.Environment.compile

    def noted(env: jinja2.Environment, source: Any, name: str, *rest: Any, **named: Any) -> Any:
        names.add(name)
        return before(env, source, name, *rest, **named)

    monkeypatch.setattr(jinja2.Environment, "compile", noted)
    Frames().compile(load_config(str(ROOT / "mkdocs.yml")).theme.get_env())
    return names


def test_what_pages_are_made_of_is_compiled(compiled: set[str]) -> None:
    ours = {f"partials/{path.name}" for path in (ROOT / "overrides/partials").glob("*.html")}
    assert {"main.html", "404.html", "base.html", "partials/footer.html", *ours} <= compiled


def test_what_stands_in_blocks_that_ours_replace_is_not(compiled: set[str]) -> None:
    main = (ROOT / "overrides/main.html").read_text("utf8")
    assert "{% block content %}" in main
    assert "partials/content.html" not in main
    assert not {"partials/content.html", "partials/source-file.html", "partials/tags.html"} & compiled
