"""The sites that these tests visit."""

from datetime import date

import pytest
from django.core.cache import caches
from django.db import transaction
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page, Site

from home.demo import content
from home.models import HomePage
from portal.pages.models import PortalImage
from tests.factories.pages import a_site

TODAY = date(2026, 5, 12)


@pytest.fixture
def home(db) -> HomePage:
    """A start page with nothing below it."""
    return a_site()


@pytest.fixture
def pages_are_kept(settings):
    """As in production; most tests have each page made anew."""
    where = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "tests.pages"}
    settings.CACHES = {**settings.CACHES, "pages": where}
    caches["pages"].clear()
    yield
    caches["pages"].clear()


@pytest.fixture
def a_picture(db) -> PortalImage:
    """A picture in the library."""
    return PortalImage.objects.create(title="Knapp", file=get_test_image_file(size=(1000, 600)))


@pytest.fixture(scope="module")
def alvsunda(django_db_setup, django_db_blocker):
    """All the pages of the demo, built once for the tests of a module, and then as if they had never been."""
    with django_db_blocker.unblock(), transaction.atomic():
        content.build(Site.objects.get(is_default_site=True), today=TODAY)
        yield list(Page.objects.filter(depth__gt=1).order_by("path"))
        transaction.set_rollback(True)
