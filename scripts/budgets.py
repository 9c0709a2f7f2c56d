"""Holds files and functions to their length: what grows past it wants to be two things."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

MODULE, FUNCTION, TEMPLATE = 250, 25, 80
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
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, Function) and (length := length_of(node)) > FUNCTION:
                yield f"{file}:{node.lineno}: {length} lines in {node.name} (at most {FUNCTION})"


def length_of(function: Function) -> int:
    """Lines from `def` to the end, the docstring left out."""
    last = function.end_lineno or function.lineno
    first = function.body[0]
    is_docstring = ast.get_docstring(function) is not None
    described = (first.end_lineno or first.lineno) - first.lineno + 1 if is_docstring else 0
    return last - function.lineno + 1 - described


if __name__ == "__main__":
    sys.exit(main())
