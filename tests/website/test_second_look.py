"""The build refuses a page that the checks have let pass, and names the file and the line."""

from __future__ import annotations

import re
from pathlib import Path

from tests.website.fork_server import forked_mkdocs
from tests.website.small_site import small_site

GUIDE, CARD = "hr/guides/listening.md", "hr/scenarios/late-return.md"
RULES = ("html-tag", "html-attribute", "markup-open", "page-read-otherwise", "translation-stale")


def test_the_build_does_not_trust_the_checks(tmp_path: Path) -> None:
    project = small_site(tmp_path / "copy")
    settings = project / "mkdocs.yml"
    before, found, after = settings.read_text("utf8").partition("    severities:\n")
    assert found
    off = "".join(f"      {rule}: off\n" for rule in RULES)
    settings.write_text(before + found + off + after, "utf8")
    file = project / "docs" / GUIDE
    # The sign is drawn by the device: a picture of it would come from a foreign host, and be told of, too.
    text = file.read_text("utf8") + "\nText :smile: <b onmouseover=run()>x</b>\n\n<script>run()</script>\n"
    file.write_text(text, "utf8")
    last = text.count("\n")
    card = project / "docs" / CARD
    before, say, after = card.read_text("utf8").partition("## Recite {#say}\n")
    assert say
    card.write_text(f"{before}<div>\n\n{say}{after}", "utf8")
    lost = before.count("\n") + 3
    done = forked_mkdocs(project, "build", "--strict")
    assert done.returncode != 0
    told = re.findall(r"ERROR +-.*docs/(\S+?):(\d+):\d+: .*\[([a-z-]+)\]", done.stdout)
    assert sorted(told) == [
        (GUIDE, str(last - 2), "html-attribute"),
        (GUIDE, str(last), "html-tag"),
        # Nothing on the page is forbidden, but its sections are text to readers.
        (CARD, str(lost), "page-read-otherwise"),
    ]
