"""Doors that are easily left open: other methods, other origins, values that are sent twice, tasks nobody queued."""

import pytest
from django.core.signing import BadSignature, dumps
from django_q.models import OrmQ
from django_q.signing import SignedPackage

from messaging.models import InboundMessage

PAGES = ("/", "/konto/login/", "/min-sida/", "/admin/", "/halsa/", "/sok/", "/finns-inte/")


@pytest.mark.parametrize("address", PAGES)
def test_trace_repeats_nothing(address, town, signed_in):
    answer = signed_in(town.planner).trace(address, headers={"X-Secret": "planterat"})

    assert answer.status_code in {302, 404, 405}
    assert "planterat" not in answer.text


@pytest.mark.parametrize("address", PAGES)
def test_no_other_origin_may_read(address, town, signed_in):
    browser = signed_in(town.planner)
    asked = {"Origin": "https://ond.example", "Access-Control-Request-Method": "POST"}

    for answer in (browser.get(address, headers=asked), browser.options(address, headers=asked)):
        assert [name for name in answer.headers if name.startswith("Access-Control-")] == []


def test_what_stands_in_the_address_is_no_part_of_the_form(town, signed_in):
    browser = signed_in(town.substitute().user)

    assert browser.post("/mina-uppgifter/?rattelse-text=Fel", {}).status_code == 422
    assert not InboundMessage.objects.exists()


def test_of_a_value_that_is_sent_twice_the_last_counts_alone(town, signed_in):
    signed_in(town.substitute().user).post("/mina-uppgifter/", {"rattelse-text": ["Det ena", "Det andra"]})

    assert InboundMessage.objects.get().body == "Rättelse: Det andra"


def test_a_task_that_nobody_of_ours_has_signed_is_not_opened():
    forged = OrmQ(payload=dumps({"func": "os.getpid"}, key="another", salt="django_q.default"))

    with pytest.raises(BadSignature):
        SignedPackage.loads(forged.payload)
    assert SignedPackage.loads(SignedPackage.dumps({"id": "1"})) == {"id": "1"}


@pytest.mark.parametrize("address", [*PAGES, "/robots.txt", "/app.webmanifest", "/sw.js"])
def test_every_answer_says_its_type_and_its_signs(address, town, signed_in):
    answer = signed_in(town.planner).get(address)

    kind = answer.headers["Content-Type"]
    assert not kind.startswith("text/") or "charset=utf-8" in kind.lower()
