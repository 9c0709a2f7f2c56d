"""Whom a request comes from, by which way and to which host: believed of our own proxies, and of nobody else."""

import pytest
from allauth.account.adapter import get_adapter
from django.test import RequestFactory

from portal import at_hand

FORGED = {"X-Forwarded-For": "203.0.113.66", "X-Forwarded-Proto": "https", "X-Forwarded-Host": "ond.example"}


def asked(rf: RequestFactory, **headers: str):
    return rf.get("/", headers=headers, REMOTE_ADDR="10.0.0.2")


@pytest.mark.parametrize(
    ("proxies", "said", "address"),
    [
        (0, "203.0.113.66", "10.0.0.2"),
        (1, "203.0.113.66", "203.0.113.66"),
        (1, "198.51.100.1, 203.0.113.66", "203.0.113.66"),  # what the browser wrote itself comes first
        (2, "198.51.100.1, 203.0.113.66, 10.0.0.1", "203.0.113.66"),
    ],
)
def test_the_address_is_what_our_own_proxies_saw(rf, settings, proxies, said, address):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies

    forged = asked(rf, **{"X-Forwarded-For": said})
    assert (get_adapter().get_client_ip(forged), at_hand.client_address(forged)) == (address, address)


@pytest.mark.parametrize(("header", "safe"), [(None, False), (("HTTP_X_FORWARDED_PROTO", "https"), True)])
def test_tls_is_believed_of_our_own_proxies(rf, settings, header, safe):
    settings.SECURE_PROXY_SSL_HEADER = header

    assert asked(rf, **FORGED).is_secure() is safe


def test_the_host_is_never_what_a_header_beside_it_says(client, db):
    answer = client.get("/min-sida/", headers=FORGED)

    assert "ond.example" not in answer.headers["Location"]
    assert "ond.example" not in client.get("/robots.txt", headers=FORGED).content.decode()


@pytest.mark.parametrize("host", ["ond.example", "testserver.ond.example", "testserver@ond.example", "testserver:8x"])
def test_another_host_is_refused(client, db, host):
    assert client.get("/konto/login/", headers={"host": host}).status_code == 400
