"""How much a page asks of the database."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

AT_MOST = 12


def asked(client: Client, path: str) -> int:
    """The queries of the second visit, when what is asked once per process has been asked."""
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200, path
    return len(queries)
