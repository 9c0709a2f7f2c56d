"""The sites that these tests visit."""

import pytest
from django.core.cache import caches
from django.db import transaction
from django.utils import timezone
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page, Site

from home.demo import content
from home.models import HomePage
from people.models import Workplace
from portal.pages.models import GuideIndexPage, GuidePage, PortalImage, StandardPage, WorkplaceIndexPage, WorkplacePage
from tests.factories.pages import STEP, TEXT, a_site, below, translated

TODAY = timezone.localdate()
"""Pages read the clock themselves, and an advert in them must not be over."""


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


@pytest.fixture
def workplaces(home) -> WorkplaceIndexPage:
    """Their list, with nothing in it."""
    return below(home, WorkplaceIndexPage, "Arbetsplatser")


@pytest.fixture
def place(town) -> Workplace:
    """The town's own, with all that can be told of it."""
    told = {"way_in": "Kod 4711#", "clothes": "Inneskor", "directions": "Röda huset", "needs_introduction": True}
    Workplace.objects.filter(pk=town.workplace.pk).update(**told)
    town.workplace.refresh_from_db()
    return town.workplace


@pytest.fixture
def solgarden(workplaces, place) -> WorkplacePage:
    """Its page."""
    facts = [("fact", {"term": "Parkering", "fact": "Bakom huset"})]
    return below(workplaces, WorkplacePage, "Solgården", slug="solgarden", workplace=place, practical=facts, body=TEXT)


@pytest.fixture
def swedish(home) -> HomePage:
    """A Swedish portal with a menu, and a page that is not to be translated."""
    guides = below(home, GuideIndexPage, "Guider", show_in_menus=True)
    below(guides, GuidePage, "Beställ ett intyg", slug="intyg", steps=[STEP])
    below(home, StandardPage, "Kontakt", slug="kontakt", body=TEXT, show_in_menus=True)
    below(home, StandardPage, "Bara här", slug="bara-har", body=TEXT)
    return home


@pytest.fixture
def english(swedish) -> HomePage:
    """Its start page, guides and contact page in English."""
    for slug, title, own_slug in (
        ("start", "Work when you can", "start-en"),
        ("guider", "Guides", "guides"),
        ("intyg", "Order a certificate", "certificate"),
        ("kontakt", "Contact", "contact"),
    ):
        translated(Page.objects.get(slug=slug, locale__language_code="sv").specific, title=title, slug=own_slug)
    return HomePage.objects.get(locale__language_code="en")
