"""The checks that an editor sees while she writes, and what she sees it in."""

import json

import pytest
from bs4 import BeautifulSoup
from wagtail.test.utils.form_data import nested_form_data

from portal.pages.care.lix import LONG_SENTENCE
from portal.pages.models import Contact
from tests.pages.test_editing import contact_form, guide_form


@pytest.fixture
def preview(signed_in, editor, a_guide) -> BeautifulSoup:
    desk, page = signed_in(editor), a_guide("Lön")
    desk.post(f"/admin/pages/{page.pk}/edit/preview/", guide_form())
    html = desk.get(f"/admin/pages/{page.pk}/edit/preview/?in_preview_panel=true").content.decode()
    return BeautifulSoup(html, "html.parser")


def test_the_checks_are_wagtails_and_ours_with_swedish_words(preview):
    said = json.loads(preview.find(id="checker-axe-configuration").string)

    run = said["options"]["runOnly"]
    assert {"heading-order", "image-alt", "portal-link-says-where", "portal-short-sentences"} <= set(run)
    assert said["messages"]["portal-link-says-where"]["error_name"] == "Länken säger inte vart den leder"
    assert said["messages"]["empty-heading"]["error_name"] == "Rubriken är tom"
    assert {"most": LONG_SENTENCE} in [check.get("options") for check in said["spec"]["checks"]]
    assert set(said["messages"]) == set(run)


def test_the_script_of_our_checks_is_with_them(preview):
    assert any("js/desk/checks.js" in script.get("src", "") for script in preview.find_all("script"))


def test_the_editor_shows_readability_and_two_widths(signed_in, editor, a_guide):
    html = signed_in(editor).get(f"/admin/pages/{a_guide('Lön').pk}/edit/").content.decode()

    page = BeautifulSoup(html, "html.parser")
    sizes = page.select('input[name="preview-size"]')
    assert [size["data-device-width"] for size in sizes] == ["390", "1280"]
    assert sizes[0].has_attr("checked")
    assert page.select("[data-content-readability-score]")


def test_a_contact_is_previewed_as_its_card(signed_in, editor, home):
    contact = Contact.objects.create(name="Bemanningen")
    desk = signed_in(editor)
    address = f"/admin/snippets/pages/contact/preview/{contact.pk}/"

    desk.post(address, nested_form_data(contact_form() | {"name": "Nattenheten"}))
    html = desk.get(address).content.decode()

    assert "<h1>Nattenheten</h1>" in html
    assert "Ring 0980-319 210" in html


def test_sending_is_the_button_of_those_who_may_not_publish(signed_in, editor, approver, a_guide):
    path = f"/admin/pages/{a_guide('Lön').pk}/edit/"

    for person, first in ((editor, "action-submit"), (approver, "action-publish")):
        page = BeautifulSoup(signed_in(person).get(path).content.decode(), "html.parser")
        named = [button["name"] for button in page.select("footer button[name^=action-]")]
        assert named[0] == first
