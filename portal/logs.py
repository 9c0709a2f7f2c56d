"""The log: one line an event on standard error, with no number, no name and no address that opens something in it."""

import logging
import re
from typing import Any

SECRET = re.compile(r"(/f/|/kalender/prenumeration/|/profil/e-post/|/konto/password/reset/key/)[^\s/?#\"']+")
"""Addresses that are a key: to one enquiry, to a calendar, to a new e-mail address, to a new password."""


class Discreet(logging.Formatter):
    """Leaves out the keys, whoever writes them: Django tells the address of whatever is refused or fails."""

    def format(self, record: logging.LogRecord) -> str:
        """The line as it may be read."""
        return SECRET.sub(r"\1…", super().format(record))


def to_standard_error(level: str) -> dict[str, Any]:
    """As Python's `logging.config.dictConfig` takes it."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "line": {"class": "portal.logs.Discreet", "format": "{asctime} {levelname} {name} {message}", "style": "{"}
        },
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
        "loggers": {
            "weasyprint": {"level": "WARNING"},  # it and fontTools tell of every step
            "fontTools": {"level": "WARNING"},
            "fido2": {"level": "WARNING"},  # tells of every key, by its number
            "urllib3": {"level": "WARNING"},  # tells of every address that it calls, with the numbers in it
        },
        "root": {"handlers": ["console"], "level": level},
    }
