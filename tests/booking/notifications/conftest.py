"""Worlds whose names are as long as they come."""

import pytest

from booking.notifications import named_facts
from tests.booking.notifications.examples import World, a_world


@pytest.fixture(autouse=True)
def _long_address(settings):
    """A portal's address as long as a municipality's can be."""
    settings.PORTAL_URL = "https://vikarieportalen.alvsunda.example"


@pytest.fixture
def usual(town) -> World:
    """Names as most are."""
    return a_world(town)


@pytest.fixture
def long(town) -> World:
    """Names as long as real ones get."""
    return a_world(
        town,
        who="Maria-Fernanda Bergström-Lindqvist",
        contact="Annika Bergström-Lindqvist",
        name="Särskilt boende Björkgården, avdelning Lönnen",
        address="Norra Järnvägsgatan 114 B, 981 38 Älvsunda",
    )


@pytest.fixture
def longest(town) -> World:
    """Names as long as the tables take, with letters that no phone has."""
    return a_world(
        town,
        who=named_facts.LONG_NAME,
        contact=named_facts.LONG_CONTACT,
        name=named_facts.LONG_PLACE,
        address=named_facts.LONG_ADDRESS,
    )
