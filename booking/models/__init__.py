"""Orders, what people say of their time, and the bookings that come of it."""

from booking.models.absence import Absence
from booking.models.asking import Asking
from booking.models.assistant import AssistantDecision, AssistantProfile, AssistantRun
from booking.models.availability import RESOURCES, Availability, AvailabilityPattern, Kind
from booking.models.availability_change import AvailabilityChange
from booking.models.booking import Booking, EndReason, Origin
from booking.models.calendar_day import CalendarDay
from booking.models.calendar_feed import CalendarFeed
from booking.models.call import Call
from booking.models.enquiry import Enquiry
from booking.models.follow_up import PlannerTask, RestDebt
from booking.models.forecast import Forecast, ForecastDay, TimeAsked
from booking.models.interest import Interest
from booking.models.message_text import MessageText
from booking.models.order import Advert, Order, OrderGroup
from booking.models.order_reason import OrderReason
from booking.models.order_template import OrderTemplate
from booking.models.pay_period import PayPeriod
from booking.models.policy import Policy
from booking.models.proposal import Proposal, ProposalLine
from booking.models.saved_view import SavedView
from booking.models.time_bank import TimeBankEntry
from booking.models.worked_time import WorkedTime
from booking.models.workplace_request import WorkplaceRequest

__all__ = [
    "RESOURCES",
    "Absence",
    "Advert",
    "Asking",
    "AssistantDecision",
    "AssistantProfile",
    "AssistantRun",
    "Availability",
    "AvailabilityChange",
    "AvailabilityPattern",
    "Booking",
    "CalendarDay",
    "CalendarFeed",
    "Call",
    "EndReason",
    "Enquiry",
    "Forecast",
    "ForecastDay",
    "Interest",
    "Kind",
    "MessageText",
    "Order",
    "OrderGroup",
    "OrderReason",
    "OrderTemplate",
    "Origin",
    "PayPeriod",
    "PlannerTask",
    "Policy",
    "Proposal",
    "ProposalLine",
    "RestDebt",
    "SavedView",
    "TimeAsked",
    "TimeBankEntry",
    "WorkedTime",
    "WorkplaceRequest",
]
