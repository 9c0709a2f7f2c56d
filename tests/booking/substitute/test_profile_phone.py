"""She changes or confirms her mobile number."""

import re

import pytest

from messaging.models import Message
from people.models import User
from tests.booking.substitute.reading import text

NEW = "070-174 06 90"
FORM, CODE = "/profil/mobilnummer/", "/profil/mobilnummer/kod/"


@pytest.fixture
def code(phone):
    """`code("070-174 06 90")`: asked for in the form, read in the SMS."""

    def asked(written=NEW) -> str:
        phone.post(FORM, {"phone": written})
        return re.search(r"\d{6}", Message.objects.filter(kind="phone.code").latest("posted_at").body)[0]

    return asked


def phone_of(amira) -> tuple[str, bool]:
    return User.objects.values_list("phone", "phone_verified").get(pk=amira.user_id)


def test_the_code_makes_the_number_hers(amira, phone, code):
    written = code()
    assert "Koden är på väg till 070-174 06 90. Den gäller till 05.55." in text(phone.get(CODE))

    answer = phone.post(CODE, {"code": f"{written[:3]} {written[3:]}"}, follow=True)

    assert answer.redirect_chain == [("/profil/", 302)]
    assert "070-174 06 90 Bekräftat" in text(answer)
    assert phone_of(amira) == ("+46701740690", True)


def test_the_number_that_she_has_is_confirmed_in_one_tap(amira, phone, code):
    phone.post(CODE, {"code": code("+46701740612")})

    assert phone_of(amira) == ("+46701740612", True)


def test_what_is_no_mobile_number_is_told_beside_it_and_kept(phone):
    answer = phone.post(FORM, {"phone": "0980-319 245"})

    assert answer.status_code == 422
    assert "Skriv ett svenskt mobilnummer" in text(answer)
    assert 'value="0980-319 245"' in answer.content.decode()


def test_a_wrong_code_is_told_beside_it(amira, phone, code):
    code()

    answer = phone.post(CODE, {"code": "12 34"})

    assert answer.status_code == 422
    assert "Koden stämmer inte. Den har 6 siffror." in text(answer)
    assert phone_of(amira) == ("+46701740612", False)


def test_without_a_code_on_its_way_there_is_nothing_to_write(phone):
    assert phone.get(CODE)["location"] == FORM
    answer = phone.post(CODE, {"code": "123456"})
    assert (answer.status_code, "Be om en ny" in text(answer)) == (422, True)


def test_she_may_call_it_off(amira, phone, code):
    written = code()

    phone.post("/profil/mobilnummer/avbryt/")

    assert phone.post(CODE, {"code": written}).status_code == 422
    assert phone_of(amira) == ("+46701740612", False)


def test_a_telephone_can_read_the_code_from_the_sms(phone, code):
    code()

    page = phone.get(CODE).content.decode()

    assert 'autocomplete="one-time-code"' in page
    assert 'inputmode="numeric"' in page


def test_a_colleague_has_no_such_page(town, signed_in):
    assert signed_in(town.planner).post(FORM, {"phone": NEW}).status_code == 404
