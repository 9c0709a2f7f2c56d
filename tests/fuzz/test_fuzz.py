"""A few hundred hostile requests of the many that `make bench NAME=fuzz` sends: none is an error of ours."""

from collections.abc import Iterator

import pytest
import time_machine
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import path

from portal.urls import urlpatterns as ours
from tests.cast import NOW
from tests.fuzz import asking, parameters, providers, report
from tests.fuzz.asking import FORM, Request
from tests.matrix.test_matrix import LINES, address_of
from tests.matrix.world import World, a_world

A_FEW, SEED = 500, 7


def breaks(request: HttpRequest) -> HttpResponse:
    raise ZeroDivisionError


def asked_by(role: str, address: str, *, is_sure: bool = True, method: str = "GET") -> Request:
    return Request("x", role, is_sure, method, address, "", b"", FORM, {}, {})


urlpatterns = [path("gar-sonder/", breaks), *ours]


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker) -> Iterator[World]:
    travelled = time_machine.travel(NOW, tick=False)
    with django_db_blocker.unblock(), travelled, providers.set_up(), transaction.atomic():
        yield a_world()
        transaction.set_rollback(True)


def test_nothing_hostile_makes_an_error_of_ours(world):
    found = report.ask_all(world, asking.requests(world, A_FEW, SEED))

    assert sum(found.statuses.values()) == A_FEW
    assert dict(found.faults) == {}, str(found)


def test_a_form_with_nothing_in_it_is_no_error_of_ours(world):
    sent = [
        asked_by(way.letters[0], address_of(line, world.own).partition("?")[0], method="POST")
        for line in LINES.values()
        if (way := line.ways["post"]).letters and line.route in asking.routes()
    ]

    found = report.ask_all(world, sent)

    assert len(sent) > 100
    assert dict(found.faults) == {}, str(found)


def test_an_error_of_ours_is_seen_and_can_be_made_again(world, settings):
    settings.ROOT_URLCONF = __name__
    found = report.ask_all(world, [asked_by("A", "/gar-sonder/")])

    assert [fault.split(":")[0] for fault in found.faults] == ["ZeroDivisionError"]
    assert "/gar-sonder/" in str(found)


def test_every_route_and_role_is_asked(world):
    asked = list(asking.requests(world, 3 * len(asking.routes()) * len(asking.ROLES), SEED))

    assert {one.role for one in asked} == set(asking.ROLES)
    assert {one.route for one in asked} == asking.routes().keys()
    assert len(parameters.everywhere()) > 100


def test_a_route_is_asked_by_the_names_that_its_form_has(world):
    assert {"password", "next"} <= set(parameters.of("account_login"))
    assert "sprak" in parameters.of("set_language")


def test_who_is_sure_gets_to_what_asks_for_two_steps(world, settings):
    settings.SECOND_STEP_REQUIRED_FOR = ["desk"]

    sure, unsure = (
        report.ask_all(world, [asked_by("P", "/admin/tavla/", is_sure=is_sure)]) for is_sure in (True, False)
    )

    assert (sure.statuses, unsure.statuses) == ({200: 1}, {302: 1})
