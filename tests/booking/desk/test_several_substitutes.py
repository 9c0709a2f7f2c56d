"""Several substitutes at once, from the list to what became of each."""

import uuid
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from booking.models import Order
from people.models import Agreement, SubstituteCompetence
from tests.booking.desk.conftest import text
from tests.cast import at
from tests.factories.booking import BookingFactory
from tests.factories.people import AgreementFactory, CompetenceFactory, OccupationFactory, SubstituteCompetenceFactory
from tests.page_checks import assert_valid_html


@pytest.fixture
def people(town):
    return [town.substitute(user__first_name=name, user__last_name="Ek") for name in ("Asta", "Bo", "Cia")]


@pytest.fixture
def delegation():
    return CompetenceFactory()


@pytest.fixture
def chooses(planner, people):
    """`chooses("avtal")`: what the button in the list answers."""

    def send(deed, *, query="", which="kryssade", chosen=None, **form):
        keys = [str(one.pk) for one in (people if chosen is None else chosen)]
        sent = {"deed": deed, "which": which, "chosen": keys, "on_page": keys} | form
        return planner.post(f"{reverse('substitute:several')}?{query}", sent)

    return send


@pytest.fixture
def sends(planner, people):
    """`sends("foretell", "kompetens", competence=…)`: what the form of the deed answers."""
    command = str(uuid.uuid4())

    def send(step, deed, *, chosen=None, **form):
        keys = [str(one.pk) for one in (people if chosen is None else chosen)]
        return planner.post(reverse(f"substitute:{step}", args=[deed]), {"chosen": keys, "command": command} | form)

    return send


@pytest.mark.parametrize("deed", ["avtal", "kompetens", "avsluta-avtal", "avsluta-kompetens", "inbjudan"])
def test_the_form_names_those_who_were_chosen(deed, chooses):
    answer = chooses(deed)

    assert "3 valda" in text(answer)
    assert "Asta Ek" in text(answer)
    assert_valid_html(text(answer))


def test_those_of_the_page_and_all_that_the_filter_shows(chooses, people):
    SubstituteCompetenceFactory(substitute=people[0])
    competence = SubstituteCompetence.objects.get().competence_id

    assert "3 valda" in text(chooses("avtal", which="sidan"))
    assert "1 vald<" in text(chooses("avtal", which="alla", query=f"competence={competence}"))


def test_nobody_chosen_is_said_at_the_list(chooses):
    answer = chooses("avtal", chosen=[])

    assert answer.status_code == 422
    assert "Kryssa för de vikarier det gäller" in text(answer)


def test_at_most_two_hundred_at_a_time_and_it_is_said_how_many_are_left(town, chooses, monkeypatch):
    monkeypatch.setattr("booking.views.desk.several_substitutes.AT_MOST", 2)

    assert "1 vikarie är inte med här." in text(chooses("avtal", which="alla"))


def test_what_is_missing_is_told_and_nothing_typed_is_lost(sends, delegation):
    answer = sends("foretell", "kompetens", competence=str(delegation.pk), starts="")

    assert answer.status_code == 422
    assert "Välj en dag." in text(answer)
    assert f'value="{delegation.pk}" selected' in text(answer)
    assert_valid_html(text(answer))


def test_it_is_foretold_person_by_person_and_nothing_is_done(sends, people, delegation):
    SubstituteCompetenceFactory(substitute=people[1], competence=delegation, starts=at("2026-06-01 00:00"))
    SubstituteCompetenceFactory(substitute=people[2], competence=delegation, ends=at("2026-07-01 00:00"))
    before = SubstituteCompetence.objects.count()

    shown = text(sends("foretell", "kompetens", competence=str(delegation.pk), starts="2026-06-01"))

    assert "Läggs till, från måndag 1 juni 2026 tills vidare." in shown
    assert "Finns redan." in shown
    assert "Har redan ett sådant för en del av tiden." in shown
    assert SubstituteCompetence.objects.count() == before
    assert_valid_html(shown)


def test_an_agreement_is_foretold_with_both_its_days(town, sends):
    carer = OccupationFactory(name="barnskötare")
    form = {"place": str(town.area.pk), "occupation": str(carer.pk), "pay_form": "hourly"}

    shown = text(sends("foretell", "avtal", starts="2026-06-01", ends="2026-08-31", **form))

    assert "Läggs till, måndag 1 juni 2026 till och med måndag 31 augusti 2026." in shown


def test_how_many_shifts_lie_after_the_last_day_is_foretold(town, people, sends):
    BookingFactory(order=town.order(), substitute=people[0], agreement=people[0].agreements.get())
    people[1].agreements.update(ends=at("2026-05-13 00:00"))
    people[2].agreements.update(starts=at("2026-06-01 00:00"))
    form = {"place": str(town.area.pk), "occupation": str(town.occupation.pk), "ends": "2026-05-12"}

    shown = text(sends("foretell", "avsluta-avtal", **form))

    assert "Slutar tisdag 12 maj 2026. 1 bokat pass ligger efter." in shown
    assert "Slutar redan tisdag 12 maj 2026." in shown
    assert "Börjar först efter den dagen." in shown
    assert Agreement.objects.filter(ends=None).count() == 2


def test_a_competence_is_foretold_with_the_shifts_that_ask_for_it(town, people, sends, delegation):
    SubstituteCompetenceFactory(substitute=people[0], competence=delegation)
    BookingFactory(order=town.order("2026-05-14 07:00", "2026-05-14 16:00"), substitute=people[0])
    BookingFactory(order=town.order(), substitute=people[0]).order.competences.add(delegation)

    shown = text(sends("foretell", "avsluta-kompetens", competence=str(delegation.pk), ends="2026-05-12"))

    assert "1 bokat pass ligger efter." in shown
    assert shown.count("Har inget sådant papper.") == 2


def test_it_is_done_and_told_person_by_person(people, planner, sends, delegation):
    SubstituteCompetenceFactory(substitute=people[1], competence=delegation)
    form = {"competence": str(delegation.pk), "starts": "2026-06-01"}

    for _click in range(2):
        answer = sends("carry_out", "kompetens", **form)
    shown = text(planner.get(answer.url))

    assert "2 klara" in shown
    assert "1 gick inte" in shown
    assert "Kompetensen finns redan för en del av tiden" in shown
    assert SubstituteCompetence.objects.count() == 3
    assert_valid_html(shown)


def test_one_who_is_unticked_is_left_alone(people, sends, delegation):
    form = {"competence": str(delegation.pk), "starts": "2026-06-01"}

    sends("carry_out", "kompetens", chosen=people[:1], **form)
    nobody = sends("carry_out", "kompetens", chosen=[], **form)

    assert SubstituteCompetence.objects.get().substitute == people[0]
    assert nobody.status_code == 422
    assert "Ingen är vald" in text(nobody)


def test_shifts_that_are_left_are_counted_in_what_became_of_it(town, people, planner, sends):
    order = town.order(status=Order.Status.BOOKED)
    BookingFactory(order=order, substitute=people[0], agreement=people[0].agreements.get())
    form = {"place": str(town.area.pk), "occupation": str(town.occupation.pk), "ends": "2026-05-12"}

    shown = text(planner.get(sends("carry_out", "avsluta-avtal", **form).url))

    assert "1 bokat pass väntar på beslut." in shown


def test_writing_to_those_chosen_leads_to_the_page_for_it(chooses, people, monkeypatch):
    answer = chooses("skriv")

    assert urlsplit(answer.url).path == reverse("writing:to_several")
    assert set(parse_qs(urlsplit(answer.url).query)["chosen"]) == {str(one.pk) for one in people}

    monkeypatch.setattr("booking.views.desk.several_substitutes.WRITTEN_TO", 2)
    assert "Skriv till högst 2 åt gången." in text(chooses("skriv"))


def test_nobody_of_another_area_is_chosen_nor_is_a_place_there(elsewhere, people, chooses, sends, delegation):
    hers = elsewhere.substitute()
    place = {"place": str(elsewhere.area.pk), "occupation": str(elsewhere.occupation.pk), "ends": "2026-05-12"}

    assert chooses("avtal", chosen=[*people, hers]).status_code == 404
    for step in ("foretell", "carry_out"):
        assert sends(step, "kompetens", chosen=[hers], competence=str(delegation.pk)).status_code == 404
        assert sends(step, "avsluta-avtal", **place).status_code == 422


@pytest.mark.parametrize("deed", ["finns-inte", "skriv"])
def test_what_is_no_deed_is_not_there(deed, chooses, sends, planner):
    assert sends("foretell", deed).status_code == 404
    if deed != "skriv":
        assert chooses(deed).status_code == 404
    assert planner.get(reverse("substitute:outcome", args=[uuid.uuid4()])).status_code == 404


def test_a_key_that_is_none_is_not_there(planner):
    answer = planner.post(reverse("substitute:several"), {"deed": "avtal", "chosen": "x"})

    assert answer.status_code == 404


def test_an_officer_does_nothing_to_anybody(people, officer, signed_in, delegation):
    browser = signed_in(officer)
    form = {"deed": "kompetens", "chosen": [str(people[0].pk)], "competence": str(delegation.pk)}

    assert browser.post(reverse("substitute:several"), form).status_code == 404
    assert browser.post(reverse("substitute:carry_out", args=["kompetens"]), form).status_code == 404
    assert not SubstituteCompetence.objects.exists()


def test_it_is_foretold_in_as_many_questions_for_one_as_for_thirty(town, sends, people):
    form = {"place": str(town.area.pk), "occupation": str(town.occupation.pk), "ends": "2026-05-12"}

    def cost(chosen):
        sends("foretell", "avsluta-avtal", chosen=chosen, **form)
        with CaptureQueriesContext(connection) as asked:
            sends("foretell", "avsluta-avtal", chosen=chosen, **form)
        return len(asked)

    one = cost(people[:1])
    more = [town.substitute() for _more in range(29)]
    for each in more:
        AgreementFactory(substitute=each, area=town.area, occupation=OccupationFactory(name="kock"))

    assert cost([*people[:1], *more]) == one
