"""The kinds of the catalogue as people choose among them: which belong together, and what nobody can turn off."""

from django.utils.translation import gettext_lazy as _

from messaging import choices
from messaging.choices import Group
from people import access
from people.models import Agreement, User
from people.roles import ORDERING_MANAGER, PLANNER


def is_substitute(user: User) -> bool:
    """Whether she takes shifts."""
    return hasattr(user, "substitute")


def has_a_time_bank(user: User) -> bool:
    """Whether she is, or was, paid by the month."""
    return Agreement.objects.by_the_month().filter(substitute__user=user).exists()


def orders(user: User) -> bool:
    """Whether she orders or plans."""
    return access.holds(user, ORDERING_MANAGER.code, PLANNER.code)


def plans(user: User) -> bool:
    """Whether she plans."""
    return access.holds(user, PLANNER.code)


def works_or_orders(user: User) -> bool:
    """Whether she confirms worked time: her own, or that of others."""
    return is_substitute(user) or access.holds(user, ORDERING_MANAGER.code)


GROUPS = (
    Group(
        "enquiries", 10, _("Förfrågningar"), _("När vi undrar om du kan jobba, och vad det blev."),
        frozenset({"enquiry.asked", "enquiry.asked_many", "enquiry.lost", "enquiry.closed"}),
        in_browsers=True, urgent=True, concerns=is_substitute,
    ),
    Group(
        "bookings", 20, _("Bokningar och ändringar"), _("När du är bokad, och när ett pass ändras eller avbokas."),
        frozenset({"booking.booked", "booking.changed", "booking.shortened", "booking.ended"}),
        obligatory=True, in_browsers=True, concerns=is_substitute,
    ),
    Group(
        "reminders", 30, _("Påminnelser"), _("Dagen före ett pass, och när en vecka saknar tid."),
        frozenset({"reminder.shift", "reminder.availability"}), concerns=is_substitute,
    ),
    Group(
        "worked", 34, _("Arbetad tid"), _("När någon har skrivit en annan tid än du på ett pass du jobbat."),
        frozenset({"time.answered"}), in_browsers=True, concerns=is_substitute,
    ),
    Group(
        "unconfirmed", 36, _("Påminnelser om arbetad tid"), _("När pass som är slut väntar på att du bekräftar tiden."),
        frozenset({"reminder.time", "reminder.attest"}), in_browsers=True, by_sms=False, concerns=works_or_orders,
    ),
    Group(
        "jobs", 40, _("Lediga jobb"), _("När det kommer nya pass som passar dig."),
        frozenset({"jobs.released"}), concerns=is_substitute,
    ),
    Group(
        "interests", 50, _("Besked om intresse"), _("När ett pass du anmält intresse för gick till någon annan."),
        frozenset({"interest.not_selected", "interest.lapsed"}), concerns=is_substitute,
    ),
    Group(
        "workplaces", 60, _("Nya arbetsplatser"), _("Svar när du har bett om en ny arbetsplats."),
        frozenset({"workplace.active", "workplace.declined"}), concerns=is_substitute,
    ),
    Group(
        "time_bank", 65, _("Tidbanken"), _("När bemanningen tar ut, betalar ut eller rättar tid i din tidbank."),
        frozenset({"timebank.changed"}), in_browsers=True, by_sms=False, concerns=has_a_time_bank,
    ),
    Group(
        "orders", 70, _("Beställningar"), _("När ett pass du beställt blir bokat, saknar vikarie eller ändras."),
        frozenset({
            "booking.filled", "booking.left_early", "booking.emptied", "booking.late", "booking.in_time",
            "order.returned", "order.exhausted", "order.asking_waits", "order.lapsed", "workplace.introduced",
        }),
        concerns=orders,
    ),
    Group(
        "assistant", 75, _("Bokningsassistenten"), _("När en assistent har bokat, frågat eller lämnat pass."),
        frozenset({"assistant.worked"}), in_browsers=True, by_sms=False, concerns=plans,
    ),
    Group(
        "desk", 80, _("Från bemanningen"), _("När en planerare skriver till dig."),
        frozenset({"desk.written"}), obligatory=True, in_browsers=True,
    ),
)  # fmt: skip
"""Every kind of the catalogue is in one of them."""

for group in GROUPS:
    choices.register(group)
