"""The ways in to orders, availability, interests, enquiries and bookings."""

from django.db.models import Exists, Model, OuterRef, Q

from booking.models import (
    Absence,
    Advert,
    Asking,
    AssistantDecision,
    AssistantProfile,
    AssistantRun,
    Availability,
    AvailabilityChange,
    AvailabilityPattern,
    Booking,
    CalendarDay,
    CalendarFeed,
    Call,
    Enquiry,
    Forecast,
    ForecastDay,
    Interest,
    MessageText,
    Order,
    OrderGroup,
    OrderReason,
    OrderTemplate,
    PayPeriod,
    PlannerTask,
    Policy,
    Proposal,
    ProposalLine,
    RestDebt,
    SavedView,
    TimeAsked,
    TimeBankEntry,
    WorkedTime,
    WorkplaceRequest,
)
from people.access import Way, by_role, own
from people.models import Agreement, Area, Block, User
from people.policy import guard


def jobs(user: User, asked: frozenset[str]) -> Q:
    """A substitute sees the advertised orders where she has an agreement, and may answer to them.

    Not those of a workplace where she is blocked, nor those that are kept for somebody else.
    """
    if "order.take" not in asked or not hasattr(user, "substitute"):
        return Q()
    reaching = Agreement.objects.filter(
        Q(workplace=OuterRef("workplace")) | Q(area=OuterRef("workplace__area")), substitute=user.substitute
    )
    live = Advert.objects.filter(order=OuterRef("pk"), closed_at=None)
    blocked = Block.objects.in_force().filter(workplace=OuterRef("workplace"), substitute=user.substitute)
    hers_to_see = Q(wished_until=None) | Q(wished=user.substitute)
    return Q(Exists(live)) & Q(Exists(reaching)) & ~Q(Exists(blocked)) & hers_to_see


def in_every_area(model: type[Model], lookup: str) -> Way:
    """The way in for planners to what spans several areas: rows of which every area is one of their own.

    Rows of another's area are asked for by themselves: a negation beside `near` is of the row that `near` has joined.
    """
    near = by_role(area=[lookup])

    def way(user: User, asked: frozenset[str]) -> Q:
        reached = near(user, asked)
        hers = by_role(area=["pk"])(user, asked)
        if not reached or reached == ~Q(pk=None):
            return reached
        others = model._base_manager.filter(**{f"{lookup}__in": Area.objects.exclude(hers)})
        return reached & ~Q(pk__in=others.values("pk"))

    return way


guard(OrderReason, by_role(), add="change", delete="change")
guard(CalendarDay, by_role(), add="change", delete="change")
guard(MessageText, by_role(), add="change", delete="change")
guard(
    OrderTemplate,
    by_role(area=["workplace__area"], workplace=["workplace"]),
    add="change",
    delete="change",
)
guard(SavedView, own("user", "savedview.view", "savedview.change"), delete="change")
guard(Order, by_role(area=["workplace__area"], workplace=["workplace"]), jobs, add="place", delete="cancel")
guard(
    Booking,
    by_role(area=["order__workplace__area"], workplace=["order__workplace"]),
    own(
        "substitute__user",
        "booking.view",
        "booking.report_sick",
        "booking.report_late",
        "booking.regret",
        "booking.say_time",
    ),
    delete="end",
)
guard(
    WorkedTime,
    by_role(area=["booking__order__workplace__area"], workplace=["booking__order__workplace"]),
    own("booking__substitute__user", "workedtime.view"),
)
guard(PayPeriod, by_role())
guard(
    Interest,
    by_role(area=["order__workplace__area"]),
    own("substitute__user", "interest.view", "interest.withdraw"),
)
guard(
    Enquiry,
    by_role(area=["order__workplace__area"]),
    own("substitute__user", "enquiry.view", "enquiry.answer"),
)
guard(
    Availability,
    by_role(area=["substitute__agreements__area", "substitute__agreements__workplace__area"]),
    own("substitute__user", "availability.view", "availability.change"),
)
guard(
    AvailabilityPattern,
    by_role(area=["substitute__agreements__area", "substitute__agreements__workplace__area"]),
    own("substitute__user", "availabilitypattern.view", "availabilitypattern.change"),
)
guard(
    Absence,
    by_role(area=["substitute__agreements__area", "substitute__agreements__workplace__area"]),
    own("substitute__user", "absence.view"),
)
guard(AvailabilityChange, own("substitute__user", "availabilitychange.undo"))
guard(CalendarFeed, own("substitute__user", "calendarfeed.view", "calendarfeed.change"))
guard(
    WorkplaceRequest,
    by_role(area=["workplace__area"]),
    own("substitute__user", "workplacerequest.view", "workplacerequest.withdraw"),
)
guard(OrderGroup, by_role(area=["orders__workplace__area"], workplace=["orders__workplace"]))
guard(Asking, by_role(area=["order__workplace__area"]))
guard(Call, by_role(area=["order__workplace__area"]))
guard(PlannerTask, by_role(area=["area"]))
guard(RestDebt, by_role(area=["booking__order__workplace__area"]), own("substitute__user", "restdebt.view"))
guard(
    TimeBankEntry,
    by_role(area=["substitute__agreements__area", "substitute__agreements__workplace__area"]),
    own("substitute__user", "timebankentry.view"),
)
guard(Policy, by_role(area=["area", "workplace__area"], workplace=["workplace"]), add="change", delete="change")
guard(AssistantProfile, in_every_area(AssistantProfile, "areas"), add="change", delete="change")
guard(AssistantRun, in_every_area(AssistantRun, "profile__areas"))
guard(
    AssistantDecision,
    by_role(area=["order__workplace__area"]),
    own("substitute__user", "assistantdecision.view"),
)
guard(Proposal, in_every_area(Proposal, "areas"), add="change", delete="change")
guard(ProposalLine, in_every_area(ProposalLine, "proposal__areas"), own("substitute__user", "proposalline.view"))
guard(Forecast, by_role(area=["area"]))
guard(ForecastDay, by_role(area=["area"]))
guard(TimeAsked, by_role(area=["area"]))
