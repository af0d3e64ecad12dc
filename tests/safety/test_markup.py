"""What must not reach readers is told by the check, and by the look at the finished page."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.checks.safety import check
from handbook.model.project import Page, Project, Settings, Sources
from handbook.model.rules import ERROR, GROUPS, RULES
from handbook.reading.markdown.parse import parse
from handbook.reading.settings import read_settings
from handbook.reading.site_markdown import site_markdown
from handbook.safety import spots
from handbook.safety.finished import look, own_code
from handbook.safety.hosts import browsers_view
from handbook.safety.judge import judge
from handbook.safety.suspects import is_suspect
from tests.safety.payload import Payload
from tests.safety.payloads import ALL, HARMLESS
from tests.support import project

_FRAME = (
    "<!doctype html><html lang=en><head><meta charset=utf-8><title>x</title>"
    '<script>start("../x.js")</script></head>'
    "<body><main><article><h1>x</h1>{text}</article></main><footer>y</footer></body></html>"
)
_KNOWN = own_code(_FRAME.replace("../", "/"))
_ROOM = GROUPS["safety"]
_PYMDOWNX = ("details", "tabbed", "tasklist", "blocks.caption", "emoji")
_CASES = [pytest.param(payload, id=f"{payload.rule}: {payload.name}") for payload in ALL]
_ACTIVE = [pytest.param(p, id=f"{p.rule}: {p.name}") for p in ALL if p.active]


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Those of the small handbook, with more of Markdown's extensions."""
    root = project.build(tmp_path_factory.mktemp("base"))
    extensions = ("tables", "footnotes", "def_list", *(f"pymdownx.{name}" for name in _PYMDOWNX))
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
    assert look(page.replace("</footer>", '<script data-src="/x.js">run()</script></footer>'), _KNOWN)
    assert look(page.replace("<p>x</p>", "<svg> <script></div></svg>"), _KNOWN)
    assert look(page.replace("</head>", '<script src="https://evil.example/x.js"></script></head>'), _KNOWN)


@pytest.mark.parametrize(
    ("url", "rule"),
    [
        pytest.param("javascript:run()", "link-scheme", id="a script"),
        pytest.param(r"java\tscript:run()", "link-scheme", id="a script with a tab"),
        pytest.param("data:text/html,x", "link-scheme", id="a page as data"),
        pytest.param("//evil.example/", "link-scheme", id="no scheme"),
        pytest.param("../decide.md", "link-scheme", id="no host"),
        pytest.param("https://bank.example@evil.example/", "link-deceptive", id="a name before the host"),
        pytest.param("https://xn--bnk-6cd.example/", "link-deceptive", id="a host in two scripts"),
        pytest.param("https://example.org/a_b(c)?d=e&f#g", None, id="an honest one"),
    ],
)
def test_the_address_of_a_source_is_looked_at_whatever_its_file_holds(
    root: Path, url: str, rule: str | None
) -> None:
    project.replace(root, "sources/claims.yml", "url: https://example.org/listening", f'url: "{url}"')
    told_of = [(found.rule, found.file, found.line) for found in project.check(root)]
    assert told_of == ([(rule, "sources/claims.yml", 21)] if rule else [])


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        pytest.param(r"a\u202eb", "character-hidden", id="text turned round"),
        pytest.param(r"a\0b", "character-hidden", id="a control character"),
        pytest.param(r"a\e[31mb", "character-hidden", id="an escape for terminals"),
        pytest.param(r"p\u0430ypal", "letters-mixed", id="a letter of another script"),
        pytest.param(r"\u201eTak\u201d, \x41", None, id="what could be written as it is"),
    ],
)
@pytest.mark.parametrize("file", ["local-rules/en.yml", "docs/en/guides/listening.md"])
def test_what_yaml_escapes_is_looked_at_as_it_is_shown(
    root: Path, file: str, written: str, rule: str | None
) -> None:
    key = "title: Listening and offering" if file.endswith(".md") else "title: "
    text = (root / file).read_text("utf8")
    line = next(line for line in text.splitlines() if key in line)
    project.replace(root, file, f"{line}\n", f'{line.partition("title")[0]}title: "{written}"\n')
    found = {found.rule for found in project.check(root) if found.file == file}
    assert found.intersection(_ROOM) == ({rule} if rule else set())


@pytest.mark.parametrize(
    ("file", "old"),
    [
        pytest.param("sources/contradictions.yml", "X-01", id="of a contradiction"),
        pytest.param("sources/claims.yml", "  S1:\n", id="of a source"),
        pytest.param("local-rules/en.yml", "law:\n", id="of a local rule"),
    ],
)
def test_a_name_that_would_end_an_attribute_is_told(root: Path, file: str, old: str) -> None:
    name = old.strip(" :\n")
    text = (root / file).read_text("utf8")
    assert old in text
    evil = old.replace(name, "'x\" onclick=\"run()'")
    (root / file).write_text(text.replace(old, evil, 1), "utf8")
    assert ("data-broken", file) in {(found.rule, found.file) for found in project.check(root)}


def test_a_link_is_looked_at_as_often_as_there_are_links(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page may hold thousands, each of them a fault, and each is told of at its place."""
    calls: list[str] = []

    def counted(url: str) -> str:
        calls.append(url)
        return browsers_view(url)

    monkeypatch.setattr(spots, "browsers_view", counted)
    links = "\n".join(f"[b{number}.example](https://a{number}.example)" for number in range(400))
    again = "[b.example](https://a.example)\n" * 400
    found = told(settings, f"{links}\n{again}")
    assert ("link-deceptive", 7) in found
    assert ("link-deceptive", 8) in found
    assert len(calls) < 3 * 800
