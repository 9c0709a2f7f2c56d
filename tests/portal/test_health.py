"""Whether the portal is well."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.db import OperationalError, connection, transaction
from django.utils import timezone

from messaging import outbox
from messaging.models import Heartbeat, Message
from portal import health
from tests.factories.people import UserFactory


@pytest.fixture
def beat(db):
    """`beat(seconds)`: the sweep was seen that long ago."""

    def beat_ago(seconds):
        Heartbeat.objects.update_or_create(
            name="sweep", defaults={"beat_at": timezone.now() - timedelta(seconds=seconds)}
        )

    return beat_ago


@pytest.fixture
def waiting(db):
    """`waiting(seconds)`: a message should have left that long ago."""

    def wait(seconds):
        at = timezone.now() - timedelta(seconds=seconds)
        with transaction.atomic():
            outbox.post(key="test", kind="thing.happened", to=UserFactory(), body="Hemlig text", at=at)

    return wait


def test_a_portal_that_works_is_well(client, beat, waiting):
    beat(10)
    waiting(20)

    answer = client.get("/halsa/")

    facts = answer.json()
    assert answer.status_code == 200
    assert [facts["ok"], facts["database"], facts["migrations"]] == [True, True, True]
    assert 10 <= facts["last_sweep"] <= 15
    assert 20 <= facts["oldest_due_message"] <= 25


def test_it_is_not_kept_in_any_cache(client, beat):
    assert "no-store" in client.get("/halsa/")["Cache-Control"]


@pytest.mark.parametrize(("rests", "status"), [(170, 200), (190, 503)])
def test_a_sweep_that_stands_still_is_seen(client, beat, rests, status):
    beat(rests)

    assert client.get("/halsa/").status_code == status


def test_a_sweep_that_has_never_run_is_seen(client, db):
    assert client.get("/halsa/").status_code == 503


@pytest.mark.parametrize(("waits", "status"), [(290, 200), (310, 503)])
def test_messages_that_do_not_leave_are_seen(client, beat, waiting, waits, status):
    beat(1)
    waiting(waits)

    assert client.get("/halsa/").status_code == status


def test_a_message_that_has_left_or_may_wait_is_no_worry(client, beat, waiting):
    beat(1)
    waiting(9999)
    Message.objects.update(status=Message.Status.DELIVERED)

    assert client.get("/halsa/").json()["oldest_due_message"] is None


def test_a_database_that_is_gone_is_told_and_not_an_error(client, beat):
    def gone(*_):
        raise OperationalError

    with connection.execute_wrapper(gone):
        answer = client.get("/halsa/")

    assert (answer.status_code, answer.json()["database"], answer.json()["ok"]) == (503, False, False)


def test_so_it_is_where_what_is_counted_lies_in_a_table_of_it(client, beat, settings):
    settings.CACHES = settings.CACHES | {
        "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "no_such_table"}
    }

    answer = client.get("/halsa/")

    assert (answer.status_code, answer.json()["database"]) == (503, False)


def test_a_database_that_is_behind_the_code_is_seen(client, beat):
    beat(1)
    health._look_for_migrations.cache_clear()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'messaging'")

    answer = client.get("/halsa/")

    assert (answer.status_code, answer.json()["migrations"]) == (503, False)


def test_it_tells_of_no_person(client, beat, waiting):
    beat(1)
    waiting(1)

    told = client.get("/halsa/").content.decode()

    for user in get_user_model().objects.all():
        assert user.last_name not in told
        assert user.phone not in told
    assert "Hemlig" not in told
