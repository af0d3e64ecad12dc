"""Links to the glossary that say what the term means."""

from __future__ import annotations

import pytest

from handbook.languages import CODES
from handbook.model.project import Project
from handbook.site.term_meanings import meanings, with_definitions

_MEANINGS = {"debrief": 'Talk <afterwards> & "about it".'}
_TITLE = 'title="Talk &lt;afterwards&gt; &amp; &quot;about it&quot;."'


@pytest.mark.parametrize(
    "href",
    ["../../reference/glossary/#debrief", "glossary.html#debrief", "../reference/glossary.html#debrief"],
)
def test_a_link_to_a_term_carries_its_definition_as_text(href: str) -> None:
    made = with_definitions(f'<p><a href="{href}">debrief</a></p>', _MEANINGS)
    assert made == f'<p><a href="{href}" {_TITLE}>debrief</a></p>'


@pytest.mark.parametrize(
    "link",
    [
        pytest.param('<a href="../glossary/#unknown">x</a>', id="a term that is not there"),
        pytest.param('<a href="../glossary/">x</a>', id="the whole glossary"),
        pytest.param('<a href="#debrief">x</a>', id="a section of the page"),
        pytest.param('<a href="../sources/#debrief">x</a>', id="another page"),
        pytest.param('<a href="../glossary/#debrief" title="x">x</a>', id="a title of its own"),
    ],
)
def test_any_other_link_stays_as_it_is(link: str) -> None:
    assert with_definitions(link, _MEANINGS) == link


@pytest.mark.parametrize("code", CODES)
def test_every_term_of_the_handbook_has_a_meaning_in_words(handbook: Project, code: str) -> None:
    found = meanings(handbook, code)
    assert len(found) == len(handbook.sources.terms) >= 50
    assert not [text for text in found.values() if set(text) & set("[]*<>`")]
