"""Asking the register over its REST interface, a page at a time, by what the settings say."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import requests
from django.utils.translation import gettext as _

from people.ss12000 import reading
from people.ss12000.reading import Object, Register

LIMIT = "500"
MOST_PAGES = 10_000
"""A register that always says that there is more is not read for ever."""

OF_STAFF = {"relationship.entity.type": "duty"}
"""Persons who have a duty; pupils and guardians are never asked for."""


class Unreachable(Exception):
    """The register did not answer as it should; why, in a sentence without addresses or names."""


@dataclass(frozen=True, slots=True)
class Source:
    """The setting: where, and how we show who we are: a token, or a client that gets one (OAuth 2)."""

    url: str = ""
    token: str = ""
    token_url: str = ""
    client_id: str = ""
    client_secret: str = ""
    scope: str = ""
    timeout: float = 20

    @property
    def is_on(self) -> bool:
        """Whether there is a register to ask."""
        return bool(self.url)


def fetch(source: Source) -> Register:
    """All of the staff, their duties and the organisations; `Unreachable` rather than half of them."""
    if not source.is_on:
        raise Unreachable(_("Det finns inget personalregister att läsa."))
    with requests.Session() as session:
        session.headers["Authorization"] = f"Bearer {source.token or _token(session, source)}"
        duties = list(_pages(session, source, "duties", {}))
        organisations = list(_pages(session, source, "organisations", {}))
        persons = list(_pages(session, source, "persons", OF_STAFF))
    return reading.register(persons, duties, organisations)


def _pages(session: requests.Session, source: Source, name: str, asked: Mapping[str, str]) -> Iterator[Object]:
    """The objects of all pages. A page token goes with a limit and with no filter, as the standard has it."""
    said: Mapping[str, str] = {**asked, "limit": LIMIT}
    seen: set[str] = set()
    for _page in range(MOST_PAGES):
        answer = _call(session, "GET", f"{source.url.rstrip('/')}/{name}", source, params=dict(said))
        yield from reading.objects_of(answer, name)
        token = answer.get("pageToken") if isinstance(answer, Mapping) else None
        if not token:
            return
        if token in seen:
            break
        seen.add(token)
        said = {"pageToken": str(token), "limit": LIMIT}
    raise Unreachable(_("Registret svarar med samma sida om och om igen."))


def _token(session: requests.Session, source: Source) -> str:
    """By the client's own credentials, as RFC 6749 section 4.4 says."""
    form = {"grant_type": "client_credentials"} | ({"scope": source.scope} if source.scope else {})
    who = (source.client_id, source.client_secret)
    answer = _call(session, "POST", source.token_url, source, data=form, auth=who)
    token = answer.get("access_token") if isinstance(answer, Mapping) else None
    if not token:
        raise Unreachable(_("Registret släpper inte in oss."))
    return str(token)


def _call(session: requests.Session, method: str, url: str, source: Source, **more: Any) -> Any:  # noqa: ANN401 (JSON)
    try:
        response = session.request(method, url, timeout=source.timeout, allow_redirects=False, **more)
    except requests.RequestException:
        problem = Unreachable(_("Registret går inte att nå."))
    else:
        return _content(response)
    raise problem  # out here, so that the library's error, which names the address, does not come along


def _content(response: requests.Response) -> object:
    if response.status_code in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
        raise Unreachable(_("Registret släpper inte in oss."))
    if response.status_code != HTTPStatus.OK:
        raise Unreachable(_("Registret svarade med fel %(status)d.") % {"status": response.status_code})
    try:
        return response.json()
    except ValueError:
        problem = Unreachable(_("Registret svarade med något som inte är JSON."))
    raise problem
