"""What a template reads of what is too much for one page is noted by name; whatever else it reads is told."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import jinja2
import pytest

from adapter.template_reads import Reads, View, watch

PAGE = SimpleNamespace(title="Title", file=SimpleNamespace(src_uri="en/a.md"))


class _Menu:
    def __init__(self, *titles: str) -> None:
        self.titles = titles

    def at(self, slug: str | None) -> tuple[str, ...]:
        return tuple(f"{slug}: {title}" for title in self.titles)

    def family(self, slug: str | None) -> None:
        return None


def _globals(*titles: str, **urls: str) -> dict[str, Any]:
    return {
        "menu": _Menu(*titles),
        "urls": {f"{name}.md": url for name, url in urls.items()},
        "originals": {},
    }


def _rendered(source: str, values: dict[str, Any]) -> tuple[str, Reads]:
    env = jinja2.Environment(autoescape=True)
    env.globals.update(values)
    reads = watch(env.globals)
    page = View(PAGE, {"title": PAGE.title}, reads)
    return env.from_string(source).render(page=page), reads


def test_what_is_asked_by_name_is_noted_with_its_answer() -> None:
    source = (
        "{% if page and urls %}{{ page.title }} {{ urls['a.md'] or originals['a.md'] }} {{ urls['b.md'] }}"
    )
    html, reads = _rendered(source + "{{ menu.at('a.md')[0] }}{% endif %}", _globals("One", a="a/"))
    assert html == "Title a/ a.md: One"
    assert reads.are_told
    again = _rendered("", _globals("One", a="a/", c="c/"))[1]
    assert again.are_same(reads.noted)
    for others in (
        _globals("Other", a="a/"),
        _globals("One", a="x/"),
        _globals("One", a="a/", b="b/"),
        _globals("One"),
    ):
        assert not _rendered("", others)[1].are_same(reads.noted)


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("{{ page.file.src_uri }}", "en/a.md"),
        ("{{ page['file'].src_uri }}", "en/a.md"),
        ("{% for slug in urls %}{{ slug }}{% endfor %}", "a.md"),
        ("{{ urls | length }}", "1"),
        ("{{ urls.values() | first }}", "a/"),
        ("{{ 'a.md' in urls }}", "True"),
        ("{{ urls }}", "{&#39;a.md&#39;: &#39;a/&#39;}"),
        ("{{ urls == {} }}", "False"),
        ("{{ menu.titles | first }}", "One"),
    ],
)
def test_whatever_else_is_read_is_answered_and_told(source: str, shown: str) -> None:
    html, reads = _rendered(source, _globals("One", a="a/"))
    assert html == shown
    assert not reads.are_told
