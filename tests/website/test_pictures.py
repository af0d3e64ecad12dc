"""A picture is on the page in every language, whichever folder of docs it lies in."""

from __future__ import annotations

import base64
import json
import re
from pathlib import Path
from urllib.parse import urljoin

import pytest

from handbook import findings
from handbook.languages import CODES
from handbook.reading.reader import Reader
from tests.website.fork_server import forked_mkdocs
from tests.website.small_site import small_site

CARD = "scenarios/late-return"
# A pixel.
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
# Each below docs: shared, shared in a folder that looks like a language, and one language's own.
PICTURES = (
    "assets/receipt.png",
    "photos/till.png",
    "ui/button.png",
    "pl/scenarios/paragon.png",
    "en/queue.png",
)
ALT = {"pl": "Paragon", "hr": "Račun", "en": "A receipt"}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small handbook with all these pictures on a card, in every language."""
    root = small_site(tmp_path_factory.mktemp("pictures") / "copy")
    for path in PICTURES:
        (root / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "docs" / path).write_bytes(PNG)
    for code in CODES:
        page = root / f"docs/{code}/{CARD}.md"
        shown = "".join(f"\n![{ALT[code]}](../../{path})\n" for path in PICTURES)
        page.write_text(page.read_text("utf8").rstrip("\n") + "\n" + shown, "utf8")
    return root


def test_check_strict_build_page_and_offline_copy_agree(project: Path) -> None:
    assert [f for f in findings.of(Reader(project).read()) if f.rule.startswith("link-")] == []
    done = forked_mkdocs(project, "build", "--strict")
    assert done.returncode == 0, done.stdout
    site = project / "site"
    for code in CODES:
        html = (site / code / CARD / "index.html").read_text("utf8")
        sources = re.findall(rf'<img alt="{ALT[code]}" src="([^"]+)"', html)
        addresses = [urljoin(f"{code}/{CARD}/", source) for source in sources]
        assert addresses == list(PICTURES)
        for address in addresses:
            assert (site / address).read_bytes() == PNG
        kept = json.loads((site / code / "offline.json").read_text("utf8"))
        shared = {path for path in PICTURES if path.split("/")[0] not in CODES}
        assert shared | {path for path in PICTURES if path.startswith(f"{code}/")} <= kept.keys()
