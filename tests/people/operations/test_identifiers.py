"""What an identity provider knows somebody by."""

import pytest

from people.models import HistoryEntry
from people.operations import erasure, identifiers
from people.operations.refusals import Refused
from tests.cast import NOW
from tests.factories.people import SubstituteFactory, UserFactory


def test_a_colleague_is_known_by_her_number_and_the_history_says_that_alone(db, owner):
    user = UserFactory()

    identifiers.know_by_employee_number(user, " K0042 ", by=owner, at=NOW)

    user.refresh_from_db()
    assert user.employee_number == "K0042"
    (entry,) = HistoryEntry.objects.filter(action="account.identify")
    assert (entry.data, entry.user) == ({"changed": ["employee_number"]}, owner)


def test_a_number_is_one_persons(db, owner):
    UserFactory(employee_number="K0042")
    SubstituteFactory(employee_number="V000123")

    for taken in ("k0042", "v000123"):
        with pytest.raises(Refused):
            identifiers.know_by_employee_number(UserFactory(), taken, by=owner, at=NOW)


def test_a_substitutes_number_stands_with_her_papers(db, owner):
    with pytest.raises(Refused):
        identifiers.know_by_employee_number(SubstituteFactory().user, "K0042", by=owner, at=NOW)


def test_a_personnummer_is_one_persons_and_can_be_forgotten(db, owner):
    user = UserFactory()
    identifiers.know_by_personnummer(user, "199001010017", by=owner, at=NOW)

    with pytest.raises(Refused):
        identifiers.know_by_personnummer(UserFactory(), "19900101-0017", by=owner, at=NOW)
    identifiers.know_by_personnummer(user, "", by=owner, at=NOW)

    user.refresh_from_db()
    assert user.personnummer_hash == ""


def test_what_is_no_personnummer_is_refused_and_not_repeated(db, owner):
    with pytest.raises(Refused) as refusal:
        identifiers.know_by_personnummer(UserFactory(), "199001010018", by=owner, at=NOW)

    assert "0018" not in str(refusal.value)


def test_without_a_key_nothing_is_kept(db, owner, settings):
    settings.PERSONNUMMER_KEYS = []

    with pytest.raises(Refused):
        identifiers.know_by_personnummer(UserFactory(), "199001010017", by=owner, at=NOW)


def test_who_is_erased_is_known_by_nothing(db, owner):
    substitute = SubstituteFactory()
    identifiers.know_by_personnummer(substitute.user, "199001010017", by=owner, at=NOW)

    erasure.erase(substitute, by=owner, at=NOW)

    substitute.user.refresh_from_db()
    assert substitute.user.personnummer_hash == ""
