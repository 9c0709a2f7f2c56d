"""Every change of a request or a certificate: whole or not at all, with the request locked."""

from intyg.operations.frame import Refused
from intyg.operations.handling import assign, fill_in, refuse
from intyg.operations.issuing import fetch, issue
from intyg.operations.requests import Wish, request, withdraw

__all__ = ["Refused", "Wish", "assign", "fetch", "fill_in", "issue", "refuse", "request", "withdraw"]
