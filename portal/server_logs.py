"""The web server's own lines, as discreet as ours; `gunicorn.conf.py` names this."""

import logging
from typing import Any

from gunicorn.glogging import Logger

from portal.logs import Discreet


class ServerLogs(Logger):
    """gunicorn's, for what it serves and what went wrong with it."""

    def _set_handler(self, log: logging.Logger, output: str | None, fmt: logging.Formatter, stream: Any = None) -> None:  # noqa: ANN401
        super()._set_handler(log, output, Discreet(fmt._fmt, fmt.datefmt), stream)  # noqa: SLF001 (how it was to look)
