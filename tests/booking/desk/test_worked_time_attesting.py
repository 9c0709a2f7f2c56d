"""Attested by list: what nobody touched, as it stood on the page, and each told by itself."""

import re
import uuid

import pytest
from django.urls import reverse

from booking.models import Booking, Order
from booking.operations import attendance, pay_periods, several_shifts, worked_time
from booking.operations.one_by_one import How
from booking.operations.several_shifts import Seen
from booking.weeks import Month
from people.models import HistoryEntry
from tests.booking.desk.after import THEN, shift, told
from tests.booking.desk.choosing import command, lines
from tests.booking.desk.conftest import text

LIST, FORETELL, CARRY_OUT = (reverse(f"worked_desk:{name}") for name in ("index", "foretell", "carry_out"))


@pytest.fixture
def foretold(after):
    """`foretold(*bookings)`: the page that says what would be approved."""
    return lambda *rows: after.post(FORETELL, {"which": "kryssade", "chosen": [row.pk for row in rows]})


@pytest.fixture
def attested(after, foretold):
    """`attested(*bookings)`: the page that says what became of them."""

    def send(*rows):
        page = foretold(*rows)
        return after.post(CARRY_OUT, {"command": command(page), "rows": lines(page)}, follow=True)

    return send


def test_what_nobody_touched_is_attested_by_list(town, attested):
    several = [shift(town, day=day) for day in (5, 6, 7)]

    page = text(attested(*several))

    assert "3 klara" in page
    assert set(Booking.objects.values_list("attested_by", "attested_at")) == {(town.planner.pk, THEN)}


def test_the_page_says_first_what_is_approved_of_each(town, foretold):
    untouched, otherwise = shift(town, day=5), shift(town)
    worked_time.say(otherwise, told(ends="17:15"), by=otherwise.substitute.user, at=THEN)

    page = text(foretold(untouched, otherwise))

    assert "Attesteras som bokat: 8,5 tim." in page
    assert "Attesteras som vikarien säger: 9,75 tim, +1,25 tim mot bokat. Slutade 1 tim 15 min senare." in page
    assert not Booking.objects.filter(attested_at__isnull=False).exists()


def test_what_cannot_be_approved_says_why(town, foretold):
    disputed, missed, done = (shift(town, day=day) for day in (5, 6, 7))
    attendance.worked_otherwise(disputed, note="Gick 14", by=town.manager, at=THEN)
    attendance.did_not_come(missed, missed=True, by=town.manager, at=THEN)
    attendance.attest(done, by=town.manager, at=THEN)
    april = shift(town, "2026-04", 14)
    pay_periods.close(Month.named("2026-04"), by=town.planner, at=THEN)

    page = text(foretold(disputed, missed, done, april))

    for words in ("Tiden bestrids.", "markerat som uteblivet", "redan attesterat", "Löneperioden är stängd."):
        assert words in page
    assert 'name="rows"' not in page


def test_all_that_the_filter_shows_are_chosen_at_once(town, after):
    old, young = shift(town, day=4), shift(town)

    page = after.post(f"{FORETELL}?state=orord&older=7", {"which": "alla"})

    assert [line.split(".")[0] for line in lines(page)] == [str(old.pk)]
    assert str(young.pk) not in text(page)


def test_what_she_says_meanwhile_is_not_approved_unseen(town, after, foretold):
    booking, other = shift(town), shift(town, day=5)
    page = foretold(booking, other)
    worked_time.say(booking, told(ends="17:00"), by=booking.substitute.user, at=THEN)

    answer = text(after.post(CARRY_OUT, {"command": command(page), "rows": lines(page)}, follow=True))

    assert "1 klar" in answer
    assert "Vikarien har skrivit en annan tid" in answer
    assert Booking.objects.filter(attested_at=None).get() == booking


def test_a_shift_that_was_changed_meanwhile_is_not_approved_unseen(town, after, foretold):
    booking = shift(town)
    page = foretold(booking)
    Order.objects.update(terms_version=2)

    answer = text(after.post(CARRY_OUT, {"command": command(page), "rows": lines(page)}, follow=True))

    assert "Passet har ändrats" in answer
    assert Booking.objects.get().attested_at is None


def test_what_was_disputed_meanwhile_is_not_approved(town):
    booking = shift(town)
    attendance.worked_otherwise(booking, note="Gick 14", by=town.manager, at=THEN)

    (outcome,) = several_shifts.attest([Seen(booking, 1, 0)], command=uuid.uuid4(), by=town.planner, at=THEN)

    assert (outcome.how, outcome.reasons) == (How.REFUSED, (several_shifts.disputed(),))
    assert Booking.objects.get().attested_at is None
    assert not HistoryEntry.objects.filter(action="booking.attest").exists()


def test_the_same_form_twice_is_done_once_and_answered_alike(town, after, foretold):
    page = foretold(shift(town))
    sent = {"command": command(page), "rows": lines(page)}
    first = text(after.post(CARRY_OUT, sent, follow=True))
    attendance.take_back(Booking.objects.get(), by=town.planner, at=THEN)

    again = text(after.post(CARRY_OUT, sent, follow=True))

    assert "1 klar" in first
    assert "1 klar" in again
    assert Booking.objects.get().attested_at is None


def test_the_same_form_in_two_windows_at_once_is_said_to_be_done_in_both(town):
    said = {"command": uuid.uuid4(), "by": town.planner, "at": THEN}
    seen = [Seen(shift(town), 1, 0)]

    both = [several_shifts.attest(seen, **said) for _window in range(2)]

    assert [[one.how for one in outcomes] for outcomes in both] == [[How.DONE]] * 2


def test_another_areas_shift_is_never_attested_by_a_forged_selection(town, elsewhere, after, foretold):
    hers, other = shift(town), shift(elsewhere)
    page = foretold(hers)

    assert foretold(hers, other).status_code == 404
    forged = {"command": command(page), "rows": [*lines(page), f"{other.pk}.1.0"]}
    assert after.post(CARRY_OUT, forged).status_code == 404
    assert not Booking.objects.filter(attested_at__isnull=False).exists()


def test_payroll_reads_the_list_and_attests_nothing(town, officer, signed_in, after):
    booking, browser = shift(town), signed_in(officer)

    assert browser.post(FORETELL, {"which": "kryssade", "chosen": [booking.pk]}).status_code == 404
    sent = {"command": uuid.uuid4(), "rows": [f"{booking.pk}.1.0"]}
    assert browser.post(CARRY_OUT, sent).status_code == 404


@pytest.mark.parametrize("row", ["x", "1.2", f"{uuid.UUID(int=7)}.1.x", "\x00", f"{uuid.UUID(int=7)}.{10**30}.0"])
def test_what_is_no_row_is_answered_well(row, after):
    assert after.post(CARRY_OUT, {"command": uuid.uuid4(), "rows": [row]}).status_code in {302, 404}


def test_nothing_chosen_is_said_beside_the_button(town, after):
    shift(town)

    answer = after.post(FORETELL, {"which": "kryssade"})

    assert answer.status_code == 422
    assert "Kryssa för de pass det gäller" in text(answer)


def test_the_outcome_shows_none_of_anothers_session(town, after):
    assert after.get(reverse("worked_desk:outcome", args=[uuid.uuid4()])).status_code == 404
    assert re.search("Attestera valda", text(after.get(LIST))) is None
