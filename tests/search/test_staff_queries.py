"""What staff type in a hurry, as people wrote it who knew titles only: the level that is reached.

Asked of the browser's own engine, without a browser. A guard against falling back: what is missed is in
the sets themselves, and `make bench-search` prints the figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from handbook.languages import CODES
from handbook.search.engine import Engine
from handbook.search.index import FILES
from tests.search.queries import staff_queries
from tests.support.project import HANDBOOK

# For each set and language the share among the first three, and at the first place.
LEVELS = {
    "dev": {"pl": (0.98, 0.95), "hr": (0.98, 0.94), "en": (0.98, 0.93)},
    "test": {"pl": (0.97, 0.93), "hr": (0.97, 0.91), "en": (0.97, 0.92)},
    "trade": {"pl": (0.92, 0.81), "hr": (0.90, 0.77), "en": (0.92, 0.80)},
    "late": {"pl": (0.95, 0.88), "hr": (0.96, 0.86), "en": (0.93, 0.89)},
    "late2": {"pl": (0.98, 0.96), "hr": (0.98, 0.95), "en": (0.98, 0.95)},
    "late3": {"pl": (0.98, 0.95), "hr": (0.98, 0.93), "en": (0.98, 0.94)},
    "late4": {"pl": (0.98, 0.95), "hr": (0.98, 0.92), "en": (0.98, 0.94)},
}


@pytest.fixture(scope="module", params=CODES)
def language(request: pytest.FixtureRequest, site: Path) -> Iterator[tuple[str, Engine]]:
    code = str(request.param)
    tiers = [(site / code / "search" / name).read_text("utf8") for name in FILES]
    with Engine(HANDBOOK / "docs/assets/search", *tiers) as engine:
        yield code, engine


@pytest.mark.parametrize("name", LEVELS)
def test_staff_find_what_they_mean(language: tuple[str, Engine], name: str) -> None:
    code, engine = language
    queries = staff_queries(code)[name]
    assert len(queries) >= 60
    three, one = LEVELS[name][code]
    found = {query: [page.url for page in engine.ask(query.text, limit=3).pages] for query in queries}
    missed = {query.text: urls for query, urls in found.items() if not set(urls) & set(query.wanted)}
    second = [query.text for query, urls in found.items() if urls and urls[0] not in query.wanted]
    assert 1 - len(missed) / len(queries) >= three, missed
    assert 1 - len({*missed, *second}) / len(queries) >= one, second


@pytest.mark.parametrize("code", CODES)
def test_every_page_that_staff_mean_is_there(site: Path, code: str) -> None:
    wanted = {path for queries in staff_queries(code).values() for query in queries for path in query.wanted}
    assert [path for path in sorted(wanted) if not (site / code / path / "index.html").is_file()] == []
