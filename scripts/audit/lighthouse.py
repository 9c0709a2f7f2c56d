"""Lighthouse, on a phone as it draws one, from npm and on the system's Chromium."""

import json
import os
import subprocess
import tempfile
from pathlib import Path

COMMAND = Path("node_modules/.bin/lighthouse")
LEAST = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}


def scores(address: str, *, chromium: str, cookies: str) -> tuple[dict[str, int], list[str]]:
    """Per category of 100, and what it found wanting."""
    with tempfile.TemporaryDirectory() as folder:
        headers, report = Path(folder, "headers.json"), Path(folder, "report.json")
        headers.write_text(json.dumps({"Cookie": cookies} if cookies else {}))
        command = [
            str(COMMAND), address, "--quiet", "--output=json", f"--output-path={report}", f"--extra-headers={headers}",
            f"--only-categories={','.join(LEAST)}", "--chrome-flags=--headless=new --no-sandbox",
        ]  # fmt: skip
        subprocess.run(command, check=True, env=_with(chromium), capture_output=True)
        found = json.loads(report.read_text())
    by_category = {name: round(100 * (found["categories"][name]["score"] or 0)) for name in LEAST}
    return by_category, [line for name in LEAST if by_category[name] < LEAST[name] for line in wanting(found, name)]


def wanting(found: dict[str, object], category: str) -> list[str]:
    """The audits of a category that did not give all they could."""
    audits, parts = found["audits"], found["categories"][category]["auditRefs"]  # type: ignore[index]
    low = [part["id"] for part in parts if part["weight"] and (audits[part["id"]]["score"] or 0) < 1]  # type: ignore[index]
    return [f"{category}: {audits[name]['title']} {audits[name].get('displayValue', '')}".strip() for name in low]  # type: ignore[index]


def _with(chromium: str) -> dict[str, str]:
    return os.environ | {"CHROME_PATH": chromium}
