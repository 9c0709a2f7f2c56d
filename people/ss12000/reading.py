"""Persons, duties and organisations as SS 12000:2020 writes them in JSON. Pure.

Much that stands there is none of our business: personnummer, addresses, guardians, and all who have no duty. It is
never read. Of one who is protected only her key is.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

Object = Mapping[str, Any]

OPEN = "Ingen"
"""The `securityMarking` of those who are not protected."""

NEVER = "2100"
"""A last day so far off, as 9999-12-31, is until further notice."""

WORK_MAIL, WORK_PHONE = "Skola", "Arbete"
"""How the `type` begins of an address and a number that are not private."""


class Unreadable(ValueError):
    """It is nothing of that standard; why, in a sentence."""


@dataclass(frozen=True, slots=True)
class RegisterPerson:
    """Who somebody is; without a name if she is protected, or if none is given."""

    key: str
    first_name: str = ""
    last_name: str = ""
    phone: str = ""
    email: str = ""
    born: str = ""
    is_protected: bool = False


@dataclass(frozen=True, slots=True)
class Duty:
    """What somebody does, at which organisation (all its names: id and codes), from when to when (2026-05-13)."""

    key: str
    person: str
    duty_role: str
    organisations: frozenset[str]
    first: str
    last: str = ""


@dataclass(frozen=True, slots=True)
class Register:
    """Those who have a duty, by their keys, and the duties."""

    persons: Mapping[str, RegisterPerson]
    duties: tuple[Duty, ...]


def register_of(content: object) -> Register:
    """What a file says: `{"persons": […], "duties": […], "organisations": […]}`, each as a list or as its answer."""
    if not isinstance(content, Mapping) or not {"persons", "duties"} <= content.keys():
        raise Unreadable(_("Filen har inte både persons och duties, som SS 12000 har."))
    lists = {name: objects_of(content.get(name, []), name) for name in ("persons", "duties", "organisations")}
    return register(**lists)


def objects_of(answer: object, name: str) -> list[Object]:
    """The objects of a list, or of an answer with a page of them."""
    found = answer.get("data") if isinstance(answer, Mapping) else answer
    if not isinstance(found, list) or not all(isinstance(each, Mapping) for each in found):
        raise Unreadable(_("%(name)s är ingen lista.") % {"name": name})
    return found


def register(persons: Iterable[Object], duties: Iterable[Object], organisations: Iterable[Object]) -> Register:
    """Those with a duty, and the duties with all names of their organisations."""
    names = {_text(each, "id"): frozenset(_names_of(each)) for each in organisations}
    read = tuple(_duty(each, names) for each in duties)
    wanted = {duty.person for duty in read}
    people = (_person(each) for each in persons if _text(each, "id") in wanted)
    return Register({person.key: person for person in people}, read)


def _names_of(organisation: Object) -> Iterator[str]:
    for name in ("id", "organisationCode", "schoolUnitCode"):
        if said := _text(organisation, name):
            yield said


def _duty(said: Object, names: Mapping[str, frozenset[str]]) -> Duty:
    place = _reference(said, "dutyAt")
    return Duty(
        key=_text(said, "id"),
        person=_reference(said, "person"),
        duty_role=_text(said, "dutyRole"),
        organisations=names.get(place, frozenset()) | {place},
        first=_day(said, "startDate"),
        last="" if (last := _day(said, "endDate")) >= NEVER else last,
    )


def _person(said: Object) -> RegisterPerson:
    key = _text(said, "id")
    if _text(said, "securityMarking") not in {OPEN, ""}:
        return RegisterPerson(key, is_protected=True)
    return RegisterPerson(
        key,
        first_name=_text(said, "givenName"),
        last_name=_text(said, "familyName"),
        phone=_phone(said),
        email=_email(said),
        born=_day(said, "birthDate"),
    )


def _email(said: Object) -> str:
    """The one at work if there is one, else the first."""
    found = [each for each in said.get("emails") or () if isinstance(each, Mapping) and _text(each, "value")]
    found.sort(key=lambda each: not _text(each, "type").startswith(WORK_MAIL))
    return _text(found[0], "value") if found else ""


def _phone(said: Object) -> str:
    """A mobile's, one at work before a private one."""
    found = [
        each for each in said.get("phoneNumbers") or () if isinstance(each, Mapping) and each.get("mobile") is True
    ]
    found.sort(key=lambda each: not _text(each, "type").startswith(WORK_PHONE))
    return _text(found[0], "value") if found else ""


def _reference(said: Object, name: str) -> str:
    """The key of another object; `{"id": …, "displayName": …}`."""
    reference = said.get(name)
    key = _text(reference, "id") if isinstance(reference, Mapping) else ""
    if not key:
        raise Unreadable(_("En tjänstgöring saknar %(name)s.") % {"name": name})
    return key


def _text(said: Object, name: str) -> str:
    value = said.get(name)
    return " ".join(value.replace("\x00", "").split()) if isinstance(value, str) else ""


def _day(said: Object, name: str) -> str:
    """The day, also of what is written as a moment."""
    written = _text(said, name)[:10]
    if not written:
        return ""
    try:
        return date.fromisoformat(written).isoformat()
    except ValueError as error:
        raise Unreadable(_("%(name)s är ingen dag: %(written)s.") % {"name": name, "written": written}) from error
