"""The system owner keeps areas, workplaces, occupations and competences."""

import re

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse
from wagtail.admin.views import generic

from people.models import Competence, HistoryEntry, Locality, Occupation, RuleProfile, Workplace
from people.viewsets.scoped import ScopedModelViewSet
from tests.cast import with_role
from tests.factories.people import CompetenceFactory, OccupationFactory


def test_a_new_workplace_is_written_in_the_history_of_its_area(town, owner, signed_in):
    form = {"area": town.area.pk, "name": "Björkgården", "address": "Skolgatan 3", "phone": "", "directions": ""}

    signed_in(owner).post(reverse("workplace:add"), form)

    made = Workplace.objects.get(name="Björkgården")
    entry = HistoryEntry.objects.of(made).get()
    assert (entry.action, entry.user, entry.area) == ("workplace.add", owner, town.area)


def test_a_change_shows_in_the_history_of_the_row(town, owner, signed_in):
    browser = signed_in(owner)
    form = {"area": town.area.pk, "name": "Nytt namn", "address": "Skolgatan 3", "phone": "", "directions": ""}

    browser.post(reverse("workplace:edit", args=[town.workplace.pk]), form)

    town.workplace.refresh_from_db()
    assert town.workplace.name == "Nytt namn"
    history = browser.get(reverse("workplace:history", args=[town.workplace.pk])).content.decode()
    assert "Ändrad" in history


def test_a_workplace_says_where_it_lies_what_to_wear_and_how_to_get_in(town, owner, signed_in):
    form = {"area": town.area.pk, "name": "Solgården", "address": "Solvägen 8", "latitude": "66.60480",
            "longitude": "19.84120", "clothes": "Inneskor", "way_in": "Kod 4711"}  # fmt: skip

    signed_in(owner).post(reverse("workplace:edit", args=[town.workplace.pk]), form)

    town.workplace.refresh_from_db()
    assert (town.workplace.clothes, town.workplace.way_in) == ("Inneskor", "Kod 4711")
    assert (str(town.workplace.latitude), str(town.workplace.longitude)) == ("66.60480", "19.84120")
    assert "4711" not in str(HistoryEntry.objects.of(town.workplace).values_list("data"))


@pytest.mark.parametrize(
    ("latitude", "longitude", "why"),
    [("66.6", "", "både latitud och longitud"), ("", "19.8", "både latitud och longitud"), ("91", "19.8", "för stort")],
)
def test_half_a_position_or_one_that_is_nowhere_is_refused_in_words(town, owner, signed_in, latitude, longitude, why):
    form = {"area": town.area.pk, "name": "Solgården", "address": "Solvägen 8", "latitude": latitude,
            "longitude": longitude}  # fmt: skip

    page = signed_in(owner).post(reverse("workplace:edit", args=[town.workplace.pk]), form).content.decode()

    assert why in page
    assert "constraint" not in page.lower()
    town.workplace.refresh_from_db()
    assert town.workplace.latitude is None


def test_what_is_in_use_is_not_removed(town, owner, signed_in):
    answer = signed_in(owner).post(reverse("area:delete", args=[town.area.pk]), follow=True)

    assert "används och kan inte tas bort" in answer.content.decode()
    assert not HistoryEntry.objects.filter(action="area.remove").exists()


def test_what_nothing_refers_to_is_removed(owner, signed_in):
    unused = OccupationFactory(name="lärling")

    signed_in(owner).post(reverse("occupation:delete", args=[unused.pk]))

    assert not Occupation.objects.filter(pk=unused.pk).exists()


@pytest.mark.parametrize(
    "table",
    ["area", "workplace", "locality", "occupation", "competence", "ruleprofile", "roleassignment", "orderreason"],
)
def test_the_owner_sees_each_table(table, town, owner, signed_in):
    assert signed_in(owner).get(reverse(f"{table}:index")).status_code == 200


def test_a_planner_changes_none_of_them(town, signed_in):
    browser = signed_in(town.planner)
    kept = reverse("workplace:edit", args=[town.workplace.pk])

    assert browser.post(kept, {"area": town.area.pk, "name": "Mitt", "address": "Här"}).status_code in {302, 404}
    town.workplace.refresh_from_db()
    assert town.workplace.name == "Hemtjänst Solgården"


def test_a_viewset_with_a_screen_that_asks_no_gate_is_not_made():
    with pytest.raises(ImproperlyConfigured, match="not held to the gate"):
        type("Leaking", (ScopedModelViewSet,), {"index_view_class": generic.IndexView})


def test_a_workplace_says_what_it_demands_of_those_who_work_there(town, owner, signed_in):
    browser = signed_in(owner)
    form = {"area": town.area.pk, "name": "Västra skolan", "address": "Skolgatan 3", "phone": "", "directions": ""}

    browser.post(reverse("workplace:add"), form | {"needs_introduction": "on", "records_check": "school"})

    made = Workplace.objects.get(name="Västra skolan")
    assert (made.needs_introduction, made.records_check) == (True, "school")
    assert "introduktion, skola och förskola" in browser.get(reverse("workplace:index")).content.decode()


def test_a_competence_stands_for_lower_ones(owner, signed_in):
    lower, browser = CompetenceFactory(name="läsa"), signed_in(owner)

    browser.post(reverse("competence:add"), {"name": "skriva", "stands_for": [lower.pk]})
    higher = Competence.objects.get(name="skriva")
    assert list(higher.stands_for.all()) == [lower]

    browser.post(reverse("competence:edit", args=[higher.pk]), {"name": "skriva väl"})
    assert not higher.stands_for.exists()
    assert HistoryEntry.objects.of(higher).count() == 2


def test_a_rule_profile_is_kept_and_its_changes_remembered(owner, signed_in):
    form = {"name": "Heltid natt", "weekly_hours": "36.33", "month_cap": "", "days_in_row": "7"}
    form |= {"acute_gives_time": "on", "time_bank_debt": "10", "time_bank_cap": "60"}

    signed_in(owner).post(reverse("ruleprofile:add"), form)

    profile = RuleProfile.objects.get()
    assert (profile.month_cap, profile.days_in_row, profile.overridable) == (None, 7, False)
    assert (profile.acute_gives_time, profile.resource_gives_time, profile.time_bank_debt) == (True, False, 10)
    assert HistoryEntry.objects.of(profile).get().action == "ruleprofile.add"


def test_the_owner_keeps_where_people_live(owner, signed_in):
    browser = signed_in(owner)

    browser.post(reverse("locality:add"), {"name": "Granbyn", "latitude": "66.91", "longitude": "19.85"})
    village = Locality.objects.get()
    assert (str(village.latitude), str(village.longitude)) == ("66.91000", "19.85000")
    browser.post(reverse("locality:edit", args=[village.pk]), {"name": "Granby", "latitude": "91", "longitude": "19"})

    assert Locality.objects.get().name == "Granbyn"
    assert HistoryEntry.objects.of(village).get().action == "locality.add"


def test_a_planner_and_a_substitute_keep_no_localities(town, signed_in):
    village = Locality.objects.create(name="Granbyn", latitude="66.9", longitude="19.8")

    for user in (town.planner, town.substitute().user):
        signed_in(user).post(
            reverse("locality:edit", args=[village.pk]), {"name": "Min", "latitude": "66", "longitude": "19"}
        )

    assert Locality.objects.get().name == "Granbyn"


def test_a_stale_form_saves_over_nobodys_change_until_she_has_been_told(town, owner, signed_in):
    browser, other = signed_in(owner), signed_in(with_role("system_owner", first_name="Vera", last_name="Annan"))
    edit = reverse("workplace:edit", args=[town.workplace.pk])
    form = {"area": town.area.pk, "name": "Solgården", "address": "Skolgatan 3", "phone": "", "directions": ""}
    fetched = re.search(r'name="seen" value="(\w+)"', browser.get(edit).content.decode())[1]
    other.post(edit, form | {"address": "Storgatan 1"})

    refused = browser.post(edit, form | {"seen": fetched})
    town.workplace.refresh_from_db()

    assert "Vera Annan har ändrat det här" in refused.content.decode()
    assert 'value="Skolgatan 3"' in refused.content.decode()
    assert town.workplace.address == "Storgatan 1"

    again = re.search(r'name="seen" value="(\w+)"', refused.content.decode())[1]
    browser.post(edit, form | {"seen": again})
    town.workplace.refresh_from_db()
    assert town.workplace.address == "Skolgatan 3"
