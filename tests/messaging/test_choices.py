"""How each wants to be told of what: chosen, kept, and what cannot be turned off."""

from dataclasses import replace

import pytest

from messaging import choices
from messaging.models import Channel, ChannelChoice, PushSubscription, Silenced
from people.models import HistoryEntry
from people.operations.refusals import Refused
from tests.factories.people import SubstituteFactory, UserFactory
from tests.messaging.conftest import NOW
from tests.page_checks import assert_valid_html

PAGE = "/meddelanden/val/"


@pytest.fixture
def must(group, monkeypatch):
    """A group beside the usual one, that must reach her."""
    one = replace(group, code="must", name="Viktigt", kinds=frozenset({"thing.must"}), obligatory=True, place=2)
    monkeypatch.setitem(choices._groups, one.code, one)
    monkeypatch.setitem(choices._groups, choices.ACCOUNT.code, choices.ACCOUNT)
    return one


def text(answer, status=200) -> str:
    assert answer.status_code == status
    return " ".join(answer.content.decode().split())


def wants(user, group) -> list[str]:
    hers = choices.of_one(user)
    return [str(channel) for channel in Channel if hers.can(channel) and hers.wants(group, channel)]


def test_she_chooses_on_the_page_and_it_is_kept(hers, amira, must, group):
    answer = hers.post(PAGE, {"things-email": "on", "must-sms": "on"}, follow=True)

    assert "Dina val är sparade." in text(answer)
    assert wants(amira, group) == ["email"]
    assert wants(amira, must) == ["sms"]


def test_what_must_reach_her_stays_on_whatever_is_sent(hers, amira, must):
    hers.post(PAGE, {"must-sms": ""})

    assert wants(amira, must) == ["sms"]
    assert not ChannelChoice.objects.filter(group="must").exists()


def test_the_server_refuses_to_turn_off_what_must_reach_her(amira, must):
    with pytest.raises(Refused, match="går inte att stänga av"):
        choices.choose(amira, {("must", Channel.SMS): False, ("things", Channel.SMS): False}, at=NOW)

    assert not ChannelChoice.objects.exists()


def test_where_no_sms_arrives_it_is_the_mail_that_stays(must, db):
    without = UserFactory(phone="")
    silent = UserFactory()
    Silenced.objects.create(number=silent.phone, since=NOW)

    for user in (without, silent):
        with pytest.raises(Refused):
            choices.choose(user, {("must", Channel.EMAIL): False}, at=NOW)
        assert "email" in wants(user, must)


def test_where_neither_arrives_it_is_the_notice_that_stays(must, subscribed, db):
    user = UserFactory(phone="", email="")
    subscribed(user)

    with pytest.raises(Refused):
        choices.choose(user, {("must", Channel.PUSH): False}, at=NOW)

    assert wants(user, must) == ["push"]


def test_what_came_to_be_locked_while_she_chose_is_said_on_the_page(hers, amira, must, monkeypatch):
    def refuse(*_, **__):
        raise Refused(choices="Det här måste vi kunna nå dig om.")

    monkeypatch.setattr(choices, "choose", refuse)

    assert "Det här måste vi kunna nå dig om." in text(hers.post(PAGE, {}), 422)


def test_a_group_that_is_not_hers_or_is_fixed_cannot_be_chosen(amira, must, monkeypatch):
    monkeypatch.setitem(choices._groups, "theirs", replace(must, code="theirs", concerns=lambda _user: False))

    choices.choose(amira, {("theirs", Channel.EMAIL): True, ("account", Channel.SMS): False}, at=NOW)

    assert not ChannelChoice.objects.exists()


def test_the_same_again_changes_nothing_and_is_written_down_once(group, db):
    substitute = SubstituteFactory()
    for _click in range(2):
        choices.choose(substitute.user, {("things", Channel.EMAIL): True, ("things", Channel.SMS): True}, at=NOW)

    (entry,) = HistoryEntry.objects.for_instance(substitute)
    assert (entry.action, entry.data) == ("substitute.choose_channels", {"channels": ["+things:email"]})
    assert ChannelChoice.objects.count() == 1


def test_the_page_says_what_each_is_about_what_is_locked_and_why(hers, must):
    page = text(hers.get(PAGE))

    assert "Sms går inte att stänga av: det här måste vi kunna nå dig om." in page
    assert "Konto och säkerhet" in page
    assert "070-174 06 12" in page
    assert "amira@alvsunda.example" in page
    assert "Avisering" not in page
    assert_valid_html(page)


def test_who_lacks_a_way_is_told_how_to_get_it(client, must, db):
    client.force_login(UserFactory(phone="", email=""))

    page = text(client.get(PAGE))

    assert "Du har inget mobilnummer här." in page
    assert "Du har ingen e-postadress här." in page
    assert "Bara i inkorgen" in page
    assert_valid_html(page)


def test_a_number_that_has_said_stop_is_told_how_to_start_again(hers, amira, must, settings):
    settings.SMS_SENDER = "+46701740699"
    Silenced.objects.create(number=amira.phone, since=NOW)

    page = text(hers.get(PAGE))

    assert "Skicka START till 070-174 06 99" in page


def test_where_there_are_notices_the_button_has_what_the_script_needs(hers, must, subscribed):
    before = text(hers.get(PAGE))
    assert 'data-push="on"' in before
    assert 'data-url="/aviseringar/" data-off-url="/aviseringar/av/"' in before
    assert "Inte påslagen i någon enhet." in before

    subscribed()

    after = text(hers.get(PAGE))
    assert "Firefox på Android" in after
    assert 'name="things-push"' in after
    assert_valid_html(after)


def test_a_stranger_signs_in_first_and_finds_what_she_chose(client, db):
    assert client.get(PAGE).url == f"/konto/login/?next={PAGE}"
    assert client.post(PAGE, {"x": "y"}).url.startswith("/konto/login/")


def test_three_browsers_ask_the_database_no_more_than_one(hers, must, subscribed, django_assert_max_num_queries):
    for minute in range(3):
        subscribed(minute=minute)

    with django_assert_max_num_queries(15):
        hers.get(PAGE)


def test_what_is_not_for_sms_goes_by_e_mail_or_to_the_browsers_and_by_sms_to_who_asks(group, amira):
    quiet = replace(group, by_sms=False, in_browsers=True)
    amira.email = "amira@alvsunda.example"
    hers = choices.Preferences(phone=amira.phone, email=amira.email)

    def by(hers: choices.Preferences) -> list[Channel]:
        return [channel for channel in Channel if hers.wants(quiet, channel)]

    assert by(hers) == [Channel.EMAIL]
    assert by(replace(hers, browsers=(PushSubscription(),))) == [Channel.PUSH]
    assert by(replace(hers, chosen={(quiet.code, Channel.SMS): True})) == [Channel.SMS, Channel.EMAIL]
