"""Changes the rules in small ways, one at a time, and asks whether a test notices: `make mutants`.

Run in a copy of the rules and their tests alone, which need no database and no Django. What survives is printed as it
was changed; docs/mutants.md says why each may. `python -m scripts.mutants hours` asks of one module.
"""

import json
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

LEAST = 0.85
"""The part of all mutants that the tests must kill."""

COPY = Path("var/mutants")
LOG = COPY / "run.log"
SOURCES = ("booking",)
TESTS = ("tests/__init__.py", "tests/booking/__init__.py", "tests/booking/rules")
KILLED, SURVIVED, UNTESTED = "killed", "survived", "no tests"
MEANING = {0: SURVIVED, 1: KILLED, 3: KILLED, 5: UNTESTED, 33: UNTESTED}  # mutmut's exit codes; others are time-outs
NEVER_ENDS = "time-out"


def main() -> int:
    modules = sys.argv[1:]
    copy(Path.cwd(), COPY)
    wanted = [f"booking.rules.{module}.*" for module in modules]
    print(f"mutants: asking, which takes some minutes (tail -f {LOG})")
    with LOG.open("w") as log:
        ran = subprocess.run(["mutmut", "run", *wanted], cwd=COPY, stdout=log, stderr=log, check=False)
    if ran.returncode:
        print(LOG.read_text())
        return ran.returncode
    found = {name: end for name, end in results(COPY).items() if not modules or name.split(".")[2] in modules}
    for name in sorted(name for name, end in found.items() if end in {SURVIVED, UNTESTED}):
        print(shown(name))
    return verdict(found)


def copy(root: Path, target: Path) -> None:
    """Only what the rules and their tests need, afresh: an answer of yesterday is no answer."""
    shutil.rmtree(target, ignore_errors=True)
    for name in (*SOURCES, *TESTS, "pyproject.toml"):
        place = target / name
        place.parent.mkdir(parents=True, exist_ok=True)
        if (root / name).is_dir():
            shutil.copytree(root / name, place, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(root / name, place)


def results(target: Path) -> dict[str, str]:
    """What became of each mutant, by its name; one that never ended was noticed as well."""
    told = [json.loads(file.read_text()) for file in (target / "mutants").rglob("*.meta")]
    ends = {name: code for each in told for name, code in each["exit_code_by_key"].items() if code is not None}
    return {name: MEANING.get(code, NEVER_ENDS) for name, code in ends.items()}


def shown(name: str) -> str:
    """A mutant as the difference it makes."""
    return subprocess.run(["mutmut", "show", name], cwd=COPY, capture_output=True, text=True, check=True).stdout


def verdict(found: Mapping[str, str]) -> int:
    """Tells how many were killed; 1 if they were too few."""
    ends = Counter(found.values())
    killed = ends[KILLED] + ends[NEVER_ENDS]
    share = killed / len(found) if found else 0
    print(f"mutants={len(found)} killed={killed} survived={ends[SURVIVED]} untested={ends[UNTESTED]} share={share:.3f}")
    return 0 if share >= LEAST else 1


if __name__ == "__main__":
    sys.exit(main())
