"""Processes that live and end together, under one parent."""

import os
import signal
import subprocess  # nosec B404 # our own commands alone
import sys
import time
from collections.abc import Callable, Sequence
from types import FrameType

PATIENCE = 15.0
"""Seconds that a process gets to end by itself."""

MOST_DEATHS, WITHIN = 3, 60.0
"""So often within so many seconds a process may die and be started again; then something is wrong with it."""

RESTS_AT_MOST, LOOK_EVERY = 120.0, 10.0
"""Seconds that a child may stand still, from its start or its last sign of life; and between two looks."""

Say = Callable[[str], object]


class Child:
    """One process in a session of its own, so that Ctrl-C in the terminal reaches the parent alone."""

    def __init__(self, name: str, command: Sequence[str], *, rested: Callable[[], float] = lambda: 0) -> None:
        """`rested` tells for how many seconds it has shown no sign of life."""
        self.name = name
        self.command = list(command)
        self.rested = rested
        self.deaths: list[float] = []

    def start(self) -> None:
        self.process = subprocess.Popen(self.command, start_new_session=True)  # noqa: S603 (our own commands)  # nosec B603
        self.started = self.looked = time.monotonic()

    def stands_still(self, now: float) -> bool:
        """Looks now and then, at `now` by the monotonic clock."""
        if now - self.looked < LOOK_EVERY:
            return False
        self.looked = now
        return min(now - self.started, self.rested()) > RESTS_AT_MOST

    def has_died(self) -> bool:
        return self.process.poll() is not None

    def dies_too_often(self, now: float) -> bool:
        """Notes a death at `now`, in seconds by the monotonic clock."""
        self.deaths = [death for death in self.deaths if now - death < WITHIN] + [now]
        return len(self.deaths) >= MOST_DEATHS

    def ask_to_end(self) -> None:
        if not self.has_died():
            self.process.terminate()

    def sweep_away(self) -> None:
        """Ends what is left of it, also workers that lost their master."""
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
        self.process.wait()


class Family:
    """Starts its children, starts again one that dies, and ends them all when it is told to."""

    def __init__(self, *children: Child, say: Say) -> None:
        self.children = children
        self.say = say
        self.told_to_end = False

    def live(self, *, until_up: Callable[[], bool], when_up: Callable[[], object]) -> int:
        """Stay until told to end (0), or until a child dies too often (1)."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self.end_soon)
        try:
            for child in self.children:
                child.start()
            return self.watch(until_up, when_up)
        finally:
            self.end()

    def watch(self, until_up: Callable[[], bool], when_up: Callable[[], object]) -> int:
        up = False
        while not self.told_to_end:
            if not up and (up := until_up()):
                when_up()
            for child in self.children:
                if child.stands_still(time.monotonic()):
                    self.say(f"{child.name} stands still; it is ended.")
                    child.sweep_away()
                if child.has_died() and not self.started_again(child):
                    return 1
            time.sleep(0.2)
        return 0

    def started_again(self, child: Child) -> bool:
        code = child.process.returncode
        child.sweep_away()
        if child.dies_too_often(time.monotonic()):
            self.say(f"{child.name} has died {MOST_DEATHS} times within a minute (exit {code}). See its lines above.")
            return False
        self.say(f"{child.name} died (exit {code}); it is started again.")
        child.start()
        return True

    def end_soon(self, _number: int, _frame: FrameType | None) -> None:
        self.told_to_end = True

    def end(self) -> None:
        """First a word to each, then patience, then force."""
        started = [child for child in self.children if hasattr(child, "process")]
        for child in started:
            child.ask_to_end()
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and not all(child.has_died() for child in started):
            time.sleep(0.1)
        for child in started:
            child.sweep_away()


def web_server(port: int) -> Child:
    address = f"127.0.0.1:{port}"
    options = ["--bind", address, "--workers", "2", "--threads", "4", "--preload", "--log-level", "warning"]
    return Child("The web server", [sys.executable, "-m", "gunicorn", "portal.wsgi", *options])


def queue_worker(*, rested: Callable[[], float]) -> Child:
    return Child("The queue worker", [sys.executable, "manage.py", "qcluster"], rested=rested)
