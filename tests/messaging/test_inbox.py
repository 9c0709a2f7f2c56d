"""What the signed-in user has been told."""

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from messaging.models import Message
from portal.pages import frame
from tests.factories.people import UserFactory
from tests.messaging.conftest import NOW

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
        frame.lately()  # as a process that has been up for a while
        with CaptureQueriesContext(connection) as asked:
            hers.get(INBOX)
        return len(asked)

    subscribed()
    post(amira)
    one = queries()
    for _ in range(29):
        post(amira)

    assert queries() == one <= 15
