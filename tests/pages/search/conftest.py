"""What there is to find."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from portal.pages.models import FAQPage, GuideIndexPage, GuidePage
from tests.factories.pages import STEP, below


@pytest.fixture
def guides(home):
    """Two guides."""
    guides = below(home, GuideIndexPage, "Guider", intro="Steg för steg.", show_in_menus=True)
    below(guides, GuidePage, "Beställ ett intyg", intro="Till a-kassan.", steps=[STEP])
    below(guides, GuidePage, "Så blir du vikarie", intro="Ring oss.", body=[("text", "<p>Alla vikarier behövs.</p>")])
    return guides


@pytest.fixture
def answers(home):
    """A page of two answers."""
    said = [
        {"question": "När får jag min lön?", "answer": "<p>Den 27 varje månad.</p>", "on_start": False},
        {"question": "Vad är jour?", "answer": "<p>Du sover på jobbet.</p>", "on_start": False},
    ]
    groups = [("group", {"heading": "Pengar", "answers": said})]
    return below(home, FAQPage, "Frågor och svar", groups=groups)


@pytest.fixture
def visitor(db):
    """`visitor()` is a request of somebody signed out, or of a user."""

    def asks(user=None):
        request = RequestFactory().get("/sok/")
        request.user = user or AnonymousUser()
        return request

    return asks


def titles(client, typed: str) -> list[str]:
    """The pages that were found, in order."""
    return [page.title for page in client.get("/sok/", {"q": typed}).context["results"]]


def hits(client, typed: str):
    """All that was found."""
    return client.get("/sok/", {"q": typed}).context["hits"]
