import pytest
from django.core.checks import run_checks

from portal import checks


@pytest.fixture
def production(settings):
    settings.DEVELOPMENT = settings.DEMO = False
    settings.SMS_GATEWAY = "another"
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "x"}}
    settings.ALLOWED_HOSTS, settings.PORTAL_URL = ["vikarie.alvsunda.example"], "https://vikarie.alvsunda.example"
    return settings


def ids(found) -> list[str]:
    return [message.id for message in found]


def test_a_production_as_it_should_be_has_nothing_to_remark(production):
    assert not checks.demo_stays_at_home()
    assert not checks.sms_leave_the_house()
    assert not checks.counts_are_shared()
    assert not checks.hosts_are_named()
    assert not checks.addresses_are_ours_and_in_tls()


@pytest.mark.parametrize(("processes", "found"), [(0, ["portal.E020"]), (4, ["portal.E020"]), (1, [])])
def test_processes_that_count_for_themselves_are_refused(production, processes, found):
    production.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    production.WEB_CONCURRENCY = processes

    assert ids(checks.counts_are_shared()) == found


@pytest.mark.parametrize("host", ["*", ".alvsunda.example", " vikarie.alvsunda.example", ""])
def test_a_host_that_is_not_named_is_refused(production, host):
    production.ALLOWED_HOSTS = ["vikarie.alvsunda.example", host]

    assert ids(checks.hosts_are_named()) == ["portal.E021"]


def test_an_address_without_tls_or_of_another_host_is_refused(production):
    production.PORTAL_URL = "http://en-annan.example"
    production.CSRF_TRUSTED_ORIGINS = ["http://vikarie.alvsunda.example"]

    assert ids(checks.addresses_are_ours_and_in_tls()) == ["portal.E022", "portal.E022", "portal.E023"]


def test_the_demo_cannot_be_turned_on_in_production(production):
    production.DEMO = True

    assert ids(checks.demo_stays_at_home()) == ["portal.E001"]


def test_production_cannot_keep_the_sms_to_itself(production):
    production.SMS_GATEWAY = "local"

    assert ids(checks.sms_leave_the_house()) == ["portal.E002"]


def test_on_ones_own_machine_both_are_as_they_should(settings):
    settings.DEMO = True

    assert not checks.demo_stays_at_home()
    assert not checks.sms_leave_the_house()


def test_a_missing_library_is_named_with_what_to_install(monkeypatch):
    monkeypatch.setattr(checks, "opens", lambda library: "pangoft2" not in library)
    monkeypatch.setattr(checks.sys, "platform", "linux")

    [caution] = checks.certificates_can_be_made()

    assert caution.id == "portal.W001"
    assert caution.hint == "apt-get install libpangoft2-1.0-0"


def test_a_library_that_is_nowhere_does_not_open():
    assert not checks.opens("libthere-is-no-such-thing.so.0")


def test_django_asks_all_of_them(production):
    production.DEMO = True
    production.SMS_GATEWAY = "local"

    assert {"portal.E001", "portal.E002"} <= set(ids(run_checks()))


def test_an_area_that_there_is_none_of_protects_nothing_and_is_refused(settings):
    settings.SECOND_STEP_REQUIRED_FOR = ["desk", "intyg"]

    assert ids(checks.second_steps_are_asked_for()) == ["portal.E003"]


def test_a_desk_that_opens_with_a_password_alone_is_worth_a_word_in_production(production):
    production.SECOND_STEP_REQUIRED_FOR = ["certificates"]
    assert ids(checks.second_steps_are_asked_for()) == ["portal.W002"]

    production.SECOND_STEP_REQUIRED_FOR = ["desk"]
    assert not checks.second_steps_are_asked_for()
