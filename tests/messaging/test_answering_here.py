"""What a colleague wrote is answered in the portal, and read by the planners of who answers."""

import uuid

import pytest

from messaging import inbound
from messaging.models import InboundMessage, Message
from people import access
from people.models import HistoryEntry
from people.operations import erasure
from tests.factories.people import AgreementFactory, SubstituteFactory, UserFactory
from tests.messaging.conftest import NOW
from tests.page_checks import assert_valid_html

COMMAND = "svar-command"


def text(answer, status=200) -> str:
    assert answer.status_code == status
    return " ".join(answer.content.decode().split())


@pytest.fixture
def written(amira, post):
    """What a planner wrote to Amira."""
    return post(amira, subject="Meddelande från bemanningen", body="Hämta nycklar.", written_by=UserFactory())


@pytest.fixture
def answer(hers, written):
    """`answer("Ja, i morgon")`: from the message's own page."""

    def send(words, command="", to=written):
        return hers.post(f"/meddelanden/{to.pk}/", {"svar-text": words, COMMAND: command})

    return send


def test_an_answer_is_kept_for_a_planner_with_who_wrote_it_and_what_it_answers(answer, amira, written, hers):
    sent = answer("Jag kommer i morgon")

    row = InboundMessage.objects.waiting().get()
    assert (row.written_by, row.in_answer_to, row.body) == (amira, written, "Jag kommer i morgon")
    assert (row.gateway, row.sender, row.outcome) == ("portal", "", "svar i portalen")
    page = text(hers.get(sent.url))
    assert "Svaret är skickat. En planerare läser det." in page
    assert "Jag kommer i morgon" in page
    assert "väntar på en planerare" in page
    assert_valid_html(page)


def test_sent_twice_it_is_one_and_a_new_form_is_another(answer):
    command = str(uuid.uuid4())
    for _click in range(2):
        answer("Ja", command)
    answer("Ja", str(uuid.uuid4()))
    answer("Ja")

    assert InboundMessage.objects.count() == 3


def test_anothers_command_hides_nothing_of_hers(answer, written):
    command = uuid.uuid4()
    inbound.write(written, "Hej", by=UserFactory(), command=command, at=NOW)

    answer("Ja", str(command))

    assert InboundMessage.objects.count() == 2


@pytest.mark.parametrize(
    ("words", "fault"), [("", "Skriv ditt svar först."), ("x" * 1001, "Skriv högst 1000 tecken, nu är det 1001.")]
)
def test_what_is_wrong_is_said_beside_the_field_and_nothing_typed_is_lost(answer, words, fault):
    page = text(answer(words), 422)

    assert fault in page
    assert words in page
    assert not InboundMessage.objects.exists()
    assert_valid_html(page)


def test_what_nobody_wrote_says_that_it_cannot_be_answered(hers, amira, post, answer):
    message = post(amira, subject="Du är bokad")

    page = text(hers.get(f"/meddelanden/{message.pk}/"))

    assert "Det här meddelandet går inte att svara på." in page
    assert "Skicka svaret" not in page
    assert answer("Hej", to=message).status_code == 404


def test_the_page_says_that_the_sms_cannot_be_answered_and_that_here_it_can(hers, written):
    assert "Sms:et går inte att svara på. Skriv här i stället" in text(hers.get(f"/meddelanden/{written.pk}/"))

    Message.objects.update(channel="email")
    assert "En planerare läser det du skriver." in text(hers.get(f"/meddelanden/{written.pk}/"))


def test_to_read_it_is_to_have_read_it_but_not_to_ask_whether_it_is_there(hers, written):
    hers.head(f"/meddelanden/{written.pk}/")
    assert Message.objects.unread().exists()

    hers.get(f"/meddelanden/{written.pk}/")
    assert not Message.objects.unread().exists()


def test_anothers_message_does_not_exist(hers, post, db):
    message = post(UserFactory(), written_by=UserFactory())

    assert hers.get(f"/meddelanden/{message.pk}/").status_code == 404
    assert hers.post(f"/meddelanden/{message.pk}/", {"svar-text": "Hej"}).status_code == 404


def test_a_copy_has_no_page_of_its_own(hers, amira, post, group, subscribed):
    subscribed()
    copy = post(amira).copies.get()

    assert hers.get(f"/meddelanden/{copy.pk}/").status_code == 404


def test_a_stranger_signs_in_and_finds_what_she_wrote(client, written, amira):
    page = f"/meddelanden/{written.pk}/"
    assert client.get(page).url == f"/konto/login/?next={page}"

    kept = client.post(page, {"svar-text": "Jag kommer i morgon"})

    assert kept.url.startswith("/konto/login/")
    assert not InboundMessage.objects.exists()


def test_a_planner_reads_what_the_people_of_her_areas_write_also_without_a_number(town, elsewhere, post):
    writers = [town.substitute(user__phone="").user, elsewhere.substitute(user__phone="").user]
    hers, theirs = (
        inbound.write(post(user, written_by=town.planner), "Hej", by=user, command=uuid.uuid4(), at=NOW)
        for user in writers
    )

    assert list(access.scope(town.planner, InboundMessage.objects.all())) == [hers]
    assert list(access.scope(elsewhere.planner, InboundMessage.objects.all(), "change")) == [theirs]


def test_what_somebody_whom_no_area_knows_writes_is_read_by_all_planners(town, elsewhere, amira, written):
    row = inbound.write(written, "Hej", by=amira, command=uuid.uuid4(), at=NOW)

    for planner in (town.planner, elsewhere.planner):
        assert row in access.scope(planner, InboundMessage.objects.all())


def test_it_is_written_down_in_the_area_of_who_wrote_and_says_nothing_of_what(town, post):
    substitute = town.substitute()
    message = post(substitute.user, written_by=town.planner)

    row = inbound.write(message, "Hemligt", by=substitute.user, command=uuid.uuid4(), at=NOW)

    entry = HistoryEntry.objects.for_instance(row).get()
    assert (entry.action, entry.area, entry.user) == ("inboundmessage.write", town.area, substitute.user)
    assert "Hemligt" not in str(entry.data)


def test_settled_it_says_so_on_her_page(answer, hers, written):
    answer("Hej")
    inbound.settle(InboundMessage.objects.get(), by=UserFactory(), at=NOW)

    assert "läst av en planerare" in text(hers.get(f"/meddelanden/{written.pk}/"))


def test_it_is_erased_with_the_person(post, db):
    emma = SubstituteFactory()
    AgreementFactory(substitute=emma)
    row = inbound.write(
        post(emma.user, written_by=UserFactory()), "Jag heter Emma", by=emma.user, command=uuid.uuid4(), at=NOW
    )
    anothers = inbound.write(
        post(UserFactory(), written_by=emma.user), "Hej", by=UserFactory(), command=uuid.uuid4(), at=NOW
    )

    erasure.erase(emma, by=None, at=NOW)

    row.refresh_from_db()
    anothers.refresh_from_db()
    assert (row.body, row.settled_at) == ("", NOW)
    assert anothers.body == "Hej"


def test_her_choices_and_her_browsers_are_erased_with_the_person(db, subscribed, group):
    emma, other = SubstituteFactory(), SubstituteFactory()
    for one in (emma, other):
        subscribed(one.user)
        one.user.channel_choices.create(group=group.code, channel="email", wanted=True)

    erasure.erase(emma, by=None, at=NOW)

    for kept in ("push_subscriptions", "channel_choices"):
        assert not getattr(emma.user, kept).exists()
        assert getattr(other.user, kept).count() == 1
