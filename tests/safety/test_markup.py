"""What must not reach readers is told by the check, and by the look at the finished page."""

from __future__ import annotations

import pytest

from handbook.checks.safety import check
from handbook.model.project import Page, Project, Settings, Sources
from handbook.model.rules import ERROR, GROUPS, RULES
from handbook.reading.markdown.parse import parse
from handbook.reading.settings import read_settings
from handbook.reading.site_markdown import site_markdown
from handbook.safety.finished import look, own_code
from handbook.safety.judge import judge
from handbook.safety.suspects import is_suspect
from tests.safety.payloads import ALL, HARMLESS, Payload
from tests.support import project

_FRAME = (
    "<!doctype html><html lang=en><head><meta charset=utf-8><title>x</title>"
    '<script>start("../x.js")</script></head>'
    "<body><main><article><h1>x</h1>{text}</article></main><footer>y</footer></body></html>"
)
_KNOWN = own_code(_FRAME.replace("../", "/"))
_ROOM = GROUPS["safety"]
_CASES = [pytest.param(payload, id=f"{payload.rule}: {payload.name}") for payload in ALL]
_ACTIVE = [pytest.param(p, id=f"{p.rule}: {p.name}") for p in ALL if p.active]


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Those of the small handbook, with more of Markdown's extensions."""
    root = project.build(tmp_path_factory.mktemp("base"))
    extensions = ("tables", "footnotes", "pymdownx.details", "pymdownx.tabbed", "pymdownx.tasklist")
    more = "".join(f"  - {name}\n" for name in extensions)
    text = (root / "mkdocs.yml").read_text("utf8")
    project.write(root, "mkdocs.yml", text.replace("  - attr_list\n", f"  - attr_list\n{more}"))
    return read_settings(root)


def told(settings: Settings, text: str) -> list[tuple[str, int]]:
    """The rules and lines that the check tells of for a page with this text."""
    document = parse(f"---\ntitle: Notes\n---\n\nText.\n\n{text}\n", settings.syntax)
    page = Page("notes.md", "docs/notes.md", None, "notes.md", document)
    one = Project(settings, {"notes.md": page}, frozenset(), Sources())
    return [(fault.rule, fault.position.line) for fault in check(one)]


@pytest.mark.parametrize("payload", _CASES)
def test_the_check_tells_of_it_where_it_stands(payload: Payload, settings: Settings) -> None:
    found = told(settings, payload.text)
    assert payload.rule in {rule for rule, _ in found}, found
    assert all(line >= 7 for _, line in found)
    assert RULES[payload.rule].severity == ERROR


@pytest.mark.parametrize("payload", _ACTIVE)
def test_the_finished_page_is_refused_without_the_check(payload: Payload, settings: Settings) -> None:
    html = site_markdown(settings).html(payload.text)
    assert look(_FRAME.format(text=html), _KNOWN)


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in HARMLESS.items()])
def test_what_only_looks_dangerous_is_let_pass(text: str, settings: Settings) -> None:
    assert not {rule for rule, _ in told(settings, text)}.intersection(_ROOM)
    html = site_markdown(settings).html(text)
    assert judge(html) == []
    assert look(_FRAME.format(text=html), _KNOWN) == []


@pytest.mark.parametrize("payload", _ACTIVE)
def test_what_is_not_rendered_could_not_have_brought_it(payload: Payload) -> None:
    assert is_suspect(payload.text)


def test_the_frame_of_the_handbook_is_all_that_may_run_scripts() -> None:
    page = _FRAME.format(text="<p>x</p>")
    assert look(page, _KNOWN) == []
    assert look(page, set())
    assert look(page.replace("</footer>", "<script>run()</script></footer>"), _KNOWN)
    assert look(page.replace("</head>", '<script src="https://evil.example/x.js"></script></head>'), _KNOWN)
