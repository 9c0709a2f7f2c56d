import pytest
from django.core.checks import run_checks

from portal import checks


@pytest.fixture
def production(settings):
    settings.DEVELOPMENT = settings.DEMO = False
    settings.SMS_GATEWAY = "another"
    return settings


def ids(found) -> list[str]:
    return [message.id for message in found]


def test_a_production_as_it_should_be_has_nothing_to_remark(production):
    assert not checks.demo_stays_at_home()
    assert not checks.sms_leave_the_house()


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
