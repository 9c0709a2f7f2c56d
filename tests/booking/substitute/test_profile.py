from tests.booking.substitute.reading import text
from tests.cast import at
from tests.factories.people import CompetenceFactory, SubstituteCompetenceFactory


def test_she_finds_her_details_and_how_to_change_them(amira, phone):
    page = phone.get("/profil/")

    for words in ("Amira Hassan", "070-174 06 12", amira.user.username, amira.employee_number, "Säg till Bemanningen"):
        assert words in text(page)
    assert 'href="/konto/password/change/"' in page.content.decode()


def test_a_competence_is_told_by_its_last_day_and_whether_it_still_holds(amira, phone):
    for name, ends in (("körkort", "2026-05-12 00:00"), ("delegering", "2026-06-01 00:00")):
        SubstituteCompetenceFactory(substitute=amira, competence=CompetenceFactory(name=name), ends=at(ends))

    page = text(phone.get("/profil/"))

    assert "Körkort Gäller till och med måndag 11 maj 2026 Har gått ut" in page
    assert "Delegering Gäller till och med söndag 31 maj 2026 Gäller nu" in page


def test_an_agreement_says_where_and_as_what(phone):
    assert "Undersköterska Hemtjänst Avtal från onsdag 1 januari 2020 tills vidare" in text(phone.get("/profil/"))


def test_signing_out_takes_a_button_not_a_link(phone):
    phone.post("/konto/logout/")

    assert phone.get("/profil/").status_code == 302
