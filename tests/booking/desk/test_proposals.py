"""Förslag at the desk: a week made into a proposal, changed by hand, solved anew, and accepted in part."""

import re
from datetime import date
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from booking.assistant import proposing
from booking.models import Booking, Order, Proposal
from booking.operations import bookings, proposals
from booking.operations.proposals import Days
from people.models import Substitute
from tests.booking.desk.conftest import text
from tests.cast import NOW
from tests.factories.booking import AvailabilityFactory
from tests.factories.people import UserFactory

WEDNESDAY, THURSDAY = ("2026-05-13 07:00", "2026-05-13 16:00"), ("2026-05-14 07:00", "2026-05-14 16:00")


def ready(town, *orders, name="Hanna"):
    her = town.substitute(user=UserFactory(first_name=name, last_name="Lind"))
    for order in orders:
        AvailabilityFactory(substitute=her, starts=order.starts, ends=order.ends)
    return her


@pytest.fixture
def proposal(town):
    """`proposal()`: of the week, solved."""

    def make(where=town):
        days, said = Days(date(2026, 5, 11), date(2026, 5, 17)), {"by": where.planner, "at": NOW}
        made = proposals.make([where.area], days, among=Proposal.Among.TIME, command=uuid4(), **said)
        return proposing.solve(made, version=1, by=where.planner, now=lambda: NOW)

    return make


@pytest.fixture
def sends(planner):
    """`sends("accept", proposal, …)`: what a button of its page sends."""

    def send(deed, proposal, *parts, **form):
        return planner.post(reverse(f"proposal:{deed}", args=[proposal.pk, *parts]), form)

    return send


@pytest.fixture
def shown(planner):
    return lambda proposal: text(planner.get(reverse("proposal:show", args=[proposal.pk])))


def seen(html, name="chosen"):
    return re.findall(rf'name="{name}" value="([^"]+)"', html)


def test_the_board_leads_to_a_proposal_for_its_week(planner):
    board = text(planner.get("/admin/tavla/vecka/2026-20/"))

    assert 'id="till-forslag" href="/admin/forslag/nytt/?vecka=2026-20"' in board
    assert 'draggable="true" data-to-proposal="/admin/forslag/nytt/?vecka=2026-20"' in board
    form = text(planner.get("/admin/forslag/nytt/?vecka=2026-20"))
    assert '<option value="2026-20" selected>' in form


def test_a_new_one_is_made_solved_and_shown_and_the_form_sent_twice_is_one(town, planner):
    ready(town, town.order(*WEDNESDAY))
    form = {"command": uuid4(), "areas": [town.area.pk], "week": "2026-20", "weeks": "1", "among": "time"}

    answers = [planner.post("/admin/forslag/nytt/", form) for _ in range(2)]

    assert {answer["Location"] for answer in answers} == {f"/admin/forslag/{Proposal.objects.get().pk}/"}
    page = text(planner.get(answers[0]["Location"]))
    assert all(words in page for words in ("Hanna Lind", "1 av 1 pass tillsatta", "Godkänn alla"))
    assert "Hemtjänst" in text(planner.get("/admin/forslag/"))


@pytest.mark.parametrize(
    "wrong", [{"week": "1999-01"}, {"weeks": "9"}, {"among": "x"}, {"areas": []}, {"command": "x"}]
)
def test_what_cannot_be_read_is_answered_beside_the_field(town, planner, wrong):
    form = {"command": uuid4(), "areas": [town.area.pk], "week": "2026-20", "weeks": "1", "among": "time"}

    assert planner.post("/admin/forslag/nytt/", form | wrong).status_code == 422
    assert not Proposal.objects.exists()


def test_anothers_area_cannot_be_chosen_nor_its_proposal_seen(elsewhere, planner, proposal, sends):
    form = {"command": uuid4(), "areas": [elsewhere.area.pk], "week": "2026-20", "weeks": "1", "among": "time"}
    assert planner.post("/admin/forslag/nytt/", form).status_code == 422
    elsewhere.order(*WEDNESDAY)
    hers = proposal(elsewhere)
    assert planner.get(reverse("proposal:show", args=[hers.pk])).status_code == 404
    assert sends("accept", hers).status_code == 404
    assert sends("change_line", hers, hers.lines.get().pk, "ta-bort", version=2).status_code == 404


def test_a_line_of_another_proposal_is_not_found_under_ones_own(town, elsewhere, proposal, sends):
    town.order(*WEDNESDAY), elsewhere.order(*WEDNESDAY)
    mine, other = proposal(), proposal(elsewhere)

    assert sends("change_line", mine, other.lines.get().pk, "ta-bort", version=2).status_code == 404


def test_locked_and_not_she_and_left_out_are_done_from_the_page(town, proposal, sends, shown):
    order = town.order(*WEDNESDAY)
    her, made = ready(town, order), proposal()
    line = made.lines.get()

    assert sends("change_line", made, line.pk, "las", version=2, substitute=her.pk).status_code == 302
    assert "Lås upp" in shown(made)
    assert sends("change_line", made, line.pk, "inte", version=3, substitute=her.pk).status_code == 302
    assert "0 av 1 pass tillsatta" in shown(made)
    assert "Innan du ändrade: 1 pass" in shown(made)
    assert sends("change_line", made, line.pk, "ta-bort", version=4).status_code == 302
    assert "Ta tillbaka" in shown(made)


def test_who_is_chosen_by_hand_is_not_explained_by_why_another_was(town, proposal, sends, shown, planner):
    order = town.order(*WEDNESDAY)
    ready(town, order), ready(town, order, name="Selma")
    made, words = proposal(), "Ändrat för hand. Så här var det när förslaget löstes."
    line = made.lines.get()
    other = next(each for each in Substitute.objects.all() if each.pk != line.substitute_id)
    assert words not in shown(made)

    sends("change_line", made, line.pk, "las", version=2, substitute=other.pk)

    for page in (shown(made), text(planner.get(reverse("proposal:line", args=[made.pk, line.pk])))):
        assert words in page


def test_a_stale_page_is_told_so_and_nothing_is_changed(town, proposal, sends):
    order = town.order(*WEDNESDAY)
    her, made = ready(town, order), proposal()
    line = made.lines.get()

    answer = sends("change_line", made, line.pk, "inte", version=1, substitute=her.pk)

    assert answer.status_code == 409
    assert "Förslaget har ändrats sedan du öppnade sidan" in text(answer)
    assert sends("solve", made, version=1).status_code == 409
    assert made.lines.get().substitute == her


def test_solving_anew_tells_what_became_other(town, proposal, sends, shown):
    order = town.order(*WEDNESDAY)
    made = proposal()
    ready(town, order)

    assert sends("solve", made, version=made.version).status_code == 302

    assert "Förra gången det löstes: 0 pass tillsatta." in shown(made)
    assert "ingen → Hanna Lind" in shown(made)


def test_the_ticked_are_booked_and_what_was_booked_meanwhile_tells_why(town, proposal, sends, shown):
    first, second = town.order(*WEDNESDAY), town.order(*THURSDAY)
    ready(town, first, second)
    made = proposal()
    ticked = seen(shown(made))
    bookings.book(first, town.substitute(), by=town.planner, at=NOW)
    assert "Redan bokat" in shown(made)

    answer = sends("accept", made, chosen=ticked)

    assert answer.status_code == 302
    page = shown(made)
    assert all(words in page for words in ("Godkänd och bokad", "Gick inte", "Passet är redan bokat"))
    assert Booking.objects.count() == 2


def test_only_what_is_ticked_is_booked_and_all_when_all_is_asked_for(town, proposal, sends, shown):
    first, second = town.order(*WEDNESDAY), town.order(*THURSDAY)
    ready(town, first, second)
    made = proposal()
    page = shown(made)

    sends("accept", made, chosen=seen(page)[:1], on_page=seen(page, "on_page"))
    assert [order.bookings.count() for order in (first, second)] == [1, 0]
    sends("accept", made, which="alla", on_page=seen(page, "on_page"))
    assert [order.bookings.count() for order in (first, second)] == [1, 1]


def test_nothing_ticked_and_rows_that_cannot_be_read_are_told_of(town, proposal, sends):
    town.order(*WEDNESDAY)
    made = proposal()

    assert "Kryssa för minst en rad." in text(sends("accept", made))
    for bad in ("x", "a.b.c", "\x00.\x00.1", f"{uuid4()}.{uuid4()}.{'9' * 5000}"):
        assert "Raden går inte att läsa" in text(sends("accept", made, chosen=bad))
    assert sends("change_line", made, made.lines.get().pk, "inte", version="x").status_code == 404
    assert sends("solve", made, version="9" * 40).status_code == 409


def test_what_has_changed_is_marked_before_anything_is_accepted(town, proposal, shown):
    changed, gone, busy = (town.order(*WEDNESDAY), town.order(*WEDNESDAY), town.order(*THURSDAY))
    her = ready(town, busy)
    made = proposal()
    Order.objects.filter(pk=changed.pk).update(terms_version=2)
    Order.objects.filter(pk=gone.pk).update(status=Order.Status.CANCELLED)
    bookings.book(town.order(*THURSDAY), her, by=town.planner, at=NOW)

    page = shown(made)

    assert "Passet har ändrats sedan förslaget löstes." in page
    assert "Beställningen är inte längre öppen" in page
    assert "Hanna Lind är bokad på ett annat pass då." in page


def test_the_line_s_page_shows_who_else_could_have_it(town, proposal, planner):
    order = town.order(*WEDNESDAY)
    ready(town, order), ready(town, order, name="Selma")
    town.substitute(user=UserFactory(first_name="Ture", last_name="Utantid"))
    made = proposal()

    page = text(planner.get(reverse("proposal:line", args=[made.pk, made.lines.get().pk])))

    assert all(words in page for words in ("Välj och lås Hanna Lind", "Selma Lind", "Flest poäng", "Ture Utantid"))


def test_a_closed_one_offers_nothing_more(town, proposal, sends, shown):
    ready(town, town.order(*WEDNESDAY))
    made = proposal()

    assert sends("close", made)["Location"] == "/admin/forslag/"
    assert "Godkänn" not in shown(made)
    assert sends("solve", made, version=2).status_code == 409


def test_as_many_queries_for_three_lines_as_for_one(town, proposal, shown):
    every = [town.order(*WEDNESDAY)]
    for name in ("Hanna", "Selma"):
        ready(town, *every, name=name)
    counts = []
    for made in (proposal(), proposal()):
        with CaptureQueriesContext(connection) as queries:
            shown(made)
        counts.append(len(queries))
        every = [town.order(*THURSDAY) for _ in range(2)]
        for name in ("Ada", "Bodil"):
            ready(town, *every, name=name)

    assert counts[0] == counts[1]
