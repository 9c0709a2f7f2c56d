"""Every page is valid, accessible and no wider than its window: on a phone in light, at a desk in the dark."""

import pytest
from django.utils import timezone

from booking.models import Availability, Booking, Enquiry, Order, OrderTemplate, WorkplaceRequest
from home.demo.cast import COLLEAGUES, SUBSTITUTES
from messaging.models import Message
from people.models import Substitute, User
from scripts.browser import DESKTOP, PHONE
from tests.page_checks import (
    assert_as_wide_as_its_window,
    assert_good_desk_page,
    assert_good_page,
    assert_walkable_by_keyboard,
)

EVA, KARIN, GUNILLA, ANNA_LENA, MARGARETA = COLLEAGUES[0], COLLEAGUES[2], COLLEAGUES[4], COLLEAGUES[6], COLLEAGUES[7]
AMIRA = SUBSTITUTES[0]

AT_FOUR_TIMES_THE_SIZE = {"width": 320, "height": 256}
"""What 400 % leaves of a window of 1280 by 1024 (WCAG 1.4.10)."""

VISITOR = [
    "/",
    "/guider/",
    "/guider/logga-in-forsta-gangen/",
    "/guider/logga-in-forsta-gangen/?gang=nasta",
    "/guider/logga-in-forsta-gangen/?lattlast=1",
    "/introduktion/",
    "/arbetsplatser/",
    "/arbetsplatser/solgarden/",
    "/fragor-och-svar/",
    "/nyheter/",
    "/om-jobbet/",
    "/tjanster/",
    "/tjanster/underskoterska-solgarden/",
    "/kontakt/",
    "/tillganglighet/",
    "/personuppgifter/",
    "/lonedagar/",
    "/om-portalen/",
    "/synpunkt/",
    "/en/",
    "/en/contact/",
    "/en/guides/direct-booking-and-enquiry/",
    "/en/accessibility/",
    "/sok/?q=lösenord",
    "/sok/?q=finns-inte",
    "/konto/login/",
    "/konto/password/reset/",
    "/intyg/kontroll/",
    "/demo/",
    "/finns/inte/",
    "/utan-nat/",
    "/f/x/",
]
SUBSTITUTE = [
    "/introduktion/",
    "/min-sida/",
    "/kalender/",
    "/kalender/vecka/",
    "/kalender/lagg-tid/",
    "/kalender/dag/{day}/",
    "/kalender/kopiera/",
    "/kalender/tid/{block}/andra/",
    "/lediga-jobb/",
    "/lediga-jobb/?nar=i-dag&tid=natt&passar=1",
    "/lediga-jobb/{job}/",
    "/forfragningar/",
    "/forfragningar/{enquiry}/",
    "/bokningar/",
    "/bokningar/timmar/",
    "/bokningar/{said}/",
    "/bokningar/{said}/tid/",
    "/bokningar/{answered}/",
    "/bokningar/{answered}/sag-emot/",
    "/bokningar/{booking}/",
    "/bokningar/utan-nat/",
    "/bokningar/{booking}/sjuk/",
    "/bokningar/{booking}/sen/",
    "/kalender/prenumerera/",
    "/meddelanden/",
    "/meddelanden/?visa=olasta",
    "/meddelanden/?visa=svar",
    "/meddelanden/{message}/",
    "/meddelanden/val/",
    "/profil/",
    "/profil/arbetsplatser/",
    "/profil/arbetsplatser/ny/",
    "/profil/mobilnummer/",
    "/profil/e-post/",
    "/profil/onskemal/",
    "/profil/har-kan-du-jobba/",
    "/profil/las-dagar/",
    "/profil/las-dagar/?ar=2025",
    "/mer/",
    "/intyg/",
    "/intyg/ny/",
]
MANAGER = [
    "/bestallningar/",
    "/bestallningar/ny/",
    "/bestallningar/ny/?vanligt={usual}",
    "/bestallningar/samma-igen/?dag={day}",
    "/bestallningar/vanliga/",
    "/bestallningar/vanliga/nytt/",
    "/bestallningar/vanliga/{usual}/",
    "/bestallningar/arbetad-tid/",
    "/bestallningar/arbetad-tid/{worked}/annan/",
    "/bestallningar/arbetad-tid/{worked}/skriv/",
    "/bestallningar/vikarier/",
    "/bestallningar/vikarier/{place}/{substitute}/sparr/",
    "/bestallningar/{order}/",
    "/bestallningar/{booked}/",
    "/bestallningar/{over}/",
    "/bestallningar/{order}/andra/",
    "/bestallningar/{order}/ta-bort/",
    "/meddelanden/",
    "/meddelanden/val/",
    "/mer/",
    "/mer/ersattare/",
]
DESK = [
    (KARIN, "/admin/ersattare/"),
    (ANNA_LENA, "/admin/konton/personal/"),
    (KARIN, "/admin/vanliga-pass/"),
    (KARIN, "/admin/vanliga-pass/nytt/"),
    (KARIN, "/admin/"),
    (KARIN, "/admin/tavla/?unfilled=on"),
    (KARIN, "/admin/tavla/vecka/2027-18/"),
    (KARIN, "/admin/tavla/dag/{day}/"),
    (KARIN, "/admin/bestallningar/"),
    (KARIN, "/admin/bestallningar/?when=vecka&status=open&status=vantar"),
    (KARIN, "/admin/bestallningar/?q=finns+inte"),
    (KARIN, "/admin/vyer/ny/orders/?status=open"),
    (KARIN, "/admin/bokningar/"),
    (KARIN, "/admin/bestallningar/inspect/{order}/"),
    (KARIN, "/admin/bestallningar/inspect/{order}/?visa=ring&namn=a"),
    (KARIN, "/admin/bestallningar/{order}/historik/"),
    (KARIN, "/admin/vikarier/?week=tid"),
    (KARIN, "/admin/vikarier/inspect/{substitute}/"),
    (KARIN, "/admin/vikarier/{substitute}/papper/"),
    (KARIN, "/admin/vikarier/{substitute}/pass/"),
    (KARIN, "/admin/vikarier/{substitute}/las/"),
    (KARIN, "/admin/vikarier/{substitute}/meddelanden/"),
    (KARIN, "/admin/vikarier/giltighet/?days=90"),
    (KARIN, "/admin/vikarier/new/"),
    (KARIN, "/admin/sms/"),
    (KARIN, "/admin/skriv/{substitute}/"),
    (KARIN, "/admin/skriv/urval/"),
    (KARIN, "/admin/skriv/skickat/"),
    (KARIN, "/admin/skriv/skickat/{sending}/"),
    (KARIN, "/admin/nya-arbetsplatser/"),
    (KARIN, "/admin/nya-arbetsplatser/{wish}/"),
    (KARIN, "/admin/nya-arbetsplatser/{introduction}/"),
    (KARIN, "/admin/las/"),
    (KARIN, "/admin/las/?lista=slutade"),
    (KARIN, "/admin/uppfoljning/"),
    (KARIN, "/admin/uppfoljning/?period=egna"),
    (KARIN, "/admin/uppfoljning/vikarier/"),
    (KARIN, "/admin/uppfoljning/timmar/"),
    (KARIN, "/admin/uppfoljning/las/"),
    (KARIN, "/admin/skyddade/{substitute}/skydda/"),
    (KARIN, "/admin/vikarier/inspect/{protected}/"),
    (MARGARETA, "/admin/skyddade/"),
    (MARGARETA, "/admin/skyddade/{protected}/"),
    (GUNILLA, "/admin/intyg/"),
    (ANNA_LENA, "/admin/"),
    (ANNA_LENA, "/admin/konton/inspect/{account}/"),
    (ANNA_LENA, "/admin/konton/new/"),
    (ANNA_LENA, "/admin/hjalpte/"),
    (ANNA_LENA, "/admin/hjalpte/synpunkter/"),
    (ANNA_LENA, "/admin/meddelandetexter/"),
    (ANNA_LENA, "/admin/meddelandetexter/booking.booked/sv/"),
    (ANNA_LENA, "/admin/sidvard/gamla/"),
    (ANNA_LENA, "/admin/sidvard/kontakter/"),
    (ANNA_LENA, "/admin/sidvard/lasbarhet/"),
]


@pytest.fixture
def keys() -> dict[str, str]:
    """Rows of Amira's, and an order at Eva's workplace."""
    hers = {"substitute__user__username": AMIRA.username}
    at_evas = Order.objects.filter(workplace__name="Solgården")
    orders = at_evas.filter(status=Order.Status.OPEN)
    worked = Booking.objects.to_attest(now=timezone.now()).filter(order__workplace__name="Solgården").latest("starts")
    jobs = orders.filter(adverts__closed_at=None).exclude(interests__isnull=False)
    written = Message.objects.filter(kind="desk.written").order_by("posted_at")
    return {
        "day": timezone.localdate().isoformat(),
        "block": str(Availability.objects.filter(**hers, ends__gt=timezone.now(), order=None).first().pk),
        "booking": str(Booking.objects.occupying().filter(**hers).first().pk),
        "enquiry": str(Enquiry.objects.filter(**hers).first().pk),
        "job": str(jobs.first().pk),
        "message": str(written.filter(recipient__username=AMIRA.username).first().pk),
        "order": str(orders.first().pk),
        "booked": str(at_evas.filter(status=Order.Status.BOOKED).latest("starts").pk),
        "over": str(worked.order_id),
        "worked": str(worked.pk),
        "place": str(worked.order.workplace_id),
        "said": str(Booking.objects.filter(**hers, worked__side="substitute").latest("starts").pk),
        "answered": str(Booking.objects.filter(**hers, worked__side="workplace").latest("starts").pk),
        "usual": str(OrderTemplate.objects.get(workplace__name="Solgården", name="Dag").pk),
        "wish": str(WorkplaceRequest.objects.waiting().earliest("asked_at").pk),
        "introduction": str(WorkplaceRequest.objects.exclude(introduction=None).earliest("asked_at").pk),
        "substitute": str(Substitute.objects.get(user__username=AMIRA.username).pk),
        "protected": str(Substitute.objects.get(user__protected=True).pk),
        "sending": written.first().about.partition(":")[2],
        "account": str(User.objects.get(username=KARIN.username).pk),
    }


@pytest.mark.parametrize(("width", "scheme"), [(PHONE, "light"), (DESKTOP, "dark")])
@pytest.mark.parametrize(
    ("username", "addresses"),
    [("", VISITOR), (AMIRA.username, SUBSTITUTE), (EVA.username, MANAGER)],
    ids=["visitor", "substitute", "manager"],
)
def test_the_portal_is_in_order(open_page, portal, keys, width, scheme, username, addresses):
    page = open_page(width, username, scheme=scheme)
    for address in addresses:
        page.goto(portal + address.format(**keys))
        assert_good_page(page)


@pytest.mark.parametrize(
    ("username", "addresses"),
    [("", VISITOR), (AMIRA.username, SUBSTITUTE), (EVA.username, MANAGER)],
    ids=["visitor", "substitute", "manager"],
)
def test_the_portal_is_walked_by_keyboard_and_at_four_times_the_size(open_page, portal, keys, username, addresses):
    page = open_page(PHONE, username)
    for address in addresses:
        page.set_viewport_size({"width": 390, "height": 844})
        page.goto(portal + address.format(**keys))
        assert_walkable_by_keyboard(page)
        page.set_viewport_size(AT_FOUR_TIMES_THE_SIZE)
        assert_as_wide_as_its_window(page)


@pytest.mark.parametrize(("person", "address"), DESK, ids=[address for _person, address in DESK])
def test_the_desk_is_in_order(open_page, portal, keys, person, address):
    for width in (PHONE, DESKTOP):
        page = open_page(width, person.username)
        page.goto(portal + address.format(**keys))
        assert_good_desk_page(page)
