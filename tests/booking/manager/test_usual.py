"""Usual shifts: chosen with a tap, kept from an order or a form, changed and removed by those of the workplace."""

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from booking.models import Order, OrderTemplate
from tests.booking.manager.reading import text
from tests.cast import NOW, at
from tests.factories.booking import OrderTemplateFactory
from tests.factories.people import CompetenceFactory
from tests.page_checks import assert_valid_html

NEW, LIST = reverse("booking:new_order"), reverse("booking:usual_shifts")


@pytest.fixture
def usual(town):
    made = OrderTemplateFactory(
        workplace=town.workplace, occupation=town.occupation, name="Öppning", text="Kod i dörren"
    )
    made.competences.add(CompetenceFactory(name="Delegering"))
    return made


@pytest.fixture
def typed(town):
    """`typed(name="Kväll")`: what is sent to keep one."""

    def form(**changes):
        return {
            "name": "Dag", "workplace": town.workplace.pk, "occupation": town.occupation.pk,
            "starts": "07:00", "ends": "16:00", "break_minutes": "30",
        } | changes  # fmt: skip

    return form


def first_of(page):
    return {name: page.context["form"][name].value() for name in ("near", "starts", "text", "contact")}


def test_chosen_it_fills_the_form_for_the_nearest_day_that_there_is_time_for(manager, usual, town):
    page = manager.get(NEW, {"vanligt": usual.pk})

    assert first_of(page) == {
        "near": "2026-05-12", "starts": usual.starts, "text": "Kod i dörren", "contact": town.manager.get_full_name(),
    }  # fmt: skip
    assert 'aria-current="true"' in text(page)
    assert "1 vikarie i dag 07.00–16.00" in text(page)
    assert_valid_html(text(page))
    OrderTemplate.objects.update(starts="06:00")
    assert first_of(manager.get(NEW, {"vanligt": usual.pk}))["near"] == "2026-05-13"


def test_a_start_that_the_clock_jumps_over_today_is_asked_about_and_not_moved(manager, usual, town):
    OrderTemplate.objects.update(starts="02:30")
    with time_machine.travel(at("2027-03-28 00:30"), tick=False):
        manager.force_login(town.manager)
        page = manager.get(NEW, {"vanligt": usual.pk})

    assert page.context["form"]["near"].value() == "2027-03-28"
    assert page.context["foretold"].sentence == ""


def test_it_is_ordered_as_it_stands_in_the_form(manager, usual, filled_in):
    manager.post(NEW, filled_in(near="2026-05-12", day="", text=usual.text))

    assert Order.objects.get().text == "Kod i dörren"


def test_another_workplaces_usual_shift_does_not_exist(manager, elsewhere, signed_in):
    theirs = OrderTemplateFactory(workplace=elsewhere.workplace, name="Hemlig öppning")

    assert manager.get(NEW, {"vanligt": theirs.pk}).status_code == 404
    assert "Hemlig" not in text(manager.get(LIST)) + text(manager.get(NEW))
    for name in ("usual_shift", "remove_usual_shift"):
        assert manager.post(reverse(f"booking:{name}", args=[theirs.pk])).status_code == 404
    assert OrderTemplate.objects.filter(pk=theirs.pk).exists()


def test_a_new_one_is_kept_and_stands_in_the_list(manager, typed):
    answer = manager.post(reverse("booking:new_usual_shift"), typed(), follow=True)

    assert "Passet är sparat bland de vanliga." in text(answer)
    assert ">Dag</h3>" in text(answer)
    assert_valid_html(text(answer))


def test_the_same_button_twice_comes_to_the_same_and_tells_of_no_fault(manager, typed):
    new = reverse("booking:new_usual_shift")
    assert [manager.post(new, typed()).url for _press in range(2)] == [LIST, LIST]
    page = reverse("booking:usual_shift", args=[OrderTemplate.objects.get().pk])
    changed = typed(text="Ta med skor", seen=manager.get(page).context["form"]["seen"].value())
    assert [manager.post(page, changed).url for _press in range(2)] == [LIST, LIST]
    assert OrderTemplate.objects.get().text == "Ta med skor"
    assert [manager.post(f"{page}ta-bort/").url for _press in range(2)] == [LIST, LIST]
    assert not OrderTemplate.objects.exists()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": ""}, "Skriv ett namn."),
        ({"name": "Öppning"}, "har redan ett vanligt pass som heter Öppning"),
        ({"ends": "07:30"}, "Rasten måste vara kortare än passet."),
        ({"break_minutes": "x"}, "Skriv bara siffror."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(manager, usual, typed, changes, words):
    page = manager.post(reverse("booking:new_usual_shift"), typed(text="Ta med skor") | changes)

    assert page.status_code == 422
    assert words in text(page)
    assert "Ta med skor" in text(page)
    assert_valid_html(text(page))


def test_an_order_can_be_kept_as_one(manager, town, elsewhere):
    order = town.order("2026-05-12 21:00", "2026-05-13 07:00", text="Tyst avdelning")

    form = manager.get(reverse("booking:new_usual_shift"), {"bestallning": order.pk}).context["form"]

    assert (form["starts"].value().hour, form["ends"].value().hour) == (21, 7)
    assert form["text"].value() == "Tyst avdelning"
    for key in (elsewhere.order().pk, "x"):
        assert manager.get(reverse("booking:new_usual_shift"), {"bestallning": key}).status_code == 404


def test_a_name_in_the_order_form_keeps_it_too_and_once(manager, filled_in, town):
    form = filled_in(usual_name="Mellan")

    assert manager.post(NEW, form).url == manager.post(NEW, form).url
    kept = OrderTemplate.objects.get()
    assert (kept.name, kept.workplace, kept.made_by, kept.made_at) == ("Mellan", town.workplace, town.manager, NOW)
    again = text(manager.post(NEW, filled_in(usual_name="Mellan")))
    assert "Det finns redan ett vanligt pass med det namnet." in again


def test_it_is_renamed_and_a_stale_page_overwrites_nothing(manager, usual, typed):
    page = reverse("booking:usual_shift", args=[usual.pk])
    seen = manager.get(page).context["form"]["seen"].value()

    assert manager.post(page, typed(name="Morgon", seen=seen)).status_code == 302
    stale = manager.post(page, typed(name="Tidigt", seen=seen))

    assert "Någon har ändrat passet sedan du öppnade sidan." in text(stale)
    assert OrderTemplate.objects.get().name == "Morgon"


def test_removed_it_is_not_to_be_chosen(manager, usual):
    manager.post(reverse("booking:remove_usual_shift", args=[usual.pk]))

    assert "Öppning" not in text(manager.get(NEW))
    assert "Inga vanliga pass än" in text(manager.get(LIST))


def test_pages_take_as_many_questions_for_one_as_for_thirty(manager, town, usual):
    def questions(page):
        with CaptureQueriesContext(connection) as asked:
            assert manager.get(page).status_code == 200
        return len(asked)

    questions(f"{NEW}?vanligt={usual.pk}")  # the calendar is read once in a while
    for_one = [questions(NEW), questions(LIST), questions(f"{NEW}?vanligt={usual.pk}")]
    OrderTemplateFactory.create_batch(29, workplace=town.workplace, occupation=town.occupation)

    assert [questions(NEW), questions(LIST), questions(f"{NEW}?vanligt={usual.pk}")] == for_one
    assert max(for_one) <= 15
