"""Regelverk at the desk: read by planners, changed by the system owner, with who changed what."""

from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse

from booking.models import Policy
from booking.operations import policies
from people.models import HistoryEntry
from tests.cast import NOW, with_role
from tests.factories.people import AreaFactory, WorkplaceFactory


def page(browser, name="index", *keys, **query):
    """What is read at the address."""
    answer = browser.get(reverse(f"policy:{name}", args=keys), query)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


@pytest.fixture
def keeper(owner, signed_in):
    """The system owner's browser."""
    return signed_in(owner)


@pytest.fixture
def planner(town, signed_in):
    """The planner's browser."""
    return signed_in(town.planner)


def sent(browser, place, **said):
    return browser.post(reverse("policy:change", args=[place.pk]), said)


def test_the_owner_decides_for_an_area(town, keeper):
    answer = sent(
        keeper, town.area, direct="false", direct_min_notice="2 tim 30 min", quiet_from="22.00", wave_size="5"
    )

    assert answer.status_code == 302
    said = Policy.objects.get(area=town.area).said()
    assert said.pop("quiet_from").isoformat("minutes") == "22:00"
    assert said == {"direct": False, "direct_min_notice": timedelta(hours=2, minutes=30), "wave_size": 5}


def test_what_is_left_empty_goes_back_to_one_step_up(town, owner, keeper):
    policies.decide(town.workplace, {"wave_size": 5, "direct": True}, by=owner, at=NOW)

    sent(keeper, town.workplace, direct="true")

    assert Policy.objects.get(workplace=town.workplace).said() == {"direct": True}


def test_what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost(town, keeper):
    answer = sent(keeper, town.area, direct_min_notice="3", wave_size="51", days_in_row="många", late_yes="show")

    html = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert "Skriv tiden som 30 min, 3 tim eller 2 dygn." in html
    assert "Skriv bara siffror." in html
    assert 'value="många"' in html
    assert '<option value="show" selected>' in html
    assert not Policy.objects.exists()


def test_what_cannot_be_meant_is_told_by_the_operation_beside_its_field(town, keeper):
    answer = sent(keeper, town.area, wave_size="51")

    assert answer.status_code == 422
    assert answer.context["form"].errors == {"wave_size": ["Välj något från 1 till 50."]}


def test_the_form_shows_what_holds_one_step_up(town, owner, keeper):
    policies.decide(town.area, {"direct_min_notice": timedelta(hours=2)}, by=owner, at=NOW)

    html = page(keeper, "change", town.workplace.pk)

    assert "Området: 2 tim. Är det kortare kvar" in html
    assert "Standard: 1 tim 30 min. Då tar ringlistan över" in html
    assert '<option value="" selected>Standard: Ja</option>' in html


def test_a_decided_field_is_filled_in_as_it_is_said(town, owner, keeper):
    policies.decide(town.area, {"wave_wait": timedelta(), "direct": False}, by=owner, at=NOW)

    html = page(keeper, "change", town.area.pk)

    assert 'value="0 min"' in html
    assert '<option value="false" selected>Nej</option>' in html


def test_a_planner_reads_her_area_and_changes_nothing(town, planner):
    assert "Ändra regelverket" not in page(planner, "show", town.area.pk)
    assert planner.get(reverse("policy:change", args=[town.area.pk])).status_code == 404
    assert sent(planner, town.area, direct="false").status_code == 404
    assert not Policy.objects.exists()


def test_a_planner_sees_nothing_of_another_area(elsewhere, owner, planner):
    policies.decide(elsewhere.area, {"wave_size": 42}, by=owner, at=NOW)

    assert elsewhere.area.name not in page(planner)
    for place in (elsewhere.area, elsewhere.workplace):
        assert planner.get(reverse("policy:show", args=[place.pk])).status_code == 404
    order = elsewhere.order()
    assert planner.get(reverse("policy:of_order", args=[order.pk])).status_code == 404


@pytest.mark.parametrize("code", ["certificate_officer", "editor"])
def test_who_has_nothing_to_do_with_policies_finds_none(code, town, signed_in):
    browser = signed_in(with_role(code))

    assert browser.get(reverse("policy:index")).status_code == 404
    assert browser.get(reverse("policy:show", args=[town.area.pk])).status_code == 404


def test_the_list_names_each_area_with_what_differs_in_it(town, elsewhere, owner, keeper):
    policies.decide(town.area, {"wave_size": 5}, by=owner, at=NOW)
    policies.decide(town.workplace, {"wave_size": 1}, by=owner, at=NOW)
    policies.decide(elsewhere.workplace, {"wave_size": None}, by=owner, at=NOW)

    html = page(keeper)

    assert "Standard: 3" in html
    assert "Området: 5" in html
    assert (html.count("Eget regelverk"), html.count("Som standard")) == (1, 1)
    assert elsewhere.workplace.name not in html


def test_the_list_asks_as_often_for_many_as_for_one(town, owner, keeper, django_assert_max_num_queries):
    policies.decide(town.workplace, {"wave_size": 1}, by=owner, at=NOW)
    page(keeper)
    with django_assert_max_num_queries(100) as one:
        page(keeper)
    for workplace in [WorkplaceFactory(area=area) for area in AreaFactory.create_batch(10) for _n in range(3)]:
        policies.decide(workplace, {"wave_size": 1}, by=owner, at=NOW)

    with django_assert_max_num_queries(len(one.captured_queries)):
        page(keeper)


def test_the_page_of_a_workplace_says_who_decided_each_thing(town, owner, planner):
    policies.decide(town.area, {"wave_size": 5, "direct": False}, by=owner, at=NOW)
    policies.decide(town.workplace, {"wave_size": 1}, by=owner, at=NOW)

    html = page(planner, "show", town.workplace.pk)

    assert "<td>1</td><td>Här<small>Området: 5</small></td>" in html.replace(' class="vp-"', "")
    assert "<td>Nej</td><td>Området</td>" in html
    assert "<td>3 tim</td><td>Standard</td>" in html


def test_the_page_tells_who_changed_what_and_when(town, owner, planner):
    policies.decide(town.area, {"direct_same_day": False, "quiet_from": None}, by=owner, at=NOW)
    policies.decide(town.area, {"direct_same_day": True, "wave_wait": timedelta(minutes=20)}, by=owner, at=NOW)

    html = page(planner, "show", town.area.pk)

    assert "Direktbokning samma dag: inte bestämt här → Nej" in html
    assert "Direktbokning samma dag: Nej → Ja" in html
    assert "Svarstid: inte bestämt här → 20 min" in html
    assert f"tisdag 12 maj 2026 05.45, {owner.get_full_name()}" in html


def test_how_long_a_yes_may_be_regretted_is_decided_read_and_told(town, owner, keeper, planner):
    sent(keeper, town.area, regret_within="0 min")

    html = page(planner, "show", town.area.pk)
    assert "<td>Inte alls</td><td>Här<small>Standard: 10 min</small></td>" in html
    assert "Ett ja kan ångras inom: inte bestämt här → inte alls" in html
    assert 'value="0 min"' in page(keeper, "change", town.area.pk)
    assert sent(keeper, town.area, regret_within="2 tim").status_code == 422
    assert Policy.objects.in_force(town.workplace).regret_within == timedelta()


def test_the_log_tells_a_change_in_one_sentence(town, owner):
    policies.decide(town.area, {"quiet_from": None, "pay_first": "monthly", "direct": True}, by=owner, at=NOW)

    told = HistoryEntry.objects.get(action="policy.decide").message

    assert told == (
        "Regelverket ändrat. Turordning efter löneform: inte bestämt här → månadsavlönade först. "
        "Direktbokning används: inte bestämt här → Ja"
    )


def test_a_day_and_a_time_are_explained(town, planner):
    html = page(planner, "show", town.area.pk, dag="2026-05-12", borjar="07:55", slutar="16:00")

    assert "Börjar om 2 tim 10 min, direktbokning kräver minst 3 tim → förfrågan, inte direktbokning." in html


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"dag": "i morgon", "borjar": "07:00", "slutar": "16:00"}, "Skriv dagen som 2026-05-13."),
        ({"dag": "2026-05-13", "borjar": "", "slutar": "16:00"}, "Skriv ett klockslag."),
        ({"dag": "2027-03-28", "borjar": "02:30", "slutar": "16:00"}, "Klockan ställs om den natten."),
    ],
)
def test_what_is_no_day_or_time_is_told_beside_its_field(asked, words, town, planner):
    html = page(planner, "show", town.area.pk, **asked)

    assert words in html
    assert "Passet börjar" not in html


def test_an_order_has_its_own_page_of_what_the_policy_says(town, planner):
    html = page(planner, "of_order", town.order().pk)

    assert "Passet börjar i morgon 07.00, om 25 tim 15 min." in html
    assert reverse("policy:show", args=[town.workplace.pk]) in html
    assert "söker ingen vikarie" in page(planner, "of_order", town.order(status="cancelled").pk)


def test_the_policies_stand_in_the_menu_of_those_who_read_or_keep_them(town, editor, keeper, planner, signed_in):
    address = reverse("policy:index")

    assert address in keeper.get("/admin/").content.decode()
    assert address in planner.get("/admin/").content.decode()
    assert address not in signed_in(editor).get("/admin/").content.decode()
