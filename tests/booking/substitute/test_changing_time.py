"""She says something else of time that she has put in."""

from urllib.parse import urlencode

import pytest

from booking.models import Availability, AvailabilityPattern, Kind
from booking.period import Period
from tests.booking.substitute.reading import text
from tests.cast import at
from tests.factories.booking import AvailabilityFactory, BookingFactory
from tests.factories.people import WorkplaceFactory

MONDAY = {"vecka": "2026-W21", "dag": ["1"], "tid": "egen", "fran": "09:15", "till": "13:45", "slag": "ask_me"}
WEEKLY = {"vecka": "2026-W21", "dag": ["1", "3"], "tid": "dag", "ofta": "1", "slag": "available"}


def span(starts, ends):
    return Period(at(starts), at(ends))


def said(amira):
    return [(row.kind, row.period) for row in Availability.objects.filter(substitute=amira).order_by("starts")]


@pytest.fixture
def block(amira, town):
    there = WorkplaceFactory(area=town.area, name="Björkgården")
    row = AvailabilityFactory(
        substitute=amira,
        kind=Kind.ASK_ME,
        starts=at("2026-05-18 06:30"),
        ends=at("2026-05-18 14:15"),
        limited=True,
    )
    row.workplaces.add(there)
    return row


def address(row, den="2026-05-18", **more):
    return f"/kalender/tid/{row.pk}/andra/?{urlencode({'den': den} | more)}"


def test_the_form_is_filled_with_the_block(phone, block):
    page = phone.get(address(block)).content.decode()

    for words in (
        '<option value="2026-W21" selected>',
        'value="1" id="id_dag_0" checked',
        'value="egen" id="id_tid_4" required checked',
        'value="06:30"',
        'value="14:15"',
        f'value="{block.workplaces.get().pk}" id="id_platser_0" checked',
        'value="ask_me" id="id_slag_1" required checked',
        "Vi frågar dig först måndag 06.30–14.15, vecka 21. Det gäller bara Björkgården.",
    ):
        assert words in page
    assert "Hur ofta?" not in page


def test_just_that_block_is_replaced(phone, amira, block):
    AvailabilityFactory(substitute=amira, starts=at("2026-05-18 16:00"), ends=at("2026-05-18 20:00"))

    page = phone.post(address(block), MONDAY, follow=True).content.decode()

    assert "Sparat. Fråga först: måndag 18 maj." in page
    assert [period for _kind, period in said(amira)] == [
        span("2026-05-18 09:15", "2026-05-18 13:45"),
        span("2026-05-18 16:00", "2026-05-18 20:00"),
    ]


def test_one_day_of_a_longer_block_is_changed_and_the_rest_stays(phone, amira):
    row = AvailabilityFactory(substitute=amira, starts=at("2026-05-18 00:00"), ends=at("2026-05-20 00:00"))

    phone.post(address(row), MONDAY)

    assert [period for _kind, period in said(amira)] == [
        span("2026-05-18 09:15", "2026-05-18 13:45"),
        span("2026-05-19 00:00", "2026-05-20 00:00"),
    ]


def test_what_is_wrong_is_told_at_the_field_and_nothing_typed_is_lost(phone, amira, block):
    answer = phone.post(address(block), MONDAY | {"till": ""})

    assert answer.status_code == 422
    assert "Skriv ett klockslag." in text(answer)
    assert 'value="09:15"' in answer.content.decode()
    assert said(amira) == [(Kind.ASK_ME, block.period)]


def test_the_same_form_twice_is_once_and_no_fright(phone, amira, block):
    for _click in range(2):
        answer = phone.post(address(block), MONDAY, follow=True)
        assert "Sparat. Fråga först" in answer.content.decode()

    assert len(said(amira)) == 1


def test_a_block_that_is_gone_is_told_with_how_the_week_is_now(phone, amira, block):
    there = address(block)
    block.delete()

    for answer in (phone.get(there), phone.post(there, MONDAY), phone.post(there, {})):
        assert answer.status_code == 404
        assert "Tiden finns inte kvar" in text(answer)


def test_neither_the_past_nor_what_is_for_one_job_nor_another_day_is_changed(phone, amira, town):
    job = town.order("2026-05-18 07:00", "2026-05-18 16:00")
    past = AvailabilityFactory(substitute=amira, starts=at("2026-05-11 07:00"), ends=at("2026-05-11 16:00"))
    for_it = AvailabilityFactory(substitute=amira, starts=job.starts, ends=job.ends, order=job)

    assert phone.get(address(past, "2026-05-11")).status_code == 404
    assert phone.get(address(for_it)).status_code == 404
    assert phone.get(address(for_it, "2026-05-19")).status_code == 404


def test_anothers_block_does_not_exist(phone, town, block):
    block.substitute = town.substitute()
    block.save()

    assert phone.get(address(block)).status_code == 404
    assert phone.post(address(block), MONDAY).status_code == 404


def test_what_a_shift_needs_stands_and_the_shift_is_named(phone, amira, town):
    row = AvailabilityFactory(
        substitute=amira, kind=Kind.AVAILABLE, starts=at("2026-05-18 07:00"), ends=at("2026-05-18 16:00")
    )
    BookingFactory(order=town.order("2026-05-18 08:00", "2026-05-18 14:00"), substitute=amira)

    page = phone.post(address(row), MONDAY, follow=True).content.decode()

    assert "ligger kvar: måndag 18 maj 08.00–14.00, Hemtjänst Solgården." in page
    assert said(amira) == [(Kind.AVAILABLE, span("2026-05-18 08:00", "2026-05-18 14:00"))]


@pytest.fixture
def monday(phone, amira):
    """The first row of a week that recurs on Mondays and Wednesdays."""
    phone.post("/kalender/lagg-tid/", WEEKLY)
    return Availability.objects.order_by("starts").first()


def test_of_time_that_recurs_she_chooses_this_one_or_all_from_it_on(phone, monday):
    page = phone.get(address(monday, alla="")).content.decode()

    assert "Bara den här" in page
    assert 'value="1" id="id_dag_0" checked' in page
    assert 'value="3" id="id_dag_2" checked' in page
    assert 'value="dag" id="id_tid_0" required checked' in page
    assert "Bara den veckan" not in page


def test_this_one_alone(phone, amira, monday):
    phone.post(address(monday), MONDAY)

    assert said(amira)[:2] == [
        (Kind.ASK_ME, span("2026-05-18 09:15", "2026-05-18 13:45")),
        (Kind.AVAILABLE, span("2026-05-20 07:00", "2026-05-20 16:00")),
    ]


def test_this_one_and_all_after_it(phone, amira, monday):
    second = Availability.objects.order_by("starts")[1]

    for _click in range(2):
        page = phone.post(
            address(second, "2026-05-20", alla=""), WEEKLY | {"tid": "kvall", "ofta": "2"}, follow=True
        ).content.decode()

    assert "Sparat. Du kan jobba varannan vecka: måndag, onsdag." in page
    assert [period for _kind, period in said(amira)][:3] == [
        span("2026-05-18 07:00", "2026-05-18 16:00"),
        span("2026-05-20 15:00", "2026-05-20 21:30"),
        span("2026-06-01 15:00", "2026-06-01 21:30"),
    ]
    assert AvailabilityPattern.objects.running().count() == 1


def test_a_block_farther_on_than_one_may_choose_keeps_its_week(phone, amira):
    far = AvailabilityFactory(substitute=amira, starts=at("2027-05-17 07:00"), ends=at("2027-05-17 16:00"))

    assert '<option value="2027-W20" selected>' in phone.get(address(far, "2027-05-17")).content.decode()


def test_the_line_above_save_leaves_out_what_gives_way_anyhow(phone, block):
    there = f"/kalender/lagg-tid/forhand/?tid={block.pk}&den=2026-05-18"

    assert "ersätter" in phone.post("/kalender/lagg-tid/forhand/", MONDAY).content.decode()
    assert "ersätter" not in phone.post(there, MONDAY).content.decode()
    assert "ersätter" in phone.post("/kalender/lagg-tid/forhand/?tid=x&den=y", MONDAY).content.decode()
