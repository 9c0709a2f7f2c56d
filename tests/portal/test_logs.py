"""What the log says, and never says."""

import logging
import logging.config
from io import StringIO

import pytest
from django.test import Client
from django.urls import reverse

from portal.logs import to_standard_error

SECRET = "Zm9yZmFsc2thZC1ueWNrZWwtc29tLWludGUtZ2FsbGVy"
ADDRESSES = [
    reverse("booking:enquiry_by_link", args=[SECRET]),
    reverse("booking:calendar_feed_file", args=[SECRET]),
    reverse("booking:confirm_email", args=[SECRET]),
    reverse("account_reset_password_from_key", kwargs={"uidb36": "1", "key": SECRET}),
    f"/f/{SECRET}/.",
    f"/f/{SECRET}/?utm=1",
]


@pytest.fixture
def log(monkeypatch) -> StringIO:
    """What the portal writes to standard error."""
    settings, written = to_standard_error("INFO"), StringIO()
    line = logging.config.DictConfigurator(settings).configure_formatter(settings["formatters"]["line"])
    handler = logging.StreamHandler(written)
    handler.setFormatter(line)
    monkeypatch.setattr(logging.getLogger(), "handlers", [handler])
    return written


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("method", ["GET", "PUT", "OPTIONS"])
def test_an_address_that_is_a_key_is_in_no_log(address, method, log, db):
    Client().generic(method, address)

    assert SECRET not in log.getvalue()


def test_nor_when_the_portal_itself_fails(log):
    try:
        open(f"/f/{SECRET}/")  # noqa: PTH123, SIM115 (what fails says what it was about)
    except OSError:
        logging.getLogger("django.request").exception("Internal Server Error: %s", f"/f/{SECRET}/")

    assert SECRET not in log.getvalue()
    assert log.getvalue().count("/f/…/") >= 2


def test_what_is_no_key_is_there_to_be_found(log, db):
    Client().get("/finns-inte/")

    assert "WARNING django.request Not Found: /finns-inte/" in log.getvalue()
