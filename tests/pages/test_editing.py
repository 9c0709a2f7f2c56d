"""What editors do at the desk, and who never gets there."""

import pytest
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from portal.pages.models import Contact, ContactPage, FAQPage, GuideIndexPage, GuidePage, NewsIndexPage, StandardPage
from tests.factories.pages import STEP, below


@pytest.fixture
def guide(home):
    guides = below(home, GuideIndexPage, "Guider", intro="Steg för steg.")
    return below(guides, GuidePage, "Beställ ett intyg", intro="Så gör du.", steps=[STEP])


def guide_form(**changed: object) -> dict[str, object]:
    """What the guide's form sends."""
    step = {
        "heading": "Öppna Intyg",
        "text": rich_text("<p>Tryck på knappen.</p>"),
        "picture": {"image": "", "alt_text": "", "decorative": ""},
        "screen": streamfield([("primary", "Nästa")]),
        "screen_in_words": "en knapp.",
        "button": {"page": "", "place": "/intyg/", "label": "Öppna"},
    }
    form = {
        "title": "Beställ ett intyg",
        "slug": "bestall-ett-intyg",
        "intro": "Så gör du.",
        "minutes": "2",
        "contact": "",
        "search_description": "",
        **dict.fromkeys(("body", "troubles", "again_steps", "easy"), streamfield([])),
        **dict.fromkeys(("again_minutes", "easy_minutes"), ""),
        "steps": streamfield([("step", step)]),
        "audiences-TOTAL_FORMS": 0,
        "audiences-INITIAL_FORMS": 0,
        "comments-TOTAL_FORMS": 0,
        "comments-INITIAL_FORMS": 0,
        "action-publish": "publish",
    }
    return nested_form_data(form | changed)


def test_an_approver_changes_a_guide_and_visitors_see_it(signed_in, approver, client, guide):
    desk = signed_in(approver)
    assert desk.get(f"/admin/pages/{guide.pk}/edit/").status_code == 200

    desk.post(f"/admin/pages/{guide.pk}/edit/", guide_form(title="Hämta ett intyg", intro="Det är enkelt."))

    html = client.get("/guider/bestall-ett-intyg/").content.decode()
    assert "<h1>Hämta ett intyg</h1>" in html
    assert "Det är enkelt." in html
    assert "Öppna Intyg" in html


def test_an_approver_writes_a_new_guide(signed_in, approver, client, guide):
    form = guide_form(title="Byt nummer", slug="byt-nummer")

    signed_in(approver).post(f"/admin/pages/add/pages/guidepage/{guide.get_parent().pk}/", form)

    assert "Byt nummer" in client.get("/guider/").content.decode()


def test_a_guide_that_says_nothing_is_refused(signed_in, editor, guide):
    answer = signed_in(editor).post(f"/admin/pages/{guide.pk}/edit/", guide_form(steps=streamfield([])))

    assert "minst ett steg eller en text." in answer.content.decode()
    assert GuidePage.objects.get().steps


def test_script_in_rich_text_is_washed_away(signed_in, approver, client, guide):
    dirty = '<p>Hej<script>alert(1)</script><a href="javascript:alert(1)" onclick="x()" style="color:red">här</a></p>'
    answer = {"question": "Varför?", "answer": rich_text(dirty)}

    form = guide_form(troubles=streamfield([("answer", answer)]))
    signed_in(approver).post(f"/admin/pages/{guide.pk}/edit/", form)

    html = client.get("/guider/bestall-ett-intyg/").content.decode()
    assert "Varför?" in html
    assert not any(trace in html for trace in ("alert(1)</script", "javascript:", "onclick", "style="))


def test_the_preview_shows_a_guide(signed_in, editor, guide):
    desk = signed_in(editor)
    desk.post(f"/admin/pages/{guide.pk}/edit/preview/", guide_form(title="Nästan klar"))

    assert "Nästan klar" in desk.get(f"/admin/pages/{guide.pk}/edit/preview/").content.decode()


def contact_form() -> dict[str, object]:
    times = {
        "first_day": "0",
        "last_day": "4",
        "opens": "06:30",
        "closes": "16:00",
        "lunch_from": "",
        "lunch_until": "",
    }
    return {
        "name": "Bemanningen",
        "about": "",
        "phone": "0980-319 210",
        "email": "",
        "position": "1",
        "hours": streamfield([("days", times)]),
        "exceptions": streamfield([]),
        "people": streamfield([]),
    }


def test_a_holiday_put_in_closes_the_card_at_once(signed_in, editor, client, home, time_machine):
    time_machine.move_to("2026-05-14T10:00:00+02:00", tick=False)
    contact = Contact.objects.create(name="Bemanningen")
    below(home, ContactPage, "Kontakt")
    form = contact_form()
    desk = signed_in(editor)

    desk.post(f"/admin/snippets/pages/contact/edit/{contact.pk}/", nested_form_data(form))
    assert "Öppet nu" in client.get("/kontakt/").content.decode()

    holiday = {"date": "2026-05-14", "reason": "Kristi himmelsfärd", "opens": "", "closes": ""}
    form["exceptions"] = streamfield([("date", holiday)])
    desk.post(f"/admin/snippets/pages/contact/edit/{contact.pk}/", nested_form_data(form))
    assert "Stängt nu" in client.get("/kontakt/").content.decode()


@pytest.mark.parametrize("address", ["/admin/", "/admin/pages/", "/admin/snippets/pages/contact/"])
def test_neither_visitors_nor_substitutes_enter_the_desk(signed_in, town, client, address):
    assert client.get(address).status_code == 302
    assert client.get(address).headers["Location"].startswith("/konto/login/")
    assert signed_in(town.substitute().user).get(address).status_code == 404


def test_a_planner_enters_the_desk_but_changes_no_page(signed_in, town, guide):
    desk = signed_in(town.planner)

    assert desk.get("/admin/").status_code == 200
    desk.post(f"/admin/pages/{guide.pk}/edit/", guide_form(title="Ändrad"))
    assert GuidePage.objects.get().title == "Beställ ett intyg"
    assert desk.get("/admin/snippets/pages/contact/").status_code in {302, 403}


def test_each_section_lies_where_it_belongs():
    assert GuidePage.allowed_parent_page_models() == [GuideIndexPage]
    assert GuideIndexPage.allowed_subpage_models() == [GuidePage]
    assert FAQPage.allowed_subpage_models() == ContactPage.allowed_subpage_models() == []
    assert StandardPage in StandardPage.allowed_subpage_models()
    assert NewsIndexPage.max_count_per_parent == 1
