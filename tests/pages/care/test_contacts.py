"""What contacts lack, in a report of their own."""

import pytest
from django.contrib.auth.models import Permission

from portal.pages.care import contacts, hers
from portal.pages.models import Contact
from tests.cast import NOW
from tests.factories.pages import hours

pytestmark = pytest.mark.django_db
TODAY = NOW.date()  # 12 May 2026
PHONE = {"phone": "0980-319 210", "hours": [("days", hours("0", "4", "08:00", "16:00"))]}


def other(day: str) -> tuple[str, dict[str, object]]:
    return "date", {"date": TODAY.fromisoformat(day), "reason": "", "opens": None, "closes": None}


def lacks(**fields: object) -> list[str]:
    contact = Contact.objects.create(name="Lönen", **fields)
    return [found.what for found in contacts.lacking([contact], today=TODAY)]


@pytest.mark.parametrize(
    "fields",
    [
        PHONE,
        {"email": "lonen@alvsunda.example"},
        PHONE | {"exceptions": [other("2026-05-01"), other("2026-05-12")]},
        {"phone": "0980-319 210", "exceptions": [other("2026-06-06")]},
    ],
)
def test_a_contact_that_can_be_reached_is_left_alone(fields):
    assert lacks(**fields) == []


@pytest.mark.parametrize(
    ("fields", "what"),
    [
        ({}, ["Varken telefon eller e-post"]),
        ({"phone": "0980-319 210"}, ["Telefon men inga öppettider"]),
        (PHONE | {"exceptions": [other("2026-05-01"), other("2026-05-11")]}, ["Alla andra tider har varit"]),
        ({"exceptions": [other("2026-05-01")]}, ["Varken telefon eller e-post", "Alla andra tider har varit"]),
    ],
)
def test_what_a_contact_lacks_is_found(fields, what):
    assert lacks(**fields) == what


def test_the_report_and_the_first_page_lead_to_the_contacts_form(signed_in, editor, home):
    contact = Contact.objects.create(name="=Lönen")
    desk = signed_in(editor)

    html = desk.get("/admin/sidvard/kontakter/").content.decode()
    csv = b"".join(desk.get("/admin/sidvard/kontakter/hamta/csv/").streaming_content).decode()

    assert f'<a href="/admin/snippets/pages/contact/edit/{contact.pk}/">=Lönen</a>' in html
    assert csv.splitlines()[1].startswith("'=Lönen,,Varken telefon")
    assert "Kontakter att se över" in desk.get("/admin/").content.decode()


def test_whoever_may_not_change_contacts_is_told_nothing_of_them(signed_in, editor, home):
    Contact.objects.create(name="Lönen")
    Permission.objects.get(codename="change_contact").group_set.clear()

    assert "Lönen" not in signed_in(editor).get("/admin/sidvard/kontakter/").content.decode()


def test_many_contacts_ask_as_little_as_one(editor, django_assert_num_queries):
    for number in range(30):
        Contact.objects.create(name=f"Enhet {number}", exceptions=[other("2026-05-01")])
    editor.has_perm("pages.change_contact")

    with django_assert_num_queries(1):
        assert len(contacts.lacking(hers.contacts(editor), today=TODAY)) == 60
