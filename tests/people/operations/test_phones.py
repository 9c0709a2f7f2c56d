"""The code that shows that a number is hers."""

from datetime import timedelta

import pytest

from people.codes import DIGITS
from people.models import HistoryEntry, PhoneChange, User
from people.operations import phones, substitutes
from people.operations.accounts import Person
from people.operations.refusals import Refused
from tests.cast import NOW
from tests.factories.people import SubstituteFactory

pytestmark = pytest.mark.django_db

OLD, NEW = "+46701740605", "+46701740690"
MINUTE = timedelta(minutes=1)


@pytest.fixture
def emma():
    return SubstituteFactory(user__phone=OLD)


@pytest.fixture
def ask(emma):
    """`ask("070-174 06 90")`: the code that was sent there, on whatever morning."""
    return lambda written=NEW, at=NOW, person=emma: phones.ask(person, written, by=person.user, at=at).code


@pytest.fixture
def confirm(emma):
    return lambda code, at=NOW + MINUTE: phones.confirm(emma, code, by=emma.user, at=at)


def phone_of(substitute) -> tuple[str, bool]:
    return User.objects.values_list("phone", "phone_verified").get(substitute=substitute)


def other_than(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06d}"


def test_nothing_changes_until_the_code_is_written(emma, ask):
    assert len(ask("070-174 06 90")) == DIGITS

    assert phone_of(emma) == (OLD, False)


def test_with_the_code_the_number_is_hers_and_confirmed(emma, ask, confirm):
    assert confirm(ask("070-174 06 90")) == phones.Tried(before=OLD)

    assert phone_of(emma) == (NEW, True)
    entry = HistoryEntry.objects.of(emma).get()
    assert (entry.action, entry.data) == ("substitute.change", {"changed": ["phone"]})


def test_the_number_that_she_has_can_be_confirmed(emma, ask, confirm):
    assert confirm(ask(OLD)) == phones.Tried()

    assert phone_of(emma) == (OLD, True)
    assert HistoryEntry.objects.of(emma).get().action == "substitute.confirm_phone"


def test_the_code_may_be_pasted_with_spaces(emma, ask, confirm):
    code = ask()

    confirm(f" {code[:3]} {code[3:]} ")

    assert phone_of(emma) == (NEW, True)


def test_the_code_twice_is_once(emma, ask, confirm):
    code = ask()

    assert [confirm(code), confirm(code)] == [phones.Tried(before=OLD), phones.Tried()]
    assert HistoryEntry.objects.of(emma).count() == 1


def test_a_wrong_code_says_how_many_times_are_left(emma, ask, confirm):
    code = ask()

    assert "kan försöka 4 gånger till" in confirm(other_than(code)).refusal
    assert phone_of(emma) == (OLD, False)


def test_after_five_wrong_ones_the_right_one_is_too_late(emma, ask, confirm):
    code = ask()

    said = [confirm(other_than(code)).refusal for _ in range(5)]

    assert "försöka en gång till" in said[3]
    assert "Be om en ny kod" in said[4]
    assert "gäller inte längre" in confirm(code).refusal
    assert phone_of(emma) == (OLD, False)


@pytest.mark.parametrize(("minutes", "counts"), [(9.99, True), (10, False)])
def test_a_code_counts_for_ten_minutes(emma, ask, confirm, minutes, counts):
    confirm(ask(), at=NOW + minutes * MINUTE)

    assert phone_of(emma) == ((NEW, True) if counts else (OLD, False))


def test_the_code_is_not_kept(emma, ask):
    code = ask()

    assert code not in "".join(map(str, PhoneChange.objects.values_list("number", "code_hash").get()))


def test_a_newer_code_takes_the_place_of_the_first(emma, ask, confirm):
    first, second = ask(), ask("070-174 06 91", at=NOW + MINUTE)

    assert confirm(first, at=NOW + 2 * MINUTE).refusal
    assert confirm(second, at=NOW + 2 * MINUTE).before == OLD
    assert phone_of(emma) == ("+46701740691", True)


def test_a_form_that_is_sent_twice_asks_once(emma, ask, confirm):
    code = ask()

    assert ask(at=NOW + timedelta(seconds=2)) == ""
    assert confirm(code).before == OLD


def test_she_can_ask_again_for_a_code_that_has_not_come(emma, ask):
    ask()

    assert ask(at=NOW + timedelta(seconds=31)) != ""


def test_three_codes_an_hour_are_enough_for_one_person(emma, ask):
    for minute in (0, 1, 2):
        ask(f"070-174 06 9{minute}", at=NOW + minute * MINUTE)

    with pytest.raises(Refused, match="tre koder i timmen"):
        ask("070-174 06 94", at=NOW + 59 * MINUTE)
    assert ask("070-174 06 94", at=NOW + 60 * MINUTE)


def test_three_codes_an_hour_are_enough_for_one_number_whoever_asks(ask):
    for minute in (0, 1, 2):
        ask(NEW, at=NOW + minute * MINUTE, person=SubstituteFactory())

    with pytest.raises(Refused, match="tre koder i timmen"):
        ask(NEW, at=NOW + 3 * MINUTE)


def test_a_number_that_somebody_has_is_asked_for_as_any_other(emma, ask, confirm):
    brother = SubstituteFactory(user__phone=NEW)

    confirm(ask(NEW))

    assert phone_of(emma) == (NEW, True)
    assert phone_of(brother) == (NEW, False)


@pytest.mark.parametrize("written", ["", "0980-319 245", "+47 406 12 345", "070", "ring mig"])
def test_only_a_swedish_mobile_number_will_do(ask, written):
    with pytest.raises(Refused, match="svenskt mobilnummer"):
        ask(written)


def test_what_is_confirmed_is_not_confirmed_again(ask, confirm):
    confirm(ask(OLD))

    with pytest.raises(Refused, match="redan ditt nummer"):
        ask(OLD, at=NOW + 2 * MINUTE)


def test_she_may_change_her_mind(emma, ask, confirm):
    code = ask()

    phones.cancel(emma, by=emma.user, at=NOW)

    assert confirm(code).refusal
    assert phone_of(emma) == (OLD, False)


def test_a_code_is_for_the_one_who_asked(emma, ask):
    code, other = ask(), SubstituteFactory()

    assert phones.confirm(other, code, by=other.user, at=NOW).refusal
    assert phone_of(emma) == (OLD, False)


def test_what_is_older_than_a_day_is_gone(emma, ask):
    ask()
    ask(at=NOW + timedelta(hours=24))

    assert PhoneChange.objects.filter(user=emma.user).count() == 1


def test_a_number_that_a_planner_writes_is_not_confirmed(emma, ask, confirm, town):
    confirm(ask(NEW))
    emma.user.refresh_from_db()
    person = Person(emma.user.first_name, emma.user.last_name, "070-174 06 95", emma.user.email)

    substitutes.change(emma, person, is_active=True, by=town.planner, at=NOW)

    assert phone_of(emma) == ("+46701740695", False)


def test_a_number_stays_confirmed_when_something_else_of_hers_is_changed(emma, ask, confirm, town):
    confirm(ask(NEW))
    person = Person("Emilia", emma.user.last_name, NEW, emma.user.email)

    substitutes.change(emma, person, is_active=True, by=town.planner, at=NOW)

    assert phone_of(emma) == (NEW, True)


def test_ten_codes_a_day_are_enough_for_one_person(emma, ask):
    for number in range(10):
        ask(f"070-174 06 {50 + number}", at=NOW + number * timedelta(minutes=30))

    with pytest.raises(Refused, match="tio koder om dygnet"):
        ask(NEW, at=NOW + timedelta(hours=23))
    assert ask(NEW, at=NOW + timedelta(hours=24))


def test_a_number_is_forgotten_when_nothing_is_counted_by_it(ask):
    ask(NEW)

    phones.forget(at=NOW + timedelta(hours=23))
    assert PhoneChange.objects.exists()
    phones.forget(at=NOW + timedelta(hours=24))

    assert not PhoneChange.objects.exists()
