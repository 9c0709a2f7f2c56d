"""What the security log says while something is done, as whoever reads it gets it."""

import json
import logging
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest

from portal.logs import AsJson


class _Kept(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


class Told(list[dict]):
    """The events, one after the other."""

    def named(self, name: str) -> list[dict]:
        """Those of one name."""
        return [event for event in self if event["event"] == name]


@contextmanager
def listening() -> Iterator[Told]:
    """Filled when it is over."""
    told, kept, logger = Told(), _Kept(), logging.getLogger("security")
    kept.setFormatter(AsJson())
    logger.addHandler(kept)
    try:
        yield told
    finally:
        logger.removeHandler(kept)
        told.extend(json.loads(line) for line in kept.lines)


@pytest.fixture
def hears(django_capture_on_commit_callbacks) -> Callable[[], AbstractContextManager[Told]]:
    """Hears what is said, also when a change has been kept; it is used as `listening` is."""

    @contextmanager
    def heard() -> Iterator[Told]:
        with listening() as told, django_capture_on_commit_callbacks(execute=True):
            yield told

    return heard
