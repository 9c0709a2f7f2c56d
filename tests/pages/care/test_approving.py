"""An editor writes and sends; an approver reads and publishes; both are told by the portal's own messages."""

import pytest
from django.core import mail
from django.core.management import call_command
from wagtail.models import TaskState, Workflow

from messaging.models import Message
from people.models import User
from people.operations import roles
from people.roles import APPROVER, EDITOR
from portal.pages.models import GuidePage
from tests.cast import NOW
from tests.factories.people import UserFactory
from tests.pages.test_editing import guide_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def guide(a_guide) -> GuidePage:
    return a_guide("Beställ ett intyg", slug="bestall-ett-intyg")


@pytest.fixture
def sent(signed_in, editor, approver, guide) -> TaskState:
    """The editor has changed the guide, and sent it for approval."""
    form = guide_form(title="Hämta ett intyg", **{"action-submit": "submit"})
    del form["action-publish"]
    signed_in(editor).post(f"/admin/pages/{guide.pk}/edit/", form)
    return TaskState.objects.get()


def decide(desk: object, guide: GuidePage, state: TaskState, action: str, **said: str) -> None:
    desk.post(f"/admin/pages/workflow/action/{guide.pk}/{action}/{state.pk}/", said)


def told(user: User) -> list[str]:
    return list(user.outbox_messages.order_by("posted_at", "pk").values_list("kind", flat=True))


def test_an_editor_may_not_publish(signed_in, editor, guide):
    desk = signed_in(editor)

    assert "action-publish" not in desk.get(f"/admin/pages/{guide.pk}/edit/").content.decode()
    desk.post(f"/admin/pages/{guide.pk}/edit/", guide_form(title="Ändrad"))

    assert GuidePage.objects.get().title == "Beställ ett intyg"


def test_what_is_sent_waits_for_the_approver_and_is_not_seen(sent, guide, approver, owner, editor, client):
    assert GuidePage.objects.get().title == "Beställ ett intyg"
    assert sent.status == TaskState.STATUS_IN_PROGRESS
    message = approver.outbox_messages.get()
    assert message.kind == "page.to_approve"
    assert "Hämta ett intyg" in message.body
    assert f"/admin/pages/{guide.pk}/edit/" in message.body
    assert told(editor) == []


def test_wagtail_sends_no_mail_beside_ours(sent, approver):
    assert mail.outbox == []
    assert Message.objects.count() == 1


def test_an_approved_page_is_seen_and_the_writer_told(signed_in, sent, guide, approver, editor):
    decide(signed_in(approver), guide, sent, "approve")

    assert GuidePage.objects.get().title == "Hämta ett intyg"
    assert told(editor) == ["page.approved"]


def test_a_page_that_is_sent_back_is_not_seen_and_the_writer_told(signed_in, sent, guide, approver, editor):
    decide(signed_in(approver), guide, sent, "reject", comment="Steg två saknas.")

    assert GuidePage.objects.get().title == "Beställ ett intyg"
    assert told(editor) == ["page.sent_back"]
    assert "behöver ändras" in editor.outbox_messages.get().body


def test_an_editor_does_not_approve(signed_in, sent, guide, editor):
    decide(signed_in(editor), guide, sent, "approve")

    sent.refresh_from_db()
    assert sent.status == TaskState.STATUS_IN_PROGRESS


def test_with_both_roles_she_approves_herself(signed_in, guide, owner):
    her = UserFactory()
    for role in (EDITOR, APPROVER):
        roles.assign(her, role, by=owner, at=NOW)

    signed_in(her).post(f"/admin/pages/{guide.pk}/edit/", guide_form(title="Ändrad"))

    assert GuidePage.objects.get().title == "Ändrad"


def test_the_role_of_approver_brings_both_groups_and_goes_with_them(owner):
    her = UserFactory()

    given = roles.assign(her, APPROVER, by=owner, at=NOW)
    assert set(her.groups.values_list("name", flat=True)) == {"Skrivbordet", "Redaktörer", "Godkännare"}
    roles.withdraw(given, by=owner, at=NOW)
    assert not her.groups.exists()


def test_what_is_approved_for_a_date_is_seen_on_that_date(signed_in, editor, approver, guide, time_machine):
    time_machine.move_to("2026-05-12T08:00:00+02:00", tick=False)
    guide.live = False
    guide.save()
    form = guide_form(title="Ny guide", go_live_at="2026-06-01 06:00", **{"action-submit": "submit"})
    del form["action-publish"]
    signed_in(editor).post(f"/admin/pages/{guide.pk}/edit/", form)
    decide(signed_in(approver), guide, TaskState.objects.get(), "approve")

    call_command("publish_scheduled")
    assert not GuidePage.objects.get().live
    time_machine.move_to("2026-06-01T06:01:00+02:00", tick=False)
    call_command("publish_scheduled")
    assert (GuidePage.objects.get().title, GuidePage.objects.get().live) == ("Ny guide", True)


def test_the_way_of_a_page_is_one_step_for_the_whole_tree(home):
    workflow = Workflow.objects.get(active=True)

    assert home.get_workflow() == workflow
    assert [task.name for task in workflow.tasks] == ["En godkännare läser"]
