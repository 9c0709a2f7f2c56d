"""What stands above every public page for a while."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from wagtail.test.utils.form_data import nested_form_data

from portal.pages.models import Banner, StandardPage
from tests.cast import at
from tests.factories.pages import TEXT, below
from tests.page_checks import assert_valid_html
from tests.pages.counting import AT_MOST, asked

NOON = at("2026-05-12 12:00")
MOVING, CAMPAIGN = Banner.Kind.MOVING, Banner.Kind.CAMPAIGN
NEW_PORTAL = "https://vikarie.alvsunda.example/"


def banner(heading: str, kind: Banner.Kind = CAMPAIGN, **fields: object) -> Banner:
    return Banner.objects.create(kind=kind, heading=heading, **({"shows_from": NOON} | fields))


@pytest.fixture
def noon(time_machine):
    time_machine.move_to(NOON, tick=False)
    return time_machine


def moving(**fields: object) -> Banner:
    return banner("Portalen flyttar.", MOVING, address=NEW_PORTAL, link_text="Gå till den nya portalen", **fields)


@pytest.mark.parametrize("address", ["/", "/om/", "/sok/"])
def test_it_stands_above_every_public_page_while_it_holds(client, home, noon, address):
    below(home, StandardPage, "Om", body=TEXT)
    banner("Jobba i sommar?", shows_until=at("2026-05-12 13:00"))

    for moment, shown in (("11:59", False), ("12:00", True), ("12:59", True), ("13:00", False)):
        noon.move_to(at(f"2026-05-12 {moment}"), tick=False)
        assert ("Jobba i sommar?" in client.get(address).content.decode()) is shown, moment


def test_that_the_portal_moves_stands_first_with_the_new_address(client, home, noon):
    banner("Jobba i sommar?")
    moving()

    html = client.get("/").content.decode()

    assert_valid_html(html)
    assert html.index("Portalen flyttar.") < html.index("Jobba i sommar?")
    assert f'<a href="{NEW_PORTAL}">Gå till den nya portalen</a>' in html


def test_of_each_kind_only_the_one_that_came_last_is_shown(db):
    banner("Vår", shows_from=at("2026-03-01 00:00"))
    banner("Sommar", shows_from=at("2026-05-01 00:00"))
    banner("Höst", shows_from=at("2026-08-01 00:00"))
    moving()

    assert [str(one) for one in Banner.objects.shown(at=NOON)] == ["Portalen flyttar.", "Sommar"]
    assert [str(one) for one in Banner.objects.shown(at=at("2026-09-01 00:00"))] == ["Portalen flyttar.", "Höst"]


def test_it_leads_to_a_page_but_never_to_a_draft(client, home, noon):
    page = below(home, StandardPage, "Om", body=TEXT)
    banner("Nytt.", page=page, link_text="Läs mer om det")
    assert '<a href="/om/">Läs mer om det</a>' in client.get("/").content.decode()

    page.unpublish()
    assert "Läs mer om det" not in client.get("/").content.decode()


def test_without_banners_there_is_nothing(client, home):
    assert 'class="banners"' not in client.get("/").content.decode()


def test_many_banners_cost_one_query_as_none_does(client, home, noon):
    page = below(home, StandardPage, "Om", body=TEXT)
    none = asked(client, "/om/")
    for number in range(20):
        banner(f"Kampanj {number}", page=page, link_text="Läs mer")
    moving()

    assert asked(client, "/om/") == none <= AT_MOST


@pytest.mark.parametrize(
    ("said", "field", "why"),
    [
        ({"kind": MOVING}, "address", "Fyll i den nya adressen."),
        ({"address": NEW_PORTAL}, "link_text", "Skriv vad som ska stå på länken."),
        (
            {"address": "javascript:x()", "link_text": "x"},
            "address",
            "Skriv hela adressen. Den ska börja med https://.",
        ),
        ({"shows_until": NOON}, "shows_until", "Visas till måste vara senare än visas från."),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(db, said, field, why):
    with pytest.raises(ValidationError) as refused:
        Banner(**({"heading": "Nytt.", "shows_from": NOON} | said)).full_clean()

    assert refused.value.message_dict[field] == [why]


def test_a_page_and_an_address_at_once_are_refused(home):
    both = Banner(heading="Nytt.", shows_from=NOON, page=home, address=NEW_PORTAL, link_text="Gå dit")

    with pytest.raises(ValidationError) as refused:
        both.full_clean()

    assert refused.value.message_dict == {"address": ["Välj antingen en sida eller en adress."]}


def test_the_database_takes_none_that_ends_before_it_starts(db):
    with pytest.raises(IntegrityError):
        banner("Nytt.", shows_until=at("2026-05-12 11:00"))


def test_an_editor_puts_one_up_at_the_desk_and_visitors_see_it(signed_in, editor, client, home):
    form = {
        "kind": "campaign",
        "heading": "Jobba i sommar?",
        "text": "Lägg in dina tider.",
        "link_text": "",
        "page": "",
        "address": "",
        "shows_from": "2026-01-01 00:00",
        "shows_until": "",
    }

    signed_in(editor).post("/admin/snippets/pages/banner/add/", nested_form_data(form))

    assert "Lägg in dina tider." in client.get("/").content.decode()


def test_a_planner_puts_up_none(signed_in, town):
    assert signed_in(town.planner).get("/admin/snippets/pages/banner/").status_code in {302, 403}
