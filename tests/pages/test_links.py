"""Links to pages, in running text and on buttons: one query for all, and never the way to a draft."""

import pytest
from wagtail.models import PageViewRestriction

from portal.pages import addresses
from portal.pages.models import FAQPage, GuideIndexPage, GuidePage
from tests.factories.pages import STEP, below
from tests.pages.counting import AT_MOST, asked

MANY = 30


@pytest.fixture
def index(home) -> GuideIndexPage:
    return below(home, GuideIndexPage, "Guider")


@pytest.fixture
def targets(index) -> list[GuidePage]:
    """Guides to link to."""
    return [below(index, GuidePage, f"Guide {number}", steps=[STEP]) for number in range(MANY)]


@pytest.fixture
def walk(index, targets) -> GuidePage:
    """A guide with one step, that links to the first guide and has a button to it."""
    return below(index, GuidePage, "Vandring", steps=[step(targets[0])])


def linked(page: GuidePage) -> str:
    return f'<p>Se <a linktype="page" id="{page.pk}">guiden</a>.</p>'


def step(page: GuidePage) -> tuple[str, object]:
    kind, fields = STEP
    return kind, {**fields, "text": linked(page), "button": {"page": page, "place": "", "label": "Öppna"}}


def groups(targets: list[GuidePage]) -> list[tuple[str, object]]:
    answers = [{"question": "Hur gör jag?", "answer": linked(page), "on_start": True} for page in targets]
    return [
        ("group", {"heading": f"Grupp {at}", "answers": answers[at : at + 15]}) for at in range(0, len(answers), 15)
    ]


def html(client, path: str = "/guider/vandring/") -> str:
    return client.get(path).content.decode()


@pytest.mark.parametrize("path", ["/", "/fragor/"])
def test_thirty_answers_with_links_ask_no_more_than_one(client, home, targets, path):
    faq = below(home, FAQPage, "Fragor", groups=groups(targets[:1]))
    one = asked(client, path)
    faq.groups = groups(targets)
    faq.save()

    assert asked(client, path) == one <= AT_MOST
    assert html(client, "/fragor/").count('<a href="/guider/guide-') == MANY


def test_thirty_steps_with_links_and_buttons_ask_no_more_than_one(client, walk, targets):
    one = asked(client, "/guider/vandring/")
    walk.steps = [step(page) for page in targets]
    walk.save()

    assert asked(client, "/guider/vandring/") == one <= AT_MOST
    assert html(client).count('href="/guider/guide-') == 2 * MANY


def test_neither_text_nor_button_tells_the_way_to_a_draft(client, walk, targets):
    targets[0].unpublish()

    assert "<a>guiden</a>" in html(client)
    assert "guide-0" not in html(client)
    assert "Guide 0" not in html(client)
    assert "Öppna</a>" not in html(client)


def test_a_link_to_a_page_that_is_gone_is_only_its_words(client, walk, targets):
    targets[0].delete()

    assert "<a>guiden</a>" in html(client)


def test_a_link_to_a_restricted_page_leads_to_its_door_and_does_not_tell_its_title(client, walk, targets):
    PageViewRestriction.objects.create(page=targets[0], restriction_type=PageViewRestriction.LOGIN)

    assert '<a href="/guider/guide-0/">guiden</a>' in html(client)
    assert "Guide 0" not in html(client)


def test_a_page_that_is_moved_is_found_at_the_next_visit(client, walk, targets):
    assert "/guider/guide-0/" in html(client)
    targets[0].slug = "ny-adress"
    targets[0].save()

    assert html(client).count('href="/guider/ny-adress/"') == 2


def test_nothing_is_remembered_when_the_page_has_been_shown(client, walk):
    html(client)

    assert addresses.shown() is None


def test_an_editor_chooses_among_drafts_too(walk, targets):
    targets[0].unpublish()

    button = GuidePage.objects.get(pk=walk.pk).steps[0].value["button"]

    assert button["page"].title == "Guide 0"
    assert button.url == ""


def test_a_preview_shows_the_links_as_a_visitor_would_get_them(walk, targets):
    targets[1].unpublish()
    walk.steps = [step(targets[0]), step(targets[1])]

    shown = walk.make_preview_request().content.decode()

    assert shown.count('href="/guider/guide-0/"') == 2
    assert "guide-1" not in shown
