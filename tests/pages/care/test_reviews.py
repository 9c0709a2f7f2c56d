"""A page is to be read again, and its owner is reminded."""

from datetime import date, timedelta

import pytest
from wagtail.models import Page, PageLogEntry
from wagtail.test.utils.form_data import nested_form_data

from messaging.models import Message
from portal.pages.care import reminding, reviews
from portal.pages.models import PageReview
from tests.cast import NOW, at, with_role
from tests.pages.test_editing import guide_form

TODAY = date(2026, 5, 12)


def late() -> list[str]:
    return [page.title for page in reviews.overdue(Page.objects.all(), today=TODAY)]


def test_a_page_is_late_when_its_day_has_gone(a_guide, read_by):
    read_by(a_guide("Lön"), "2026-05-11")
    read_by(a_guide("Intyg"), "2026-05-12")

    assert late() == ["Lön"]


def test_a_page_that_nobody_touched_for_a_year_is_late(a_guide):
    page = a_guide("Lön")
    Page.objects.filter(pk=page.pk).update(last_published_at=at("2025-05-01 08:00"))
    other = a_guide("Intyg")
    Page.objects.filter(pk=other.pk).update(last_published_at=at("2025-06-01 08:00"))

    assert late() == ["Lön"]


def test_a_draft_is_never_late(a_guide, read_by):
    read_by(a_guide("Lön", live=False), "2026-01-01")

    assert late() == []


def test_the_editor_chooses_the_day_with_the_page(signed_in, editor, a_guide, time_machine):
    time_machine.move_to(NOW, tick=False)
    page = a_guide("Lön")
    form = guide_form(review_by="2026-09-01")
    del form["action-publish"]

    desk = signed_in(editor)
    assert 'value="2027-05-12"' in desk.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    desk.post(f"/admin/pages/{page.pk}/edit/", form)

    assert page.review.review_by == date(2026, 9, 1)


def test_a_day_that_nobody_will_remember_is_refused(signed_in, editor, a_guide, time_machine):
    time_machine.move_to(NOW, tick=False)
    page = a_guide("Lön")

    answer = signed_in(editor).post(f"/admin/pages/{page.pk}/edit/", guide_form(review_by="2036-09-01"))

    assert "Välj en dag inom två år." in answer.content.decode()
    assert not PageReview.objects.exists()


def test_one_press_says_that_a_page_still_holds_and_two_are_one(signed_in, editor, a_guide, read_by, time_machine):
    time_machine.move_to(NOW, tick=False)
    page = a_guide("Lön")
    read_by(page, "2026-05-01")
    desk = signed_in(editor)

    for _twice in range(2):
        desk.post(f"/admin/sidvard/sida/{page.pk}/last/")

    page.review.refresh_from_db()
    assert page.review.review_by == TODAY + timedelta(days=365)
    assert PageLogEntry.objects.filter(action=reviews.READ_AGAIN, user=editor).count() == 1


def test_a_planner_reads_no_page_for_others(signed_in, town, a_guide):
    page = a_guide("Lön")

    assert signed_in(town.planner).post(f"/admin/sidvard/sida/{page.pk}/last/").status_code == 404


def test_the_owner_is_reminded_of_all_her_pages_at_once(editor, a_guide, read_by):
    other = with_role("editor")
    for title in ("Lön", "Intyg"):
        read_by(a_guide(title, owner=editor), "2026-05-01")

    reminding.remind(at=NOW)

    told = Message.objects.get()
    assert (told.recipient, told.kind) == (editor, "page.to_read")
    assert "2 sidor behöver läsas igenom, först Intyg, Lön" in told.body or "Lön, Intyg" in told.body
    assert not other.outbox_messages.exists()


def test_she_is_reminded_once_a_week_at_most(editor, a_guide, read_by):
    read_by(a_guide("Lön", owner=editor), "2026-05-01")

    for days in (0, 0.5, 1, 6, 7, 13, 14):
        reminding.remind(at=NOW + timedelta(days=days))

    assert Message.objects.count() == 3


@pytest.mark.parametrize("gone", ["closed", "planner now"])
def test_when_the_owner_is_gone_all_editors_are_told(gone, editor, owner, town, a_guide, read_by):
    before = town.planner if gone == "planner now" else with_role("editor", is_active=False)
    read_by(a_guide("Lön", owner=before), "2026-05-01")

    reminding.remind(at=NOW)

    assert {told.recipient for told in Message.objects.all()} == {editor, owner}


def test_nobody_is_reminded_of_nothing(editor, a_guide):
    a_guide("Lön", owner=editor)

    reminding.remind(at=NOW)

    assert not Message.objects.exists()


def test_the_questions_are_as_many_for_one_late_page_as_for_ten(a_guide, read_by, editor, django_assert_num_queries):
    for number in range(10):
        read_by(a_guide(f"Guide {number}", owner=editor), "2026-05-01")

    with django_assert_num_queries(1):
        assert [page.owner.pk for page in reviews.overdue(Page.objects.all(), today=TODAY)] == [editor.pk] * 10


def test_the_form_keeps_its_day_when_nothing_is_said_of_it(signed_in, editor, a_guide, read_by):
    page = a_guide("Lön")
    read_by(page, "2026-07-01")
    form = nested_form_data({key: value for key, value in guide_form().items() if key != "action-publish"})

    signed_in(editor).post(f"/admin/pages/{page.pk}/edit/", form)

    assert PageReview.objects.get().review_by == date(2026, 7, 1)


def test_the_editor_chooses_who_owns_the_page_among_those_who_edit(signed_in, editor, approver, town, a_guide):
    page = a_guide("Lön", owner=editor)
    desk = signed_in(editor)

    desk.post(f"/admin/pages/{page.pk}/edit/", guide_form(keeper=town.planner.pk))
    assert Page.objects.get(pk=page.pk).owner == editor
    desk.post(f"/admin/pages/{page.pk}/edit/", guide_form(keeper=approver.pk))
    assert Page.objects.get(pk=page.pk).owner == approver
