"""Our reading of a site's settings beside MkDocs' own, on sites drawn by chance."""

from __future__ import annotations

import pytest

from tests.links.settings_of_sites import differences


# `python -m tests.links.settings_of_sites 300` compares as many as one likes.
@pytest.mark.parametrize("seed", range(1, 31))
def test_a_site_is_read_as_mkdocs_reads_it(seed: int) -> None:
    assert differences(seed) == []
