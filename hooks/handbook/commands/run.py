"""Runs the command that was given, and says by its exit status how it went."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Mapping
from importlib import import_module

from ..base.collector import uncollected
from ..base.refusal import Refusal
from ..base.visible import described, say
from ..base.writing import recover
from .exit_status import COULD_NOT_RUN, FOUND

# Each with its module and its function there.
COMMANDS: Mapping[str, str] = {
    "check": "check:check",
    "new": "new:new",
    "translate": "new:translate",
    "move": "move:move",
    "addresses": "address_list:addresses",
    "explain": "explain:explain",
    "accept": "accept:accept",
    "status": "status:show_status",
    "schema": "export:schema",
    "archive": "export:archive",
    "proposal": "export:proposal",
    "export": "export:export",
    "host": "export:host",
    "search": "query:search",
}


def _command(name: str) -> Callable[[argparse.Namespace], int]:
    """A command; it is imported only now, as each needs something else."""
    module, _, function = COMMANDS[name].partition(":")
    found: Callable[[argparse.Namespace], int] = getattr(import_module(f".{module}", __package__), function)
    return found


def run(options: argparse.Namespace) -> int:
    """Run the command that was given; returns the exit status."""
    try:
        recover(options.project)
        with uncollected():
            result = _command(options.command)(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # Who reads the output has seen enough, as `head` has. Python writes out the rest at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FOUND
    except (Refusal, OSError) as error:
        say(f"handbook: {error}", sys.stderr)
        return COULD_NOT_RUN
    except Exception as error:
        # Nobody foresaw it: a sentence, and the exit status that says that not all has been done.
        say(f"handbook: a fault of the handbook's own tools: {described(error)}", sys.stderr)
        return COULD_NOT_RUN
    return result
