"""The Nu HTML checker, from npm; it needs Java."""

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

JAR = Path("node_modules/vnu-jar/build/dist/vnu.jar")


def is_here() -> bool:
    """Whether it can be run on this machine."""
    return JAR.exists() and shutil.which("java") is not None


def faults(pages: dict[str, str]) -> list[str]:
    """What it says of the pages' HTML, by name."""
    with tempfile.TemporaryDirectory() as folder:
        files = {str(Path(folder, f"{number}.html")): name for number, name in enumerate(pages)}
        for file, name in files.items():
            Path(file).write_text(pages[name])
        command = ["java", "-jar", str(JAR), "--format", "json", "--exit-zero-always", *files]
        said = subprocess.run(command, check=True, capture_output=True, text=True).stderr
    messages = json.loads(said)["messages"]
    return [f"{files[m['url'].removeprefix('file:')]}: {m['message']} (line {m.get('lastLine')})" for m in messages]
