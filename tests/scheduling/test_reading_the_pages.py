"""What the pages of the exchange say: how a file is to look, when a time ends, and that there is nothing yet."""

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.booking.substitute.reading import text
from tests.cast import NOW
from tests.factories.scheduling import monthly, row, table
from tests.page_checks import assert_valid_html


@pytest.fixture
def browser(town, signed_in):
    with time_machine.travel(NOW, tick=False):
        yield signed_in(town.planner)


def test_time_of_several_days_is_shown_with_the_day_it_ends(browser, town):
    monthly(town)

    file = SimpleUploadedFile("schema.csv", table(row(kind="Akut resurstid", ends="2026-05-15 16:00")))

    shown = browser.post(reverse("schedule:index"), {"file": file}, follow=True)

    assert "Onsdag 13 maj 07.00 – fredag 15 maj 16.00" in text(shown)


def test_who_has_no_file_yet_reads_how_it_is_to_look(browser):
    answer = browser.get(reverse("schedule:index"))

    assert "Pass-id, Anställningsnummer, Slag, Från och Till" in text(answer)
    assert_valid_html(answer.content.decode())


def test_what_the_schedule_is_told_is_empty_or_none_has_that_status(browser):
    page = reverse("schedule_out:index")

    assert "Inga besked än." in text(browser.get(page))
    assert "Inga besked med den statusen." in text(browser.get(page, {"status": "failed"}))
