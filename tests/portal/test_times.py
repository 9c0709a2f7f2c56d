from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.template import Context, Template
from django.utils import translation

STARTS = datetime(2026, 5, 12, 5, 0, tzinfo=UTC)
ENDS = datetime(2026, 5, 12, 13, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _swedish():
    with translation.override("sv"):
        yield


def show(source: str, **context: object) -> str:
    return Template(source).render(Context(context)).strip()


@pytest.mark.parametrize(
    ("source", "value", "shown"),
    [
        ("{{ value|clock }}", STARTS, "07.00"),
        ("{{ value|clock }}", time(6, 15), "06.15"),
        ("{{ value|clock }}", None, ""),
        ("{{ value|day }}", date(2026, 5, 13), "onsdag 13 maj"),
        ("{{ value|day }}", datetime(2026, 5, 12, 22, 30, tzinfo=UTC), "onsdag 13 maj"),
        ("{{ value|longday }}", date(2026, 5, 13), "onsdag 13 maj 2026"),
        ("{{ value|hours }}", timedelta(hours=7, minutes=30), "7,5 tim"),
        ("{{ value|hours }}", 165, "165 tim"),
        ("{{ value|hours }}", 46.25, "46,25 tim"),
        ("{{ value|tel }}", "0980-319 210", "tel:+46980319210"),
        ("{{ value|tel }}", "+46 980 319 210", "tel:+46980319210"),
    ],
)
def test_time_and_numbers_are_written_as_they_are_said(source, value, shown):
    assert show(source, value=value) == shown


def test_a_span_of_time_is_read_by_people_and_machines():
    shown = show("{% timespan starts ends %}", starts=STARTS, ends=ENDS)

    assert shown == (
        '<time datetime="2026-05-12T07:00+02:00">07.00</time>–<time datetime="2026-05-12T15:30+02:00">15.30</time>'
    )
