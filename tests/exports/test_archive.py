"""Modules as plain scripts, and pages that use them: what an archive is made of."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.exports.archive import CannotArchive, archived, classic, data, page
from tests.support.project import write


def test_a_module_registers_itself_with_what_it_needs() -> None:
    imports = 'import { a, b as c } from "./x.js";\nimport { d } from "./y/z.js";\n'
    text = f"{imports}\nexport function f() {{}}\nexport const G = 1;\n"
    made = classic("m.js", text)
    assert made.startswith('handbookArchive.define(["./x.js", "./y/z.js"], (modules, address) => {')
    assert "const { a, b: c } = modules[0];" in made
    assert "const { d } = modules[1];" in made
    assert "\nfunction f() {}\nconst G = 1;\n" in made
    assert "return { f, G };" in made
    assert "import" not in made
    assert "export" not in made


def test_a_module_that_is_only_to_have_run_is_loaded_before() -> None:
    made = classic("m.js", 'import "./x.js";\nimport { d } from "../y.js";\nd();\n')
    assert made.startswith('handbookArchive.define(["./x.js", "../y.js"], (modules, address) => {')
    assert "const { d } = modules[1];" in made
    assert "import" not in made


def test_what_is_loaded_later_goes_through_the_loader() -> None:
    made = classic("m.js", 'const m = await import("./x.js");\nnew URL("./w.js", import.meta.url);\n')
    assert 'await handbookArchive.load(address, "./x.js")' in made
    assert 'new URL("./w.js", address)' in made


def test_a_list_of_exports_is_handed_over_by_its_outer_names() -> None:
    made = classic("m.js", "const a = 1;\nconst b = 2;\nexport { a, b as c };\n")
    assert "export" not in made
    assert "return { a, c: b };" in made


def test_a_type_in_a_comment_is_no_import() -> None:
    comment = '// @param {import("./x.js").Result} result\n'
    assert comment in classic("m.js", comment)


@pytest.mark.parametrize(
    "line",
    [
        'import x from "./x.js";',
        'import * as x from "./x.js";',
        "export default 1;",
        'export { a } from "./x.js";',
        'export * from "./x.js";',
    ],
)
def test_a_form_that_is_not_supported_is_an_error(line: str) -> None:
    with pytest.raises(CannotArchive, match=r"m\.js"):
        classic("m.js", f"{line}\n")


def test_data_survives_being_a_script() -> None:
    assert (
        data('{"a": "\u2028</script>\\n"}')
        == 'handbookArchive.put("{\\"a\\": \\"\\u2028</script>\\\\n\\"}");\n'
    )


def test_a_page_has_plain_scripts_and_no_dead_links() -> None:
    html = (
        '<head><script type="module" src="../assets/a.js" data-x="1"></script>'
        '<script src="../assets/b.js" type="module"></script>'
        '<link rel="modulepreload" href="../assets/c.js"></head>'
        "<script>import(new URL('d.js', x))</script>"
        '<a href="x.html#y">in</a><a href="../pl/x.html?q=1#y">out</a><a href="https://e.org/">far</a>'
        '<a href="#z">here</a><a class="k" href="../index.html">root</a><a href="../hr/index.html">home</a>'
    )
    assert page(html, "hr/find.html", {"hr", "assets"}, "https://example.org/h/") == (
        '<head>\n  <script src="../assets/archive.js"></script>'
        '<script defer src="../assets/a.js"></script><script defer src="../assets/b.js"></script></head>'
        "<script>handbookArchive.load(document.baseURI, new URL('d.js', x))</script>"
        '<a href="x.html#y">in</a><a href="https://example.org/h/pl/x.html?q=1#y">out</a>'
        '<a href="https://e.org/">far</a><a href="#z">here</a>'
        '<a class="k" href="https://example.org/h/index.html">root</a><a href="../hr/index.html">home</a>'
    )


def test_what_a_language_does_not_have_yet_leads_to_the_site(tmp_path: Path) -> None:
    for code in ("pl", "en"):
        write(
            tmp_path,
            f"{code}/index.html",
            f'<head></head><a href="../pl/a.html">A</a> <a href="../{code}/b.html">B</a>',
        )
    write(tmp_path, "en/desk.json", '{"url":"pl/a.html"}')
    write(tmp_path, "en/search/index.json", '{"pages":[["../pl/a.html"],["b.html"],["pl/a.html is text"]]}')
    files = archived(tmp_path, "en", "https://example.org/")
    assert b'<a href="https://example.org/pl/a.html">A</a> <a href="../en/b.html">' in files["en/index.html"]
    assert b"https://example.org/pl/a.html" in files["en/desk.json.js"]
    found = files["en/search/index.json.js"].decode().replace("\\", "")
    assert '[["https://example.org/pl/a.html"],["b.html"],["pl/a.html is text"]]' in found
