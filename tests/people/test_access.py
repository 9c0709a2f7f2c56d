"""Who may see and do what: nothing of another area leaks, and what has no gate is closed."""

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction
from django.db.models import Count
from django.http import Http404
from wagtail.permissions import policy_registry

from booking.models import Booking, Enquiry, Interest, Order
from intyg.models import CertificateRequest
from people import access
from people.history import record
from people.models import Area, HistoryEntry, RoleAssignment, Substitute, User, Workplace
from people.policy import ScopePolicy
from tests.cast import NOW, with_role
from tests.factories.booking import AdvertFactory, BookingFactory, EnquiryFactory, InterestFactory
from tests.factories.people import AgreementFactory, SubstituteFactory, UserFactory, WorkplaceFactory


def seen(user, model, verb: str = "view") -> set:
    return set(access.scope(user, model.objects.all(), verb))


def test_a_planner_sees_her_area_and_no_other(town, elsewhere):
    order, hidden = town.order(), elsewhere.order()

    assert seen(town.planner, Area) == {town.area}
    assert seen(town.planner, Workplace) == {town.workplace}
    assert seen(town.planner, Order) == {order}
    assert hidden not in seen(town.planner, Order)


def test_an_ordering_manager_sees_her_workplace_and_no_other_in_the_area(town):
    own = town.order()
    town.order(workplace=WorkplaceFactory(area=town.area))

    assert seen(town.manager, Order) == {own}
    assert seen(town.manager, Area) == {town.area}


def test_a_planner_sees_the_substitutes_with_an_agreement_in_her_area_once_each(town, elsewhere):
    substitute = town.substitute()
    AgreementFactory(substitute=substitute, area=town.area)
    elsewhere.substitute()

    assert list(access.scope(town.planner, Substitute.objects.all())) == [substitute]


def test_a_role_gives_only_its_own_verbs(town):
    order = town.order()

    assert access.can(town.planner, "book", order)
    assert not access.can(town.manager, "book", order)
    assert not access.can(town.planner, "take", order)


@pytest.mark.parametrize("factory", [BookingFactory, InterestFactory, EnquiryFactory])
def test_a_substitute_sees_her_own_and_not_anothers(town, factory):
    row, other = factory(), factory()

    assert seen(row.substitute.user, type(row)) == {row}
    with pytest.raises(Http404):
        access.get(row.substitute.user, type(other).objects.all(), other.pk)


def test_a_substitute_may_take_advertised_jobs_where_she_has_an_agreement(town, elsewhere):
    substitute = town.substitute()
    job = AdvertFactory(order=town.order()).order
    AdvertFactory(order=elsewhere.order())
    town.order()

    assert seen(substitute.user, Order, "take") == {job}
    assert seen(substitute.user, Order) == set()


def test_what_does_not_exist_and_what_may_not_be_seen_answer_alike(town, elsewhere):
    hidden = elsewhere.order()

    for key in (hidden.pk, "00000000-0000-0000-0000-000000000000"):
        with pytest.raises(Http404):
            access.get(town.planner, Order.objects.all(), key)


@pytest.mark.parametrize("model", [Order, Booking, Substitute, CertificateRequest, HistoryEntry, RoleAssignment])
def test_nobody_in_particular_sees_nothing(town, model):
    town.order()
    BookingFactory()

    for nobody in (AnonymousUser(), UserFactory(), UserFactory(is_superuser=True)):
        assert seen(nobody, model) == set()


def test_a_closed_account_sees_nothing(town):
    town.order()
    town.planner.is_active = False

    assert seen(town.planner, Order) == set()


def test_a_model_without_a_gate_is_closed(town):
    assert seen(town.planner, User) == set()


def test_every_model_of_ours_has_a_gate_and_wagtail_asks_it():
    apps_of_ours = ("people", "booking", "scheduling", "payroll", "intyg")
    ours = [model for app in apps_of_ours for model in apps.get_app_config(app).get_models()]
    closed = {"User", "Advert", "NumberSeries"}

    for model in ours:
        if model.__name__ not in closed:
            assert model in access.registered()
            assert isinstance(policy_registry.get_by_type(model), ScopePolicy)


def test_the_policy_answers_wagtail_as_the_gate_does(town, elsewhere):
    policy, order = policy_registry.get_by_type(Order), town.order()

    assert policy.user_has_permission(town.planner, "add")
    assert policy.user_has_permission_for_instance(town.planner, "view", order)
    assert not policy.user_has_permission_for_instance(elsewhere.planner, "view", order)
    assert set(policy.instances_user_has_any_permission_for(town.planner, ["view"])) == {order}
    assert elsewhere.manager not in policy.users_with_any_permission(["book"])


def test_the_history_of_an_area_is_its_planners_alone(town, elsewhere):
    entry = record(town.order(), "order.place", by=town.planner, at=NOW, area_id=town.area.pk)

    assert set(HistoryEntry.objects.viewable_by_user(town.planner)) == {entry}
    assert not HistoryEntry.objects.viewable_by_user(elsewhere.planner).exists()


@pytest.mark.parametrize(
    ("role", "place"),
    [("planner", "workplace"), ("ordering_manager", "area"), ("certificate_officer", "area"), ("planner", None)],
)
def test_the_database_refuses_a_role_given_for_the_wrong_kind_of_place(town, role, place):
    where = {place: getattr(town, place)} if place else {}

    with pytest.raises(IntegrityError), transaction.atomic():
        with_role(role, **where)


def test_the_same_role_is_not_given_twice(officer):
    with pytest.raises(IntegrityError), transaction.atomic():
        RoleAssignment.objects.create(user=officer, role="certificate_officer")


def test_somebody_without_an_agreement_is_not_of_interest(town):
    SubstituteFactory()
    substitute = town.substitute()

    assert list(Substitute.objects.of_interest_to(town.workplace)) == [substitute]


def test_enquiries_of_another_area_are_not_seen(town, elsewhere):
    EnquiryFactory(order=elsewhere.order())

    assert seen(town.planner, Enquiry) == set()
    assert seen(town.planner, Interest) == set()


def test_what_leads_to_one_other_row_is_asked_as_it_is_and_what_leads_to_many_never_doubles_a_row(town):
    substitute = town.substitute()
    AgreementFactory(substitute=substitute, area=None, workplace=town.workplace)
    orders = access.scope(town.planner, Order.objects.all())

    assert "SELECT U0" not in str(orders.query)
    assert "SELECT U0" in str(access.scope(town.planner, Substitute.objects.all()).query)
    assert access.scope(town.planner, Substitute.objects.all()).count() == 1


def test_the_rows_of_a_scope_can_be_changed_and_counted_by_what_belongs_to_them(town, elsewhere):
    order, hidden = town.order(), elsewhere.order()
    EnquiryFactory(order=order), EnquiryFactory(order=order)
    counted = Order.objects.annotate(asked=Count("enquiries"))

    assert [row.asked for row in access.scope(town.planner, counted)] == [2]
    assert access.scope(town.planner, Order.objects.all()).update(note="sedd") == 1
    assert Order.objects.get(pk=hidden.pk).note == ""
