"""The system owner opens and closes her colleagues' accounts; and what her lists cost."""

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse, reverse_lazy

from people.models import Account, User
from tests.cast import NOW
from tests.factories.booking import OrderReasonFactory
from tests.factories.people import (
    AreaFactory,
    CompetenceFactory,
    OccupationFactory,
    RoleAssignmentFactory,
    UserFactory,
    WorkplaceFactory,
)

OPEN = reverse_lazy("account:add")
FORM = {"first_name": "Karin", "last_name": "Öberg", "email": "karin@alvsunda.example", "born": "1979-06-21"}


@pytest.fixture(autouse=True)
def _morning():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def browser(owner, signed_in):
    return signed_in(owner)


def text(answer):
    return answer.content.decode()


def page_of(user):
    return reverse("account:inspect", args=[user.pk])


def test_an_opened_account_tells_its_name_and_the_way_to_a_password_and_to_a_role(browser):
    shown = text(browser.post(OPEN, FORM, follow=True))

    assert "obkn7921" in shown
    assert reverse("account_reset_password") in shown
    way = reverse("roleassignment:add") + "?who=obkn7921"
    assert way in shown
    assert 'value="obkn7921"' in text(browser.get(way))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"born": ""}, "Skriv ett användarnamn, eller födelsedagen som det görs av."),
        ({"username": "vera"}, "Användarnamnet är upptaget."),
        ({"email": "VERA@alvsunda.example"}, "E-postadressen används redan av ett annat konto."),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost(changed, said, browser):
    UserFactory(username="vera")

    answer = browser.post(OPEN, FORM | changed)

    assert answer.status_code == 422
    assert f"<span>{said}" in text(answer)
    assert 'value="Öberg"' in text(answer)


def test_the_form_sent_twice_opens_one_account(browser):
    browser.post(OPEN, FORM)

    assert browser.post(OPEN, FORM).status_code == 422
    assert Account.objects.filter(last_name="Öberg").count() == 1


def test_an_account_is_closed_and_opened_again(town, browser, signed_in):
    hers = signed_in(town.planner)

    browser.post(reverse("account:close", args=[town.planner.pk]))
    assert hers.get("/admin/").status_code == 302

    browser.post(reverse("account:reopen", args=[town.planner.pk]))
    assert hers.get("/admin/").status_code == 302, "what was closed is not hers again by itself"
    assert signed_in(User.objects.get(pk=town.planner.pk)).get("/admin/").status_code == 200


def test_the_last_owner_is_told_why_she_stays(owner, browser):
    answer = browser.post(reverse("account:close", args=[owner.pk]), follow=True)

    assert "Någon måste vara systemförvaltare" in text(answer)
    assert User.objects.get(pk=owner.pk).is_active


def test_an_e_mail_is_changed(town, browser):
    address = reverse("account:change", args=[town.planner.pk])
    assert town.planner.email in text(browser.get(address))

    browser.post(address, FORM)

    town.planner.refresh_from_db()
    assert town.planner.email == "karin@alvsunda.example"


def test_a_substitutes_account_is_not_among_them(town, browser):
    substitute = town.substitute()

    assert substitute.user.username not in text(browser.get(reverse("account:index")))
    assert browser.get(page_of(substitute.user)).status_code == 404
    assert browser.post(reverse("account:close", args=[substitute.user.pk])).status_code == 404


@pytest.mark.parametrize("who", ["officer", "editor", "planner"])
def test_nobody_else_finds_the_accounts(who, town, owner, request, signed_in):
    browser = signed_in(town.planner if who == "planner" else request.getfixturevalue(who))

    assert browser.get(OPEN).status_code == 404
    assert browser.post(OPEN, FORM).status_code == 404
    for name in ("inspect", "change"):
        assert browser.get(reverse(f"account:{name}", args=[owner.pk])).status_code == 404
    for name in ("change", "close", "reopen"):
        assert browser.post(reverse(f"account:{name}", args=[owner.pk]), FORM).status_code == 404
    assert browser.get(reverse("account:index")).status_code == 302


def another(table, number):
    name = f"Rad {number}"
    makers = {
        "roleassignment": lambda: RoleAssignmentFactory(role="planner", area=AreaFactory()),
        "account": lambda: RoleAssignmentFactory(role="ordering_manager", workplace=WorkplaceFactory()),
        "area": AreaFactory,
        "workplace": WorkplaceFactory,
        "occupation": lambda: OccupationFactory(name=name),
        "competence": lambda: CompetenceFactory(name=name),
        "orderreason": lambda: OrderReasonFactory(name=name),
    }
    makers[table]()


@pytest.mark.parametrize(
    "table", ["roleassignment", "account", "area", "workplace", "occupation", "competence", "orderreason"]
)
def test_the_owners_list_asks_as_much_for_one_row_as_for_thirty(table, browser):
    def cost():
        browser.get(reverse(f"{table}:index"))
        with CaptureQueriesContext(connection) as asked:
            assert browser.get(reverse(f"{table}:index")).status_code == 200
        return len(asked)

    another(table, 1)
    one = cost()
    for number in range(2, 31):
        another(table, number)

    assert cost() == one


def test_a_colleague_is_sent_a_link_and_given_a_last_day(town, browser):
    keys = [town.planner.pk]

    browser.post(reverse("account:send_link", args=keys))
    browser.post(reverse("account:end", args=keys), {"ends_on": "2099-01-31"})

    planner = User.objects.get(pk=town.planner.pk)
    assert planner.password_links.get().kind == "reset"
    assert str(planner.ends_on) == "2099-01-31"
    browser.post(reverse("account:withdraw_link", args=keys))
    assert planner.password_links.get().closed_at


def test_what_is_refused_of_an_account_is_said_on_its_page(owner, town, browser):
    User.objects.filter(pk=town.planner.pk).update(phone="")

    answer = browser.post(reverse("account:send_link", args=[town.planner.pk]))
    last = browser.post(reverse("account:end", args=[owner.pk]), {"ends_on": "2099-01-31"})

    assert (answer.status_code, last.status_code) == (409, 422)
    assert "inget svenskt mobilnummer" in text(answer)
    assert "Någon måste vara systemförvaltare" in text(last)
