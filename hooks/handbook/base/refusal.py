"""What cannot be done as it was asked for, with the reason in words for whoever asked."""

from __future__ import annotations


class Refusal(Exception):
    """Something in the project, or around it, keeps a command from being run; the message says what."""
