import pytest

from booking.models import Asking, Booking, EndReason, Enquiry, Order, PlannerTask, Policy
from booking.operations import bookings
from tests.booking.substitute.reading import text
from tests.cast import NOW, at
from tests.factories.booking import BookingFactory, EnquiryFactory


@pytest.fixture
def enquiry(town, amira):
    """Can you work tomorrow? Answer by noon."""
    order = town.order(text="Kläder finns.", reference="Gun Sjöstrand", contact="Jonas Berg")
    return EnquiryFactory(order=order, substitute=amira, answer_by=at("2026-05-12 12:00"))


def answer(phone, enquiry, said):
    return phone.post(f"/forfragningar/{enquiry.pk}/svar/", {"svar": said}, follow=True)


def test_an_enquiry_says_when_where_and_by_when_she_must_answer(phone, enquiry):
    page = text(phone.get(f"/forfragningar/{enquiry.pk}/"))

    assert "Svara senast 12.00" in page
    assert "I morgon, onsdag 13 maj 07.00–16.00" in page
    assert "Storgatan 14" in page
    assert "Gun" not in page


def test_yes_in_one_tap_gives_her_the_shift_and_all_she_needs(phone, enquiry, amira):
    page = text(answer(phone, enquiry, "ja"))

    assert Booking.objects.get(order=enquiry.order).substitute == amira
    assert "Passet är ditt" in page
    assert "Jonas Berg Ring 0980-319 245" in page


def test_yes_twice_is_one_booking(phone, enquiry):
    answer(phone, enquiry, "ja")

    assert "Passet är ditt" in text(answer(phone, enquiry, "ja"))
    assert Booking.objects.count() == 1


def test_a_no_is_fine_and_can_become_a_yes_while_the_shift_is_open(phone, enquiry):
    said_no = text(answer(phone, enquiry, "nej"))

    assert "Det är helt okej." in said_no
    assert "Ändrat dig?" in said_no
    assert "Passet är ditt" in text(answer(phone, enquiry, "ja"))


def test_a_no_cannot_be_changed_once_somebody_else_has_the_shift(phone, enquiry, town):
    answer(phone, enquiry, "nej")
    bookings.book(enquiry.order, town.substitute(), by=town.planner, at=NOW)

    assert "Ändrat dig?" not in text(phone.get(f"/forfragningar/{enquiry.pk}/"))


def test_a_no_after_she_won_changes_nothing_and_says_that_a_planner_will_call(phone, enquiry, town):
    answer(phone, enquiry, "ja")

    page = answer(phone, enquiry, "nej")

    assert "Bemanningen har fått ditt nej och hör av sig." in page.content.decode()
    assert Booking.objects.occupying().filter(order=enquiry.order).exists()
    assert PlannerTask.objects.get().kind == PlannerTask.Kind.NO_AFTER_WON


def test_a_yes_that_comes_second_is_told_so(phone, enquiry, town):
    bookings.book(enquiry.order, town.substitute(), by=town.planner, at=NOW)

    assert "Passet är redan taget" in text(answer(phone, enquiry, "ja"))


def test_a_yes_that_comes_late_is_told_so_before_and_after_the_sweep(phone, enquiry):
    Enquiry.objects.update(answer_by=at("2026-05-12 05:00"))

    assert "Svarstiden är slut" in text(phone.get(f"/forfragningar/{enquiry.pk}/"))
    assert "Svarstiden är slut" in text(answer(phone, enquiry, "ja"))
    assert not Booking.objects.exists()


@pytest.mark.parametrize("swept", [True, False])
def test_a_late_yes_may_be_given_all_the_same_while_nobody_has_the_shift(phone, enquiry, swept):
    Enquiry.objects.update(answer_by=at("2026-05-12 05:00"), status="expired" if swept else "sent")
    assert "Svara ja ändå: bemanningen ser det." in text(phone.get(f"/forfragningar/{enquiry.pk}/"))

    answered = answer(phone, enquiry, "ja")

    assert "Bemanningen ser ditt ja och hör av sig om passet är ledigt." in text(answered)
    assert "Svara ja ändå" not in text(answered)
    assert PlannerTask.objects.get().kind == PlannerTask.Kind.LATE_YES


def test_a_late_yes_is_not_asked_for_where_it_is_of_no_use(phone, enquiry, town):
    Enquiry.objects.update(answer_by=at("2026-05-12 05:00"), status="expired")
    Policy.objects.create(area=town.area, late_yes="lost")

    assert "Svara ja ändå" not in text(phone.get(f"/forfragningar/{enquiry.pk}/"))
    Policy.objects.all().delete()
    bookings.book(enquiry.order, town.substitute(), by=town.planner, at=NOW)
    assert "Svara ja ändå" not in text(phone.get(f"/forfragningar/{enquiry.pk}/"))


class TestWhereAnswersAreCollected:
    @pytest.fixture(autouse=True)
    def _collecting(self, enquiry):
        enquiry.asking = Asking.objects.create(
            order=enquiry.order, round=1, mode=Policy.Mode.BEST, wave_size=3, waves=1, started_at=NOW,
            decide_at=enquiry.answer_by,
        )  # fmt: skip
        enquiry.save()

    def test_the_question_says_when_she_gets_word(self, phone, enquiry):
        assert "Svaren samlas. Du får besked senast 12.00." in text(phone.get(f"/forfragningar/{enquiry.pk}/"))

    def test_her_yes_waits_for_word_and_may_become_a_no(self, phone, enquiry):
        page = text(answer(phone, enquiry, "ja"))

        assert "Ditt ja är mottaget" in page
        assert "Du får besked senast 12.00." in page
        assert "Ändra till nej" in page
        assert not Booking.objects.exists()
        assert "Du har svarat Nej" in text(answer(phone, enquiry, "nej"))

    def test_a_yes_that_waits_stands_by_itself_in_the_list(self, phone, enquiry):
        answer(phone, enquiry, "ja")

        page = text(phone.get("/forfragningar/"))

        assert page.index("Väntar på besked") < page.index("Ditt ja är mottaget")
        assert "Besked senast 12.00" in page
        assert "Avslutade" not in page

    def test_after_the_time_word_comes_soon(self, phone, enquiry):
        Enquiry.objects.update(answer_by=at("2026-05-12 05:00"), status="waiting_yes")

        assert "Du får besked snart." in text(phone.get(f"/forfragningar/{enquiry.pk}/"))


def test_whoever_waits_for_her_turn_knows_nothing_of_it(phone, enquiry):
    Enquiry.objects.update(status=Enquiry.Status.QUEUED, wave=0)

    assert phone.get(f"/forfragningar/{enquiry.pk}/").status_code == 404
    assert answer(phone, enquiry, "ja").status_code == 404
    assert "Inget att svara på" in text(phone.get("/forfragningar/"))


def test_one_that_no_sms_carried_is_answered_here_as_any_other(phone, enquiry):
    Enquiry.objects.update(status=Enquiry.Status.UNDELIVERABLE)

    assert "Ja, jag tar passet" in text(phone.get("/forfragningar/"))
    assert "Passet är ditt" in text(answer(phone, enquiry, "ja"))


def test_a_yes_that_the_rules_forbid_says_what_stands_in_the_way(phone, enquiry, town, amira):
    BookingFactory(order=town.order("2026-05-13 12:00", "2026-05-13 20:00"), substitute=amira)

    page = text(answer(phone, enquiry, "ja"))

    assert "Du kan inte ta passet" in page
    assert "Redan bokad onsdag 13 maj 12.00–20.00 på Hemtjänst Solgården." in page


def test_a_won_shift_that_was_taken_back_is_not_called_hers(phone, enquiry, town):
    answer(phone, enquiry, "ja")
    bookings.end(Booking.objects.get(), by=town.planner, at=NOW, reason=EndReason.MISTAKE)

    page = text(phone.get(f"/forfragningar/{enquiry.pk}/"))

    assert "Passet är avbokat" in page
    assert "Passet är ditt" not in page


def test_an_answer_that_is_neither_yes_nor_no_asks_again(phone, enquiry):
    page = phone.post(f"/forfragningar/{enquiry.pk}/svar/", {"svar": "kanske"})

    assert page.status_code == 422
    assert "Välj Ja eller Nej." in text(page)


def test_those_that_wait_come_first_and_the_others_below(phone, enquiry, town, amira):
    other = town.order("2026-05-20 07:00", "2026-05-20 16:00")
    EnquiryFactory(order=other, substitute=amira, status=Enquiry.Status.NO, answer_by=NOW)

    page = text(phone.get("/forfragningar/"))

    assert page.index("Ja, jag tar passet") < page.index("Avslutade") < page.index("Du svarade nej")
    assert "Ångra mitt nej" not in page


def test_anothers_enquiry_does_not_exist(phone, town):
    hers = EnquiryFactory(order=town.order(), substitute=town.substitute(), answer_by=at("2026-05-12 12:00"))

    assert phone.get(f"/forfragningar/{hers.pk}/").status_code == 404
    assert answer(phone, hers, "ja").status_code == 404
    assert hers.order.workplace.name not in text(phone.get("/forfragningar/"))
    assert Order.objects.get(pk=hers.order_id).status == Order.Status.OPEN
