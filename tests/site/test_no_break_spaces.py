"""No-break spaces: where each language wants them, in text and nowhere else."""

from __future__ import annotations

import pytest

from handbook.site.no_break_spaces import NO_BREAK, bind


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "pl", "Rozmawiaj z klientem i słuchaj.", "Rozmawiaj z_klientem i_słuchaj.", id="Polish words"
        ),
        pytest.param("pl", "A w razie czego", "A_w_razie czego", id="two in a row, one a capital"),
        pytest.param("pl", "Zapisz np. numer", "Zapisz np._numer", id="a Polish abbreviation"),
        pytest.param("pl", "oko w oko", "oko w_oko", id="a longer word that ends in such a letter stays"),
        pytest.param(
            "hr", "Idite s kupcem k njemu i njoj", "Idite s_kupcem k_njemu i_njoj", id="Croatian words"
        ),
        pytest.param("hr", "Pitajte npr. voditelja", "Pitajte npr._voditelja", id="a Croatian abbreviation"),
        pytest.param("en", "Take a step; I can wait", "Take a_step; I can wait", id="the article only"),
        pytest.param("pl", "do 22 maja", "do 22_maja", id="a number and its word"),
        pytest.param("pl", "od 3 do 5", "od 3_do 5", id="a number before a short word"),
        pytest.param("pl", "Tak – nie", "Tak_– nie", id="a dash never begins a line"),
        pytest.param("pl", "z\nklientem", "z_klientem", id="a line end of the source"),
        pytest.param("de", "a b i c", "a b i c", id="another language is left alone"),
        pytest.param("pl", "co to w", "co to w", id="nothing follows"),
    ],
)
def test_spaces_that_must_not_break(language: str, text: str, expected: str) -> None:
    assert bind(text, language).replace(NO_BREAK, "_") == expected


@pytest.mark.parametrize(
    "kept",
    [
        '<a title="i to" href="x">',
        "<a title='z > i to'>",
        "<code>a i b</code>",
        "<pre>a\ni b</pre>",
        "<script>if (a < b) { i = a; } // z i o</script>",
        '<script type="application/json">{"a": "z i o"}</script>',
        "<style>a b { color: red }</style>",
        "<textarea>a i b</textarea>",
        "<title>Z i o</title>",
        "<template><b>z i</b> o</template>",
        "<!-- z i o -->",
        "<!doctype html>",
    ],
)
def test_only_text_is_changed(kept: str) -> None:
    assert bind(f"{kept} i to", "pl") == f"{kept} i{NO_BREAK}to"


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<p>z <b>domu</b></p>", id="a text that ends before an element"),
        pytest.param("<p>z</p> <p>domu</p>", id="a space between elements"),
        pytest.param("z <3", id="a sign that begins no tag"),
        pytest.param("z <!-- i --> domu", id="a comment between"),
        pytest.param("<b>3</b> karty", id="a number that is an element of its own"),
    ],
)
def test_what_is_not_in_one_text_is_not_bound(html: str) -> None:
    assert bind(html, "pl") == html


def test_texts_with_a_sign_that_nobody_can_see() -> None:
    assert bind("<p>z\x1f i to</p><b>w domu</b>", "pl") == f"<p>z\x1f i{NO_BREAK}to</p><b>w{NO_BREAK}domu</b>"


def test_a_second_time_changes_nothing() -> None:
    once = bind("<p>W domu i w <b>a b</b> 3 razy – tak</p>", "pl")
    assert bind(once, "pl") == once


def test_nothing_is_lost() -> None:
    text = "a < b i c > d & w x &amp; z </p> <br/> <3 i"
    assert bind(text, "pl").replace(NO_BREAK, " ") == text
