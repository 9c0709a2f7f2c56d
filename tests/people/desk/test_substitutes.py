"""A planner takes substitutes on and keeps their papers, in her own areas alone."""

import re

import pytest
import time_machine
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse, reverse_lazy

from people.models import Agreement, RuleProfile, Substitute, SubstituteCompetence, User
from tests.cast import NOW, at, with_role
from tests.factories.people import CompetenceFactory, SubstituteCompetenceFactory, WorkplaceFactory

NEW = reverse_lazy("substitute:add")
PASSWORD = "Blabar-och-4-hjortron"


@pytest.fixture(autouse=True)
def _morning():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def planner(town, signed_in):
    return signed_in(town.planner)


def text(answer):
    return answer.content.decode()


def person(**changed):
    return {
        "first_name": "Mira",
        "last_name": "Lindgren",
        "phone": "070-174 06 05",
        "email": "mira@alvsunda.example",
    } | changed


def filled_in(town, **changed):
    papers = {"place": town.area.pk, "occupation": town.occupation.pk, "pay_form": "hourly", "starts": "2026-06-01"}
    return person(born="1996-03-17", employee_number="V-1", ends="") | papers | changed


def test_a_substitute_is_registered_chooses_a_password_and_signs_in(town, planner, drain):
    answer = planner.post(NEW, filled_in(town), follow=True)
    assert "lima9617" in text(answer)
    assert reverse("account_reset_password") in text(answer)

    hers = Client()
    hers.post(reverse("account_reset_password"), {"email": "mira@alvsunda.example"})
    drain()
    link = re.search(r"http://\S+(/konto/password/reset/key/\S+)", mail.outbox[0].body)
    form = hers.get(link[1], follow=True).request["PATH_INFO"]
    hers.post(form, {"password1": PASSWORD, "password2": PASSWORD})
    signed = Client().post(reverse("account_login"), {"login": "lima9617", "password": PASSWORD})

    assert signed["Location"] == "/min-sida/"
    assert "Inget lösenord är valt" not in text(
        planner.get(reverse("substitute:inspect", args=[Substitute.objects.get().pk]))
    )


def test_the_list_leads_to_the_form_and_the_form_to_her_page(town, planner):
    assert str(NEW) in text(planner.get(reverse("substitute:index")))

    answer = planner.post(NEW, filled_in(town, place=town.workplace.pk, ends="2026-08-31"))

    agreement = Agreement.objects.get()
    assert answer.url == reverse("substitute:inspect", args=[agreement.substitute_id])
    assert (agreement.workplace, agreement.ends) == (town.workplace, at("2026-09-01 00:00"))


def test_the_form_sent_twice_makes_one_substitute(town, planner):
    for _again in range(2):
        answer = planner.post(NEW, filled_in(town))

    assert answer.status_code == 302
    assert (Substitute.objects.count(), Agreement.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"phone": "12"}, "Skriv ett telefonnummer som finns"),
        ({"employee_number": "V-TAKEN"}, "Anställningsnumret finns redan."),
        ({"ends": "2026-05-01"}, "Sista dagen kan inte ligga före den första."),
        ({"born": "0001-01-01"}, "Kontrollera året."),
        ({"starts": "9999-12-31"}, "Kontrollera året."),
        ({"place": "x"}, "Välj i listan."),
        ({"email": "mira"}, "Skriv e-postadressen som namn@exempel.se."),
        ({"first_name": ""}, "Skriv förnamnet."),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost(changed, said, town, planner):
    town.substitute(employee_number="V-TAKEN")

    answer = planner.post(NEW, filled_in(town, **changed))

    assert answer.status_code == 422
    assert f"<span>{said}" in text(answer)
    assert 'value="Lindgren"' in text(answer)
    assert not User.objects.filter(last_name="Lindgren").exists()


def test_the_places_are_those_of_her_own_areas(town, elsewhere, planner):
    town.planner.role_assignments.create(role="ordering_manager", workplace=elsewhere.workplace)

    for place in (elsewhere.area, elsewhere.workplace):
        assert str(place.pk) not in text(planner.get(NEW))
        assert planner.post(NEW, filled_in(town, place=place.pk)).status_code == 422

    assert not Substitute.objects.exists()


@pytest.mark.parametrize("who", ["officer", "owner", "editor"])
def test_nobody_but_a_planner_finds_the_forms(who, town, request, signed_in):
    substitute, browser = town.substitute(), signed_in(request.getfixturevalue(who))

    for route, args in ((NEW, []), ("substitute:change", [substitute.pk]), ("substitute:agree", [substitute.pk])):
        assert browser.get(reverse(route, args=args) if args else str(route)).status_code == 404


def test_her_name_phone_and_e_mail_are_changed(town, planner):
    substitute = town.substitute()
    address = reverse("substitute:change", args=[substitute.pk])
    assert substitute.user.last_name in text(planner.get(address))

    answer = planner.post(address, person())  # not ticked: can not be booked

    assert answer.url == reverse("substitute:inspect", args=[substitute.pk])
    substitute.refresh_from_db()
    assert (str(substitute), substitute.is_active) == ("Mira Lindgren", False)


def test_an_agreement_is_added_and_ended(town, planner):
    substitute = town.substitute()
    form = {"place": WorkplaceFactory(area=town.area).pk, "occupation": town.occupation.pk, "pay_form": "monthly"}

    planner.post(reverse("substitute:agree", args=[substitute.pk]), form | {"starts": "2026-05-12"})
    paper = Agreement.objects.get(pay_form="monthly")
    planner.post(reverse("substitute:end_agreement", args=[paper.pk]), {"ends": "2026-05-31"})

    paper.refresh_from_db()
    assert (paper.starts, paper.ends) == (at("2026-05-12 00:00"), at("2026-06-01 00:00"))


def test_an_agreement_brings_the_caps_of_its_profile(town, planner):
    substitute, profile = town.substitute(), RuleProfile.objects.create(name="Natt", days_in_row=5)
    form = {"place": town.workplace.pk, "occupation": town.occupation.pk, "pay_form": "hourly"}

    planner.post(
        reverse("substitute:agree", args=[substitute.pk]),
        form | {"starts": "2026-05-12", "rule_profile": profile.pk},
    )

    assert Agreement.objects.get(workplace=town.workplace).rule_profile == profile
    assert "Natt" in text(planner.get(reverse("substitute:papers", args=[substitute.pk])))


def test_a_competence_is_added_and_ended(town, planner):
    substitute, delegation = town.substitute(), CompetenceFactory()
    form = {"competence": delegation.pk, "starts": "2026-05-12", "ends": "2026-12-31"}

    planner.post(reverse("substitute:prove", args=[substitute.pk]), form)
    held = SubstituteCompetence.objects.get()
    planner.post(reverse("substitute:revoke", args=[held.pk]), {"ends": "2026-05-31"})

    held.refresh_from_db()
    assert held.ends == at("2026-06-01 00:00")


def test_a_refused_last_day_is_said_beside_its_field(town, planner):
    paper = town.substitute().agreements.get()

    answer = planner.post(reverse("substitute:end_agreement", args=[paper.pk]), {"ends": "2019-12-31"})

    assert answer.status_code == 422
    assert "<span>Sista dagen kan inte ligga före den första." in text(answer)


def test_her_page_leads_a_planner_to_each_form_and_an_officer_to_none(town, planner, officer, signed_in):
    held = SubstituteCompetenceFactory(substitute=town.substitute())
    one, paper = held.substitute, held.substitute.agreements.get()
    page = reverse("substitute:papers", args=[one.pk])
    ways = [reverse(f"substitute:{name}", args=[one.pk]) for name in ("change", "agree", "prove")]
    ways += [reverse("substitute:end_agreement", args=[paper.pk]), reverse("substitute:revoke", args=[held.pk])]

    assert [way for way in ways if way not in text(planner.get(page))] == []
    assert [way for way in ways if way in text(signed_in(officer).get(page))] == []


def test_nothing_of_another_area_is_read_or_touched(town, elsewhere, planner):
    held = SubstituteCompetenceFactory(substitute=elsewhere.substitute())
    hers, paper = held.substitute, held.substitute.agreements.get()
    forms = {
        reverse("substitute:change", args=[hers.pk]): person(),
        reverse("substitute:agree", args=[hers.pk]): filled_in(town),
        reverse("substitute:prove", args=[hers.pk]): {"competence": held.competence_id, "starts": "2019-01-01"},
        reverse("substitute:end_agreement", args=[paper.pk]): {"ends": "2026-05-31"},
        reverse("substitute:revoke", args=[held.pk]): {"ends": "2026-05-31"},
    }

    for address, form in forms.items():
        assert planner.get(address).status_code == 404
        assert planner.post(address, form).status_code == 404
    assert (Agreement.objects.get().ends, SubstituteCompetence.objects.get().ends) == (None, None)


def test_an_agreement_in_another_area_of_somebody_shared_is_not_hers_to_end(town, elsewhere, planner):
    substitute = town.substitute()
    other = Agreement.objects.create(
        substitute=substitute, area=elsewhere.area, occupation=elsewhere.occupation, starts=NOW
    )
    address = reverse("substitute:end_agreement", args=[other.pk])

    assert planner.post(address, {"ends": "2026-05-31"}).status_code == 404
    assert address not in text(planner.get(reverse("substitute:papers", args=[substitute.pk])))


def test_the_form_asks_as_much_for_one_workplace_as_for_thirty(town, planner):
    def cost():
        planner.get(NEW)
        with CaptureQueriesContext(connection) as asked:
            planner.get(NEW)
        return len(asked)

    one = cost()
    for _more in range(29):
        WorkplaceFactory(area=town.area)

    assert cost() == one


def test_a_planner_who_reads_everybody_as_an_officer_too_changes_her_own_alone(town, elsewhere, signed_in):
    both = with_role("planner", area=town.area)
    both.role_assignments.create(role="certificate_officer")
    substitute = elsewhere.substitute()

    assert signed_in(both).get(reverse("substitute:inspect", args=[substitute.pk])).status_code == 200
    assert signed_in(both).get(reverse("substitute:agree", args=[substitute.pk])).status_code == 404
