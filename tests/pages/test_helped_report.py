"""What editors see of what readers say: their own pages', in figures and in words."""

import uuid
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import GroupPagePermission

from people.models import HistoryEntry
from portal.pages.feedback import operations
from portal.pages.models import Feedback, FeedbackPage, GuideIndexPage, GuidePage, PageAnswer
from tests.cast import NOW
from tests.factories.pages import STEP, below

pytestmark = pytest.mark.django_db
INDEX = "/admin/hjalpte/"


@pytest.fixture
def guide(home, time_machine) -> GuidePage:
    time_machine.move_to(NOW, tick=False)
    return below(below(home, GuideIndexPage, "Guider"), GuidePage, "Intyg", steps=[STEP])


@pytest.fixture
def desk(signed_in, editor, guide):
    return signed_in(editor)


def say(page, text: str = "", *, helped: bool = True, days: int = 1) -> PageAnswer:
    at = NOW - timedelta(days=days)
    said = operations.answer(page, helped=helped, command=uuid.uuid4(), at=at)
    operations.comment(page, said.command, text, at=at)
    return said


def test_each_page_has_its_share_of_yes_and_what_waits_to_be_read(desk, guide):
    say(guide)
    say(guide, helped=False, text="Var är knappen?")
    say(guide, helped=False)

    line = desk.get(INDEX).context["lines"][0]

    assert (line.page.title, line.answers, line.share, line.waiting) == ("Intyg", 3, 33, 1)


def test_the_page_that_helps_least_stands_first(desk, guide):
    other = below(guide.get_parent(), GuidePage, "Byt nummer", steps=[STEP])
    for page, helped in ((guide, True), (other, False), (other, True)):
        say(page, helped=helped)

    assert [line.page.title for line in desk.get(INDEX).context["lines"]] == ["Byt nummer", "Intyg"]


@pytest.mark.parametrize(("chosen", "count"), [("30", 1), ("90", 2), ("365", 3), ("x", 2), ("", 2)])
def test_a_time_is_chosen(desk, guide, chosen, count):
    for days in (10, 80, 300):
        say(guide, days=days)

    assert desk.get(INDEX, {"tid": chosen}).context["lines"][0].answers == count


def test_comments_are_read_and_marked_as_handled(desk, guide, editor):
    said = say(guide, helped=False, text="Var är knappen?")
    page = f"{INDEX}sida/{guide.pk}/"
    assert "Var är knappen?" in desk.get(page).content.decode()

    for _press in range(2):
        desk.post(f"{INDEX}kommentar/{said.pk}/klar/", {"klar": "ja"})

    said.refresh_from_db()
    assert (said.handled_by, said.handled_at) == (editor, NOW)
    assert "Hanterad" in desk.get(page).content.decode()
    assert desk.get(INDEX).context["lines"][0].waiting == 0
    assert HistoryEntry.objects.for_instance(said).filter(action="pageanswer.handle").count() == 1
    desk.post(f"{INDEX}kommentar/{said.pk}/klar/", {"klar": "nej"})
    said.refresh_from_db()
    assert said.handled_at is None


def test_a_comment_that_names_somebody_is_taken_away_and_still_counts(desk, guide):
    said = say(guide, text="Mira var snäll")

    desk.post(f"{INDEX}kommentar/{said.pk}/bort/")

    said.refresh_from_db()
    assert (said.comment, said.helped) == ("", True)


def test_feedback_is_read_handled_and_erased(desk, home):
    page = below(home, FeedbackPage, "Synpunkt", next_steps="Vi läser.")
    said = operations.send(page, subject="Portalen", text="Bra.", reply_to="mira@alvsunda.example", at=NOW)
    html = desk.get(f"{INDEX}synpunkter/").content.decode()
    assert "mira@alvsunda.example" in html

    desk.post(f"{INDEX}synpunkter/{said.pk}/klar/", {"klar": "ja"})
    said.refresh_from_db()
    assert said.handled_at == NOW

    desk.post(f"{INDEX}synpunkter/{said.pk}/bort/")
    assert not Feedback.objects.exists()


def test_an_editor_sees_only_what_is_said_of_her_own_pages(desk, editor, guide, home):
    theirs = below(below(home, GuideIndexPage, "Andra"), GuidePage, "Andras", steps=[STEP])
    said = say(theirs, text="Inte hennes")
    say(guide)
    GroupPagePermission.objects.filter(group=Group.objects.get(name="Redaktörer")).update(page=guide.get_parent())

    assert [line.page.title for line in desk.get(INDEX).context["lines"]] == ["Intyg"]
    assert desk.get(f"{INDEX}sida/{theirs.pk}/").status_code == 404
    assert desk.post(f"{INDEX}kommentar/{said.pk}/klar/", {"klar": "ja"}).status_code == 404
    assert desk.post(f"{INDEX}kommentar/{said.pk}/bort/").status_code == 404


def test_the_report_asks_no_more_for_thirty_pages_than_for_one(desk, guide):
    def asked() -> int:
        desk.get(INDEX)
        with CaptureQueriesContext(connection) as counted:
            desk.get(INDEX)
        return len(counted)

    say(guide)
    one = asked()
    for number in range(30):
        say(below(guide.get_parent(), GuidePage, f"Guide {number}", steps=[STEP]))

    assert asked() == one


def test_the_menu_has_it_for_editors_alone(desk, signed_in, town):
    assert INDEX in desk.get("/admin/").content.decode()
    assert INDEX not in signed_in(town.planner).get("/admin/").content.decode()
    assert signed_in(town.planner).get(INDEX).status_code == 404
