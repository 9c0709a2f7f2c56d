"""A page is made once a minute for all who are not signed in: never stale, never another's."""

from datetime import date

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from portal.pages import changes
from portal.pages.models import Contact, GuideIndexPage, GuidePage, PageChange
from tests.factories.pages import STEP, below, hours

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pages_are_kept")]
GUIDE = "/guider/intyg/"


@pytest.fixture
def contact(home) -> Contact:
    """Open all days."""
    return Contact.objects.create(name="Bemanningen", hours=[("days", hours("0", "6", "06:30", "16:00"))])


@pytest.fixture
def guide(home, contact, time_machine) -> GuidePage:
    """Asked for at 10.00."""
    time_machine.move_to("2026-05-14T10:00:10+02:00", tick=False)
    index = below(home, GuideIndexPage, "Guider", show_in_menus=True)
    return below(index, GuidePage, "Intyg", steps=[STEP], contact=contact)


def queries(client, path: str = GUIDE, **asked: object) -> int:
    """How many it takes."""
    with CaptureQueriesContext(connection) as counted:
        assert client.get(path, **asked).status_code == 200
    return len(counted)


def html(client, path: str = GUIDE, **asked: object) -> str:
    return client.get(path, **asked).content.decode()


@pytest.fixture
def warm(client, guide):
    """Somebody has just been there."""
    client.get(GUIDE)
    return client


def test_a_page_that_was_just_made_asks_one_question(client, guide):
    client.get(GUIDE)
    caches["pages"].clear()
    assert 1 < queries(client) <= 12
    assert queries(client) == 1


def test_the_next_visitor_is_given_the_same_page(warm, guide, client):
    made = warm.get(GUIDE)
    caches["pages"].clear()

    anew = client.get(GUIDE)

    assert anew.content == made.content
    assert anew.headers == made.headers


def test_a_change_is_seen_at_once(warm, guide):
    guide.title = "Hämta ett intyg"
    guide.save_revision().publish()

    assert "<h1>Hämta ett intyg</h1>" in html(warm)


def test_a_page_that_is_taken_away_is_gone_at_once(warm, guide):
    guide.unpublish()
    assert warm.get(GUIDE).status_code == 404

    guide.save_revision().publish()
    assert warm.get(GUIDE).status_code == 200
    guide.delete()
    assert warm.get(GUIDE).status_code == 404


def test_a_page_that_is_moved_leaves_its_old_address_at_once(warm, guide, home):
    guide.move(below(home, GuideIndexPage, "Andra guider"), pos="last-child")

    assert warm.get(GUIDE)["Location"] == "/andra-guider/intyg/"
    assert warm.get("/andra-guider/intyg/").status_code == 200


def test_a_new_page_is_in_its_list_at_once(warm, guide):
    assert "Nytt nummer" not in html(warm, "/guider/")

    below(GuideIndexPage.objects.get(), GuidePage, "Nytt nummer", steps=[STEP])

    assert "Nytt nummer" in html(warm, "/guider/")


def test_a_contact_that_closes_is_closed_on_every_page_at_once(warm, contact):
    assert "Öppet nu" in html(warm)

    holiday = {"date": date(2026, 5, 14), "reason": "Kristi himmelsfärd", "opens": None, "closes": None}
    contact.exceptions = [("date", holiday)]
    contact.save()

    assert "Stängt nu" in html(warm)


def test_it_closes_by_the_clock_to_the_minute(warm, time_machine):
    time_machine.move_to("2026-05-14T15:59:59+02:00", tick=False)
    assert "Öppet nu" in html(warm)

    time_machine.move_to("2026-05-14T16:00:00+02:00", tick=False)
    assert "Stängt nu" in html(warm)


def test_a_page_that_is_hidden_asks_for_a_sign_in_at_once(warm, guide):
    PageViewRestriction.objects.create(page=guide, restriction_type=PageViewRestriction.LOGIN)

    assert warm.get(GUIDE).status_code == 302


def test_a_change_while_the_page_is_made_makes_it_old(client, guide, monkeypatch):
    served = GuidePage.serve

    def changed_meanwhile(page, request, *args, **kwargs):
        answer = served(page, request, *args, **kwargs)
        GuidePage.objects.get().save()
        return answer

    with monkeypatch.context() as patched:
        patched.setattr(GuidePage, "serve", changed_meanwhile)
        client.get(GUIDE)

    assert queries(client) > 1


def test_two_changes_at_once_are_told_apart_whichever_is_seen_first(guide):
    before = changes.latest()
    later = PageChange.objects.create(pk=before[1] + 2)
    seen_first = changes.latest()
    PageChange.objects.create(pk=later.pk - 1)

    assert len({before, seen_first, changes.latest()}) == 3
