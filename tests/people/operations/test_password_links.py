"""Who may send whom a link to a password, and what it is good for."""

from datetime import timedelta

import pytest

from people.models import HistoryEntry, PasswordLink, User
from people.operations import erasure, identity, password_links, passwords, phones, roles, substitutes
from people.operations.accounts import Person
from people.operations.papers import Terms
from people.operations.refusals import Refused
from people.roles import PLANNER
from tests.cast import NOW
from tests.factories.people import PASSWORD

NEW = "Blabar-och-4-hjortron"
SOON = NOW + timedelta(minutes=1)


@pytest.fixture
def emma(town):
    user = town.substitute(user__phone="+46701740605").user
    user.set_unusable_password()
    user.save()
    return user


@pytest.fixture
def sent(emma, town):
    def send(moment=NOW, by=None):
        return password_links.send(emma, by=by or town.planner, at=moment)

    return send


def is_open(link, moment=SOON):
    return PasswordLink.objects.open(now=moment).filter(pk=link.pk).exists()


def test_who_has_no_password_is_invited_and_who_has_one_begins_anew(emma, sent):
    assert sent().kind == "invitation"

    emma.set_password(PASSWORD)
    emma.save()

    assert sent(SOON).kind == "reset"
    assert User.objects.get(pk=emma.pk).must_change_password
    assert list(HistoryEntry.objects.order_by("pk").values_list("action", flat=True)) == [
        "substitute.invite", "substitute.start_reset",
    ]  # fmt: skip


def test_the_link_is_good_for_one_password(emma, sent):
    link = sent()

    password_links.use(link, NEW, at=SOON)

    hers = User.objects.get(pk=emma.pk)
    assert hers.check_password(NEW)
    assert (hers.password_changed_at, hers.must_change_password, hers.phone_verified) == (SOON, False, True)
    with pytest.raises(Refused):
        password_links.use(link, "Tranbar-och-9-lingon", at=SOON)


def test_the_form_sent_twice_is_done_once(emma, sent):
    link = sent()
    password_links.use(link, NEW, at=SOON)

    password_links.use(link, NEW, at=SOON)

    assert HistoryEntry.objects.filter(action="substitute.choose_password").count() == 1


@pytest.mark.parametrize("chosen_since", [False, True])
def test_a_link_that_has_served_answers_to_no_password_afterwards(emma, sent, chosen_since):
    link, later = sent(), SOON + timedelta(seconds=5 if chosen_since else 30)
    password_links.use(link, NEW, at=SOON)
    if chosen_since:
        passwords.choose(User.objects.get(pk=emma.pk), NEW, at=later)

    with pytest.raises(Refused):
        password_links.use(link, NEW, at=later)


def test_a_new_link_is_the_only_one(sent):
    first = sent()
    second = sent(SOON)

    assert (is_open(first), is_open(second)) == (False, True)


def test_a_button_pressed_twice_sends_one(sent):
    assert sent() == sent(NOW + timedelta(seconds=5))
    assert PasswordLink.objects.count() == 1


def test_an_invitation_is_good_for_a_week(sent):
    link = sent()

    assert is_open(link, NOW + timedelta(days=7, seconds=-1))
    assert not is_open(link, NOW + timedelta(days=7))


def test_it_leads_nowhere_when_the_number_is_anothers(emma, sent):
    link = sent()
    emma.phone = "+46701740690"
    emma.save()

    assert not is_open(link)


def test_it_is_taken_back(emma, town, sent):
    link = sent()

    password_links.withdraw(emma, by=town.planner, at=SOON)

    assert not is_open(link)


def test_three_an_hour_are_enough(sent):
    for minute in range(3):
        sent(NOW + timedelta(minutes=minute))

    with pytest.raises(Refused, match="tre länkar i timmen"):
        sent(NOW + timedelta(minutes=4))
    assert sent(NOW + timedelta(hours=2))


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({"is_active": False}, "Kontot är stängt"),
        ({"ends_on": "2026-05-11"}, "Kontot är stängt"),
        ({"phone": ""}, "inget svenskt mobilnummer"),
        ({"phone": "+46980319245"}, "inget svenskt mobilnummer"),
        ({"phone": "+4747123456"}, "inget svenskt mobilnummer"),
    ],
)
def test_why_no_link_is_sent_is_said(emma, sent, how, said):
    User.objects.filter(pk=emma.pk).update(**how)

    with pytest.raises(Refused, match=said):
        sent()


def test_nobody_protected_is_sent_anything(emma, town, sent):
    identity.mark(emma.substitute, by=town.planner, at=NOW)

    with pytest.raises(Refused, match="skyddade"):
        sent()


def test_a_planner_sends_none_to_somebody_with_a_role_and_the_system_owner_does(emma, town, owner, sent):
    roles.assign(emma, PLANNER, town.area, by=owner, at=NOW)

    with pytest.raises(Refused, match="Be systemförvaltaren"):
        sent()
    assert sent(by=owner)


def test_a_forged_token_finds_nothing(sent):
    token = sent().token

    assert PasswordLink.objects.at(token).exists()
    for forged in (token[:-1] + ("A" if token[-1] != "A" else "B"), token.partition(".")[0], "x", ""):
        assert not PasswordLink.objects.at(forged).exists()


def test_a_new_number_by_code_ends_the_link(emma, sent):
    link = sent()
    asked = phones.ask(emma.substitute, "070-174 06 90", by=emma, at=SOON)
    phones.confirm(emma.substitute, asked.code, by=emma, at=SOON)

    assert not is_open(link)


def test_whoever_is_taken_on_is_invited_at_once_if_that_is_wanted(town):
    told = {"born": NOW.date().replace(year=2000), "terms": Terms(town.area, town.occupation, NOW.date())}
    told |= {"by": town.planner, "at": NOW}
    mira = Person("Mira", "Ek", "070-174 06 05", "mira@alvsunda.example")
    olle = Person("Olle", "Ek", "070-174 06 06", "olle@alvsunda.example")

    wanted = substitutes.take_on(mira, employee_number="V-1", invited=True, **told)
    substitutes.take_on(olle, employee_number="V-2", **told)

    assert [link.user for link in PasswordLink.objects.all()] == [wanted.user]


def test_whoever_is_taken_on_by_another_area_too_keeps_her_password(town, elsewhere):
    known = town.substitute(user__phone="+46701740605")
    user = known.user

    substitutes.take_on(
        Person(user.first_name, user.last_name, "070-174 06 05", user.email),
        born=NOW.date(), employee_number=known.employee_number, invited=True,
        terms=Terms(elsewhere.area, elsewhere.occupation, NOW.date()), by=elsewhere.planner, at=NOW,
    )  # fmt: skip

    assert not PasswordLink.objects.exists()
    assert User.objects.get(pk=user.pk).check_password(PASSWORD)


def test_an_old_link_is_forgotten_with_its_number(sent):
    link = sent()

    password_links.forget(at=NOW + timedelta(days=96))
    assert PasswordLink.objects.filter(pk=link.pk).exists()
    password_links.forget(at=NOW + timedelta(days=98))
    assert not PasswordLink.objects.exists()


def test_nothing_of_her_passwords_is_left_when_she_is_erased(emma, sent, town):
    password_links.use(sent(), NEW, at=SOON)
    password_links.send(emma, by=town.planner, at=SOON)
    passwords.choose(User.objects.get(pk=emma.pk), "Tranbar-och-9-lingon", at=SOON)

    erasure.erase(emma.substitute, by=None, at=SOON)

    gone = User.objects.get(pk=emma.pk)
    assert not gone.password_links.exists()
    assert not gone.former_passwords.exists()
    assert (gone.password_changed_at, gone.ends_on) == (None, None)
