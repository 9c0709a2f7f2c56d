"""Lighthouse, on a phone as it draws one, from npm and on the system's Chromium."""

import json
import os
import subprocess
import tempfile
from pathlib import Path
from typing import Any

COMMAND = Path("node_modules/.bin/lighthouse")
Report = dict[str, Any]
RUNS, TRIES = 3, 3
LEAST = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}


def scores(address: str, *, chromium: str, cookies: str) -> tuple[dict[str, int], list[str]]:
    """Per category of 100, and what it found wanting: the run in the middle, since machines are noisy."""
    runs = sorted((run(address, chromium=chromium, cookies=cookies) for _run in range(RUNS)), key=_performance)
    found = runs[RUNS // 2]
    by_category = {name: round(100 * (found["categories"][name]["score"] or 0)) for name in LEAST}
    return by_category, [line for name in LEAST if by_category[name] < LEAST[name] for line in wanting(found, name)]


def run(address: str, *, chromium: str, cookies: str) -> Report:
    """One report. It now and then loses its browser while that starts, and is then asked again."""
    with tempfile.TemporaryDirectory() as folder:
        headers, report = Path(folder, "headers.json"), Path(folder, "report.json")
        headers.write_text(json.dumps({"Cookie": cookies} if cookies else {}))
        command = [
            str(COMMAND), address, "--quiet", "--output=json", f"--output-path={report}", f"--extra-headers={headers}",
            f"--only-categories={','.join(LEAST)}", "--chrome-flags=--headless=new --no-sandbox",
        ]  # fmt: skip
        for _attempt in range(TRIES):
            done = subprocess.run(command, check=False, env=os.environ | {"CHROME_PATH": chromium}, capture_output=True)
            if done.returncode == 0:
                return Report(json.loads(report.read_text()))
    raise RuntimeError(done.stderr.decode())


def _performance(report: Report) -> float:
    return float(report["categories"]["performance"]["score"] or 0)


def wanting(found: Report, category: str) -> list[str]:
    """The audits of a category that did not give all they could."""
    audits, parts = found["audits"], found["categories"][category]["auditRefs"]
    low = [part["id"] for part in parts if part["weight"] and (audits[part["id"]]["score"] or 0) < 1]
    return [f"{category}: {audits[name]['title']} {audits[name].get('displayValue', '')}".strip() for name in low]
