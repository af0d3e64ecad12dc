"""Runs the command that was given, and says by its exit status how it went."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Mapping

from ..base.collector import uncollected
from ..base.visible import described, say
from ..base.writing import recover
from ..reading.settings import SettingsError
from .accept import accept
from .address_list import addresses
from .check import check
from .exit_status import COULD_NOT_RUN, FOUND
from .explain import explain
from .export import archive, export, host, proposal, schema
from .git import NoHistory
from .move import move
from .new import new, translate
from .query import search
from .status import show_status

COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "check": check,
    "new": new,
    "translate": translate,
    "move": move,
    "addresses": addresses,
    "explain": explain,
    "accept": accept,
    "status": show_status,
    "schema": schema,
    "archive": archive,
    "proposal": proposal,
    "export": export,
    "host": host,
    "search": search,
}


def run(options: argparse.Namespace) -> int:
    """Run the command that was given; returns the exit status."""
    try:
        recover(options.project)
        with uncollected():
            result = COMMANDS[options.command](options)
        sys.stdout.flush()
    except BrokenPipeError:
        # Who reads the output has seen enough, as `head` has. Python writes out the rest at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FOUND
    except (SettingsError, NoHistory, OSError) as error:
        say(f"handbook: {error}", sys.stderr)
        return COULD_NOT_RUN
    except Exception as error:
        # Nobody foresaw it: a sentence, and the exit status that says that not all has been done.
        say(f"handbook: a fault of the handbook's own tools: {described(error)}", sys.stderr)
        return COULD_NOT_RUN
    return result
