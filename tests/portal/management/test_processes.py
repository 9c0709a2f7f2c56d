"""Real processes: a parent that starts children, in a process of its own."""

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings

from messaging.models import Heartbeat
from portal.management import heart, processes
from tests.cast import NOW

PARENT = """
import sys
from portal.management.processes import Child, Family
children = [Child(f"Child {number}", ["sh", "-c", script]) for number, script in enumerate(sys.argv[1:], 1)]
sys.exit(Family(*children, say=print).live(until_up=lambda: True, when_up=lambda: print("up", flush=True)))
"""
LIVES_WITH_A_WORKER = "sleep 60 & echo $! > {file}; trap 'exit 0' TERM; wait"


def start(*scripts: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", PARENT, *scripts]
    return subprocess.Popen(command, cwd=settings.BASE_DIR, stdout=subprocess.PIPE, text=True)


def wait_until(fact, *, seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while not fact():
        assert time.monotonic() < deadline, "waited too long"
        time.sleep(0.02)


def pid_in(file: Path) -> int:
    wait_until(lambda: file.exists() and file.read_text().strip())
    return int(file.read_text())


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return "Z" not in Path(f"/proc/{pid}/stat").read_text() if Path("/proc").exists() else True


@pytest.mark.parametrize("word", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_all_end_when_the_parent_is_told_to_and_nobody_is_left(tmp_path, word):
    files = [tmp_path / "first", tmp_path / "second"]
    parent = start(*(LIVES_WITH_A_WORKER.format(file=file) for file in files))
    workers = [pid_in(file) for file in files]

    parent.send_signal(word)

    parent.communicate(timeout=20)
    assert parent.returncode == 0
    wait_until(lambda: not any(map(is_alive, workers)))


def test_a_child_that_dies_is_started_again_and_its_orphans_are_ended(tmp_path):
    file = tmp_path / "worker"
    parent = start(f"echo $$ > {tmp_path}/child; " + LIVES_WITH_A_WORKER.format(file=file))
    child, worker = pid_in(tmp_path / "child"), pid_in(file)

    os.kill(child, signal.SIGKILL)

    wait_until(lambda: pid_in(file) != worker)
    assert not is_alive(worker)
    parent.terminate()
    assert "Child 1 died (exit -9); it is started again." in parent.communicate()[0]


def test_a_child_that_keeps_dying_ends_the_others(tmp_path):
    file = tmp_path / "worker"

    parent = start(LIVES_WITH_A_WORKER.format(file=file), "exit 3")

    said, _ = parent.communicate(timeout=20)
    assert parent.returncode == 1
    assert "Child 2 has died 3 times within a minute (exit 3)" in said
    wait_until(lambda: not is_alive(pid_in(file)))


STANDS_STILL = """
import sys
from portal.management import processes
processes.RESTS_AT_MOST, processes.LOOK_EVERY = 0.2, 0.1
still = processes.Child("The queue", ["sh", "-c", sys.argv[1]], rested=lambda: float("inf"))
sys.exit(processes.Family(still, say=print).live(until_up=lambda: True, when_up=lambda: None))
"""


def test_a_child_that_stands_still_is_ended_and_started_again(tmp_path):
    starts = tmp_path / "starts"
    command = [sys.executable, "-c", STANDS_STILL, f"echo one >> {starts}; sleep 60"]
    parent = subprocess.Popen(command, cwd=settings.BASE_DIR, stdout=subprocess.PIPE, text=True)

    said, _ = parent.communicate(timeout=30)

    assert starts.read_text().count("one") == processes.MOST_DEATHS
    assert "The queue stands still; it is ended." in said


def test_the_queue_is_seen_at_rest_from_its_last_sweep(db, time_machine):
    time_machine.move_to(NOW, tick=False)
    assert heart.rested() == float("inf")

    Heartbeat.objects.create(name="sweep", beat_at=NOW - timedelta(seconds=90))

    assert heart.rested() == 90
