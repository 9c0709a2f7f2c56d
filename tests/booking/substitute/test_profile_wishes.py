"""She says what she would like."""

import pytest

from people.models import Locality, Substitute
from tests.booking.substitute.reading import text

FORM = "/profil/onskemal/"


@pytest.fixture
def village(db):
    return Locality.objects.create(name="Granbyn", latitude="66.9", longitude="19.8")


def hers(amira) -> Substitute:
    return Substitute.objects.get(pk=amira.pk)


def test_she_says_all_of_it_and_finds_it_again(amira, town, phone, village):
    said = {
        "weekly_hours": "20",
        "workplaces": str(town.workplace.pk),
        "locality": str(village.pk),
        "farthest_km": "30",
    }

    page = text(phone.post(FORM, said, follow=True))

    for words in ("Timmar i veckan 20", str(town.workplace), "Bor närmast Granbyn", "Högst 30 km till jobbet"):
        assert words in page
    form = phone.get(FORM).content.decode()
    assert 'value="20"' in form
    assert f'<option value="{village.pk}" selected>' in form


def test_nothing_must_be_said(amira, phone):
    phone.post(FORM, {"weekly_hours": "20"})

    assert phone.post(FORM, {}).status_code == 302
    assert hers(amira).wished_weekly_hours is None


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"weekly_hours": "49"}, "Skriv högst 48 timmar"),
        ({"weekly_hours": "0"}, "Skriv ett tal"),
        ({"weekly_hours": "många"}, "Skriv ett tal"),
        ({"farthest_km": "30"}, "Välj var du bor närmast"),
        ({"farthest_km": "301"}, "Skriv högst 300 kilometer"),
        ({"locality": "8f9b0f0e-0000-4000-8000-000000000000"}, "Välj en ort i listan"),
    ],
)
def test_what_it_does_not_take_is_told_and_what_she_typed_is_kept(amira, phone, village, typed, says):
    answer = phone.post(FORM, {"weekly_hours": "20", **typed})

    assert answer.status_code == 422
    assert says in text(answer)
    assert f'value="{typed.get("weekly_hours", "20")}"' in answer.content.decode()
    assert hers(amira).wished_weekly_hours is None


def test_a_workplace_of_another_area_cannot_be_wished_for(amira, elsewhere, phone):
    answer = phone.post(FORM, {"workplaces": str(elsewhere.workplace.pk)})

    assert (answer.status_code, "bland dina arbetsplatser" in text(answer)) == (422, True)
    assert not hers(amira).wished_workplaces.exists()


def test_each_says_what_it_is_for_and_that_nothing_is_promised(phone):
    page = text(phone.get(FORM))

    for words in ("De är inget löfte", "frågas först", "filtrera Lediga jobb", "Ingen frågar efter din adress"):
        assert words in page
