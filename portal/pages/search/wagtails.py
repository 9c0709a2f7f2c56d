"""The search of Wagtail's own screens: its backend for the database, to which all that is typed is words, and few.

SQLite's words stand in quotation marks, and one more within them was an error (wagtail/wagtail issue 13227); each word
is an expression within another, and a page of them was too deep; and PostgreSQL takes no word of some thousand letters.
"""

from copy import copy
from typing import Any

from wagtail.search.backends import database
from wagtail.search.backends.base import BaseSearchBackend
from wagtail.search.query import SearchQuery

MOST_WORDS, LONGEST = 30, 100


class Words:
    """What is typed, as the backend that it stands before can take it."""

    def _search(self, compiler: type, query: str | SearchQuery, *where: Any, **how: Any) -> Any:  # noqa: ANN401 (modelsearch's)
        return super()._search(compiler, few(query), *where, **how)  # type: ignore[misc]


def few(query: str | SearchQuery) -> str | SearchQuery:
    """The same search, of its first words, in all its parts."""
    if isinstance(query, str):
        return " ".join(word[:LONGEST] for word in query.translate({0: " ", ord('"'): "'"}).split()[:MOST_WORDS])
    found = copy(query)
    if hasattr(query, "query_string"):
        found.query_string = few(query.query_string)
    if hasattr(query, "subqueries"):
        found.subqueries = [few(part) for part in query.subqueries[:MOST_WORDS]]
    if hasattr(query, "subquery"):
        found.subquery = few(query.subquery)
    return found


def of_the_database(params: dict[str, Any]) -> BaseSearchBackend:
    """The backend for the database that is in use."""
    kind = type(database.SearchBackend(params))
    found: BaseSearchBackend = type(kind.__name__, (Words, kind), {})(params)
    return found


SearchBackend = of_the_database
"""The name that Wagtail looks for."""
