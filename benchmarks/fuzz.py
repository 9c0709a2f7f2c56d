"""A hundred thousand hostile requests to every route, as everybody: how many are answered with an error of ours."""

import os
import subprocess
import sys


def main() -> int:
    """Half as long with the machine to itself; `FUZZ=2000 make bench NAME=fuzz` sends as many."""
    many = os.environ.get("FUZZ", "100000")
    return subprocess.run([sys.executable, "-m", "tests.fuzz", *many.split()], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
