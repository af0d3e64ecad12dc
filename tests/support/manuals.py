"""Pages as manuals of software have them: code in all kinds of fences, tables, tabs, notes and HTML.

What is written here is read by the differential test, with a random slip of the pen in it, as sites with few
and with many of Markdown's extensions read it.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

# The extensions of three sites, each with its options.
EXTENSIONS: MappingProxyType[str, dict[str, dict[str, Any]]] = MappingProxyType(
    {
        "no more than MkDocs has": {},
        "some of Markdown's own": {
            name: {} for name in ("admonition", "attr_list", "def_list", "footnotes", "sane_lists")
        },
        "what Material recommends": {
            **{
                name: {}
                for name in ("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html")
            },
            "pymdownx.details": {},
            "pymdownx.highlight": {
                "anchor_linenums": True,
                "line_spans": "__span",
                "pygments_lang_class": True,
            },
            "pymdownx.inlinehilite": {},
            "pymdownx.keys": {},
            "pymdownx.mark": {},
            "pymdownx.superfences": {},
            "pymdownx.tabbed": {"alternate_style": True},
            "pymdownx.tasklist": {"custom_checkbox": True},
        },
    }
)

PAGES = (
    """\
# Install

Get it with `pip` or with [uv](https://docs.example.org/uv#get), see [requirements](needs.md#python).

```bash title="In a terminal"
pip install parcel  # not [a link](x.md)
```

## With a container

1. Pull the image:

    ```console
    $ docker pull parcel:latest
    # the newest one
    ```

2. Run it, see [options](options.md#all):

    ~~~ {.yaml .numbered}
    services:
      parcel: {image: "parcel"}
    ~~~

3. Look at `http://localhost`.

!!! note "Before you begin"

    Read [the notes](notes.md) first.

    ```
    ## not a heading
    ```

## Next steps

* [Configure](configure.md)
* [Ask for help](help.md "Help") or ![a picture](img/a.png)
    * nested [entry](nested.md)

      more of it
""",
    """\
# Options

| Option | Default | What it does |
|--------|---------|--------------|
| `path` | `"."` | The folder, see [paths](paths.md) |
| `mode` (`fast` only) | none | All [modes](modes.md#list) of `data` |
| `a|b` | `x` | Either [one](one.md) or `two` |
| plain | *none* | [Docs](https://example.org/a_(b)) |

Name | Value
:--- | ---:
[A](a.md) | `1`
B | [`code`](code.md#x)

## `parcel.run(name, *, retries=3)`

Runs `name`. Returns a [Result](#result) or raises ``Error` ``.

```python hl_lines="2 3" linenums="1"
def run(name):
    # comment
    return [name](None)
```

### Result

:   not a definition

Term
:   What it means, see [there](there.md).

Another one[^1] and a [reference][ref] and [ref].

[^1]: A note with [a link](note.md).

[ref]: https://example.org/ref "Title"
""",
    """\
Configuration
=============

=== "YAML"

    ```yaml
    key: value
    ```

    See [YAML](yaml.md).

=== "TOML"

    ```toml
    [table]
    key = "value"
    ```

Environment
-----------

> Quoted [link](quoted.md)
> ```sh
> export A=`b`
> ```
> more

??? example "Details"
    Text with `code` and [link](in-details.md).

    - entry

            indented code [no](no.md)

- first

    second paragraph `code`

- [ ] task [done](task.md)
- [x] other

    Indented code after a list [maybe](maybe.md)

Text right above
```js
let a = `template ${b}`;
```
Text right below with [a link](below.md).
""",
    """\
# Reference {#top}

<div class="grid cards" markdown>

- :rocket: **Fast**

    ---

    [Start](start.md)

- __Small__ with a [link](small.md){ .button }

</div>

<details>
<summary>Raw</summary>
<a href="raw.html">raw</a> and [no](nothing.md)
</details>

<p align="center"><img src="logo.png" alt="Logo"></p>

Line one<br>
line two with <kbd>Ctrl</kbd> and <https://example.org>.

***

## A & B: "quoted" <small>new</small>

Press ++ctrl+alt+del++, ==mark== it; `#!python x = 1` and 2 * 3 * 4, snake_case_name.

### Heading with [link](h.md) and `code` { #own .cls }

<!-- comment with [link](c.md)
## and heading
-->

![Alt][pic]{ width="300" } [![badge](b.svg)](https://example.org/ci)

[pic]: img/p.png

    four spaces [code](code.md)

Steps:
1. not a list
2. see [two](two.md)

- a
- b `c
- d` e [f](f.md)

**Bold [link](bold.md)** and *it [x](it.md)*.
""",
)
