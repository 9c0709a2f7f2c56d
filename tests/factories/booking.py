"""Orders, availability and what comes of them, as rows; the operations have tests of their own."""

import uuid
from datetime import UTC, datetime, time, timedelta

import factory
from factory.django import DjangoModelFactory

from booking.models import (
    Advert,
    Availability,
    Booking,
    Enquiry,
    Interest,
    Order,
    OrderReason,
    OrderTemplate,
    Origin,
)
from tests.factories.people import (
    LONG_AGO,
    AgreementFactory,
    OccupationFactory,
    SubstituteFactory,
    UserFactory,
    WorkplaceFactory,
)

SHIFT = timedelta(hours=9)


class OrderReasonFactory(DjangoModelFactory[OrderReason]):
    class Meta:
        model = OrderReason
        django_get_or_create = ("name",)

    name = "Sjuk"
    legal_kind = OrderReason.LegalKind.SUBSTITUTE


class OrderFactory(DjangoModelFactory[Order]):
    """An open order of nine hours, Wednesday 13 May 2026 07.00 in Stockholm unless said otherwise."""

    class Meta:
        model = Order

    workplace = factory.SubFactory(WorkplaceFactory)
    occupation = factory.SubFactory(OccupationFactory)
    reason = factory.SubFactory(OrderReasonFactory)
    starts = datetime(2026, 5, 13, 5, tzinfo=UTC)
    ends = factory.LazyAttribute(lambda order: order.starts + SHIFT)
    placed_by = factory.SubFactory(UserFactory)
    placed_at = factory.LazyAttribute(lambda order: order.starts - timedelta(days=1))
    command = factory.LazyFunction(uuid.uuid4)


class OrderTemplateFactory(DjangoModelFactory[OrderTemplate]):
    """A usual shift, 07.00–16.00."""

    class Meta:
        model = OrderTemplate

    workplace = factory.SubFactory(WorkplaceFactory)
    name = factory.Sequence(lambda n: f"Pass {n}")
    occupation = factory.SubFactory(OccupationFactory)
    starts, ends = time(7), time(16)
    made_by = factory.SubFactory(UserFactory)
    made_at = LONG_AGO


class AdvertFactory(DjangoModelFactory[Advert]):
    class Meta:
        model = Advert

    order = factory.SubFactory(OrderFactory)
    opened_at = factory.LazyAttribute(lambda advert: advert.order.placed_at)
    opened_by = factory.LazyAttribute(lambda advert: advert.order.placed_by)


class AvailabilityFactory(DjangoModelFactory[Availability]):
    class Meta:
        model = Availability

    substitute = factory.SubFactory(SubstituteFactory)
    entered_by = factory.LazyAttribute(lambda block: block.substitute.user)
    entered_at = factory.LazyAttribute(lambda block: block.starts - timedelta(days=7))


class BookingFactory(DjangoModelFactory[Booking]):
    """An order with its booking; the substitute has an agreement in the workplace's area."""

    class Meta:
        model = Booking

    order = factory.SubFactory(OrderFactory, status=Order.Status.BOOKED)
    substitute = factory.SubFactory(SubstituteFactory)
    starts = factory.LazyAttribute(lambda booking: booking.order.starts)
    ends = factory.LazyAttribute(lambda booking: booking.order.ends)
    break_minutes = factory.LazyAttribute(lambda booking: booking.order.break_minutes)
    agreement = factory.LazyAttribute(
        lambda booking: AgreementFactory(
            substitute=booking.substitute,
            area=booking.order.workplace.area,
            occupation=booking.order.occupation,
        )
    )
    terms = factory.LazyAttribute(
        lambda booking: {
            "workplace": booking.order.workplace.name,
            "address": booking.order.workplace.address,
            "occupation": booking.order.occupation.name,
            "competences": {},
            "pay_form": "hourly",
            "employment": booking.order.reason.legal_kind,
            "terms_version": 1,
        }
    )
    origin = Origin.PLANNER
    booked_by = factory.SubFactory(UserFactory)
    booked_at = factory.LazyAttribute(lambda booking: booking.order.placed_at)


class InterestFactory(DjangoModelFactory[Interest]):
    class Meta:
        model = Interest

    order = factory.SubFactory(OrderFactory)
    substitute = factory.SubFactory(SubstituteFactory)
    round = factory.LazyAttribute(lambda interest: interest.order.round)
    registered_at = factory.LazyAttribute(lambda interest: interest.order.placed_at)
    changed_at = factory.LazyAttribute(lambda interest: interest.registered_at)


class EnquiryFactory(DjangoModelFactory[Enquiry]):
    class Meta:
        model = Enquiry

    order = factory.SubFactory(OrderFactory)
    substitute = factory.SubFactory(SubstituteFactory)
    round = factory.LazyAttribute(lambda enquiry: enquiry.order.round)
    code = factory.Sequence(lambda n: n + 1)
    asked_by = factory.SubFactory(UserFactory)
    asked_at = factory.LazyAttribute(lambda enquiry: enquiry.order.placed_at)
    answer_by = factory.LazyAttribute(lambda enquiry: enquiry.order.starts - timedelta(hours=1))
