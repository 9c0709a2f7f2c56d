"""A last day, a closed account, and one that is opened again."""

from datetime import date

import pytest
import time_machine

from people.models import HistoryEntry, PasswordLink, User
from people.operations import closing, erasure, password_links, roles
from people.operations.organisation import Stays
from people.operations.refusals import Refused
from people.roles import PLANNER
from people.tasks import close_ended
from tests.cast import NOW, at, with_role
from tests.factories.people import PASSWORD

TODAY, YESTERDAY = date(2026, 5, 12), date(2026, 5, 11)
LATE, MIDNIGHT = at("2026-05-12 23:59"), at("2026-05-13 00:01")


@pytest.fixture
def emma(town):
    return town.substitute(user__phone="+46701740605").user


def end(user, town, day=TODAY):
    closing.end(user, day, by=town.planner, at=NOW)
    return user


def deeds():
    return list(HistoryEntry.objects.order_by("pk").values_list("action", flat=True))


def test_she_is_let_in_until_her_last_day_is_over(emma, town, signed_in):
    end(emma, town)
    client = signed_in(emma)

    with time_machine.travel(LATE, tick=False):
        assert client.get("/min-sida/").status_code == 200
    with time_machine.travel(MIDNIGHT, tick=False):
        assert "/konto/login/" in client.get("/min-sida/")["Location"]


def test_nobody_signs_in_after_the_last_day(emma, town, client):
    end(emma, town)
    with time_machine.travel(MIDNIGHT, tick=False):
        client.post("/konto/login/", {"login": emma.username, "password": PASSWORD})

    assert "_auth_user_id" not in client.session


def test_the_queue_closes_those_whose_day_is_over_and_no_others(emma, town):
    staying = end(town.substitute().user, town, date(2026, 5, 13))
    end(emma, town)

    with time_machine.travel(MIDNIGHT, tick=False):
        close_ended()
        close_ended()

    assert not User.objects.get(pk=emma.pk).is_active
    assert User.objects.get(pk=staying.pk).is_active
    assert deeds().count("substitute.close") == 1


def test_a_session_of_before_is_not_hers_again_when_the_account_is_opened(emma, town, signed_in):
    client = signed_in(emma)

    closing.close(emma, by=town.planner, at=NOW)
    closing.reopen(emma, by=town.planner, at=NOW)

    assert "/konto/login/" in client.get("/min-sida/")["Location"]
    assert not User.objects.get(pk=emma.pk).has_usable_password()


def test_a_link_to_a_password_is_closed_with_the_account(emma, town):
    link = password_links.send(emma, by=town.planner, at=NOW)

    closing.close(emma, by=town.planner, at=NOW)
    closing.reopen(emma, by=town.planner, at=NOW)

    assert not PasswordLink.objects.open(now=NOW).filter(pk=link.pk).exists()


def test_closed_twice_is_once_and_opened_twice_is_once(emma, town):
    for deed in (closing.close, closing.close, closing.reopen, closing.reopen):
        deed(emma, by=town.planner, at=NOW)

    assert deeds() == ["substitute.close", "substitute.reopen"]


def test_opened_again_it_has_no_last_day(emma, town):
    end(emma, town)
    closing.close(emma, by=town.planner, at=NOW)

    closing.reopen(emma, by=town.planner, at=NOW)

    assert User.objects.get(pk=emma.pk).ends_on is None


def test_a_day_that_has_been_is_refused(emma, town):
    with pytest.raises(Refused, match="Dagen har varit"):
        end(emma, town, YESTERDAY)


def test_the_same_day_twice_is_written_down_once(emma, town):
    end(emma, town)
    end(emma, town)

    assert deeds() == ["substitute.end"]


def test_whoever_has_a_role_too_is_the_system_owners_to_close(emma, town, owner):
    roles.assign(emma, PLANNER, town.area, by=owner, at=NOW)

    for deed in (closing.close, closing.reopen):
        with pytest.raises(Refused, match="Be systemförvaltaren"):
            deed(emma, by=town.planner, at=NOW)
    closing.close(emma, by=owner, at=NOW)
    assert not User.objects.get(pk=emma.pk).is_active


def test_there_is_always_an_owner_without_a_last_day(owner):
    other = with_role("system_owner")
    closing.end(other, TODAY, by=owner, at=NOW)

    with pytest.raises(Refused, match="Någon måste vara systemförvaltare"):
        closing.end(owner, TODAY, by=other, at=NOW)
    with pytest.raises(Stays):
        closing.close(owner, by=other, at=NOW)


def test_nobody_opens_the_account_of_somebody_who_is_erased(town):
    gone = town.substitute()
    erasure.erase(gone, by=None, at=NOW)

    with pytest.raises(Refused, match="raderad"):
        closing.reopen(gone.user, by=town.planner, at=NOW)
