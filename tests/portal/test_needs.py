"""Each route asks for something or says that it does not; what each area asks for."""

import pytest

from people.strength import Strength
from portal.confirming import needs
from portal.confirming.needs import Area
from portal.sign_in import SECOND_STEP_AREAS
from tests.factories.people import UserFactory
from tests.matrix import table


def test_every_route_has_a_place_in_the_table():
    nowhere = [name for name, shape in table.routes().items() if not needs.is_placed(shape, name)]

    assert nowhere == [], "say in portal/confirming/needs.py how strong a session it asks for"


def test_the_table_has_no_beginning_without_a_route():
    shapes = table.routes().values()

    assert [start for start in needs.NEEDS if not any(shape.startswith(start) for shape in shapes)] == []


@pytest.mark.parametrize(
    ("address", "area"),
    [
        ("/admin/", Area.DESK),
        ("/admin/pages/2/edit/", Area.DESK),
        ("/admin/login/", None),
        ("/admin/intyg/6f1c2f0e-2b8a-4f53-9d36-1b2f0c1a7e55/personnummer/", Area.CERTIFICATES),
        ("/admin/skyddade/6f1c2f0e-2b8a-4f53-9d36-1b2f0c1a7e55/visa/", Area.PROTECTED),
        ("/mina-uppgifter/hamta/", Area.OWN_DATA),
        ("/intyg/", Area.CERTIFICATES),
        ("/intyg/6f1c2f0e-2b8a-4f53-9d36-1b2f0c1a7e55/pdf/", Area.CERTIFICATES),
        ("/intyg/kontroll/", None),
        ("/in%74yg/", Area.CERTIFICATES),
        ("/konto/password/set/", Area.ACCOUNT),
        ("/profil/mobilnummer/kod/", Area.ACCOUNT),
        ("/mer/ersattare/", Area.ACCOUNT),
        ("/min-sida/", None),
        ("/forfragningar/", None),
        ("/guider/logga-in/", None),
    ],
)
def test_an_address_asks_for(address, area):
    assert needs.area_at(address) is area


def test_what_nobody_has_placed_asks_for_the_most():
    assert needs.area_of("nytt/<int:pk>/", "new") is Area.DESK


def test_a_password_is_enough_where_no_second_step_is_asked_for(db):
    assert {needs.needed(area, UserFactory()) for area in Area} == {Strength.BY_PASSWORD}


def test_a_second_step_is_asked_for_where_the_settings_say(db, settings):
    settings.SECOND_STEP_REQUIRED_FOR = ["desk"]
    user = UserFactory()

    assert needs.needed(Area.DESK, user) is Strength.TWO_STEPS
    assert needs.needed(Area.CERTIFICATES, user) is Strength.BY_PASSWORD


def test_the_first_second_step_is_put_in_with_the_password_and_the_next_with_the_first(db, settings):
    settings.SECOND_STEP_REQUIRED_FOR = SECOND_STEP_AREAS

    assert needs.needed(Area.ACCOUNT, UserFactory()) is Strength.BY_PASSWORD
    assert needs.needed(Area.ACCOUNT, UserFactory(phone_verified=True)) is Strength.TWO_STEPS


def test_the_settings_name_the_areas():
    assert set(SECOND_STEP_AREAS) == set(Area)
