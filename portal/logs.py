"""The log: one line an event on standard error, and no number or name in it."""

from typing import Any


def to_standard_error(level: str) -> dict[str, Any]:
    """As Python's `logging.config.dictConfig` takes it."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
        "loggers": {
            "weasyprint": {"level": "WARNING"},  # it and fontTools tell of every step
            "fontTools": {"level": "WARNING"},
            "urllib3": {"level": "WARNING"},  # tells of every address that it calls, with the numbers in it
        },
        "root": {"handlers": ["console"], "level": level},
    }
