"""The system owner reads in the staff, looks first, and lets the queue do it."""

import json

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse

from people.importing.staff import columns
from people.models import DutyRule, HistoryEntry, StaffImport, User
from tests.cast import NOW, with_role
from tests.standins.ss12000 import TOKEN, Register, duty, organisation, person

PAGE = "/admin/konton/personal/"


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def heads(town) -> DutyRule:
    """A head of a school orders at the workplace."""
    return DutyRule.objects.create(duty_role="Rektor", role="ordering_manager", workplace=town.workplace)


def a_file(content: object, name: str = "personal.json") -> dict[str, SimpleUploadedFile]:
    said = content if isinstance(content, bytes) else json.dumps(content).encode()
    return {"file": SimpleUploadedFile(name, said)}


REGISTER = {"persons": [person("p1")], "duties": [duty("d1", "p1")], "organisations": [organisation()]}


def test_a_file_of_the_register_is_looked_at_and_then_carried_out(heads, owner, signed_in, drain):
    page = signed_in(owner)

    report = page.post(PAGE, a_file(REGISTER), follow=True)
    assert "Nytt konto" in report.content.decode()
    assert not User.objects.filter(last_name="Berg").exists()
    page.post(reverse("account:staff_carry_out", args=[StaffImport.objects.get().pk]))
    drain()

    assert User.objects.get(last_name="Berg").role_assignments.get().role == "ordering_manager"
    assert "Personalen är inläst" in page.get(report.request["PATH_INFO"]).content.decode()


def test_a_table_is_read_in_the_same_place(town, owner, signed_in):
    rows = "Förnamn;Efternamn;E-post;Födelsedatum;Roll\nKarin;Berg;k@alvsunda.example;1976-03-17;Redaktör".encode()

    report = signed_in(owner).post(PAGE, a_file(rows, "personal.csv"), follow=True)

    assert "Redaktör" in report.content.decode()


@pytest.mark.parametrize("content", [b"{", b"{}", b"", b"a;b\n1;2", b'{"persons": [], "duties": []}', b"\xff\xfe{"])
def test_what_cannot_be_read_is_said_beside_the_field(owner, signed_in, content):
    answer = signed_in(owner).post(PAGE, a_file(content))

    assert answer.status_code == 422
    assert not StaffImport.objects.exists()


def test_the_register_itself_is_read_from_the_page_by_the_queue_and_by_a_command(
    heads, owner, signed_in, settings, drain
):
    register = Register()
    register.lists = {name: list(rows) for name, rows in REGISTER.items()}
    settings.SS12000 = dict.fromkeys(["token_url", "client_id", "client_secret", "scope"], "") | {
        "url": register.url, "token": TOKEN, "timeout": 2,
    }  # fmt: skip

    try:
        assert "Nytt konto" in signed_in(owner).post(f"{PAGE}registret/", follow=True).content.decode()
        call_command("read_staff", "--carry-out")
    finally:
        register.close()
    drain()

    assert User.objects.filter(registered__key="p1").exists()


def test_the_table_to_fill_in_can_be_read_as_it_is(town, owner, signed_in):
    table = signed_in(owner).get(f"{PAGE}mall/").getvalue()

    (karin,) = columns.read(table)

    assert (karin.faults, karin.roles[0].role) == ({}, "planner")


def test_without_a_register_there_is_none_to_ask(owner, signed_in):
    answer = signed_in(owner).post(f"{PAGE}registret/", follow=True)

    assert "Det finns inget personalregister att läsa." in answer.content.decode()
    assert not StaffImport.objects.exists()


def test_what_a_duty_gives_needs_a_place_of_the_right_kind_and_never_makes_an_owner(town, owner, signed_in):
    page, add = signed_in(owner), reverse("dutyrule:add")
    said = {"duty_role": "Rektor", "organisation": "", "role": "ordering_manager", "area": town.area.pk}

    assert "Välj den arbetsplats" in page.post(add, said).content.decode()
    page.post(add, said | {"role": "system_owner"})
    assert not DutyRule.objects.exists()
    page.post(add, said | {"workplace": town.workplace.pk})
    assert DutyRule.objects.get().area is None


def test_whoever_lets_it_be_done_answers_for_it_though_a_colleague_had_it_read(heads, owner, signed_in, drain):
    signed_in(owner).post(PAGE, a_file(REGISTER))
    other = with_role("system_owner")

    signed_in(other).post(reverse("account:staff_carry_out", args=[StaffImport.objects.get().pk]))
    drain()

    deeds = HistoryEntry.objects.filter(action__in=["account.open", "roleassignment.add", "staffimport.carry_out"])
    assert [deed.user for deed in deeds] == [other] * 3
