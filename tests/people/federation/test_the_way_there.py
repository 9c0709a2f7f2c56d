"""How a sign-in by OpenID Connect begins: what is asked of the provider, and where the buttons are."""

from urllib.parse import parse_qs, urlsplit

from allauth.socialaccount.adapter import get_adapter
from bs4 import BeautifulSoup

from people.strength import SAID
from tests.cast import with_role


def test_state_nonce_and_pkce_are_new_each_time_and_nothing_in_the_address_changes_what_is_asked(journey, her):
    first, second = (parse_qs(urlsplit(journey.begin()).query) for _ in range(2))
    page = journey.client.post("/konto/via/eid/?scope=allt&auth_params=prompt%3Dnone%26nonce%3Dmin&process=connect")
    third = parse_qs(urlsplit(page.context["address"]).query)

    assert first["scope"] == third["scope"]
    assert first.keys() == third.keys() >= {"state", "nonce", "code_challenge"}
    for name in ("state", "nonce", "code_challenge"):
        assert len({first[name][0], second[name][0], third[name][0], "min"}) == 4


def test_the_proof_that_is_asked_for_is_said_and_demanded(journey, op, her, chosen):
    chosen(acr_values=("loa3", "loa4"))
    address = journey.begin()
    assert parse_qs(urlsplit(address).query)["acr_values"] == ["loa3 loa4"]

    op.person["acr"] = "loa2"
    assert journey.client.get(journey.answer(address)).status_code == 401
    op.person["acr"] = "loa4"
    journey.whole()
    assert journey.is_in


def test_a_provider_that_is_down_leads_back_to_the_other_ways_in(journey, op, her):
    op.close()

    page = journey.client.post("/konto/via/eid/", follow=True)

    assert page.redirect_chain == [("/konto/login/", 302)]
    assert "Det går inte att logga in med e-legitimation just nu." in page.content.decode()


def test_the_button_is_there_only_if_a_provider_is(client, db, settings, chosen):
    assert "Logga in med e-legitimation" in client.get("/konto/login/").content.decode()

    settings.IDENTITY_PROVIDERS = {}
    assert "Logga in med e-legitimation" not in client.get("/konto/login/").content.decode()
    assert client.post("/konto/via/eid/").status_code == 404


def test_it_stands_first_where_the_municipality_says_so(client, db, chosen):
    def order() -> list[str]:
        page = BeautifulSoup(client.get("/konto/login/").content, "html.parser")
        return [way.get_text() for way in page.select(".method b, .method--main small")]

    assert order() == ["Kod med sms", "Logga in med e-legitimation"]

    chosen(first=True, about="BankID eller Freja")
    assert order() == ["Logga in med e-legitimation", "BankID eller Freja", "Kod med sms"]


def test_pages_that_know_allauth_alone_find_the_beginning(journey, rf):
    (provider,) = get_adapter().list_providers(rf.get("/"))

    assert provider.get_login_url(rf.get("/"), next="/mer/") == "/konto/via/eid/?next=%2Fmer%2F"
    assert journey.client.post("/konto/via/eid/?next=%2Fmer%2F").status_code == 200


def test_a_link_asks_before_it_leads_away(journey, her):
    page = journey.client.get("/konto/via/eid/?next=/mer/")

    assert page.status_code == 200
    assert '<input type="hidden" name="next" value="/mer/">' in page.content.decode()


def test_the_page_that_leads_there_does_so_without_a_script(journey, her):
    page = journey.client.post("/konto/via/eid/").content.decode()

    assert '<meta http-equiv="refresh" content="0; url=http://127.0.0.1:' in page


def test_who_is_signed_in_already_is_proved_again_and_stays_in_her_session(journey, her):
    journey.client.force_login(her)
    before = journey.client.session.session_key
    session = journey.client.session
    session["hers"] = "kvar"
    session.save()

    answer = journey.whole(next="/mer/")

    assert answer["Location"] == "/mer/"
    after = journey.client.session
    assert (after["_auth_user_id"], after["hers"], after[SAID]["provider"]) == (str(her.pk), "kvar", "eid")
    assert after.session_key != before


def test_who_is_signed_in_already_must_prove_it_anew_and_others_as_the_provider_wants(journey, her):
    assert "prompt" not in parse_qs(urlsplit(journey.begin()).query)

    journey.client.force_login(her)
    assert parse_qs(urlsplit(journey.begin()).query)["prompt"] == ["login"]


def test_who_comes_back_as_another_is_the_other(journey, her):
    journey.client.force_login(with_role("editor"))

    journey.whole()

    assert journey.client.session["_auth_user_id"] == str(her.pk)
