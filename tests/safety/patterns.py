"""Texts of any length that make scanners and converters slow: one sign or a few, again and again."""

from __future__ import annotations

_REPEATED = """
    [ ![ [[ ]] [a [a]( [a](( [a](b\\x20"c [a]\\x20(b\\n [a][ [a]\\x20[ [^ [^a]:\\n [a]: ]( ]: ![a](
    ![a][b]( []( ( ) (( )( <a <a\\x20 <a\\x20x= <a\\x20x=" <a\\x20x=' <a\\x20href="x"> <b> </b> <div>
    <div>\\n\\n </div>\\n <!-- <!--\\n a\\x20<!--\\x20\\n --> <!> <? <?x\\n <![CDATA[ <script>
    <script>\\n a\\x20<pre>\\n <pre> <style> <textarea>\\n <p << ` `` ```\\n ~~~\\n
    ~~~\\x20a\\n```\\x20b\\n `a `a`` \\\\ \\\\` * ** *** *a **a *a*\\x20 **a\\x20 _ __ _a __a _a_a _* *_
    ~ ~~ ^ = == = ++ +a+ # ##\\x20a\\n ##\\x20a\\x20{#b}\\n {: {:\\x20#a a\\x20{: {{ {#a} { }
    ##\\x20a\\x20{ a\\n-\\n\\n a\\n=\\n\\n -\\x20 +\\x20 1.\\x20 -\\n -\\x20a\\n >\\x20 > >\\n
    >\\x20-\\x20 \\x20 \\t \\x20\\x20\\n \\n \\n\\n\\x20\\x20\\x20\\x20 a\\x20\\x20\\n | |-\\n |a|\\n
    a|b\\n-|-\\n : a\\n:\\x20b\\n\\n !!!\\x20note\\n !!!\\x20note\\n\\n\\x20\\x20\\x20\\x20 ???\\x20a\\n
    ===\\x20"a"\\n [x] -\\x20[\\x20]\\x20a\\n *[a]:\\x20b\\n a a\\x20 a. a.\\x20 1 1\\x20 , ' " "a\\x20
    'a\\x20 “ „ ” “a\\x20 … ... -- — & &a &a; &#1 &#x &amp; @ a@ a@b. @a. www. www.a. http:// https://a.
    :// /a a/ \\x00 é ł\\x20 \\u200b \\u0441a \\u3042 <!--\\x20handbook:x\\n <!--\\x20handbook:\\x20a
    <!--\\x20handbook:\\x20allow\\x20x\\x20 #\\x20handbook:\\x20allow\\n
    <!--\\x20handbook:\\x20a\\x20-->\\n a\\x20b\\x20c\\x20. *a\\x20_b\\x20 [a](b) [a]:\\x20b\\n\\n
    [a]:\\x20b\\n[a]\\n\\n [^a] [^a]:\\x20b\\n\\n
"""


def _read(word: str) -> str:
    return word.encode("latin-1", "backslashreplace").decode("unicode_escape")


def patterns(size: int) -> dict[str, str]:
    """The texts by name, each of this many characters."""
    found = {}
    for word in dict.fromkeys(_REPEATED.split()):
        text = _read(word)
        found[f"{word} again and again"] = (text * (size // len(text) + 1))[:size]
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
    found["many words"] = "Ask what they want. " * (size // 20)
    return found
