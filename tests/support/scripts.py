"""Runs a script of browsers in V8, without one."""

from __future__ import annotations

from pathlib import Path

from py_mini_racer import MiniRacer

from handbook.base.javascript import module


def loaded(script: Path) -> MiniRacer:
    """An engine that has run a module which imports nothing; what it exports is there by name."""
    racer = MiniRacer()
    racer.eval(module(script.name, script.read_text("utf8")).body)
    return racer
