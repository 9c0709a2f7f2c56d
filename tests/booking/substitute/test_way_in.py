"""Whose the screens are."""

import pytest

NOBODYS = "6f7e388e-9734-4149-a48a-6ad1a86fad7d"  # always the same, so that two workers name the same tests
SCREENS = [
    "/kalender/",
    "/kalender/vecka/",
    "/kalender/lagg-tid/",
    "/lediga-jobb/",
    "/forfragningar/",
    "/bokningar/",
    "/profil/",
    f"/lediga-jobb/{NOBODYS}/",
    f"/forfragningar/{NOBODYS}/",
    f"/bokningar/{NOBODYS}/",
]
DEEDS = [
    f"/lediga-jobb/{NOBODYS}/intresse/",
    f"/lediga-jobb/{NOBODYS}/angra/",
    f"/forfragningar/{NOBODYS}/svar/",
    f"/kalender/tid/{NOBODYS}/ta-bort/",
]


@pytest.mark.parametrize("address", SCREENS)
def test_strangers_are_asked_to_sign_in(db, client, address):
    answer = client.get(address)

    assert answer.status_code == 302
    assert answer.url == f"/konto/login/?next={address}"


@pytest.mark.parametrize("address", [address for address in SCREENS if NOBODYS not in address])
def test_a_colleague_is_sent_to_where_her_own_work_begins(town, signed_in, address):
    assert signed_in(town.planner).get(address).url == "/admin/"
    assert signed_in(town.manager).get(address).url == "/bestallningar/"
    assert signed_in(town.manager).post(address).status_code in {404, 405}


@pytest.mark.parametrize("address", [address for address in SCREENS if NOBODYS in address])
def test_to_those_who_are_not_substitutes_what_is_a_substitutes_does_not_exist(town, signed_in, address):
    for user in (town.planner, town.manager):
        assert signed_in(user).get(address).status_code == 404


@pytest.mark.parametrize("address", DEEDS)
def test_nothing_is_done_by_following_a_link(phone, address):
    assert phone.get(address).status_code == 405
