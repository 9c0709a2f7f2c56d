"""A workplace's page: one truth of the place, and its codes for nobody but the one who is booked there, in time."""

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import Client
from wagtail.models import Locale, Revision
from wagtail.test.utils.form_data import nested_form_data, streamfield

from booking.models import EndReason
from people.models import Workplace
from people.views.answers import is_secret
from portal.pages.models import WorkplaceIndexPage, WorkplacePage
from tests.cast import NOW, at, with_role
from tests.factories.booking import BookingFactory
from tests.factories.pages import TEXT, below
from tests.factories.people import WorkplaceFactory
from tests.pages.counting import AT_MOST, asked

SECRET = "Kod 4711#"
ADDRESS = "/arbetsplatser/solgarden/"
SHIFT = ("2026-05-14 07:00", "2026-05-14 16:00")
IN_TIME = "2026-05-14 06:30"


@pytest.fixture(autouse=True)
def _morning():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def index(home):
    return below(home, WorkplaceIndexPage, "Arbetsplatser")


@pytest.fixture
def place(town) -> Workplace:
    told = {"way_in": SECRET, "clothes": "Inneskor", "directions": "Röda huset", "needs_introduction": True}
    Workplace.objects.filter(pk=town.workplace.pk).update(**told)
    town.workplace.refresh_from_db()
    return town.workplace


@pytest.fixture
def page(index, place):
    facts = [("fact", {"term": "Parkering", "fact": "Bakom huset"})]
    return below(index, WorkplacePage, "Solgården", slug="solgarden", workplace=place, practical=facts, body=TEXT)


@pytest.fixture
def amira(town):
    return town.substitute()


@pytest.fixture
def phone(amira, signed_in) -> Client:
    return signed_in(amira.user)


@pytest.fixture
def booking(town, place, amira):
    return BookingFactory(order=town.order(*SHIFT, workplace=place), substitute=amira)


def answered(browser, moment: str = IN_TIME, address: str = ADDRESS):
    with time_machine.travel(at(moment), tick=False):
        return browser.get(address)


def text(answer) -> str:
    return " ".join(BeautifulSoup(answer.content, "html5lib").main.get_text(" ").split())


def has_codes(answer) -> bool:
    return "4711" in answer.content.decode()


def test_what_is_known_of_the_place_is_told_as_its_own_row_says(client, page, place):
    for address in ("Storgatan 14", "Nygatan 2"):
        Workplace.objects.filter(pk=place.pk).update(address=address)
        said = text(client.get(ADDRESS))
        assert all(words in said for words in (address, "Röda huset", "Inneskor", "Ring 0980-319 245", "introduktion"))
        assert "Parkering" in said
        assert "Bakom huset" in said


def test_the_map_is_the_municipalitys_own(client, page, settings):
    settings.MAP_LINK = "https://karta.alvsunda.example/?q={address}"

    link = BeautifulSoup(client.get(ADDRESS).content, "html5lib").select_one("a[href^='https://karta.alvsunda']")

    assert link["href"].endswith("?q=Storgatan+14")


def test_the_list_goes_by_area(client, index, page, elsewhere):
    below(index, WorkplacePage, "Kastanjen", workplace=elsewhere.workplace)
    lost = below(index, WorkplacePage, "Utan plats", workplace=WorkplaceFactory())
    WorkplacePage.objects.filter(pk=lost.pk).update(workplace=None)

    said = text(client.get("/arbetsplatser/"))

    order = [said.index(words) for words in ("Förskola", "Kastanjen", "Hemtjänst", "Solgården", "Övriga", "Utan plats")]
    assert order == sorted(order)


@pytest.mark.parametrize("moment", ["2026-05-13 07:00", IN_TIME, "2026-05-14 15:59"])
def test_from_a_day_before_until_the_end_she_who_is_booked_reads_the_codes_and_nothing_keeps_them(
    phone, page, booking, moment
):
    answer = answered(phone, moment)

    assert has_codes(answer)
    assert {"private", "no-store"} <= set(answer["Cache-Control"].split(", "))
    assert is_secret(answer)


@pytest.mark.parametrize(
    ("moment", "said"),
    [("2026-05-13 06:59", "Kod och nycklar visas från 07.00."), ("2026-05-14 16:00", ""), ("2026-05-20 07:00", "")],
)
def test_before_and_after_she_does_not(phone, page, booking, moment, said):
    answer = answered(phone, moment)

    assert not has_codes(answer)
    assert not is_secret(answer)
    assert said in text(answer)
    assert ("Kod och nycklar" in text(answer)) == bool(said)


def test_a_booking_that_has_ended_opens_nothing(phone, page, booking, town):
    booking.ended_at, booking.ended_by, booking.end_reason = NOW, town.planner, EndReason.OTHER
    booking.save()

    assert "Kod och nycklar" not in text(answered(phone))
    assert "Kod och nycklar" not in text(answered(phone, "2026-05-12 05:45"))


def test_a_booking_at_another_workplace_opens_nothing(phone, page, town, amira):
    there = WorkplaceFactory(area=town.area, way_in="Kod 1234")
    BookingFactory(order=town.order(*SHIFT, workplace=there), substitute=amira)

    answer = answered(phone)

    assert not has_codes(answer)
    assert "1234" not in answer.content.decode()


def test_a_shift_that_is_over_and_one_far_ahead_open_nothing_between_them(phone, page, town, place, amira):
    for day in ("2026-05-13", "2026-05-20"):
        order = town.order(f"{day} 07:00", f"{day} 16:00", workplace=place)
        BookingFactory(order=order, substitute=amira)

    assert not has_codes(answered(phone, "2026-05-14 06:30"))
    assert has_codes(answered(phone, "2026-05-13 06:30"))


def test_nobody_else_reads_them(client, page, booking, town, owner, editor, officer, signed_in):
    others = [town.substitute().user, town.planner, town.manager, owner, editor, officer]
    browsers = [client, *map(signed_in, others)]

    assert [has_codes(answered(browser)) for browser in browsers] == [False] * len(browsers)


def test_whoever_has_been_signed_out_reads_them_no_more(phone, page, booking):
    assert has_codes(answered(phone))
    phone.logout()

    assert not has_codes(answered(phone))


def test_neither_the_list_nor_the_search_has_them(phone, client, page, booking):
    call_command("update_index", verbosity=0)

    for browser in (phone, client):
        for address in ("/arbetsplatser/", "/", "/sok/?q=Kod", "/sok/?q=Solg%C3%A5rden"):
            assert not has_codes(answered(browser, address=address)), address
        assert "Solgården" in text(answered(browser, address="/sok/?q=Parkering"))
        assert "Solgården" not in text(answered(browser, address="/sok/?q=4711"))


def test_no_draft_and_no_history_of_the_page_holds_them(page, booking):
    page.save_revision().publish()

    assert "4711" not in str(list(Revision.objects.values_list("content")))


def page_form(place, **changed: object) -> dict[str, object]:
    form = {
        "title": "Solgården",
        "slug": "solgarden",
        "intro": "",
        "workplace": str(place.pk),
        "practical": streamfield([]),
        "body": streamfield([]),
        "contact": "",
        "search_description": "",
        "comments-TOTAL_FORMS": 0,
        "comments-INITIAL_FORMS": 0,
    }
    return nested_form_data(form | changed)


def test_an_editor_who_is_booked_there_too_reads_them_neither_in_the_form_nor_beforehand(signed_in, page, place, town):
    editor = with_role("editor")
    substitute = town.substitute(user=editor)
    BookingFactory(order=town.order(*SHIFT, workplace=place), substitute=substitute)
    desk, edit = signed_in(editor), f"/admin/pages/{page.pk}/edit/"
    with time_machine.travel(at(IN_TIME), tick=False):
        desk.post(edit + "preview/", page_form(place))
        looks = [desk.get(edit), desk.get(edit + "preview/"), desk.get(f"/admin/pages/{page.pk}/view_draft/")]
        assert [answer.status_code for answer in looks] == [200, 200, 200]
        assert not any(map(has_codes, looks))
        assert "Storgatan 14" in looks[1].content.decode()


def test_an_editor_chooses_among_all_workplaces_and_a_second_page_of_one_is_refused(
    signed_in, editor, index, page, place, elsewhere
):
    desk, add = signed_in(editor), f"/admin/pages/add/pages/workplacepage/{index.pk}/"

    assert elsewhere.workplace.name in desk.get(add).content.decode()
    answer = desk.post(add, page_form(place, slug="en-till", **{"action-publish": "publish"}))
    desk.post(add, page_form(elsewhere.workplace, slug="annan", **{"action-publish": "publish"}))

    assert "Arbetsplatsen har redan en sida." in answer.content.decode()
    assert set(WorkplacePage.objects.values_list("slug", flat=True)) == {"solgarden", "annan"}


def test_each_language_has_a_page_of_its_own_of_the_workplace(page, place):
    english = page.copy_for_translation(Locale.objects.get_or_create(language_code="en")[0], copy_parents=True)

    english.full_clean()

    assert english.workplace == place
    with pytest.raises(ValidationError):
        WorkplacePage(title="Ännu en", slug="x", workplace=place, locale=page.locale, path="x", depth=3).clean()


def test_a_page_that_has_lost_its_workplace_still_reads(client, page, elsewhere):
    WorkplacePage.objects.update(workplace=None)

    said = text(client.get(ADDRESS))

    assert "Parkering" in said
    assert "Hitta hit" not in said


def test_they_ask_no_more_for_thirty_than_for_one_and_never_more_than_twelve(client, phone, index, page, booking, town):
    one = asked(client, "/arbetsplatser/")
    for number in range(29):
        below(index, WorkplacePage, f"Plats {number}", workplace=WorkplaceFactory(area=town.area))

    assert asked(client, "/arbetsplatser/") == one <= AT_MOST
    assert asked(client, ADDRESS) <= AT_MOST
    with time_machine.travel(at(IN_TIME), tick=False):
        assert asked(phone, ADDRESS) <= AT_MOST
