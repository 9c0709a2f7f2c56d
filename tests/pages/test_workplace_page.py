"""A workplace's page: one truth of the place."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from wagtail.models import Locale
from wagtail.test.utils.form_data import nested_form_data, streamfield

from people.models import Workplace
from portal.pages.models import WorkplacePage
from tests.factories.pages import below
from tests.factories.people import WorkplaceFactory
from tests.pages.counting import AT_MOST, asked

ADDRESS = "/arbetsplatser/solgarden/"


def text(answer) -> str:
    return " ".join(BeautifulSoup(answer.content, "html5lib").main.get_text(" ").split())


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
        "audiences-TOTAL_FORMS": 0,
        "audiences-INITIAL_FORMS": 0,
        "comments-TOTAL_FORMS": 0,
        "comments-INITIAL_FORMS": 0,
    }
    return nested_form_data(form | changed)


def test_what_is_known_of_the_place_is_told_as_its_own_row_says(client, solgarden, place):
    for address in ("Storgatan 14", "Nygatan 2"):
        Workplace.objects.filter(pk=place.pk).update(address=address)
        said = text(client.get(ADDRESS))
        assert all(words in said for words in (address, "Röda huset", "Inneskor", "Ring 0980-319 245", "introduktion"))
        assert "Parkering" in said
        assert "Bakom huset" in said


def test_the_map_is_the_municipalitys_own(client, solgarden, settings):
    settings.MAP_LINK = "https://karta.alvsunda.example/?q={address}"

    link = BeautifulSoup(client.get(ADDRESS).content, "html5lib").select_one("a[href^='https://karta.alvsunda']")

    assert link["href"].endswith("?q=Storgatan+14")


def test_the_list_goes_by_area(client, workplaces, solgarden, elsewhere):
    below(workplaces, WorkplacePage, "Kastanjen", workplace=elsewhere.workplace)
    lost = below(workplaces, WorkplacePage, "Utan plats", workplace=WorkplaceFactory())
    WorkplacePage.objects.filter(pk=lost.pk).update(workplace=None)

    said = text(client.get("/arbetsplatser/"))

    order = [said.index(words) for words in ("Förskola", "Kastanjen", "Hemtjänst", "Solgården", "Övriga", "Utan plats")]
    assert order == sorted(order)


def test_an_editor_chooses_among_all_workplaces_and_a_second_page_of_one_is_refused(
    signed_in, approver, workplaces, solgarden, place, elsewhere
):
    desk, add = signed_in(approver), f"/admin/pages/add/pages/workplacepage/{workplaces.pk}/"

    assert elsewhere.workplace.name in desk.get(add).content.decode()
    answer = desk.post(add, page_form(place, slug="en-till", **{"action-publish": "publish"}))
    desk.post(add, page_form(elsewhere.workplace, slug="annan", **{"action-publish": "publish"}))

    assert "Arbetsplatsen har redan en sida." in answer.content.decode()
    assert set(WorkplacePage.objects.values_list("slug", flat=True)) == {"solgarden", "annan"}


def test_each_language_has_a_page_of_its_own_of_the_workplace(solgarden, place):
    english = solgarden.copy_for_translation(Locale.objects.get_or_create(language_code="en")[0], copy_parents=True)

    english.full_clean()

    assert english.workplace == place
    with pytest.raises(ValidationError):
        WorkplacePage(title="Ännu en", slug="x", workplace=place, locale=solgarden.locale, path="x", depth=3).clean()


def test_a_page_that_has_lost_its_workplace_still_reads(client, solgarden, elsewhere):
    WorkplacePage.objects.update(workplace=None)

    said = text(client.get(ADDRESS))

    assert "Parkering" in said
    assert "Hitta hit" not in said


def test_they_ask_no_more_for_thirty_than_for_one_and_never_more_than_twelve(client, workplaces, solgarden, town):
    one = asked(client, "/arbetsplatser/")
    for number in range(29):
        below(workplaces, WorkplacePage, f"Plats {number}", workplace=WorkplaceFactory(area=town.area))

    assert asked(client, "/arbetsplatser/") == one <= AT_MOST
    assert asked(client, ADDRESS) <= AT_MOST
