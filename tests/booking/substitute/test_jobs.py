import uuid

from booking.models import Interest, Kind
from booking.operations import bookings
from tests.booking.substitute.reading import text
from tests.cast import NOW, at
from tests.factories.booking import (
    AdvertFactory,
    AvailabilityFactory,
    BookingFactory,
    EnquiryFactory,
    InterestFactory,
)
from tests.factories.people import CompetenceFactory, WorkplaceFactory


def advertised(town, starts="2026-05-15 07:00", ends="2026-05-15 16:00", **fields):
    return AdvertFactory(order=town.order(starts, ends, **fields)).order


def free(amira, starts="2026-05-15 06:00", ends="2026-05-15 18:00"):
    return AvailabilityFactory(substitute=amira, kind=Kind.AVAILABLE, starts=at(starts), ends=at(ends))


def register(phone, order):
    return phone.post(f"/lediga-jobb/{order.pk}/intresse/")


def test_jobs_that_fit_come_first_then_those_that_could_be_taken_and_last_those_that_cannot(town, amira, phone):
    places = {name: WorkplaceFactory(area=town.area, name=name) for name in ("Kräver", "Kanske", "Passar")}
    advertised(town, workplace=places["Kräver"]).competences.add(CompetenceFactory(name="körkort"))
    advertised(town, "2026-05-16 07:00", "2026-05-16 16:00", workplace=places["Kanske"])
    advertised(town, "2026-05-17 07:00", "2026-05-17 16:00", workplace=places["Passar"])
    free(amira, "2026-05-17 06:00", "2026-05-17 18:00")

    page = text(phone.get("/lediga-jobb/"))

    assert page.index("Passar tiden du har lagt in.") < page.index("Ingen tid inlagd. Du kan ändå anmäla intresse.")
    assert page.index("Kanske") < page.index("Saknar giltig kompetens: körkort. Prata med din chef om du vill ha den.")
    assert page.count("Anmäl intresse") == 2, "the last has no button"


def test_a_job_that_clashes_says_with_what(town, amira, phone):
    BookingFactory(order=town.order("2026-05-15 08:00", "2026-05-15 15:00"), substitute=amira)
    advertised(town)

    assert "Redan bokad fredag 15 maj 08.00–15.00 på Hemtjänst Solgården." in text(phone.get("/lediga-jobb/"))


def test_two_taps_register_interest_and_the_page_says_what_happens_next(town, amira, phone):
    order = advertised(town)

    page = phone.get(register(phone, order).url)

    assert Interest.objects.get(order=order, substitute=amira).status == Interest.Status.REGISTERED
    assert "Intresse skickat" in text(page)
    assert "Du är inte bokad förrän det står ”Passet är ditt”." in text(page)


def test_interest_registered_twice_is_one_interest(town, amira, phone):
    order = advertised(town)

    register(phone, order)
    register(phone, order)

    assert Interest.objects.filter(order=order).count() == 1


def test_interest_is_withdrawn_from_the_list(town, amira, phone):
    interest = InterestFactory(order=advertised(town), substitute=amira)

    page = text(phone.post(f"/lediga-jobb/{interest.order_id}/angra/", follow=True))

    interest.refresh_from_db()
    assert interest.status == Interest.Status.WITHDRAWN
    assert "Anmäl intresse" in page


def test_what_the_rules_refuse_is_said_on_the_jobs_own_page(town, amira, phone):
    BookingFactory(order=town.order("2026-05-15 08:00", "2026-05-15 15:00"), substitute=amira)

    answer = register(phone, advertised(town))

    assert answer.status_code == 409
    assert "Det gick inte Redan bokad fredag 15 maj 08.00–15.00" in text(answer)
    assert not Interest.objects.exists()


def test_a_decided_interest_cannot_be_withdrawn_and_says_why(town, amira, phone):
    interest = InterestFactory(order=town.order(), substitute=amira, status=Interest.Status.NOT_SELECTED)

    answer = phone.post(f"/lediga-jobb/{interest.order_id}/angra/")

    assert answer.status_code == 409
    assert "Det går inte att ångra: någon annan fick passet." in text(answer)


def test_she_who_did_not_get_it_finds_the_outcome_at_the_same_address(town, amira, phone):
    order = advertised(town)
    register(phone, order)
    bookings.book(order, town.substitute(), by=town.planner, at=NOW)

    assert "Någon annan fick passet" in text(phone.get(f"/lediga-jobb/{order.pk}/"))


def test_an_interest_waits_on_also_when_the_advert_is_taken_down(town, amira, phone):
    interest = InterestFactory(order=town.order("2026-05-15 07:00", "2026-05-15 16:00"), substitute=amira)

    assert "Intresse skickat" in text(phone.get(f"/lediga-jobb/{interest.order_id}/"))


def test_a_job_that_is_gone_is_answered_by_those_that_remain(town, amira, phone):
    gone, never = f"/lediga-jobb/{town.order().pk}/", f"/lediga-jobb/{uuid.uuid4()}/"

    for answer in (phone.get(gone), phone.post(f"{gone}intresse/"), phone.get(never)):
        assert answer.status_code == 404
        assert "Jobbet finns inte kvar" in text(answer)


def test_a_job_of_another_area_is_as_good_as_gone(elsewhere, amira, phone):
    order = advertised(elsewhere)

    assert phone.get(f"/lediga-jobb/{order.pk}/").status_code == 404
    assert register(phone, order).status_code == 404
    assert "Förskola" not in text(phone.get("/lediga-jobb/"))
    assert not Interest.objects.exists()


def test_anothers_interest_cannot_be_withdrawn(town, phone):
    interest = InterestFactory(order=advertised(town), substitute=town.substitute())

    assert phone.post(f"/lediga-jobb/{interest.order_id}/angra/").status_code == 404
    interest.refresh_from_db()
    assert interest.status == Interest.Status.REGISTERED


def test_a_job_tells_nothing_of_who_is_replaced_and_why(town, amira, phone):
    order = advertised(town, reference="Gun Sjöstrand", note="ring inte hem", text="Skor finns.")
    EnquiryFactory(order=order, substitute=amira)

    page = text(phone.get(f"/lediga-jobb/{order.pk}/"))

    assert "Skor finns." in page
    assert not [word for word in ("Sjöstrand", "ring inte hem", "Sjuk") if word in page]
