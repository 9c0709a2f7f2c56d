"""The logs: one line an event, with no number, no name and no address that opens something in it."""

import json
import logging
from datetime import UTC, datetime
from typing import Any

from django.conf import settings

from portal.masking import without_secrets, without_words


class Discreet(logging.Formatter):
    """Leaves out what no log may say, whoever writes it: Django tells the address of whatever is refused or fails.

    What an error says may be anybody's name, so of that its kind and the lines of code are told. On one's own machine
    it is told whole.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The line as it may be read."""
        written = super().format(record)
        is_at_home = settings.configured and settings.DEBUG
        return without_secrets(written if is_at_home else without_words(written))


class AsJson(logging.Formatter):
    """An event of the security log, with the moment in UTC; it masks what it is told itself."""

    def format(self, record: logging.LogRecord) -> str:
        """An object on one line, whatever stands in it."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        said = getattr(record, "said", None) or {"event": without_secrets(record.getMessage())}
        return json.dumps({"at": at.replace("+00:00", "Z"), **said}, ensure_ascii=False, default=str)


def to_standard_error(level: str, security_file: str = "") -> dict[str, Any]:
    """As Python's `logging.config.dictConfig` takes it. The security log goes to a file of its own, if one is named."""
    to_file = {"class": "logging.handlers.WatchedFileHandler", "filename": security_file, "encoding": "utf-8"}
    security = to_file | {"delay": True} if security_file else {"class": "logging.StreamHandler"}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "line": {"class": "portal.logs.Discreet", "format": "{asctime} {levelname} {name} {message}", "style": "{"},
            "json": {"class": "portal.logs.AsJson"},
        },
        "handlers": {
            "console": {"class": "logging.StreamHandler", "formatter": "line"},
            "security": security | {"formatter": "json"},
        },
        "loggers": {
            "security": {"level": "INFO", "handlers": ["security"], "propagate": False},
            "django": {"level": "INFO", "handlers": []},  # else it mails ADMINS all of a request that failed
            "weasyprint": {"level": "WARNING"},  # it and fontTools tell of every step
            "fontTools": {"level": "WARNING"},
            "fido2": {"level": "WARNING"},  # tells of every key, by its number
            "urllib3": {"level": "WARNING"},  # tells of every address that it calls, with the numbers in it
        },
        "root": {"handlers": ["console"], "level": level},
    }
