"""What `make load` reads and asks for; the load itself takes a minute and a quiet machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.operations.servers import ask
from tools.load import Run, mixture, plain, ratio, read_wrk, script, wrk

_PRINTED = """Running 1s test @ http://127.0.0.1:8080/
  1 threads and 64 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency     4.56ms    3.07ms  48.13ms   94.54%
    Req/Sec    14.85k     1.24k   16.37k    80.00%
  Latency Distribution
     50%    4.11ms
     99%   15.20{unit}
  14800 requests in 1.00s, 421.51MB read
{more}Requests/sec:  14762.15
Transfer/sec:    420.43MB
"""


@pytest.mark.parametrize(
    ("unit", "more", "run"),
    [
        pytest.param("ms", "", Run(14762.15, 15.2, 0), id="all answered"),
        pytest.param("s", "", Run(14762.15, 15200.0, 0), id="slowly"),
        pytest.param("us", "  Non-2xx or 3xx responses: 7\n", Run(14762.15, 0.0152, 7), id="not found"),
        pytest.param(
            "ms",
            "  Socket errors: connect 1, read 2, write 3, timeout 4\n",
            Run(14762.15, 15.2, 10),
            id="cut off",
        ),
    ],
)
def test_wrk_is_read(unit: str, more: str, run: Run) -> None:
    assert read_wrk(_PRINTED.format(unit=unit, more=more)) == run


def test_what_wrk_does_not_print_is_refused() -> None:
    with pytest.raises(ValueError, match="unable to connect"):
        read_wrk("unable to connect to 127.0.0.1:1 Connection refused")


def test_runs_are_compared_with_those_beside_them() -> None:
    ours, other = [Run(rate, 1, 0) for rate in (10, 90, 50)], [Run(rate, 1, 0) for rate in (10, 100, 50)]
    assert ratio(ours, other) == 1


def test_both_servers_answer_all_that_is_asked(root: Path, port: int, tmp_path: Path) -> None:
    site = root / "current" / "site"
    asked = mixture(site)
    assert asked == mixture(site)
    assert {"/pl/", "/hr/scenarios/swearing/"} <= set(asked)
    assert any(path.endswith(".css") for path in asked)
    with plain(site.resolve(), tmp_path) as other:
        for path in sorted(set(asked))[::25]:
            assert ask(port, path)[2] == ask(other, path)[2], path
        for server in (port, other):
            assert wrk(server, script(tmp_path, "asked", asked, "br"), 1).errors == 0
