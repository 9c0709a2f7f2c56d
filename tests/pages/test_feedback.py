"""Lämna synpunkt: what anybody may write to the editors, and how it is kept."""

from datetime import timedelta

import pytest

from people.operations import erasure
from portal.pages import floods
from portal.pages.feedback import operations
from portal.pages.models import Feedback, FeedbackPage, GuideIndexPage, GuidePage, PageAnswer
from portal.pages.tasks import forget
from tests.cast import NOW
from tests.factories.pages import STEP, below

pytestmark = pytest.mark.django_db
FORM = {"amne": "Guiderna", "text": "Bilden saknas i steg 2.", "svar_till": ""}


@pytest.fixture
def page(home) -> FeedbackPage:
    subjects = [("subject", "Portalen"), ("subject", "Guiderna")]
    return below(home, FeedbackPage, "Synpunkt", subjects=subjects, next_steps="Vi läser varje vecka.")


def send(client, page, **changed: object):
    return client.post(f"/synpunkt/{page.pk}/", FORM | changed)


def keep(page, reply_to: str = "", *, at=NOW) -> Feedback:
    return operations.send(page, subject="Portalen", text="Bra.", reply_to=reply_to, at=at)


def test_a_visitor_writes_and_reads_what_happens_next(client, page):
    html = client.get("/synpunkt/").content.decode()
    assert '<option value="Guiderna">' in html
    assert "csrfmiddlewaretoken" not in html
    assert "Hjälpte informationen dig?" not in html

    thanks = client.get(send(client, page)["Location"])

    assert "Vi läser varje vecka." in thanks.content.decode()
    said = Feedback.objects.get()
    assert (said.page, said.subject, said.text, said.reply_to) == (page, "Guiderna", FORM["text"], "")


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"amne": ""}, "Välj vad det gäller."),
        ({"text": ""}, "Skriv det du vill säga."),
        ({"text": "Mitt nummer är 19811218-9876."}, "Det ser ut att finnas ett personnummer"),
        ({"text": "x" * 2001}, "Skriv högst 2 000 tecken."),
        ({"svar_till": "hej"}, "Skriv en e-postadress eller ett telefonnummer."),
    ],
)
def test_a_refusal_stands_on_the_same_page_and_loses_nothing(client, page, changed, why):
    refused = send(client, page, **changed)

    html = refused.content.decode()
    assert refused.status_code == 422
    assert why in html
    assert (changed.get("text") or FORM["text"]) in html or "text" in changed
    assert not Feedback.objects.exists()


@pytest.mark.parametrize("reached", ["070-174 06 05", "mira@alvsunda.example", ""])
def test_whoever_wants_an_answer_says_where(client, page, reached):
    send(client, page, svar_till=reached)

    assert Feedback.objects.get().reply_to == reached


def test_a_double_click_is_one(client, page):
    send(client, page)
    send(client, page)

    assert Feedback.objects.count() == 1


def test_floods_and_programs_are_thanked_and_let_go(client, page, monkeypatch):
    monkeypatch.setattr(floods, "FEEDBACK", floods.FEEDBACK._replace(each=2))

    assert send(client, page, webbplats="x").status_code == 302
    for number in range(4):
        assert send(client, page, text=f"Text {number}").status_code == 302

    assert Feedback.objects.count() == 2


def test_whoever_opens_the_address_of_the_form_is_led_to_the_page(client, page):
    assert client.get(f"/synpunkt/{page.pk}/")["Location"].endswith("/synpunkt/")
    assert client.get("/synpunkt/0/").status_code == 404


def test_what_is_old_is_forgotten_and_the_yes_or_no_stays(page, home, settings, time_machine):
    guide = below(below(home, GuideIndexPage, "Guider"), GuidePage, "Intyg", steps=[STEP])
    kept = {}
    for name, days in (("old", 370), ("new", 300)):
        at = NOW - timedelta(days=days)
        keep(page, name + "@alvsunda.example", at=at)
        kept[name] = operations.answer(guide, helped=True, command=Feedback.objects.latest("pk").command, at=at)
        operations.comment(guide, kept[name].command, "Ord", at=at)
    time_machine.move_to(NOW, tick=False)

    forget()

    assert [said.reply_to for said in Feedback.objects.all()] == ["new@alvsunda.example"]
    assert list(PageAnswer.objects.order_by("at").values_list("comment", flat=True)) == ["", "Ord"]


def test_how_long_is_a_setting(page, settings, time_machine):
    keep(page, at=NOW - timedelta(days=70))
    time_machine.move_to(NOW, tick=False)
    forget()
    assert Feedback.objects.exists()

    settings.FEEDBACK_MONTHS = 2
    forget()
    assert not Feedback.objects.exists()


def test_with_a_person_goes_what_asks_for_an_answer_to_her(page, town):
    her = town.substitute(user__phone="+46701740605", user__email="mira@alvsunda.example")
    for reply_to in ("070-174 06 05", "Mira@alvsunda.example", "annan@alvsunda.example", ""):
        operations.send(page, subject="Portalen", text=reply_to or "Bra.", reply_to=reply_to, at=NOW)

    erasure.erase(her, by=None, at=NOW)

    assert {said.reply_to for said in Feedback.objects.all()} == {"annan@alvsunda.example", ""}
