"""Where she chooses how she comes in, she reads which way is the weakest, and finds where she is signed in."""

from tests.people.second_step_world import SECURITY, proven


def test_she_reads_that_a_code_by_sms_is_the_weakest_and_what_is_safer(town, client):
    page = proven(client, town.substitute().user).get(SECURITY).text

    assert "En kod med sms är det svagaste sättet" in page
    assert "/konto/sakerhet/nyckel/" in page
    assert "/konto/sakerhet/app/" in page


def test_from_where_a_factor_is_changed_she_finds_all_her_sessions(town, client):
    browser = proven(client, town.substitute().user)

    assert "/mina-enheter/" in browser.get(SECURITY).text
    assert "Logga ut" in browser.get("/mina-enheter/").text
