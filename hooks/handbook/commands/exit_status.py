"""What the command line tells whoever called it."""

from __future__ import annotations

CLEAN, FOUND, COULD_NOT_RUN = 0, 1, 2
