"""What she finds of herself, and where each part is changed."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from booking.models import RestDebt
from people.models import User
from tests.booking.substitute.reading import text
from tests.cast import NOW, at
from tests.factories.booking import BookingFactory
from tests.factories.people import CompetenceFactory, SubstituteCompetenceFactory, WorkplaceFactory
from tests.factories.standing import BlockFactory, IntroductionFactory, RecordsCheckFactory


def test_she_finds_her_details_and_how_to_change_them(amira, phone):
    page = phone.get("/profil/")

    for words in ("Amira Hassan", "070-174 06 12", amira.user.username, amira.employee_number, "Säg till Bemanningen"):
        assert words in text(page)
    for address in ("/konto/password/change/", "/profil/mobilnummer/", "/profil/e-post/", "/profil/onskemal/"):
        assert f'href="{address}"' in page.content.decode()


@pytest.mark.parametrize(("verified", "says"), [(True, "Bekräftat"), (False, "Inte bekräftat")])
def test_a_number_says_whether_it_is_confirmed_and_offers_it(amira, phone, verified, says):
    User.objects.filter(pk=amira.user_id).update(phone_verified=verified)

    page = text(phone.get("/profil/"))

    assert f"070-174 06 12 {says}" in page
    assert ("Bekräfta numret" in page) is not verified


@pytest.mark.parametrize(
    ("ends", "last", "says"),
    [
        ("2026-05-12 00:00", "måndag 11 maj 2026", "Har gått ut Du får inga pass som kräver den"),
        ("2026-07-11 00:00", "fredag 10 juli 2026", "Går snart ut Prata med din chef"),
        ("2026-07-12 00:00", "lördag 11 juli 2026", "Gäller nu Här kan du jobba"),
    ],
)
def test_a_competence_is_told_by_its_last_day_and_what_to_do_before_it(amira, phone, ends, last, says):
    SubstituteCompetenceFactory(substitute=amira, competence=CompetenceFactory(name="delegering"), ends=at(ends))

    assert f"Delegering Gäller till och med {last} {says}" in text(phone.get("/profil/"))


def test_an_agreement_says_where_and_as_what(phone):
    assert "Undersköterska Hemtjänst Avtal från onsdag 1 januari 2020 tills vidare" in text(phone.get("/profil/"))


def test_rest_that_she_is_owed_is_told_with_its_last_day(amira, phone):
    booking = BookingFactory(substitute=amira, order__starts=at("2026-05-10 07:00"), order__ends=at("2026-05-10 16:00"))
    RestDebt.objects.create(booking=booking, substitute=amira, owed=timedelta(hours=2), due_by=at("2026-05-24 07:00"))

    assert "2 tim Efter passet söndag 10 maj" in text(phone.get("/profil/"))


def test_signing_out_takes_a_button_not_a_link(phone):
    phone.post("/konto/logout/")

    assert phone.get("/profil/").status_code == 302


class TestHerWorkplaces:
    def test_each_says_when_she_was_introduced_or_that_she_must_be(self, amira, town, phone):
        IntroductionFactory(substitute=amira, workplace=town.workplace, given_on=at("2026-03-02 12:00").date())
        WorkplaceFactory(area=town.area, name="Björkgården", needs_introduction=True)

        page = text(phone.get("/profil/har-kan-du-jobba/"))

        assert "Introducerad måndag 2 mars 2026" in page
        assert "Björkgården Storgatan 14 Du behöver introduceras innan du kan bokas." in page

    def test_a_records_check_is_told_with_its_last_day_and_where_it_is_missing(self, amira, town, phone):
        RecordsCheckFactory(substitute=amira, kind="school", starts=at("2026-01-10 00:00"), ends=at("2027-01-10 00:00"))
        WorkplaceFactory(area=town.area, name="Kastanjen", records_check="school")
        WorkplaceFactory(area=town.area, name="Nattpatrullen", records_check="home_care")

        page = text(phone.get("/profil/har-kan-du-jobba/"))

        assert "Visat lördag 10 januari 2026 Gäller till och med lördag 9 januari 2027 Gäller nu" in page
        assert page.count("Kräver registerkontroll") == 1
        assert "Nattpatrullen Storgatan 14 Kräver registerkontroll: vård i hemmet." in page

    def test_a_check_that_has_ended_or_that_went_against_her_does_not_count(self, amira, town, phone):
        RecordsCheckFactory(substitute=amira, kind="school", starts=at("2025-01-10 00:00"), ends=NOW)
        RecordsCheckFactory(substitute=amira, kind="home_care", fit=False)
        for kind in ("school", "home_care"):
            WorkplaceFactory(area=town.area, records_check=kind)

        page = text(phone.get("/profil/har-kan-du-jobba/"))

        assert page.count("Kräver registerkontroll") == 2
        assert "lämplig" not in page

    def test_of_a_block_and_of_other_areas_nothing_is_said(self, amira, town, elsewhere, phone):
        BlockFactory(substitute=amira, workplace=town.workplace, reason="Bråkade")

        page = text(phone.get("/profil/har-kan-du-jobba/"))

        assert "Bråkade" not in page
        assert "spärr" not in page.lower()
        assert str(elsewhere.workplace) not in page


@pytest.mark.parametrize(
    "address", ["/profil/", "/profil/har-kan-du-jobba/", "/profil/onskemal/", "/profil/las-dagar/"]
)
def test_as_many_queries_however_much_there_is(amira, town, phone, address):
    def asked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert phone.get(address).status_code == 200
        return len(queries)

    few = asked()
    for number in range(30):
        place = WorkplaceFactory(area=town.area, needs_introduction=True)
        amira.wished_workplaces.add(place)
        IntroductionFactory(substitute=amira, workplace=place)
        SubstituteCompetenceFactory(substitute=amira, competence=CompetenceFactory(name=f"Kurs {number}"))
        RecordsCheckFactory(substitute=amira)

    assert asked() == few
    assert few <= 15
