"""The ways to other systems, on the start page and wherever an editor puts them."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.test.utils.form_data import nested_form_data

from portal.pages.models import StandardPage, SystemShortcut
from tests.cast import at
from tests.factories.pages import below
from tests.pages.counting import AT_MOST, asked

ADDRESS = "/admin/snippets/pages/systemshortcut/"


def system(name: str = "Lönen", **fields: object) -> SystemShortcut:
    said = {"address": "https://lon.alvsunda.example/", "about": "Se din lön.", "sign_in": "Med e-legitimation."}
    return SystemShortcut.objects.create(name=name, **(said | fields))


def test_the_start_page_lists_them_with_what_for_and_how_to_sign_in(client, home):
    system("Mejlen", position=2)
    system("Lönen", position=1)

    html = client.get("/").content.decode()

    assert html.index("Till systemen") < html.index("Lönen") < html.index("Mejlen")
    assert 'href="https://lon.alvsunda.example/"' in html
    assert "Se din lön." in html
    assert "Med e-legitimation." in html


def test_without_systems_there_is_no_heading_for_them(client, home):
    assert "Till systemen" not in client.get("/").content.decode()


def test_what_is_different_just_now_is_told_until_it_is_over(client, home, time_machine):
    system(status="Stängt för service.", status_until=at("2026-05-12 18:00"))

    time_machine.move_to(at("2026-05-12 17:59"), tick=False)
    assert "Stängt för service." in client.get("/").content.decode()

    time_machine.move_to(at("2026-05-12 18:00"), tick=False)
    assert "Stängt för service." not in client.get("/").content.decode()


def test_an_editor_places_some_of_them_on_a_page(client, home):
    system("Mejlen")
    until = at("2098-01-01 00:00")
    below(home, StandardPage, "Lon", body=[("systems", [system(status="Långsamt i dag.", status_until=until)])])

    html = client.get("/lon/").content.decode()

    assert "Se din lön." in html
    assert "Långsamt i dag." in html
    assert "Mejlen" not in html


def test_a_system_that_is_taken_away_leaves_its_page_in_order(client, home):
    gone = system()
    below(home, StandardPage, "Lon", body=[("systems", [gone, system("Mejlen")])])
    gone.delete()

    answer = client.get("/lon/")

    assert answer.status_code == 200
    assert "Mejlen" in answer.content.decode()


@pytest.mark.parametrize(
    ("said", "field", "why"),
    [
        ({"status": "Stängt."}, "status_until", "Fyll i när raden ska försvinna."),
        ({"address": "javascript:alert(1)"}, "address", "Skriv hela adressen. Den ska börja med https://."),
    ],
)
def test_what_would_mislead_is_refused_beside_its_field(db, said, field, why):
    kept = {"name": "Lönen", "address": "https://lon.alvsunda.example/", "about": "Lön.", "sign_in": "Med kod."}

    with pytest.raises(ValidationError) as refused:
        SystemShortcut(**(kept | said)).full_clean()

    assert refused.value.message_dict[field] == [why]


def test_the_start_page_asks_no_more_for_thirty_than_for_one(client, home):
    system("System 0")
    one = asked(client, "/")
    for number in range(1, 30):
        system(f"System {number}")

    assert asked(client, "/") == one <= AT_MOST


def test_an_editor_writes_one_at_the_desk(signed_in, editor, client, home):
    form = {
        "name": "Kurser",
        "address": "https://kurser.alvsunda.example/",
        "about": "Gå kurser.",
        "sign_in": "Med ditt användarnamn.",
        "status": "",
        "status_until": "",
        "position": "3",
    }

    signed_in(editor).post(f"{ADDRESS}add/", nested_form_data(form))

    assert "Gå kurser." in client.get("/").content.decode()


def test_only_editors_keep_them(signed_in, editor, town, client):
    assert client.get(ADDRESS).status_code == 302
    assert signed_in(editor).get(ADDRESS).status_code == 200
    assert signed_in(town.planner).get(ADDRESS).status_code in {302, 403}
    assert signed_in(town.substitute().user).get(ADDRESS).status_code == 404
