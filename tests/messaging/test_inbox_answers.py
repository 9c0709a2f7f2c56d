"""The inbox: how each message went, what is unread, and what waits for her."""

from datetime import timedelta

import pytest

from messaging import waiting
from messaging.models import Message, Silenced
from messaging.waiting import Question
from tests.factories.people import UserFactory
from tests.messaging.conftest import NOW
from tests.messaging.test_inbox import INBOX, text
from tests.page_checks import assert_valid_html


def test_what_went_by_several_channels_stands_once_with_how_each_went(hers, amira, post, group, subscribed):
    subscribed()
    message = post(amira, subject="Kan du jobba?")
    Message.objects.filter(pk=message.pk).update(status="delivered")
    message.copies.update(status="failed")

    page = text(hers.get(INBOX))

    assert page.count("Kan du jobba?") == 1
    assert "sms: framme" in page
    assert "avisering: kom inte fram" in page
    assert "Slå på dem igen i mobilen." in page
    assert "Nådde inte fram" not in page


def test_of_two_browsers_the_better_is_told(hers, amira, post, group, subscribed):
    subscribed(), subscribed()
    first, second = post(amira).copies.all()
    Message.objects.filter(pk=first.pk).update(status="accepted")
    Message.objects.filter(pk=second.pk).update(status="failed")

    assert "avisering: skickat" in text(hers.get(INBOX))


@pytest.mark.parametrize(
    ("channel", "advice"), [("sms", "Stämmer ditt mobilnummer?"), ("email", "Stämmer din e-postadress?")]
)
def test_what_failed_says_what_to_do(hers, amira, post, channel, advice):
    post(amira)
    Message.objects.update(status="failed", channel=channel)

    page = text(hers.get(INBOX))

    assert advice in page
    assert 'href="/profil/"' in page


def test_what_a_stop_held_back_says_so_and_what_never_left_is_only_here(hers, amira, post):
    post(amira, subject="Stoppat")
    Message.objects.update(status="suppressed", silenced=True)
    assert "sms: stoppat med STOP" in text(hers.get(INBOX))

    Message.objects.update(silenced=False, address="")
    assert "bara här" in text(hers.get(INBOX))


def test_the_unread_alone_and_what_is_left_of_them_when_they_are_read(hers, amira, post):
    for number in range(31):
        post(amira, subject=f"Nummer {number}.", at=NOW + timedelta(minutes=number))
    post(amira, subject="Läst", at=NOW)
    Message.objects.filter(subject="Läst").update(read_at=NOW)

    first = text(hers.get(INBOX, {"visa": "olasta"}))
    second = text(hers.get(INBOX, {"visa": "olasta"}))
    third = text(hers.get(INBOX, {"visa": "olasta"}))

    assert ["Läst<" in first, "Nummer 0." in first, "Visa fler olästa" in first] == [False, False, True]
    assert ["Nummer 0." in second, "Visa fler olästa" in second] == [True, False]
    assert "Du har läst allt" in third


def test_what_waits_for_her_can_be_seen_alone_and_answered_on_the_spot(hers, amira, post):
    asked, several, told = post(amira, subject="En"), post(amira, subject="Flera"), post(amira, subject="Annat")

    @waiting.asker
    def ask(user, now):
        until = NOW + timedelta(days=9999)
        return {asked.pk: Question("/fraga/1/", until, "/fraga/1/svar/"), several.pk: Question("/fragor/", until)}

    page = text(hers.get(INBOX, {"visa": "svar"}))

    assert "Kräver svar (2)" in page
    assert told.subject not in page.partition("Så når vi dig")[0]
    assert 'action="/fraga/1/svar/" method="post"' in page
    assert 'name="svar" value="ja"' in page
    assert '<a class="btn btn--primary" href="/fragor/"' in page
    assert_valid_html(page)
    assert 'action="/fraga/1/svar/"' in text(hers.get(f"{INBOX}{asked.pk}/"))


def test_when_nothing_waits_it_says_so(hers, amira, post):
    post(amira)

    assert "Inget att svara på" in text(hers.get(INBOX, {"visa": "svar"}))


def test_the_other_pages_of_a_choice_keep_it(hers, amira, post):
    made = [post(amira) for _ in range(31)]

    @waiting.asker
    def ask(user, now):
        return {one.pk: Question("/fraga/", NOW + timedelta(days=9999)) for one in made}

    assert 'href="?visa=svar&amp;sida=2"' in text(hers.get(INBOX, {"visa": "svar"}))
    assert 'href="?visa=svar&amp;sida=1"' in text(hers.get(INBOX, {"visa": "svar", "sida": "2"}))


def test_an_unknown_choice_shows_all(hers, amira, post):
    post(amira, subject="Du är bokad")

    assert "Du är bokad" in text(hers.get(INBOX, {"visa": "x"}))


def test_what_a_colleague_wrote_leads_to_where_it_is_answered(hers, amira, post):
    message = post(amira, body="Läs http://localhost:8000/nyheter/", subject="Hej", written_by=UserFactory())

    page = text(hers.get(INBOX))

    assert f'<a href="/meddelanden/{message.pk}/">Hej</a>' in page
    assert "Går inte att svara på" not in page


def test_a_number_that_has_said_stop_is_told_beside_the_messages(hers, amira):
    Silenced.objects.create(number=amira.phone, since=NOW)

    assert "Ditt nummer har stoppat sms" in text(hers.get(INBOX))
