"""Whoever reads the portal in English meets no Swedish on her pages but names; and the other way round."""

from collections.abc import Callable, Iterator

import pytest
import time_machine
from django.apps import apps
from django.db.models import CharField, Field, TextField
from django.test import Client

from booking import enquiry_links
from booking.models import Enquiry
from tests.cast import at
from tests.factories.people import UserFactory
from tests.languages import english_in, swedish_in
from tests.portal.lived_in import a_life
from tests.walking import walk

HERS = ["/min-sida/", "/kalender/", "/kalender/vecka/", "/mer/", "/meddelanden/", "/bokningar/utan-nat/"]
HERS += ["/lediga-jobb/?tid=natt&passar=1", "/intyg/ny/?typ=arbetsgivarintyg", "/profil/e-post/x/", "/finns-inte/"]
ANYBODYS = ["/konto/login/", "/konto/password/reset/", "/konto/password/reset/done/", "/konto/inactive/"]
ANYBODYS += ["/konto/password/reset/key/x-y/", "/intyg/kontroll/", "/intyg/kontroll/?nummer=1&varde=2", "/utan-nat/"]
OF_EDITORS = (
    "/guider/",
    "/fragor-och-svar/",
    "/nyheter/",
    "/kontakt/",
    "/tillganglighet/",
    "/personuppgifter/",
    "/sok/",
)
PAST = (*OF_EDITORS, "/static/", "/media/", "/sprak/", "/utseende/", "/konto/logout/", "/demo/")
FIRST_PAGE = "/"  # an editor's too
NAMES = {
    "Älvsunda",
    "Vikarieportalen",
    "Svenska",
    "English",
    "Försäkringskassan",
    "arbetsgivarintyg",
    "tjänstgöringsintyg",
}
NAMES |= {"a-kassa", "mertid", "personnummer", "Not å, ä or ö", "must not contain å, ä or ö"}

apart = pytest.mark.parametrize(("language", "other", "wrong_in"), [("en", "sv", swedish_in), ("sv", "en", english_in)])
Finder = Callable[..., list[str]]


@pytest.fixture(autouse=True)
def _morning():
    """Half past six, when the question of the night has come."""
    with time_machine.travel(at("2026-05-12 06:30"), tick=False):
        yield


def names() -> Iterator[str]:
    """What people have called things and written, as it is and as it begins a sentence."""
    yield from NAMES
    for app in ("people", "booking", "scheduling", "payroll", "intyg"):
        for model in apps.get_app_config(app).get_models():
            written = [field.name for field in model._meta.concrete_fields if is_written(field)]
            for row in model._default_manager.values_list(*written).distinct() if written else ():
                for said in filter(None, row):
                    yield from {str(said), str(said)[:1].upper() + str(said)[1:]}


def is_written(field: "Field[object, object]") -> bool:
    return isinstance(field, CharField | TextField) and not field.choices and field.name != "password"


def met_in(
    client: Client, starts: list[str], wrong_in: Finder, *, past: tuple[str, ...] = PAST
) -> dict[str, list[str]]:
    """The pages of the walk, each with what it says wrong."""
    own = frozenset(names())
    return {
        address: wrong_in(answer.content.decode(), data=own)
        for address, answer in walk(client, starts, past=past)
        if "html" in answer["Content-Type"] and address != FIRST_PAGE
    }


def wrong(met: dict[str, list[str]]) -> dict[str, list[str]]:
    return {address: words for address, words in met.items() if words}


@apart
def test_no_page_of_hers_says_a_word_in_the_other_language(town, signed_in, language, other, wrong_in):
    client = signed_in(a_life(town, language).user)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = other

    met = met_in(client, HERS, wrong_in)

    assert len(met) > 120  # the walk finds the pages
    assert wrong(met) == {}


@apart
def test_nor_does_a_page_of_one_who_is_new(town, signed_in, language, other, wrong_in):
    client = signed_in(town.substitute(user__language=language, user__phone="").user)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = other

    assert wrong(met_in(client, HERS[:4], wrong_in, past=(*PAST, "/intyg/", "/profil/", "/kalender/"))) == {}


@apart
def test_nor_one_that_is_met_before_signing_in(town, client, language, other, wrong_in):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = language

    met = met_in(client, ANYBODYS, wrong_in, past=(*PAST, "/min-sida/"))

    assert len(met) > 10
    assert wrong(met) == {}


@apart
def test_nor_the_page_of_a_link(town, client, language, other, wrong_in):
    her = a_life(town, language)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = other
    links = [enquiry_links.token(row.pk, her.user.phone) for row in Enquiry.objects.filter(substitute=her)]

    assert wrong(met_in(client, [f"/f/{link}/" for link in links], wrong_in, past=(*PAST, "/forfragningar/"))) == {}


@apart
def test_nor_that_of_one_who_has_no_part_yet(db, signed_in, language, other, wrong_in):
    client = signed_in(UserFactory(language=language))

    assert wrong(met_in(client, ["/min-sida/"], wrong_in, past=("/",))) == {}


@pytest.mark.parametrize(
    "said",
    ["Du är bokad", "Är", "bokad", "3 dagar", "07.00", "Answer by i morgon", '<a aria-label="Lediga jobb"></a>'],
)
def test_swedish_is_found_where_it_is_left(said):
    assert swedish_in(f'<html lang="en"><p>{said}</p>')
    assert not swedish_in(f'<html lang="en"><p lang="sv">{said}</p>')


@pytest.mark.parametrize("said", ["You are booked", "This field is required.", "07:00", "Passwords do not match"])
def test_english_is_found_where_it_is_left(said):
    assert english_in(f'<html lang="sv"><p>{said}</p>')


def test_what_people_have_written_is_let_be():
    assert swedish_in('<html lang="en"><p>At Solgården from 07:00</p>', data={"Solgården"}) == []
