"""Holds files and functions to their length: what grows past it wants to be two things."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

MODULE, FUNCTION, TEMPLATE = 250, 25, 80
JOURNEY = 40
"""A journey in a browser is as long as the way it goes."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


def main() -> int:
    listed = subprocess.run(["git", "ls-files", "*.py", "*.html"], capture_output=True, text=True, check=True)
    files = [Path(name) for name in listed.stdout.splitlines() if "/migrations/" not in name]
    too_long = [line for file in files if file.exists() for line in findings(file)]
    print("\n".join(too_long) or f"budgets: {len(files)} files are within theirs")
    return 1 if too_long else 0


def findings(file: Path) -> Iterator[str]:
    """What is too long in the file, as `path:line: length of what (budget)`."""
    source = file.read_text()
    lines = len(source.splitlines())
    budget = MODULE if file.suffix == ".py" else TEMPLATE
    if lines > budget:
        yield f"{file}:1: {lines} lines (at most {budget})"
    if file.suffix == ".py":
        most = JOURNEY if "journeys" in file.parts else FUNCTION
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, Function) and (length := length_of(node)) > most:
                yield f"{file}:{node.lineno}: {length} lines in {node.name} (at most {most})"


def length_of(function: Function) -> int:
    """Lines of what it does: its name, its parameters and its docstring cost nothing."""
    does = function.body[1:] if ast.get_docstring(function) else function.body
    return (function.end_lineno or 0) - does[0].lineno + 1 if does else 0


if __name__ == "__main__":
    sys.exit(main())
