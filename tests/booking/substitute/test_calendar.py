from booking.models import Kind
from tests.booking.substitute.reading import text
from tests.cast import at
from tests.factories.booking import AdvertFactory, AvailabilityFactory, BookingFactory, EnquiryFactory, InterestFactory


def put_in(amira, starts, ends, kind=Kind.AVAILABLE):
    return AvailabilityFactory(substitute=amira, kind=kind, starts=at(starts), ends=at(ends))


def test_the_month_has_every_sort_of_day_in_words(town, amira, phone):
    BookingFactory(order=town.order(), substitute=amira)
    EnquiryFactory(order=town.order("2026-05-14 07:00", "2026-05-14 15:30"), substitute=amira)
    hoped = AdvertFactory(order=town.order("2026-05-19 15:00", "2026-05-19 21:30")).order
    InterestFactory(order=hoped, substitute=amira)
    put_in(amira, "2026-05-22 00:00", "2026-05-23 00:00")
    put_in(amira, "2026-05-23 07:00", "2026-05-23 12:00", Kind.NOT_AVAILABLE)

    page = text(phone.get("/kalender/"))

    for words in (
        "07.00–16.00, Bokad, Hemtjänst Solgården",
        "07.00–15.30, Svara Ja eller Nej, Hemtjänst Solgården",
        "15.00–21.30, Intresse skickat, Hemtjänst Solgården",
        "Hela dygnet, Du kan jobba",
        "07.00–12.00, Du kan inte",
    ):
        assert words in page


def test_the_month_marks_today_and_the_red_days(phone):
    page = phone.get("/kalender/").content.decode()

    assert page.count('aria-current="date"') == 1
    assert "Kristi himmelsfärdsdag" in page


def test_another_month_can_be_asked_for_and_nonsense_is_this_month(phone):
    assert "Juni 2026" in text(phone.get("/kalender/?manad=2026-06"))
    for nonsense in ("maj", "2026-13", "0001-01", "9999-12"):
        assert "Maj 2026" in text(phone.get("/kalender/", {"manad": nonsense}))


def test_a_week_with_nothing_in_it_is_pointed_out_with_the_way_to_fill_it(amira, phone):
    put_in(amira, "2026-05-18 07:00", "2026-05-18 16:00")

    page = phone.get("/kalender/")

    assert "Vecka 22 är tom" in text(page)
    assert "/kalender/lagg-tid/?vecka=2026-W22" in page.content.decode()


def test_the_week_lists_each_day_with_what_is_in_it(town, amira, phone):
    BookingFactory(order=town.order(), substitute=amira)
    put_in(amira, "2026-05-15 21:00", "2026-05-16 07:00")

    page = text(phone.get("/kalender/vecka/?vecka=2026-W20"))

    assert "Onsdag 13 maj 07.00–16.00 Hemtjänst Solgården" in page
    assert "Torsdag 14 maj röd dag, Kristi himmelsfärdsdag" in page
    assert "Fredag 15 maj 21.00–07.00 Du kan jobba" in page
    assert "Lördag 16 maj Ingen tid inlagd." in page


def test_what_a_planner_or_another_substitute_has_is_not_in_her_calendar(town, phone):
    BookingFactory(order=town.order(), substitute=town.substitute())

    assert "Solgården" not in text(phone.get("/kalender/"))
    assert "Solgården" not in text(phone.get("/kalender/vecka/"))


def test_an_enquiry_that_is_past_its_time_is_not_asked_again(town, amira, phone):
    EnquiryFactory(order=town.order(), substitute=amira, answer_by=at("2026-05-12 05:00"))

    assert "Svara Ja eller Nej" not in text(phone.get("/kalender/"))


def test_the_form_stands_ready_in_the_page_for_the_sheet(phone):
    page = phone.get("/kalender/").content.decode()

    assert '<dialog class="sheet" id="lagg-tid"' in page
    assert 'data-sheet="lagg-tid"' in page
