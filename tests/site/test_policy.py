"""The Content-Security-Policy of a page: digests of what stands in it, and nothing else."""

from __future__ import annotations

import base64
import hashlib

import pytest

from handbook.site.policy import policy, with_policy


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def rules(html: str) -> dict[str, list[str]]:
    return {name: values for name, *values in (rule.split() for rule in policy(html).split("; "))}


@pytest.mark.parametrize(
    ("html", "scripts", "styles"),
    [
        pytest.param("<p>", [], [], id="nothing in the page"),
        pytest.param("<script>a()</script>", ["a()"], [], id="a script"),
        pytest.param('<script>a()\n</script><script id="x">b()</script>', ["a()\n", "b()"], [], id="two"),
        pytest.param("<style>p{}</style>", [], ["p{}"], id="a style"),
        pytest.param("<script>a\r\nb</script>", ["a\nb"], [], id="as the browser reads its line ends"),
        pytest.param('<script src="a.js"></script>', [], [], id="a script of its own file"),
        pytest.param('<script type="module" src="a.js"></script>', [], [], id="a module"),
        pytest.param('<script id="x" type="application/json">{}</script>', [], [], id="data"),
    ],
)
def test_the_policy_names_the_digest_of_each_script_and_style(
    html: str, scripts: list[str], styles: list[str]
) -> None:
    found = rules(html)
    assert found["script-src"] == ["'self'", *sorted(map(digest, scripts))]
    assert found["style-src"] == ["'self'", *sorted(map(digest, styles))]


def test_nothing_of_another_host_and_nothing_unsafe_is_allowed() -> None:
    found = rules("<script>a()</script>")
    assert found["default-src"] == ["'none'"]
    allowed = {value for values in found.values() for value in values if not value.startswith("'sha256-")}
    assert allowed == {"'self'", "'none'", "data:", "'script'", "handbook"}
    assert found["require-trusted-types-for"] == ["'script'"]
    assert "data:" not in found["script-src"]


def test_a_page_says_its_policy_before_anything_is_loaded() -> None:
    html = with_policy('<head><meta charset="utf-8"><script>a()</script></head>')
    assert html.startswith('<head><meta charset="utf-8">\n  <meta http-equiv="Content-Security-Policy"')
    with pytest.raises(ValueError, match="charset"):
        with_policy("<head></head>")
