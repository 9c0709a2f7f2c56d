"""A request, a draft or a document is never another's: by no address, number, store, cache, copy, search or history."""

import io
import zipfile

import pytest
import time_machine
from django.core.cache import caches
from wagtail.documents import get_document_model

from intyg import operations
from intyg.models import Certificate, CertificateQuestion, CertificateRequest
from messaging import looks
from messaging.models import Message
from people import access, own_data
from people.operations import identity
from tests.cast import with_role
from tests.clock import at
from tests.factories.booking import BookingFactory
from tests.factories.intyg import CertificateRequestFactory

NOW = at("2026-05-12 10:00")
DETAILS = {"rules": "new", "end_reason": "pagar", "continued": "ja", "leave": "Hemlighemma"}
NOTE, QUESTION, ANSWER = "Hemliganteckning", "Hemligfråga", "Hemligsvar"
SECRETS = (NOTE, QUESTION, ANSWER, "Hemlighemma")
HERS = ("", "pdf/", "svara/")
AT_THE_DESK = ("", "utkast/", "personnummer/")
POSTED = ("svara/", "ta-tillbaka/")
POSTED_AT_THE_DESK = (
    "", "ta/", "lamna/", "fraga/", "tid/", "godkann/", "skicka-tillbaka/", "ratta/", "lagg-ned/", "avsla/",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _tuesday(db):
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def her(town):
    return town.substitute(user__last_name="Hemligström")


@pytest.fixture
def waiting(her, officer):
    """Asked for, asked about, answered, filled in and ready to be looked over."""
    asked = CertificateRequestFactory(substitute=her, note=NOTE, first_day="2026-03-01")
    question = operations.ask(asked, text=QUESTION, by=officer, at=NOW)
    operations.answer(question, ANSWER, by=her.user, at=NOW)
    return operations.make_ready(asked, DETAILS, by=officer, at=NOW)


@pytest.fixture
def certificate(her, officer):
    times = {"order__starts": at("2026-04-13 07:00"), "order__ends": at("2026-04-13 16:00")}
    BookingFactory(substitute=her, **times)
    return operations.issue(CertificateRequestFactory(substitute=her), DETAILS, by=officer, at=NOW)


@pytest.fixture
def others(town, elsewhere, editor, approver, owner):
    """All but she herself and the payroll office."""
    protected = elsewhere.substitute()
    identity.mark(protected, by=elsewhere.planner, at=NOW)
    keeper = with_role("identity_keeper", area=town.area)
    staff = [town.manager, town.planner, elsewhere.planner, editor, approver, owner, keeper]
    return [town.substitute().user, protected.user, *staff]


@pytest.mark.parametrize("part", HERS)
def test_her_pages_are_nobody_elses(part, waiting, certificate, others, officer, signed_in):
    keys = (waiting.pk, certificate.request_id)

    answers = {signed_in(user).get(f"/intyg/{key}/{part}").status_code for user in [*others, officer] for key in keys}

    assert answers == {404}


@pytest.mark.parametrize("part", AT_THE_DESK)
def test_the_desks_pages_are_the_officers_alone(part, waiting, certificate, others, her, signed_in):
    for user in [*others, her.user]:
        for key in (waiting.pk, certificate.request_id):
            answer = signed_in(user).get(f"/admin/intyg/{key}/{part}")
            assert answer.status_code in {302, 404}
            assert not any(secret in answer.text for secret in SECRETS)
            assert answer.status_code == 404 or "/admin/intyg" not in answer.url


def test_nothing_is_done_with_it_by_another(waiting, certificate, others, signed_in):
    before = list(CertificateRequest.objects.order_by("pk").values())
    for user in others:
        browser = signed_in(user)
        for part in POSTED:
            assert browser.post(f"/intyg/{waiting.pk}/{part}", {"answer": "x"}).status_code == 404
        for part in POSTED_AT_THE_DESK:
            assert browser.post(f"/admin/intyg/{waiting.pk}/{part}", {"reason": "x"}).status_code in {302, 404}

    assert list(CertificateRequest.objects.order_by("pk").values()) == before


def test_who_has_not_signed_in_is_asked_to_and_told_nothing(waiting, certificate, client):
    for key in (waiting.pk, certificate.request_id):
        for part in HERS:
            assert client.get(f"/intyg/{key}/{part}").status_code == 302
        for part in AT_THE_DESK:
            assert client.get(f"/admin/intyg/{key}/{part}").status_code == 302


def test_the_gate_itself_lets_nobody_else_near_a_row(waiting, certificate, others):
    for model in (CertificateRequest, Certificate, CertificateQuestion):
        for user in others:
            verbs = ("view", "fetch", "handle", "answer", "withdraw")
            assert not access.scope(user, model.objects.all(), *verbs).exists()


def test_the_number_alone_tells_nobody_anything(certificate, client):
    for value in ("", "AAAAA-AAAAA", certificate.check_value):
        page = client.get("/intyg/kontroll/", {"nummer": certificate.number, "kontrollvarde": value}).text
        assert "Hemlig" not in page
        assert str(certificate.request_id) not in page


def test_a_protected_persons_is_only_an_officers_who_keeps_who_she_is(her, waiting, town, signed_in):
    identity.mark(her, by=town.planner, at=NOW)
    plain = signed_in(with_role("certificate_officer"))

    assert plain.get(f"/admin/intyg/{waiting.pk}/").status_code == 404
    assert plain.get(f"/admin/intyg/{waiting.pk}/utkast/").status_code == 404
    assert str(waiting.pk) not in plain.get("/admin/intyg/", {"q": "Hemligström"}).text
    assert signed_in(her.user).get(f"/intyg/{waiting.pk}/").status_code == 200


def test_no_document_lies_in_a_store_of_files(certificate, waiting, signed_in, settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)
    signed_in(certificate.request.substitute.user).get(f"/intyg/{certificate.request_id}/pdf/")
    signed_in(with_role("certificate_officer")).get(f"/admin/intyg/{waiting.pk}/utkast/")

    assert list(tmp_path.rglob("*")) == []
    assert not get_document_model().objects.exists()


def test_no_page_of_it_is_kept_by_a_browser_or_on_the_way(waiting, certificate, her, officer, signed_in):
    hers, desk = signed_in(her.user), signed_in(officer)
    pages = [hers.get(f"/intyg/{certificate.request_id}/{part}") for part in HERS]
    pages += [hers.get(f"/intyg/{waiting.pk}/"), hers.get("/intyg/ny/?typ=arsinkomst"), hers.get("/intyg/")]
    pages += [desk.get(f"/admin/intyg/{waiting.pk}/{part}") for part in AT_THE_DESK] + [desk.get("/admin/intyg/")]

    for page in pages:
        assert page.status_code == 200
        assert "private" in page["Cache-Control"]
        assert "no-store" in page["Cache-Control"]


def test_no_cache_of_ours_holds_it(waiting, certificate, her, officer, signed_in):
    hers, desk = signed_in(her.user), signed_in(officer)
    for address in (f"/intyg/{certificate.request_id}/", f"/intyg/{certificate.request_id}/pdf/", "/intyg/"):
        hers.get(address)
    desk.get(f"/admin/intyg/{waiting.pk}/")
    hers.get("/intyg/kontroll/", {"nummer": certificate.number, "kontrollvarde": certificate.check_value})

    kept = [value for name in caches for value in getattr(caches[name], "_cache", {}).values()]
    assert not any(secret in bytes(value) for value in kept for secret in told(certificate))


def told(certificate: Certificate) -> list[bytes]:
    return [
        b"%PDF",
        certificate.number.encode(),
        certificate.check_value.encode(),
        *(word.encode() for word in SECRETS),
    ]


def test_her_own_copy_has_hers_and_anothers_has_none_of_it(waiting, certificate, her, others):
    hers = own_copy(her.user)

    assert all(secret in hers for secret in SECRETS)
    for user in others:
        theirs = own_copy(user)
        assert not any(secret in theirs for secret in (*SECRETS, certificate.number))


def own_copy(user) -> str:
    with zipfile.ZipFile(io.BytesIO(own_data.zipped(user, at=NOW))) as copy:
        return "".join(copy.read(name).decode(errors="ignore") for name in copy.namelist())


def test_no_search_finds_it(waiting, certificate, others, signed_in):
    for user in others:
        browser = signed_in(user)
        for words in (certificate.number, waiting.reference, NOTE):
            found = browser.get("/sok/", {"q": words}).text
            assert str(waiting.pk) not in found
            assert str(certificate.request_id) not in found


def test_no_history_of_others_tells_of_it(waiting, certificate, others, signed_in):
    for user in others:
        for page in ("/admin/reports/site-history/", "/admin/", "/meddelanden/", "/min-sida/"):
            shown = signed_in(user).get(page, follow=True).text
            assert certificate.number not in shown
            assert str(waiting.pk) not in shown


def test_the_link_in_a_message_is_no_key(waiting, certificate, others, signed_in):
    message = Message.objects.get(kind="intyg.issued")
    address = looks.leads_to(message)

    assert all(secret not in message.body for secret in (*SECRETS, certificate.number))
    assert {signed_in(user).get(address).status_code for user in others} == {404}
