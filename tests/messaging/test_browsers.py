"""Letting notices into a browser, and out of it."""

from dataclasses import replace

import pytest
from django.test import Client

from messaging import browsers, vapid
from messaging.browsers import THIS_BROWSER, is_of_a_push_service
from messaging.models import PushSubscription
from tests.factories.people import UserFactory

ON, OFF = "/aviseringar/", "/aviseringar/av/"


def send(client, address, said):
    return client.post(address, said, content_type="application/json")


def test_a_browser_is_let_in_with_its_keys_and_its_name(hers, amira, service):
    browser = service.browser()

    answer = send(hers, ON, browser.told("Chrome på Android"))

    row = PushSubscription.objects.get()
    assert (answer.status_code, answer.json()) == (201, {"id": str(row.pk)})
    assert (row.user, row.endpoint, row.device) == (amira, browser.endpoint, "Chrome på Android")


def test_twice_is_once_and_another_who_signs_in_there_takes_it_over(hers, amira, service, client):
    told = service.browser().told()
    send(hers, ON, told)
    send(hers, ON, told)
    other = UserFactory()
    client.force_login(other)

    send(client, ON, told)

    assert PushSubscription.objects.get().user == other


def test_whoever_has_only_heard_of_an_address_takes_no_browser_over(hers, amira, service, client):
    browser = service.browser()
    send(hers, ON, browser.told())
    client.force_login(UserFactory())
    stolen = service.browser().told() | {"endpoint": browser.endpoint}

    answer = send(client, ON, stolen)

    assert answer.status_code == 422
    assert PushSubscription.objects.get().user == amira


@pytest.mark.parametrize("said", ["[" * 3000, '{"endpoint": "\\u0000"}', '{"endpoint": "\\ud800"}', "\xff"])
@pytest.mark.parametrize("address", [ON, OFF])
def test_what_no_browser_says_is_no_fault_of_ours(said, address, hers, service):
    assert send(hers, address, said.encode("latin-1")).status_code in {200, 400, 422}


def test_the_name_of_a_device_is_printable(hers, service):
    send(hers, ON, service.browser().told("Chrome\0\ud800 på\u202e Android"))

    assert PushSubscription.objects.get().device == "Chrome på Android"


def test_the_first_of_too_many_gives_way(hers, service, settings):
    settings.PUSH = replace(settings.PUSH, browsers=2)
    told = [service.browser().told() for _ in range(3)]

    for one in told:
        send(hers, ON, one)

    kept = set(PushSubscription.objects.values_list("endpoint", flat=True))
    assert kept == {told[1]["endpoint"], told[2]["endpoint"]}


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://fcm.googleapis.com/fcm/send/x",
        "https://fcm.googleapis.com.elsewhere.example/x",
        "https://evil-fcm.googleapis.com.example/x",
        "https://fcm.googleapis.com@127.0.0.1/x",
        "https://fcm.googleapis.com:8080/x",
        "https://127.0.0.1/x",
        "https://[::1]/x",
        "https://[::1/x",
        "https://notfcm.googleapis.com/x",
        "https://fcm.googleapis.com/x\r\nHost: elsewhere",
        "https://elsewhere.example\\.fcm.googleapis.com/x",
        "https://elsewhere.example\\@x.fcm.googleapis.com/x",
        "https://elsewhere.example@x.fcm.googleapis.com/x",
        "https://elsewhere.example%2f.fcm.googleapis.com/x",
        "https://elsewhere.example#.fcm.googleapis.com/x",
        "https://elsewhere.example .fcm.googleapis.com/x",
        "https://fcm.googleapis.com./x",
        "https://fcm.googleapıs.com/x",
        "HTTPS://127.0.0.1/x",
        "//fcm.googleapis.com/x",
        "file:///etc/passwd",
        "",
    ],
)
def test_only_services_that_we_know_are_called(endpoint):
    assert not is_of_a_push_service(endpoint)


@pytest.mark.parametrize(
    "endpoint",
    [
        "https://fcm.googleapis.com/fcm/send/x:y",
        "https://updates.push.services.mozilla.com/wpush/v2/x",
        "https://web.push.apple.com/x",
        "https://db5p.notify.windows.com/w/?token=x",
    ],
)
def test_the_services_of_the_browsers_are_known(endpoint):
    assert is_of_a_push_service(endpoint)


@pytest.mark.parametrize(
    "wrong",
    [
        {"endpoint": "https://127.0.0.1/admin/"},
        {"endpoint": "https://fcm.googleapis.com/" + "x" * 500},
        {"endpoint": None},
        {"keys": None},
        {"keys": {"p256dh": "AAAA", "auth": "AAAA"}},
        {"keys": {"p256dh": "å", "auth": "å"}},
    ],
)
def test_what_no_browser_says_is_refused_in_words(hers, service, wrong):
    answer = send(hers, ON, service.browser().told() | wrong)

    assert answer.status_code == 422
    assert answer.json()["error"].endswith(".")
    assert not PushSubscription.objects.exists()


def test_a_secret_of_another_length_is_refused(hers, service):
    told = service.browser().told()
    told["keys"]["auth"] = "AAAA"

    assert send(hers, ON, told).status_code == 422


@pytest.mark.parametrize("body", ["", "[]", "{", '"x"', '{"device": "' + "x" * 5000 + '"}'])
def test_what_cannot_be_read_is_said_so(hers, service, body):
    assert send(hers, ON, body).status_code == 400


def test_a_stranger_is_told_to_sign_in_and_no_page_is_sent(client, service):
    for address in (ON, OFF):
        assert send(client, address, service.browser().told()).status_code == 401


def test_only_the_portals_own_pages_may_ask(service, amira):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(amira)

    assert send(strict, ON, service.browser().told()).status_code == 403
    assert not PushSubscription.objects.exists()


def test_where_notices_are_off_nothing_is_let_in(hers, db):
    assert send(hers, ON, {}).status_code == 404
    assert hers.get("/aviseringar/nyckel/").status_code == 404


def test_a_browser_is_told_our_public_key(client, service):
    assert client.get("/aviseringar/nyckel/").json() == {"key": vapid.public_key()}


def test_she_lets_go_of_her_own_browser_and_nobody_elses(hers, service, subscribed):
    mine, theirs = subscribed(), subscribed(UserFactory())

    for endpoint in (mine.endpoint, mine.endpoint, theirs.endpoint, None):
        assert send(hers, OFF, {"endpoint": endpoint}).status_code == 200

    assert PushSubscription.objects.get().endpoint == theirs.endpoint


def test_who_signs_out_takes_her_notices_along_also_without_a_script(hers, service):
    here, there = service.browser(), service.browser()
    send(hers, ON, there.told())
    send(hers, ON, here.told())

    hers.post("/konto/logout/")

    assert PushSubscription.objects.get().endpoint == there.endpoint


def test_who_has_let_go_herself_signs_out_as_before(hers, service):
    told = service.browser().told()
    send(hers, ON, told)
    send(hers, OFF, told)
    assert THIS_BROWSER not in hers.session

    assert hers.post("/konto/logout/").status_code == 302


def test_a_browser_of_hers_is_removed_from_another_without_a_script(hers, subscribed):
    browser = subscribed()
    row = PushSubscription.objects.get(endpoint=browser.endpoint)

    answer = hers.post(f"/aviseringar/{row.pk}/ta-bort/", follow=True)

    assert "Aviseringar är avstängda i Firefox på Android." in answer.content.decode()
    assert not PushSubscription.objects.exists()


def test_anothers_browser_does_not_exist(hers, subscribed):
    subscribed(UserFactory())
    row = PushSubscription.objects.get()

    assert hers.post(f"/aviseringar/{row.pk}/ta-bort/").status_code == 404
    assert PushSubscription.objects.exists()


def test_who_is_no_longer_let_in_keeps_no_browser(hers, amira, service):
    send(hers, ON, service.browser().told())
    browsers.forget()
    assert PushSubscription.objects.exists()
    amira.is_active = False
    amira.save()

    browsers.forget()

    assert not PushSubscription.objects.exists()
