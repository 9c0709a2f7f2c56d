"""Did it help? A yes or no from anybody, signed out, and nothing of who she is."""

import re
import uuid
from datetime import timedelta

import pytest
from django.core.cache import cache
from wagtail.models import PageViewRestriction

from portal.pages import floods
from portal.pages.feedback import operations
from portal.pages.models import ContactPage, FAQPage, GuideIndexPage, GuidePage, NewsIndexPage, NewsPage, PageAnswer
from tests.cast import NOW
from tests.factories.pages import STEP, TEXT, below

pytestmark = pytest.mark.django_db
REAL_NUMBER = "19811218-9876"  # Skatteverket's own, for tests


@pytest.fixture
def guide(home) -> GuidePage:
    return below(below(home, GuideIndexPage, "Guider"), GuidePage, "Intyg", steps=[STEP])


def press(client, page, word: str = "nej", **extra: object):
    headers = extra.pop("headers", {})
    return client.post(f"/hjalpte/{page.pk}/", {"hjalpte": word, **extra}, headers=headers)


def add(client, page, text: str, **extra: object):
    """Press, and write on the page that follows."""
    address = press(client, page)["Location"]
    return client.post(address, {"kommentar": text, **extra})


@pytest.mark.parametrize(("word", "helped"), [("ja", True), ("nej", False)])
def test_a_reader_says_whether_it_helped_and_may_say_more(client, guide, word, helped):
    answer = press(client, guide, word)

    said = PageAnswer.objects.get()
    assert (said.page_id, said.helped, said.language, said.comment) == (guide.pk, helped, "sv", "")
    more = client.get(answer["Location"]).content.decode()
    assert "Tack för ditt svar" in more
    assert ("Vad saknade du?" in more) is not helped
    assert "Skriv inga namn eller personnummer." in more


def test_what_she_adds_stands_with_her_answer(client, guide):
    thanks = add(client, guide, "  Var är knappen? ")

    assert client.get(thanks["Location"]).status_code == 200
    assert PageAnswer.objects.get().comment == "Var är knappen?"


def test_it_stands_on_every_page_with_content_and_on_no_list(client, home, guide):
    below(home, FAQPage, "Fragor")
    below(below(home, NewsIndexPage, "Nyheter"), NewsPage, "Nytt", body=TEXT)
    below(home, ContactPage, "Kontakt")
    asks = {path: "Hjälpte informationen dig?" in client.get(path).content.decode() for path in PATHS}

    assert asks == PATHS


PATHS = {
    "/": False, "/guider/": False, "/nyheter/": False,
    "/guider/intyg/": True, "/fragor/": True, "/nyheter/nytt/": True, "/kontakt/": True,
}  # fmt: skip


def test_the_form_on_the_page_is_the_same_for_all(client, guide):
    page = client.get("/guider/intyg/")

    assert "csrfmiddlewaretoken" not in page.content.decode()
    assert not page.cookies


def test_a_double_click_is_one_answer_and_the_last_press_counts(client, guide):
    press(client, guide, "ja")
    press(client, guide, "nej")

    assert PageAnswer.objects.get().helped is False


def test_another_browser_at_the_same_address_is_another_answer(client, guide):
    press(client, guide)
    press(client, guide, headers={"user-agent": "another"})

    assert PageAnswer.objects.count() == 2


def test_a_comment_is_added_once(client, guide):
    address = press(client, guide)["Location"]
    for text in ("Först", "Sedan"):
        assert client.post(address, {"kommentar": text}).status_code == 302

    assert PageAnswer.objects.get().comment == "Först"


def test_a_comment_comes_within_the_hour(guide):
    said = operations.answer(guide, helped=True, command=uuid.uuid4(), at=NOW)

    assert not operations.comment(guide, said.command, "Sent", at=NOW + timedelta(hours=2))
    assert operations.comment(guide, said.command, "I tid", at=NOW + timedelta(minutes=5))


@pytest.mark.parametrize(
    ("text", "why"),
    [(f"Jag heter {REAL_NUMBER}", "Det ser ut att finnas ett personnummer"), ("x" * 1001, "Skriv högst 1 000 tecken.")],
)
def test_what_may_not_be_kept_is_refused_beside_the_field_and_stays_in_it(client, guide, text, why):
    refused = add(client, guide, text)

    html = refused.content.decode()
    assert refused.status_code == 422
    assert re.search(rf'id="id_kommentar_error"[^§]*{why}', html)
    assert text in html
    assert PageAnswer.objects.get().comment == ""


def test_a_thousand_signs_are_taken(client, guide):
    assert add(client, guide, "x" * 1000).status_code == 302
    assert len(PageAnswer.objects.get().comment) == 1000


def test_a_program_that_fills_in_everything_is_thanked_and_let_go(client, guide):
    answer = press(client, guide, webbplats="http://spam.example")

    assert client.get(answer["Location"]).status_code == 200
    assert not PageAnswer.objects.exists()
    add(client, guide, "Köp", webbplats="http://spam.example")
    assert PageAnswer.objects.get().comment == ""


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"referer": "https://evil.example/testserver/"},
    ],
)
def test_another_site_sends_nothing_in_a_visitors_name(client, guide, headers):
    assert press(client, guide, headers=headers).status_code == 403
    assert not PageAnswer.objects.exists()


@pytest.mark.parametrize("headers", [{"sec-fetch-site": "same-origin"}, {"origin": "http://testserver"}, {}])
def test_our_own_page_does(client, guide, headers):
    press(client, guide, headers=headers)

    assert PageAnswer.objects.exists()


def test_a_flood_from_one_address_is_thanked_and_let_go(client, guide, monkeypatch):
    monkeypatch.setattr(floods, "ANSWERS", floods.ANSWERS._replace(each=3))
    answers = [press(client, guide, headers={"user-agent": str(number)}) for number in range(5)]

    assert {answer.status_code for answer in answers} == {302}
    assert client.get(answers[-1]["Location"]).status_code == 200
    assert PageAnswer.objects.count() == 3
    press_from_elsewhere = client.post(f"/hjalpte/{guide.pk}/", {"hjalpte": "ja"}, REMOTE_ADDR="192.0.2.7")
    assert press_from_elsewhere.status_code == 302
    assert PageAnswer.objects.count() == 4


def test_a_flood_from_many_addresses_is_let_go_too(client, guide, monkeypatch):
    monkeypatch.setattr(floods, "ANSWERS", floods.ANSWERS._replace(together=2))
    for number in range(4):
        client.post(f"/hjalpte/{guide.pk}/", {"hjalpte": "ja"}, REMOTE_ADDR=f"192.0.2.{number}")

    assert PageAnswer.objects.count() == 2


def test_no_address_is_kept_anywhere(client, guide):
    client.post(f"/hjalpte/{guide.pk}/", {"hjalpte": "ja"}, REMOTE_ADDR="192.0.2.77")

    assert "192.0.2.77" not in repr(PageAnswer.objects.values().get())
    assert not any("192.0.2.77" in key for key in cache._cache)


def test_a_page_that_is_hidden_or_no_page_at_all_takes_no_answer(client, home, guide):
    assert press(client, home).status_code == 404
    PageViewRestriction.objects.create(page=guide, restriction_type=PageViewRestriction.LOGIN)
    assert press(client, guide).status_code == 404
    guide.delete()
    assert press(client, guide).status_code == 404


def test_a_page_for_some_takes_answers_of_them_alone_and_tells_nobody_else_that_it_is_there(
    client, guide, town, signed_in
):
    guide.audiences.set([guide.audiences.model(group="ordering_manager")])
    guide.save()

    assert press(client, guide).status_code == press(signed_in(town.planner), guide).status_code == 404
    assert client.get(f"/hjalpte/{guide.pk}/tack/").status_code == 404
    assert press(signed_in(town.manager), guide).status_code == 302
    assert PageAnswer.objects.count() == 1


def test_what_is_neither_yes_nor_no_leads_back(client, guide):
    assert press(client, guide, "kanske")["Location"].endswith("/guider/intyg/")
    assert client.get(f"/hjalpte/{guide.pk}/").status_code == 405
