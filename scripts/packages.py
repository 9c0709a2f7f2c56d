"""Packages of the system: installed where that is allowed, asked for where it is not."""

import os
import shutil
import subprocess
import sys


def install(*packages: str, why: str) -> None:
    """Install Debian packages, or end with what the person has to install."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        sys.exit(f"{why} Install: {' '.join(packages)} (Debian: sudo apt-get install {' '.join(packages)}).")
    print(f"{why} Installing {' '.join(packages)} …", flush=True)
    quietly = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-q"], ["apt-get", "install", "-q", "-y", *packages]):
        done = subprocess.run(command, env=quietly, check=False, capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"{why} `{' '.join(command)}` failed:\n{done.stderr}")
