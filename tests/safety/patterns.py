"""Texts of any length that make scanners and converters slow: one sign or a few, again and again."""

from __future__ import annotations

_REPEATED = """
    [ ![ [[ ]] [a [a]( [a](( [a](b\\x20"c [a]\\x20(b\\n [a][ [a]\\x20[ [^ [^a]:\\n [a]: ]( ]: ![a](
    ![a][b]( []( ( ) (( )( <a <a\\x20 <a\\x20x= <a\\x20x=" <a\\x20x=' <a\\x20href="x"> <b> </b>
    <div> <div>\\n\\n </div>\\n <!-- <!--\\n a\\x20<!--\\x20\\n --> <!> <? <?x\\n <![CDATA[ <script>
    <script>\\n a\\x20<pre>\\n <pre> <style> <textarea>\\n <p << ` `` ```\\n ~~~\\n
    ~~~\\x20a\\n```\\x20b\\n `a `a`` \\\\ \\\\` * ** *** *a **a *a*\\x20 **a\\x20 _ __ _a __a _a_a
    _* *_ ~ ~~ ^ = == = ++ +a+ # ##\\x20a\\n ##\\x20a\\x20{#b}\\n {: {:\\x20#a a\\x20{: {{ {#a} { }
    ##\\x20a\\x20{ a\\n-\\n\\n a\\n=\\n\\n -\\x20 +\\x20 1.\\x20 -\\n -\\x20a\\n >\\x20 > >\\n
    >\\x20-\\x20 \\x20 \\t \\x20\\x20\\n \\n \\n\\n\\x20\\x20\\x20\\x20 a\\x20\\x20\\n | |-\\n
    |a|\\n a|b\\n-|-\\n : a\\n:\\x20b\\n\\n !!!\\x20note\\n !!!\\x20note\\n\\n\\x20\\x20\\x20\\x20
    ???\\x20a\\n ===\\x20"a"\\n [x] -\\x20[\\x20]\\x20a\\n *[a]:\\x20b\\n a a\\x20 a. a.\\x20 1
    1\\x20 , ' " "a\\x20 'a\\x20 “ „ ” “a\\x20 … ... -- — & &a &a; &#1 &#x &amp; @ a@ a@b. @a. www.
    www.a. http:// https://a. :// /a a/ \\x00 é ł\\x20 \\u200b \\u0441a \\u3042
    <!--\\x20handbook:x\\n <!--\\x20handbook:\\x20a <!--\\x20handbook:\\x20allow\\x20x\\x20
    #\\x20handbook:\\x20allow\\n <!--\\x20handbook:\\x20a\\x20-->\\n a\\x20b\\x20c\\x20.
    *a\\x20_b\\x20 [a](b) [a]:\\x20b\\n\\n [a]:\\x20b\\n[a]\\n\\n [^a] [^a]:\\x20b\\n\\n <b>a</b>
    <b\\x20title="a">b</b>\\x20 <!--\\x20a\\x20--> <a\\x20href="x">b</a>\\x20 <https://a.b>\\x20
    `a`\\x20 **a**\\x20 ***a**\\x20b*\\x20 ==a==\\x20 ++ctrl++\\x20 :smile: :a [30]\\x20
    ```\\na\\n```\\n\\n *a*{:\\x20#b\\x20.c\\x20}\\x20 a\\x20{\\x20.b\\x20}\\n\\n &#38; &#x26;
    &nbsp; HTML\\x20 a_b_ a-b- 10\\x20zł\\x20 “a”\\x20 —a ///\\x20caption\\na\\n///\\n\\n
    !!!\\x20a\\n\\x20\\x20\\x20\\x20b\\n\\n 1.\\x20a\\n\\n\\x20\\x20\\x20\\x20b\\n\\n
    -\\x20a\\n\\n\\x20\\x20\\x20\\x20-\\x20b\\n ![a](../../assets/picture.svg)\\n\\n
    Nie\\x20wiem.\\x20
    <!--\\x20handbook:\\x20allow\\x20word-unknown\\x20until\\x202026-12-31:\\x20a\\x20-->\\n
"""
# Something of great length where something short belongs.
_LONG = """
    @ [a](@) [@](index.md) [a](index.md\\x20"@") ![@](../../assets/picture.svg) ##\\x20@
    ##\\x20a\\x20{#@} -\\x20@ <b\\x20title="@">a</b> <@> &@; <!--\\x20@\\x20--> ```@\\na\\n``` `@`
    **@** {:\\x20.@\\x20} |a|b|\\n|-|-|\\n|@|a| [^a]\\n\\n[^a]:\\x20@ [@]:\\x20b a[^@]b *[@]:\\x20a
    a\\n:\\x20@ >\\x20@ !!!\\x20note\\x20"@" ===\\x20"@"\\n\\n\\x20\\x20\\x20\\x20a “@”
    https://a.b/@ <https://a.b/@> @@a.b <!--\\x20handbook:\\x20allow\\x20@\\x20-->
"""


def _read(word: str) -> str:
    return word.encode("latin-1", "backslashreplace").decode("unicode_escape")


def patterns(size: int) -> dict[str, str]:
    """The texts by name, each of this many characters."""
    found = {}
    for word in dict.fromkeys(_REPEATED.split()):
        text = _read(word)
        found[f"{word} again and again"] = (text * (size // len(text) + 1))[:size]
    for word in _LONG.split():
        for kind, filling in (("letters", "a"), ("words", "a an ")):
            found[f"{word} of many {kind}"] = _read(word).replace("@", filling * (size // len(filling)), 1)
    runs = [f"{'`' * length}\n" for length in range(1, int((2 * size) ** 0.5))]
    found["runs of backticks that grow"] = "".join(runs)[:size]
    half = size // 2
    for opening, closing in ("[]", "()", "<>", "{}", "“”"):
        found[f"{opening} within {closing}"] = opening * half + closing * half
    found["one heading of many braces"] = "## a " + "{" * size
    found["a waiver of many spaces"] = "<!-- handbook: allow" + " " * size
    found["a marker of many spaces"] = "<!-- handbook: a" + " " * size
    found["a comment without an end"] = "<!-- " + "a" * size
    found["a fence without an end"] = "```\n" + "a\n" * half
    found["lists within lists"] = "".join(
        f"{' ' * 4 * depth}- a\n" for depth in range(int((size / 2) ** 0.5))
    )
    found["quotations within quotations"] = "\n".join("> " * depth + "a" for depth in range(int(size**0.5)))
    found["headings of different names"] = "".join(f"## a{number}\n" for number in range(size // 9))
    found |= _in_bulk(size)
    found["many words"] = "Ask what they want. " * (size // 20)
    return found


def _in_bulk(size: int) -> dict[str, str]:
    """Texts in which no two parts are the same, and those that stand within one another."""
    numbers = range(size // 20)
    words = ["".join(chr(97 + number // 26**at % 26) for at in range(5)) for number in range(size // 6)]
    deep = range(int(size**0.5) // 3)
    return {
        "words that no dictionary knows": " ".join(words),
        "sentences of unknown words": " ".join(f"Q{word} is." for word in words)[:size],
        "words with a capital": " ".join(map(str.title, words)),
        "notes at the foot, each used": "".join(f"a[^{n}]\n\n[^{n}]: b\n\n" for n in numbers),
        "references, each used": "".join(f"[a][r{n}]\n\n[r{n}]: b{n}.md\n\n" for n in numbers),
        "references to what is not there": "".join(f"[a][r{n}] " for n in numbers)
        + "".join(f"\n\n[q{n}]: b.md" for n in numbers[:1000]),
        "one reference, used again and again": "[a]: index.md\n\n" + "[b][a]\n" * (size // 7),
        "abbreviations, each used": "".join(f"A{n}Z\n\n*[A{n}Z]: b\n\n" for n in numbers),
        "one abbreviation, used again and again": "*[AZ]: b\n\n" + "AZ " * (size // 3),
        "links to different pages": "".join(f"[a](page-{n}.md) " for n in numbers),
        "links to different hosts": "".join(f"<https://a{n}.example> " for n in numbers),
        "links that name other hosts": "".join(f"[b{n}.example](https://a{n}.example) " for n in numbers),
        "links to different sections": "".join(f"[a](#section-{n}) " for n in numbers),
        "different ids": "".join(f"*a*{{: #b{n} }} " for n in numbers),
        "a table of many columns": "|a" * (size // 4) + "|\n" + "|-" * (size // 4) + "|\n",
        "a table of many rows": "|a|b|\n|-|-|\n" + "|a|b|\n" * (size // 6),
        "a table of many columns and short rows": "|a" * 500
        + "|\n"
        + "|-" * 500
        + "|\n"
        + "|a|\n" * (size // 4),
        "elements within elements": "<b>" * (size // 7) + "</b>" * (size // 7),
        "elements within elements, again and again": ("<b>" * 90 + "</b>" * 90) * (size // 630),
        "blocks within blocks, again and again": ("<div>" * 30 + "\n\n" + "</div>" * 30 + "\n\n")
        * (size // 334),
        "emphasis within emphasis": "".join(("*a ", "**b ")[n % 2] for n in range(size // 4)),
        "admonitions within admonitions": "".join(f"{'    ' * n}!!! note\n\n" for n in deep),
        "details within details": "".join(f"{'    ' * n}??? note\n\n" for n in deep),
        "tabs within tabs": "".join(f'{"    " * n}=== "a"\n\n' for n in deep),
        "lists at every depth, again and again": "".join(f"{'    ' * (n % 20)}- a\n" for n in numbers),
        "fences of different lengths": "".join(f"{'`' * (3 + n % 40)}\na\n" for n in numbers),
        "questions without a word": "? ! " * (size // 4),
    }
