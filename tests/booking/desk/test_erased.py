"""What a planner still sees of somebody who is erased."""

from django.urls import reverse

from booking.models import Order, PlannerTask
from booking.operations import follow_ups
from people.operations import erasure
from tests.booking.desk.conftest import text
from tests.cast import NOW
from tests.factories.booking import BookingFactory


def test_her_shifts_her_tasks_and_her_page_open_and_name_nobody(town, owner, planner, page):
    emma = town.substitute(user__first_name="Emma", user__last_name="Ekström")
    order = town.order("2026-05-11 07:00", "2026-05-11 16:00", status=Order.Status.BOOKED)
    booking = BookingFactory(order=order, substitute=emma)
    follow_ups.found(PlannerTask.Kind.PAPER_ENDED, order, at=NOW, substitute=emma, booking=booking, lost=["agreement"])

    erasure.erase(emma, by=owner, at=NOW)

    addresses = [reverse("substitute:inspect", args=[emma.pk]), reverse("booking_desk:inspect", args=[booking.pk])]
    shown = [page(order), *(text(planner.get(address)) for address in addresses)]
    assert ["Raderad person" in one for one in shown] == [True, True, True]
    assert "Raderad person" in text(planner.get(reverse("tasks:index"), {"visa": "klara"}))
    assert "Ekström" not in " ".join(shown)
