"""Whose the screens are."""

import uuid

import pytest

SCREENS = [
    "/kalender/",
    "/kalender/vecka/",
    "/kalender/lagg-tid/",
    "/lediga-jobb/",
    "/forfragningar/",
    "/bokningar/",
    "/profil/",
    f"/lediga-jobb/{uuid.uuid4()}/",
    f"/forfragningar/{uuid.uuid4()}/",
    f"/bokningar/{uuid.uuid4()}/",
]
DEEDS = [
    f"/lediga-jobb/{uuid.uuid4()}/intresse/",
    f"/lediga-jobb/{uuid.uuid4()}/angra/",
    f"/forfragningar/{uuid.uuid4()}/svar/",
    f"/kalender/tid/{uuid.uuid4()}/ta-bort/",
]


@pytest.mark.parametrize("address", SCREENS)
def test_strangers_are_asked_to_sign_in(db, client, address):
    answer = client.get(address)

    assert answer.status_code == 302
    assert answer.url == f"/konto/login/?next={address}"


@pytest.mark.parametrize("address", SCREENS)
def test_to_those_who_are_not_substitutes_the_screens_do_not_exist(town, signed_in, address):
    for user in (town.planner, town.manager):
        assert signed_in(user).get(address).status_code == 404


@pytest.mark.parametrize("address", DEEDS)
def test_nothing_is_done_by_following_a_link(phone, address):
    assert phone.get(address).status_code == 405
