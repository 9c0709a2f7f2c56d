"""Every change of a request or a certificate: whole or not at all, with the request locked."""

from intyg.operations.asking import answer, ask
from intyg.operations.correcting import correct, drop
from intyg.operations.frame import Refused
from intyg.operations.handling import assign, cover, fill_in, hand_back, hand_over, refuse
from intyg.operations.issuing import approve, fetch, issue
from intyg.operations.requests import Wish, request, request_several, withdraw
from intyg.operations.reviewing import make_ready, send_back

__all__ = [
    "Refused",
    "Wish",
    "answer",
    "approve",
    "ask",
    "assign",
    "correct",
    "cover",
    "drop",
    "fetch",
    "fill_in",
    "hand_back",
    "hand_over",
    "issue",
    "make_ready",
    "refuse",
    "request",
    "request_several",
    "send_back",
    "withdraw",
]
