import pytest

from booking.models import Absence, Kind
from portal.pages import frame
from tests.booking.substitute.reading import text
from tests.cast import NOW, at
from tests.factories.booking import AdvertFactory, AvailabilityFactory, BookingFactory, EnquiryFactory, InterestFactory
from tests.factories.people import WorkplaceFactory


def put_in(amira, starts, ends, kind=Kind.AVAILABLE, **more):
    return AvailabilityFactory(substitute=amira, kind=kind, starts=at(starts), ends=at(ends), **more)


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


def away(town, amira, starts, ends, kind=Absence.Kind.SET_DAYS):
    return Absence.objects.create(
        substitute=amira, kind=kind, starts=at(starts), ends=at(ends), noted_by=town.planner, noted_at=NOW
    )


def test_an_absence_is_in_her_calendar_with_how_it_ends_and_not_why(town, amira, phone):
    away(town, amira, "2026-05-14 00:00", "2026-05-16 00:00")

    week = text(phone.get("/kalender/vecka/"))

    assert week.count("Frånvaro, bestämda dagar") == 2
    assert "Hela dygnet, Frånvaro" in text(phone.get("/kalender/"))


def test_an_absence_for_years_is_shown_no_longer_than_is_looked_at(town, amira, phone):
    away(town, amira, "2020-01-01 00:00", "2090-01-01 00:00", Absence.Kind.SET_DAYS)

    assert text(phone.get("/kalender/vecka/")).count("Frånvaro, bestämda dagar") == 7


def test_her_time_has_its_kind_and_its_places(town, amira, phone):
    asked = put_in(amira, "2026-05-15 07:00", "2026-05-15 16:00", Kind.ASK_ME)
    asked.limited = True
    asked.save()
    asked.workplaces.add(WorkplaceFactory(area=town.area, name="Björkgården"))
    put_in(amira, "2026-05-16 07:00", "2026-05-16 16:00")

    month = phone.get("/kalender/").content.decode()

    assert "ev--fragaforst" in month
    assert "ev--ledig" in month
    assert "07.00–16.00, Fråga först, bara på Björkgården" in text(phone.get("/kalender/"))
    assert "Bara på Björkgården" in text(phone.get("/kalender/vecka/"))


def test_how_time_recurs_and_who_wrote_it_down_is_said(amira, phone):
    phone.post(
        "/kalender/lagg-tid/",
        {"vecka": "2026-W21", "dag": "1", "tid": "dag", "slag": "ask_me", "ofta": "2", "sista": "2026-06-30"},
    )
    put_in(amira, "2026-05-19 07:00", "2026-05-19 16:00", by_herself=False)

    page = text(phone.get("/kalender/vecka/?vecka=2026-W21"))

    assert "Varannan vecka till 30 juni" in page
    assert page.count("Inlagd av bemanningen") == 1


def test_a_day_shows_two_and_counts_the_rest(town, amira, phone):
    BookingFactory(order=town.order("2026-05-13 08:00", "2026-05-13 12:00"), substitute=amira)
    put_in(amira, "2026-05-13 07:00", "2026-05-13 13:00")
    for hour in (14, 16, 18):
        put_in(amira, f"2026-05-13 {hour}:00", f"2026-05-13 {hour + 1}:00")

    cell = phone.get("/kalender/").content.decode().partition("/kalender/dag/2026-05-13/")[2].partition("</a>")[0]

    assert cell.count('class="ev ev--') == 2
    assert "07.00–13.00" not in cell  # the shift stands in the middle of it
    assert "18.00–19.00, Du kan jobba" in cell
    assert "+2" in cell


def test_month_or_week_is_as_she_chose_by_the_tab(phone):
    assert "Maj 2026" in text(phone.get("/kalender/"))

    phone.get("/kalender/vecka/?vecka=2026-W20&val")
    assert "Vecka 20" in text(phone.get("/kalender/"))
    assert "Juni 2026" in text(phone.get("/kalender/?manad=2026-06"))

    phone.get("/kalender/?manad=2026-05&val")
    assert "Maj 2026" in text(phone.get("/kalender/"))


def test_to_be_led_to_a_week_is_not_to_choose_it(phone):
    phone.get("/kalender/vecka/?vecka=2026-W20")

    assert "Maj 2026" in text(phone.get("/kalender/"))


@pytest.mark.parametrize(
    "address", ["/kalender/", "/kalender/vecka/?vecka=2026-W20", "/kalender/lagg-tid/", "/kalender/kopiera/"]
)
def test_a_full_calendar_asks_for_no_more_than_an_almost_empty_one(
    town, amira, phone, address, django_assert_max_num_queries
):
    for day in range(12, 31):
        order = town.order(f"2026-05-{day} 08:00", f"2026-05-{day} 12:00")
        BookingFactory(order=order, substitute=amira)
        EnquiryFactory(order=town.order(f"2026-05-{day} 14:00", f"2026-05-{day} 16:00"), substitute=amira)
        put_in(amira, f"2026-05-{day} 17:00", f"2026-05-{day} 22:00").workplaces.add(town.workplace)
        away(town, amira, f"2026-05-{day} 23:00", f"2026-05-{day} 23:30")
    frame.lately()  # as a process that has been up for a while

    with django_assert_max_num_queries(15):
        phone.get(address)
