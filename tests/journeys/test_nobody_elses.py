"""What is somebody else's does not exist."""

import pytest

from booking.models import Booking, Enquiry, Order
from home.demo.cast import COLLEAGUES, SUBSTITUTES
from intyg.models import CertificateRequest
from scripts.browser import PHONE

AMIRA = SUBSTITUTES[0]
SAMIR = COLLEAGUES[3]


def of_others(model):
    return model.objects.exclude(substitute__user__username=AMIRA.username).first()


@pytest.mark.parametrize(
    ("path", "model"), [("bokningar", Booking), ("forfragningar", Enquiry), ("intyg", CertificateRequest)]
)
def test_a_substitute_cannot_open_what_is_anothers(open_page, portal, path, model):
    page = open_page(PHONE, AMIRA.username)

    answer = page.goto(f"{portal}/{path}/{of_others(model).pk}/")

    assert answer.status == 404
    assert "Traceback" not in page.content()


def test_a_substitute_cannot_open_an_order_or_the_desk(open_page, portal):
    page = open_page(PHONE, AMIRA.username)
    order = Order.objects.first()

    assert page.goto(f"{portal}/bestallningar/{order.pk}/").status == 404
    assert page.goto(f"{portal}/admin/").status == 404


def test_a_planner_cannot_open_an_order_of_another_area(open_page, portal):
    page = open_page(PHONE, SAMIR.username)
    order = Order.objects.filter(workplace__name="Solgården").first()

    assert page.goto(f"{portal}/admin/bestallningar/inspect/{order.pk}/").status == 404
