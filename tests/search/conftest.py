"""The built handbook and a real browser, as the website's tests have them."""

from __future__ import annotations

from tests.website.conftest import address, browser, build_log, page, site

__all__ = ["address", "browser", "build_log", "page", "site"]
