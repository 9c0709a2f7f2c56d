"""What is found on pages: links that lead nowhere, pictures without words, heavy texts."""

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import get_language
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page

from portal.pages.care import checking, findings
from portal.pages.models import FAQPage, OutsideLink, PortalDocument, SystemShortcut
from tests.factories.pages import below

pytestmark = pytest.mark.django_db
HEAVY = (
    "Tillgänglighetsregistreringen förutsätter att timavlönade medarbetare kontinuerligt uppdaterar sina uppgifter i "
    "bemanningssystemet, eftersom bemanningsenheten annars helt saknar möjlighet att på ett enkelt sätt kontakta "
    "vederbörande."
)


def broken() -> list[str]:
    return [found.what for found in findings.broken_links(Page.objects.live().specific())]


@pytest.mark.parametrize(
    "link",
    [
        '<a href="/intyg/">x</a>',
        '<a href="/intyg">x</a>',
        '<a href="/guider/">x</a>',
        '<a href="/guider/#innehall">x</a>',
        '<a href="#innehall">x</a>',
        '<a href="#top">x</a>',
        '<a href="/guider/#:~:text=Intyg">x</a>',
        '<a href="/gammal/#svar">x</a>',
        '<a href="/intyg/#svar">x</a>',
        '<a href="/gammal/">x</a>',
        '<a href="mailto:hej@alvsunda.example">x</a>',
        '<a href="tel:+46980319210">x</a>',
        '<a href="https://www.example.org/">x</a>',
    ],
)
def test_a_link_that_leads_somewhere_is_left_alone(link, a_guide, guides):
    Redirect.add_redirect("/gammal/", guides)
    a_guide("Lön", f"<p>{link}</p>")

    assert broken() == []


@pytest.mark.parametrize(
    ("link", "why"),
    [
        ('<a href="/finns-inte/">x</a>', "ingenting på den adressen"),
        ('<a href="guider/">x</a>', "ingenting på den adressen"),
        ('<a href="">x</a>', "Länken är tom"),
        ('<a href="http://[::1">x</a>', "går inte att läsa"),
        ('<a href="javascript:alert(1)">x</a>', "går inte att följa"),
        ('<a href="/guider/#svar">x</a>', "inte stället på den"),
        ('<a href="/guider#svar">x</a>', "inte stället på den"),
        ('<a href="#svar">x</a>', "inte stället på den"),
        ('<a linktype="page" id="9999">x</a>', "borttagen eller inte publicerad"),
        ('<a linktype="document" id="9999">x</a>', "Dokumentet är borttaget"),
        ('<a href="https://borta.example/">x</a>', "Svarar med fel 404"),
        ('<a href="https://ingen.example/">x</a>', "Adressen finns inte"),
    ],
)
def test_a_link_that_leads_nowhere_is_found_with_why(link, why, a_guide):
    OutsideLink.objects.create(address="https://borta.example/", problem="404")
    OutsideLink.objects.create(address="https://ingen.example/", problem="name")
    a_guide("Lön", f"<p>{link}</p>")

    assert len(broken()) == 1
    assert why in broken()[0]


def test_a_link_to_a_draft_is_broken_and_to_a_document_that_is_there_is_not(a_guide):
    draft = a_guide("Utkast", live=False)
    file = PortalDocument.objects.create(title="Blankett", file=ContentFile(b"%PDF", name="x.pdf"))
    links = f'<p><a linktype="page" id="{draft.pk}">x</a><a linktype="document" id="{file.pk}">y</a></p>'
    a_guide("Lön", links)

    assert broken() == ["Sidan är borttagen eller inte publicerad"]


@pytest.fixture
def faq(home) -> FAQPage:
    answer = {
        "type": "item",
        "id": "0f3c2d4e-0000-4000-8000-000000000001",
        "value": {"question": "När?", "answer": "Nu."},
    }
    group = {"type": "group", "id": "1", "value": {"heading": "Lön och tid", "answers": [answer]}}
    return below(home, FAQPage, "Svar", slug="svar", groups=[group])


@pytest.mark.parametrize(
    ("place", "found"), [("svar-0f3c2d4e", 0), ("grupp-lon-och-tid", 0), ("grupp-l%6Fn-och-tid", 0), ("svar-borta", 1)]
)
def test_a_link_to_an_answer_is_broken_when_the_answer_is_gone(place, found, a_guide, faq):
    a_guide("Lön", f'<p><a href="/svar/#{place}">x</a></p>')

    assert len(broken()) == found


def test_ten_links_to_places_on_a_page_ask_as_much_as_one(a_guide, faq):
    def asked() -> int:
        broken()
        with CaptureQueriesContext(connection) as queries:
            broken()
        return len(queries)

    a_guide("Lön", '<p><a href="/svar/#svar-0f3c2d4e">x</a></p>')
    one = asked()
    for number in range(9):
        a_guide(f"Lön {number}", '<p><a href="/svar/#borta">x</a></p>')

    assert asked() == one


def test_looking_at_a_page_in_english_does_not_change_what_is_spoken(a_guide, guides):
    english = Locale.objects.get(language_code="en")
    translated = guides.copy_for_translation(english, copy_parents=True)
    translated.save_revision().publish()
    a_guide("Lön", f'<p><a href="{translated.get_url()}#borta">x</a></p>')

    assert broken() == ["Sidan finns, men inte stället på den"]
    assert get_language() == "sv"


def test_a_shortcut_to_a_system_that_answers_no_more_is_found(signed_in, editor, home):
    fields = {"about": "Lön", "sign_in": "E-legitimation"}
    gone = SystemShortcut.objects.create(name="Lönesystemet", address="https://borta.example/", **fields)
    SystemShortcut.objects.create(name="Jobbmejlen", address="https://finns.example/", **fields)
    OutsideLink.objects.create(address="https://borta.example/", problem="name")

    html = signed_in(editor).get("/admin/sidvard/lankar/").content.decode()

    assert f'<a href="/admin/snippets/pages/systemshortcut/edit/{gone.pk}/">Lönesystemet</a>' in html
    assert "Jobbmejlen" not in html
    assert checking.addresses() == {"https://borta.example/", "https://finns.example/"}


def test_a_button_to_a_place_that_is_gone_from_the_portal_is_found(a_guide):
    body = [("button", {"page": None, "place": "/borttagen/", "label": "Tryck"})]
    a_guide("Lön", body=body)

    assert broken() == ["Det finns ingenting på den adressen i portalen"]


@pytest.mark.parametrize(
    ("alt", "decorative", "found"), [("En knapp", False, 0), ("", True, 0), ("", False, 1), ("  ", False, 1)]
)
def test_a_picture_without_words_is_found_unless_it_only_decorates(alt, decorative, found, a_guide, a_picture):
    page = a_guide("Lön")
    image = {"image": a_picture.pk, "alt_text": alt, "decorative": decorative}
    page.body = page.body.stream_block.to_python([{"type": "picture", "value": {"image": image, "caption": ""}}])
    page.save()

    assert len(findings.without_words(Page.objects.live().specific())) == found


def test_a_heavy_page_is_found_with_what_to_do(a_guide):
    a_guide("Lätt", "<p>Du väljer när du jobbar. Ring oss.</p>")
    a_guide("Tung", f"<p>{HEAVY}</p>")

    (found,) = findings.heavy(Page.objects.live().specific())

    assert found.name == "Tung"
    assert found.what.startswith("LIX ")
    assert found.where.startswith("Dela meningen: Tillgänglighets")
