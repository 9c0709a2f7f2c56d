"""A planner sets booking assistants for her areas: what each does, who may see it, and that twice is once."""

from datetime import time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from booking.models import AssistantProfile
from people import changes
from people.models import HistoryEntry, PayForm
from tests.booking.manager.reading import text
from tests.factories.assistant import AssistantProfileFactory, AssistantRunFactory

LIST, NEW, SENTENCE = reverse("assistant:index"), reverse("assistant:new"), reverse("assistant:sentence")
KEY = "6f0d6a54-2f3c-4f6a-9a5e-1f2d3c4b5a69"


@pytest.fixture
def planner(town, signed_in):
    return signed_in(town.planner)


@pytest.fixture
def assistant(town):
    return AssistantProfileFactory(areas=[town.area], changed_by=town.planner)


@pytest.fixture
def typed(town):
    return {
        "name": "Natten", "mode": "book", "areas": [town.area.pk], "starts_after": "3 tim", "starts_within": "14 dygn",
        "priority": "1", "tell": "left", "key": KEY,
    }  # fmt: skip


def page(profile):
    return reverse("assistant:change", args=[profile.pk])


def test_she_makes_one_and_it_is_off_until_she_turns_it_on(planner, typed, town):
    assert planner.post(NEW, typed).url == LIST

    made = AssistantProfile.objects.get()
    assert (made.name, made.is_on, made.changed_by) == ("Natten", False, town.planner)
    assert list(made.areas.all()) == [town.area]
    shown = text(planner.get(LIST))
    assert "Bokar pass i Hemtjänst som börjar om 3 tim till 14 dygn, med vikarier." in shown
    assert "06.00–23.00, en gång var 10 min" in shown


def test_the_same_form_twice_makes_one(planner, typed):
    assert [planner.post(NEW, typed).url for _press in range(2)] == [LIST, LIST]

    assert AssistantProfile.objects.count() == 1
    assert HistoryEntry.objects.filter(action="assistantprofile.add").count() == 1


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"name": ""}, "Skriv ett namn."),
        ({"name": "a\0b"}, "Null-tecken"),
        ({"areas": []}, "Välj minst ett område."),
        ({"areas": ["finns inte"]}, "Välj"),
        ({"mode": "stjäl"}, "Välj i listan."),
        ({"starts_after": "snart"}, "Skriv tiden som 30 min, 3 tim eller 2 dygn."),
        ({"starts_within": ""}, "Skriv en tid, som 3 tim eller 14 dygn."),
        ({"starts_within": "2 tim"}, "Välj en längre tid än tidigast om."),
        ({"starts_within": "99999 dygn"}, "Välj högst ett år."),
        ({"open_for": "99999 dygn"}, "Välj högst ett år."),
        ({"works_from": "06:00"}, "Skriv båda klockslagen, eller inget."),
        ({"works_from": "sex", "works_to": "22.00"}, "Skriv klockslaget som 07.00."),
        ({"interval": "1 min"}, "Välj något från 5 min till 4 tim."),
        ({"priority": "999999999999999999999"}, "Skriv en siffra från 1 till 99."),
        ({"pay_form": "guld"}, "Välj i listan."),
        ({"kinds": ["ask_me"]}, "kan inte bokas utan att bli frågad"),
        ({"kinds": ["guld"]}, "Välj i listan."),
        ({"key": "ingen"}, "Öppna sidan igen"),
        ({"rule_profiles": [KEY]}, "Välj i listan."),
    ],
)
def test_what_cannot_be_meant_is_told_beside_it_and_nothing_is_lost(planner, typed, wrong, words):
    answer = planner.post(NEW, typed | {"open_for": "7 min"} | wrong)

    assert answer.status_code == 422
    assert words in text(answer)
    assert "open_for" in wrong or answer.context["form"]["open_for"].value() == "7 min"
    assert not AssistantProfile.objects.exists()


def test_a_workplace_outside_the_chosen_areas_is_refused_and_another_planners_is_not_there(planner, typed, elsewhere):
    answer = planner.post(NEW, typed | {"workplaces": [elsewhere.workplace.pk]})

    assert answer.status_code == 422
    assert "Förskola" not in text(planner.get(NEW))


def test_she_changes_it_and_the_change_is_told(planner, assistant, typed):
    seen = changes.mark_of(assistant)

    sent = {"seen": seen, "starts_within": "7 dygn", "works_from": "22:00", "works_to": "06:00", "interval": "1 tim"}
    planner.post(page(assistant), typed | sent)

    assistant.refresh_from_db()
    assert (assistant.starts_within, assistant.works_from) == (timedelta(days=7), time(22))
    shown = text(planner.get(page(assistant)))
    assert "Pass som börjar senast om: 14 dygn → 7 dygn" in shown
    assert "Namn: Nattens assistent → Natten" in shown
    assert "Arbetar från: tomt → 22.00" in shown
    assert "22.00–06.00, en gång var 1 tim" in text(planner.get(LIST))


def test_what_somebody_else_has_changed_since_is_not_overwritten(planner, assistant, typed):
    answer = planner.post(page(assistant), typed | {"seen": "gammalt"})

    assert answer.status_code == 422
    assert "Någon har ändrat assistenten" in text(answer)
    assert "seen" in text(answer) or answer.context["form"]["name"].value() == "Natten"


def test_it_says_what_it_will_do_while_it_is_filled_in(planner, typed, town):
    sent = typed | {
        "workplaces": [town.workplace.pk],
        "kinds": ["resource"],
        "pay_form": "monthly",
        "open_for": "5 min",
    }
    said = (
        "Bokar pass på Hemtjänst Solgården som börjar om 3 tim till 14 dygn och som har saknat vikarie i minst 5 min, "
        "med månadsavlönade som har resurspass."
    )

    assert said in text(planner.post(SENTENCE, sent))
    assert said in text(planner.post(NEW, sent | {"visa": "1"}))
    assert "Välj minst ett område" in text(planner.post(SENTENCE, {"areas": "skräp"}))
    assert not AssistantProfile.objects.exists()


def test_what_it_says_while_it_is_filled_in_is_a_card_as_on_the_page(planner, typed):
    for address in (SENTENCE, NEW):
        assert '<section class="vp-card vp-stack" aria-labelledby="mening-h">' in text(
            planner.post(address, typed | {"visa": "1"})
        )


def test_its_page_says_whether_it_is_on(planner, assistant):
    assert "vp-badge--bokad" in text(planner.get(page(assistant)))

    planner.post(reverse("assistant:off", args=[assistant.pk]))

    shown = text(planner.get(page(assistant)))
    assert ("vp-badge--bokad" in shown, "vp-badge--grus" in shown) == (False, True)


def test_a_second_stage_waits_five_minutes_and_takes_those_paid_by_the_hour(planner, assistant):
    form = planner.get(NEW, {"etapp": assistant.pk}).context["form"]

    assert form["priority"].value() == 2
    assert form["open_for"].value() == "5 min"
    assert form["pay_form"].value() == PayForm.HOURLY
    assert "Nattens assistent" in text(planner.get(NEW, {"etapp": assistant.pk}))
    assert planner.get(NEW, {"kopia": assistant.pk}).context["form"]["name"].value() == "Nattens assistent, kopia"


def test_a_copy_that_is_sent_is_another_and_leaves_the_first_alone(planner, assistant, typed):
    planner.post(f"{NEW}?kopia={assistant.pk}", typed | {"name": "Kopian"})

    assert set(AssistantProfile.objects.values_list("name", flat=True)) == {"Kopian", "Nattens assistent"}


def test_the_switch_acts_at_once_and_is_told(planner, assistant, town):
    answer = planner.post(reverse("assistant:off", args=[assistant.pk]), follow=True)

    assistant.refresh_from_db()
    assert not assistant.is_on
    assert "Nattens assistent är av." in text(answer)
    for _press in range(2):
        assert "Nattens assistent är på." in text(
            planner.post(reverse("assistant:on", args=[assistant.pk]), follow=True)
        )
    assert HistoryEntry.objects.filter(action="assistantprofile.turn_on", area_id=town.area.pk).count() == 1
    assert "Bokningsassistent på" in text(planner.get(page(assistant)))


def test_all_of_hers_are_turned_off_in_one_press_and_nobody_elses(planner, assistant, elsewhere, town):
    other = AssistantProfileFactory(areas=[elsewhere.area])
    shared = AssistantProfileFactory(areas=[town.area, elsewhere.area])
    AssistantProfileFactory(areas=[town.area])

    answer = planner.post(reverse("assistant:all_off"), follow=True)

    assert "2 assistenter stängdes av. Nu är alla av." in text(answer)
    assert set(AssistantProfile.objects.filter(is_on=True)) == {other, shared}
    assert "Alla är redan av." in text(planner.post(reverse("assistant:all_off"), follow=True))


def test_one_that_is_taken_away_is_off_and_gone_but_its_runs_stay(planner, assistant):
    for _press in range(2):
        assert planner.post(reverse("assistant:remove", args=[assistant.pk])).url == LIST

    assistant.refresh_from_db()
    assert (assistant.is_on, assistant.removed_at is None) == (False, False)
    assert planner.get(page(assistant)).status_code == 404
    assert planner.post(reverse("assistant:on", args=[assistant.pk])).status_code == 404
    assert HistoryEntry.objects.filter(action="assistantprofile.remove").count() == 1


def test_of_another_area_or_partly_so_it_does_not_exist(planner, town, elsewhere):
    theirs = AssistantProfileFactory(name="Hemlig", areas=[elsewhere.area])
    shared = AssistantProfileFactory(name="Delad", areas=[town.area, elsewhere.area])

    listed = text(planner.get(LIST))
    assert "Hemlig" not in listed
    assert "Delad" not in listed
    for profile in (theirs, shared):
        assert planner.get(page(profile)).status_code == 404
        for deed in ("on", "off", "remove", "start"):
            assert planner.post(reverse(f"assistant:{deed}", args=[profile.pk])).status_code == 404
        assert planner.get(NEW, {"kopia": profile.pk}).status_code == 404
    assert planner.get(NEW, {"kopia": "ingen"}).status_code == 404


def test_the_pages_are_for_planners(town, signed_in, officer, owner):
    her = town.substitute().user
    for reader in (officer, owner, town.manager, her):
        assert signed_in(reader).get(LIST).status_code in {302, 404}
        assert signed_in(reader).get(NEW).status_code in {302, 404}
        assert signed_in(reader).post(reverse("assistant:all_off")).status_code in {302, 404}
    assert "Bokningsassistenter" in text(signed_in(town.planner).get(LIST))


def test_the_list_asks_as_much_whatever_its_length(planner, town):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            planner.get(LIST)
        return len(queries)

    first = AssistantProfileFactory(areas=[town.area])
    AssistantRunFactory(profile=first)
    asked()
    one = asked()
    for _more in range(2):
        AssistantRunFactory(profile=AssistantProfileFactory(areas=[town.area]))
    assert asked() == one
