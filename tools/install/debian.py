"""Installing Debian's packages, where we may, for what no registry of Python's has."""

from __future__ import annotations

import os
import shutil
import subprocess


def install_packages(*packages: str) -> str | None:
    """Install packages as root, or with sudo where that asks for no password.

    Returns:
        What hindered it, if anything did.
    """
    apt = shutil.which("apt-get")
    if apt is None:
        return "there is no apt-get"
    as_root = ["env", "DEBIAN_FRONTEND=noninteractive"]
    if os.geteuid() != 0:
        as_root = ["sudo", "--non-interactive", *as_root]
        if shutil.which("sudo") is None or not runs("sudo", "--non-interactive", "true", quiet=True):
            return "we are not root, nor may we be without a password"
    # An update that fails is not the end: the lists of an earlier one may do.
    runs(*as_root, apt, "update", "-qq")
    if not runs(*as_root, apt, "install", "-qq", "--yes", "--no-install-recommends", *packages):
        return "apt-get failed"
    return None


def runs(*command: str, quiet: bool = False) -> bool:
    """Whether a command ends well; its output is shown unless it is to be quiet."""
    output = subprocess.DEVNULL if quiet else None
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
    return done.returncode == 0
