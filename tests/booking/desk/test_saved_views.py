"""Sparade vyer: a list as somebody wants to find it again."""

import pytest
from django.urls import reverse

from booking.models import SavedView
from booking.operations import saved_views
from booking.operations.refusals import Refused
from people.models import RoleAssignment
from people.operations import erasure, identity
from tests.booking.desk.conftest import text
from tests.cast import NOW

ORDERS = SavedView.Of.ORDERS
SAVE = "/admin/vyer/ny/orders/"


@pytest.fixture
def view(town) -> SavedView:
    return saved_views.save(ORDERS, "I dag", "when=idag&status=open", by=town.planner, at=NOW)


def test_what_the_list_is_narrowed_to_is_kept_by_a_name_and_chosen_again(town, planner):
    planner.post(SAVE, {"name": "Obesatta", "query": "when=vecka&status=open"})

    view = SavedView.objects.get()
    assert (view.user, view.of, view.query) == (town.planner, "orders", "when=vecka&status=open")
    shown = text(planner.get(reverse("order:index")))
    assert f'href="/admin/bestallningar/?when=vecka&amp;status=open&amp;vy={view.pk}"' in shown


def test_a_view_means_the_day_it_is_opened_and_not_the_day_it_was_saved(town, planner, view):
    today, later = town.order("2026-05-12 07:00", "2026-05-12 16:00"), town.order()

    shown = text(planner.get(reverse("order:index"), {"when": "idag", "status": "open", "vy": view.pk}))

    assert str(today.pk) in shown
    assert str(later.pk) not in shown
    assert 'aria-current="true">I dag' in shown


def test_it_is_saved_over_by_its_name_or_from_the_list(planner, view):
    planner.post(SAVE, {"name": "I dag", "query": "when=idag"})
    assert SavedView.objects.get().query == "when=idag"

    shown = text(planner.get(reverse("order:index"), {"status": "booked", "vy": view.pk}))
    assert reverse("saved_view:replace", args=[view.pk]) in shown
    planner.post(reverse("saved_view:replace", args=[view.pk]), {"query": "status=book\0ed"})
    assert SavedView.objects.get().query == "status=booked"


def test_it_is_renamed_and_two_never_have_the_same_name(town, planner, view):
    saved_views.save(ORDERS, "Natt", "q=natt", by=town.planner, at=NOW)
    address = reverse("saved_view:rename", args=[view.pk])

    assert "I dag" in text(planner.get(address))
    assert "Du har redan en vy som heter så." in text(planner.post(address, {"name": "Natt"}))
    planner.post(address, {"name": "Kväll"})
    assert set(SavedView.objects.values_list("name", flat=True)) == {"Kväll", "Natt"}


def test_it_is_removed_and_the_list_stays_as_it_was(planner, view):
    answer = planner.post(reverse("saved_view:remove", args=[view.pk]))

    assert answer.url == "/admin/bestallningar/?when=idag&status=open"
    assert not SavedView.objects.exists()


def test_a_view_without_a_name_is_asked_for_one_and_keeps_what_was_narrowed(planner):
    answer = planner.post(SAVE, {"name": "", "query": "status=open"})

    assert answer.status_code == 422
    assert 'value="status=open"' in text(answer)
    assert "Skriv vad vyn ska heta." in text(answer)


def test_twenty_are_enough(town, planner):
    for number in range(saved_views.AT_MOST):
        saved_views.save(ORDERS, f"Vy {number}", "", by=town.planner, at=NOW)

    assert "Du kan ha 20 sparade vyer." in text(planner.post(SAVE, {"name": "En till", "query": ""}))
    saved_views.save(ORDERS, "Vy 7", "status=open", by=town.planner, at=NOW)


def test_a_selection_too_long_to_keep_is_refused(town, planner, view):
    long = "q=" + "x" * 1000
    with pytest.raises(Refused, match="för långt"):
        saved_views.save(ORDERS, "Lång", long, by=town.planner, at=NOW)

    shown = planner.post(reverse("saved_view:replace", args=[view.pk]), {"query": long}, follow=True)
    assert "för långt" in text(shown)


def test_nobody_sees_or_touches_the_views_of_another(town, elsewhere, signed_in, view):
    other = signed_in(elsewhere.planner)

    assert "I dag&amp;vy" not in text(other.get(reverse("order:index")))
    assert str(view.pk) not in text(other.get(reverse("order:index"), {"vy": view.pk}))
    for deed in ("rename", "replace", "remove"):
        assert other.post(reverse(f"saved_view:{deed}", args=[view.pk]), {"name": "x"}).status_code == 404
    assert SavedView.objects.get().name == "I dag"


@pytest.mark.parametrize("field", ["area", "workplace"])
def test_a_place_that_she_no_longer_reaches_neither_leaks_nor_shows_everything(field, town, elsewhere, planner):
    own, theirs = town.order(), elsewhere.order()
    place = getattr(elsewhere, field)

    shown = text(planner.get(reverse("order:index"), {field: place.pk}))

    assert str(own.pk) not in shown
    assert str(theirs.pk) not in shown
    assert str(place) not in shown
    assert "finns inte bland dina val" in shown


def test_a_list_that_she_may_not_see_has_no_views(owner, signed_in, planner):
    browser = signed_in(owner)

    assert browser.post(SAVE, {"name": "x", "query": ""}).status_code == 404
    assert planner.get("/admin/vyer/ny/hemligt/").status_code == 404


def test_the_area_is_asked_for_only_by_whoever_works_in_several(town, elsewhere, planner, signed_in):
    assert 'name="area"' not in text(planner.get(reverse("order:index")))

    RoleAssignment.objects.create(user=town.planner, role="planner", area=elsewhere.area)
    assert 'name="area"' in text(signed_in(town.planner).get(reverse("order:index")))


@pytest.mark.parametrize("what", ["erased", "protected"])
def test_nobody_keeps_the_name_of_one_who_is_gone_or_protected_to_look_for(what, town, view):
    person = town.substitute(user__first_name="Åsa", user__last_name="Hallqvist")
    for name, query in (("Kvällar", "q=%C3%85sa+Hallqvist&status=open"), ("Hallqvists pass", ""), ("Natt", "q=natt")):
        saved_views.save(ORDERS, name, query, by=town.planner, at=NOW)

    if what == "erased":
        erasure.erase(person, by=None, at=NOW)
    else:
        identity.mark(person, by=town.planner, at=NOW)

    assert set(SavedView.objects.values_list("name", flat=True)) == {"I dag", "Natt"}
