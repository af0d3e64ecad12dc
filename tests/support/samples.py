"""What takes minutes when it is asked of everything is asked of a sample, but for who wants all of it."""

from __future__ import annotations

import os

# `make long` sets it, and runs the tests that look at it.
WHOLE = bool(os.environ.get("HANDBOOK_WHOLE"))
