"""What the signed-in user has been told."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from messaging import waiting
from messaging.models import Message, Silenced
from messaging.waiting import Question
from tests.factories.people import UserFactory
from tests.messaging.conftest import NOW
from tests.page_checks import assert_valid_html

INBOX = "/meddelanden/"


def text(answer) -> str:
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_the_latest_comes_first(hers, amira, post):
    post(amira, subject="Kan du jobba?")
    post(amira, subject="Du är bokad", at=NOW + timedelta(minutes=1))

    page = text(hers.get(INBOX))

    assert page.index("Du är bokad") < page.index("Kan du jobba?")


def test_nobody_sees_anothers_messages(hers, post, db):
    post(UserFactory(), subject="Till någon annan")

    assert "Till någon annan" not in text(hers.get(INBOX))


def test_one_who_may_see_all_messages_still_finds_only_her_own_here(client, post, amira):
    owner = UserFactory()
    owner.role_assignments.create(role="system_owner")
    post(amira, subject="Till Amira")
    client.force_login(owner)

    assert "Till Amira" not in text(client.get(INBOX))


def test_a_visitor_is_sent_to_sign_in(client, db):
    assert client.get(INBOX).url == "/konto/login/?next=/meddelanden/"


def test_a_message_is_new_until_it_has_been_seen(hers, amira, post):
    post(amira)

    assert "is-new" in text(hers.get(INBOX))
    assert "is-new" not in text(hers.get(INBOX))


def test_only_what_the_page_shows_becomes_read(hers, amira, post):
    for number in range(31):
        post(amira, at=NOW + timedelta(minutes=number))

    hers.get(INBOX)

    assert Message.objects.unread().get().posted_at == NOW


def test_a_head_request_reads_nothing(hers, amira, post):
    post(amira)

    hers.head(INBOX)

    assert Message.objects.unread().count() == 1


def test_thirty_fill_a_page_and_the_rest_are_older(hers, amira, post):
    for number in range(31):
        post(amira, subject=f"Nummer {number}.", at=NOW + timedelta(minutes=number))

    first, second = text(hers.get(INBOX)), text(hers.get(INBOX, {"sida": "2"}))

    assert ["Äldre" in first, "Nyare" in first, "Nummer 0." in first] == [True, False, False]
    assert ["Äldre" in second, "Nyare" in second, "Nummer 0." in second] == [False, True, True]
    assert "Nummer 0." in text(hers.get(INBOX, {"sida": "99"}))
    assert "Nummer 30." in text(hers.get(INBOX, {"sida": "x"}))


def test_each_message_says_whether_it_can_be_answered(hers, amira, post):
    post(amira, answerable=True)
    assert "Väntar inte längre på svar" in text(hers.get(INBOX))

    Message.objects.update(answerable=False)
    assert "Går inte att svara på" in text(hers.get(INBOX))


def test_what_was_overtaken_or_is_not_yet_due_is_not_told(hers, amira, post):
    post(amira, subject="Inte än", due_at=NOW + timedelta(days=9999))
    post(amira, subject="Gällde inte längre")
    Message.objects.filter(subject="Gällde inte längre").update(status="suppressed")

    page = text(hers.get(INBOX))

    assert "Inte än" not in page
    assert "Gällde inte längre" not in page
    assert "Inga meddelanden än" in page


def test_one_without_phone_and_mail_still_reads_here(client, post, db):
    yonas = UserFactory(phone="", email="")
    post(yonas, subject="Du är bokad")
    client.force_login(yonas)

    page = text(client.get(INBOX))

    assert "Du är bokad" in page
    assert "Då syns allt bara här" in page


def test_the_number_we_write_to_is_shown(hers):
    assert "070-174 06 12" in text(hers.get(INBOX))


def test_a_message_that_did_not_arrive_says_so(hers, amira, post):
    post(amira)
    Message.objects.update(status="failed")

    assert "Nådde inte fram" in text(hers.get(INBOX))


def test_the_text_cannot_carry_markup(hers, amira, post):
    post(amira, subject="<b>fet</b>", body="<script>alert(1)</script> https://alvsunda.example/x")

    page = text(hers.get(INBOX))

    assert "<b>fet" not in page
    assert "<script>alert" not in page
    assert 'href="https://alvsunda.example/x"' in page


def test_thirty_messages_ask_the_database_no_more_than_one(hers, amira, post, group, subscribed):
    def queries() -> int:
        Message.objects.update(read_at=None)
        with CaptureQueriesContext(connection) as asked:
            hers.get(INBOX)
        return len(asked)

    subscribed()
    post(amira)
    one = queries()
    for _ in range(29):
        post(amira)

    assert queries() == one <= 15


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
