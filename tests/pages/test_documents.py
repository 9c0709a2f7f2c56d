"""A file is for those who may read a page that leads to it."""

import gc
import re

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.images.tests.utils import get_test_image_file

from portal.pages.models import PortalDocument, PortalImage, StandardPage
from tests.cast import with_role
from tests.factories.pages import below

MANAGERS, SIGNED_IN = "ordering_manager", "signed_in"
SIZE = "fill-1200x630"


@pytest.fixture
def file(db) -> PortalDocument:
    return PortalDocument.objects.create(title="Rutin", file=ContentFile(b"a routine", name="rutin.txt"))


def page_with(file, home, *groups, area=None, **fields) -> StandardPage:
    """A page whose text leads to the file, for these groups."""
    text = f'<p><a linktype="document" id="{file.pk}">Rutinen</a></p>'
    page = below(home, StandardPage, "Rutiner", body=[("text", text)], **fields)
    page.audiences.set([page.audiences.model(group=group, area=area) for group in groups])
    page.save()
    return page


def read(browser, address):
    """The answer, read to its end, which closes the file."""
    answer = browser.get(address)
    answer.said = b"".join(answer)
    return answer


@pytest.fixture
def met(file, client, signed_in):
    """How somebody is met where the file lies; nobody is a visitor who is not signed in."""

    def met(user=None) -> int:
        return read(signed_in(user) if user else client, file.url).status_code

    return met


def test_a_file_on_a_page_for_everybody_is_for_everybody(file, home, client):
    page_with(file, home)

    assert read(client, file.url).said == b"a routine"


def test_a_file_on_a_page_for_a_role_is_for_that_role_and_for_editors(file, home, town, met):
    page_with(file, home, MANAGERS)

    assert met() == 404
    assert met(town.planner) == met(town.substitute().user) == 404
    assert met(town.manager) == met(with_role("editor")) == 200


def test_a_file_on_a_page_for_an_area_is_for_that_area(file, home, town, elsewhere, met):
    page_with(file, home, MANAGERS, area=town.area)

    assert met(elsewhere.manager) == 404
    assert met(town.manager) == 200


def test_a_file_below_a_page_for_a_role_is_as_closed(file, home, town, met):
    above = below(home, StandardPage, "Beställare")
    above.audiences.set([above.audiences.model(group=MANAGERS)])
    above.save()
    page_with(file, above)

    assert met(town.planner) == 404
    assert met(town.manager) == 200


def test_where_signing_in_is_all_it_takes_she_is_led_to_it_and_back(file, home, town, client, met):
    page_with(file, home, SIGNED_IN)

    assert client.get(file.url).headers["Location"] == f"/konto/login/?next={file.url}"
    assert met(town.substitute().user) == 200


def test_a_file_is_for_those_who_may_read_one_of_its_pages(file, home, town, met):
    page_with(file, home, "planner")
    page_with(file, home, MANAGERS)

    assert met(town.planner) == met(town.manager) == 200
    assert met(town.substitute().user) == 404


def test_a_file_that_no_published_page_leads_to_is_for_editors(file, home, town, met):
    page = page_with(file, home, live=False)
    assert met() == met(town.planner) == 404

    page.save_revision().publish()
    assert met() == 200

    page.body = [("text", "<p>Inget.</p>")]
    page.save_revision()
    assert met() == 200
    page.save_revision().publish()

    assert met() == met(town.planner) == 404
    assert met(with_role("editor")) == 200


def test_what_someone_reads_signed_in_is_kept_nowhere(file, home, town, signed_in):
    page_with(file, home, MANAGERS)

    assert "no-store" in read(signed_in(town.manager), file.url).headers["Cache-Control"]


def test_there_is_no_other_way_to_a_file(file, home):
    page_with(file, home)

    assert Client().get(file.file.url).status_code == 404
    assert Client().get(f"/media/images/../{file.file.name}").status_code in {400, 404}


# Wagtail leaves its temporary files to the garbage collector, which is called here so that no other test is blamed.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_pictures_name_cannot_be_guessed_in_any_size(db):
    first, second = (
        PortalImage.objects.create(title="Karta", file=get_test_image_file(filename="karta.png")) for _again in range(2)
    )

    sizes = [image.get_rendition(SIZE).file.name for image in (first, second)]
    gc.collect()

    beginnings = {re.match(r"images/([\w-]{16})", name)[1] for name in sizes}
    assert len(beginnings) == 2
    assert not any(beginning.startswith("karta") for beginning in beginnings)
