"""The converter of a site: what it leaves out, what it takes in when it is needed, and what it keeps."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handbook.model.project import Project
from handbook.reading.site_markdown import SiteMarkdown, site_markdown


@pytest.mark.parametrize(
    ("text", "html"),
    [
        pytest.param("## Calm :smile:\n", '<h2 id="calm">', id="an icon is no part of an id"),
        pytest.param("Calm :smile:\n---\n", '<h2 id="calm">', id="nor in an underlined heading"),
        pytest.param("![a](b.png)\n\n/// caption\nText.\n///\n", "<figcaption>", id="a caption"),
        pytest.param("## Calm\n", '<h2 id="calm">Calm</h2>', id="no link beside a heading"),
        pytest.param("[TOC]\n\n## Calm\n", "<p>[TOC]</p>", id="no table of contents"),
        pytest.param("> Keep [30] calm.\n", "<p>Keep [30] calm.</p>", id="no slots of ours"),
    ],
)
def test_the_writers_part_of_a_page_is_rendered(handbook: Project, text: str, html: str) -> None:
    assert html in SiteMarkdown(handbook.settings).html(text)


def test_a_text_is_rendered_once(handbook: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    rendered: list[str] = []
    real = SiteMarkdown._convert

    def counted(site: SiteMarkdown, text: str) -> str:
        rendered.append(text)
        return real(site, text)

    monkeypatch.setattr(SiteMarkdown, "_convert", counted)
    site = SiteMarkdown(handbook.settings)
    assert site.html("*a*") == site.html("*a*") == "<p><em>a</em></p>"
    assert rendered == ["*a*"]


def test_a_site_has_one_converter_until_its_markdown_changes(handbook: Project) -> None:
    same = site_markdown(handbook.settings)
    assert site_markdown(replace(handbook.settings, nav=())) is same
    fewer = replace(handbook.settings, markdown={"attr_list": {}})
    assert site_markdown(fewer) is not same
    assert site_markdown(fewer).html("==a==") == "<p>==a==</p>"
    assert same.html("==a==") == "<p><mark>a</mark></p>"


def test_code_of_others_is_not_run(handbook: Project) -> None:
    site = SiteMarkdown(replace(handbook.settings, markdown={"attr_list": {}, "somebody.elses": {}}))
    assert site.html("## Calm {#here}\n") == '<h2 id="here">Calm</h2>'
    assert not site.complete
