"""Pages that share a converter are what they are each with one of its own."""

from __future__ import annotations

import markdown
import pytest
from mkdocs.config import load_config
from mkdocs.structure import pages
from mkdocs.structure.files import Files

from adapter.configuration import NoColours, configure
from adapter.converters import Converters
from tests.support.project import HANDBOOK, read
from tests.website.building import ROOT

# Each leaves something behind in a converter: ids, notes, references, abbreviations, stashed markup, numbers.
TEXTS = {
    "ids": "## Say {#say}\n\n## Do\n\n## Do\n",
    "notes": "A[^1] and b[^2].\n\n[^1]: One.\n[^2]: Two.\n",
    "no notes of its own": "A[^1] and b[^2].\n",
    "references": "[a][x] and [x]\n\n[x]: https://example.org/ 'X'\n",
    "no references of its own": "[a][x] and [x]\n",
    "abbreviations": "CRM and SLA\n\n*[CRM]: one\n*[SLA]: two\n",
    "no abbreviations of its own": "CRM and SLA\n",
    "boxes": '!!! note "A"\n    b\n\n??? tip\n    c\n',
    "tabs": '=== "A"\n\n    a\n\n=== "B"\n\n    b\n',
    "markup": '<div class="reply" markdown>\n\n> [30] *a*\n> b\n\n</div>\n\n<b>&amp;</b>\n',
    "an element that is never closed": "<div markdown>\n\n*a*\n",
    "code": "```python\na = 1\n```\n\n    b\n\n`#!python c` ++ctrl+a++ ==d==\n",
    "a fence that is never closed": "```\na\n",
    "tasks and tables": "- [ ] a\n- [x] b\n\n| a | b |\n|---|--:|\n| c | d |\n\n/// caption\ne\n///\n",
    "icons": ":material-check: :smile:\n",
}


def _own(text: str) -> str:
    config = load_config(str(ROOT / "mkdocs.yml"))
    made = markdown.Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
    return made.convert(text)


@pytest.mark.parametrize("name", TEXTS)
def test_what_a_page_leaves_is_forgotten(name: str) -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    converters, files = Converters(), Files([])
    made = []
    for text in (TEXTS[name], *TEXTS.values()):
        with converters.shared(config, files):
            converter = vars(pages)["markdown"].Markdown(
                extensions=config.markdown_extensions, extension_configs=config.mdx_configs
            )
            made.append(converter.convert(text))
    assert made == [_own(text) for text in (TEXTS[name], *TEXTS.values())]


def test_each_pass_has_a_converter_of_its_own_and_one_that_failed_is_not_used_again() -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    converters, first, second = Converters(), Files([]), Files([])
    made = []
    for files in (first, first, second):
        with converters.shared(config, files):
            made.append(vars(pages)["markdown"].Markdown(extensions=[], extension_configs={}))
    with pytest.raises(ValueError, match="half"), converters.shared(config, second):
        raise ValueError("half")
    with converters.shared(config, second):
        made.append(vars(pages)["markdown"].Markdown(extensions=[], extension_configs={}))
    assert made[0] is made[1]
    assert len({id(one) for one in made}) == 3


def test_mkdocs_finds_python_markdown_by_the_name_that_is_changed() -> None:
    assert vars(pages)["markdown"] is markdown


CODE = {
    "a language": "```python\nfor a in b:  # c\n    print('d')\n```\n",
    "no language": "```\na <b>\n```\n",
    "numbers and marks": '```{ .python linenums="3" hl_lines="1" title="a.py" #b .c }\na = 1\nb = 2\n```\n',
    "code within a line": "`#!python a = 1` and `b`\n",
    "code by its indent": "a\n\n    b = 1\n",
}


@pytest.mark.parametrize("options", [{}, {"linenums": True}, {"linenums": True, "linenums_style": "inline"}])
@pytest.mark.parametrize("name", CODE)
def test_code_is_the_same_whatever_its_colours(name: str, options: dict[str, object]) -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    made = []
    for style in ({}, {"pygments_style": NoColours()}):
        config.mdx_configs["pymdownx.highlight"] = {**options, **style}
        converter = markdown.Markdown(
            extensions=config.markdown_extensions, extension_configs=config.mdx_configs
        )
        made.append(converter.convert(CODE[name]))
    assert made[0] == made[1]
    assert "highlight" in made[0]


def test_colours_that_stand_in_the_pages_stay() -> None:
    """Then they are no matter of a sheet."""
    config, project = load_config(str(ROOT / "mkdocs.yml")), read(HANDBOOK)
    config.mdx_configs["pymdownx.highlight"] = {"noclasses": True, "pygments_style": "vs"}
    configure(config, project, "en")
    assert config.mdx_configs["pymdownx.highlight"]["pygments_style"] == "vs"
    config.mdx_configs["pymdownx.highlight"]["noclasses"] = False
    configure(config, project, "en")
    assert isinstance(config.mdx_configs["pymdownx.highlight"]["pygments_style"], NoColours)
