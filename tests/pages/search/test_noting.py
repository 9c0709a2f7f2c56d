"""What a search looks through follows the pages."""

from django.core.management import call_command

from portal.pages.models import Contact, GuidePage, Passage, Word
from tests.factories.pages import TEXT, below
from tests.pages.search.conftest import titles


def test_a_page_is_found_from_the_moment_it_is_published(client, guides):
    page = below(guides, GuidePage, "Utkast", body=TEXT, live=False)
    assert titles(client, "utkast") == []

    page.save_revision().publish()
    assert titles(client, "utkast") == ["Utkast"]


def test_what_a_draft_says_is_not_found_until_it_is_published(client, guides):
    page = GuidePage.objects.get(title="Beställ ett intyg")
    page.title = "Beställ en blankett"
    revision = page.save_revision()

    assert titles(client, "blankett") == []
    revision.publish()
    assert titles(client, "blankett") == ["Beställ en blankett"]


def test_a_page_is_noted_once_however_often_it_is_saved(guides):
    page = GuidePage.objects.get(title="Beställ ett intyg")
    page.save()
    page.save()

    assert Passage.objects.filter(page=page).count() == 1


def test_what_is_taken_away_takes_its_words_with_it(guides):
    Contact.objects.create(name="Lönecentrum").delete()
    guides.delete()

    assert not Passage.objects.exists()
    assert not Word.objects.exists()


def test_the_start_page_is_nobodys_answer(client, home):
    home.save()

    assert titles(client, "jobba") == []


def test_all_of_it_can_be_made_anew(client, guides, answers):
    before = sorted(Passage.objects.values_list("title", "words"))
    Passage.objects.all().delete()

    call_command("update_index", verbosity=0)

    assert sorted(Passage.objects.values_list("title", "words")) == before
    assert titles(client, "intyg") == ["Beställ ett intyg"]
