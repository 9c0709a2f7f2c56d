"""What `make setup` says on a machine that lacks something, with the script in a project of its own."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

NAMES = ("python3", "python3.11", "python3.12", "python3.13", "python3.14")
OLD = "#!/bin/sh\nexit 1\n"
WITHOUT_VENV = '#!/bin/sh\ncase "$2" in *venv*) exit 1;; esac\n'


@pytest.fixture
def run_setup(tmp_path):
    def run(python: str) -> subprocess.CompletedProcess[str]:
        (tmp_path / "scripts").mkdir()
        shutil.copy(Path(settings.BASE_DIR) / "scripts" / "setup.sh", tmp_path / "scripts")
        programs = tmp_path / "programs"
        programs.mkdir()
        for name in NAMES:
            (programs / name).write_text(python)
            (programs / name).chmod(0o755)
        return subprocess.run(
            ["sh", "scripts/setup.sh"],
            cwd=tmp_path,
            env={"PATH": f"{programs}:{os.defpath}"},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def test_an_old_python_gets_one_sentence_with_what_to_do(run_setup):
    refused = run_setup(OLD)

    assert refused.returncode == 1
    assert refused.stderr.startswith("Python 3.11 or newer is needed. Install it")
    assert len(refused.stderr.splitlines()) == 1


def test_a_missing_venv_module_gets_one_sentence_with_what_to_do(run_setup):
    refused = run_setup(WITHOUT_VENV)

    assert refused.returncode == 1
    assert refused.stderr == (
        "Python's venv module is missing. Install it (Debian: apt install python3-venv) and try again.\n"
    )
