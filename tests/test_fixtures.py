"""What the other tests lean on."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import Permission
from django.core.cache import cache
from django_q.models import OrmQ
from django_q.tasks import async_task
from wagtail.models import Locale, Page, Site

from tests.clock import at


def set_flag(value: str) -> None:
    cache.set("flag", value)


def test_a_moment_is_on_the_clock_in_stockholm():
    assert at("2026-05-12 07:00") == datetime(2026, 5, 12, 5, 0, tzinfo=UTC)
    assert at("2026-01-12 07:00") == datetime(2026, 1, 12, 6, 0, tzinfo=UTC)


def test_a_task_waits_in_the_queue_until_it_is_drained(drain):
    async_task("tests.test_fixtures.set_flag", "up")
    assert cache.get("flag") is None

    assert drain() == ["tests.test_fixtures.set_flag"]

    assert cache.get("flag") == "up"
    assert not OrmQ.objects.exists()


@pytest.mark.parametrize("turn", [1, 2])
@pytest.mark.django_db(transaction=True)
def test_a_flush_leaves_the_next_test_with_what_the_migrations_made(turn):
    assert Page.objects.filter(depth=1).count() == 1
    assert Site.objects.get().root_page
    assert set(Locale.objects.values_list("language_code", flat=True)) == {"sv", "en"}
    assert Permission.objects.filter(codename="access_admin").exists()
