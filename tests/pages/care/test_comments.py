"""Editors write to each other beside the text, and are told by the outbox, whatever the mail server does."""

import pytest
from django.core import mail
from wagtail.models import COMMENTS_RELATION_NAME, Comment, CommentReply, PageSubscription, TaskState

from messaging.models import Message
from people.models import User
from people.operations import roles
from people.roles import EDITOR
from portal.pages.models import GuidePage
from tests.cast import NOW
from tests.factories.people import UserFactory
from tests.pages.test_editing import guide_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def guide(a_guide, approver) -> GuidePage:
    """A page that the approver follows."""
    page = a_guide("Beställ ett intyg", slug="bestall-ett-intyg")
    PageSubscription.objects.create(user=approver, page=page, comment_notifications=True)
    return page


@pytest.fixture
def no_mail_server(settings) -> None:
    """Nobody listens there."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1


def save(desk: object, guide: GuidePage, action: str = "", **comment: object) -> object:
    """Save a draft, with a comment if there is one."""
    form = guide_form(title="Hämta ett intyg")
    del form["action-publish"]
    if comment:
        given = {"contentpath": "title", "position": "", "resolved": "", "id": "", "DELETE": ""} | comment
        form |= {f"comments-0-{name}": value for name, value in given.items()}
        form |= {"comments-TOTAL_FORMS": 1, "comments-INITIAL_FORMS": 1 if given["id"] else 0}
        form |= {"comments-0-replies-TOTAL_FORMS": 0, "comments-0-replies-INITIAL_FORMS": 0}
    if action:
        form[f"action-{action}"] = action
    return desk.post(f"/admin/pages/{guide.pk}/edit/", form)


def told(user: User) -> list[str]:
    return [message.kind for message in user.outbox_messages.all()]


def test_a_comment_is_told_of_to_whoever_follows_the_page(signed_in, editor, approver, guide):
    assert save(signed_in(editor), guide, text="Stämmer steg två?").status_code == 302

    message = approver.outbox_messages.get()
    assert (message.kind, told(editor), mail.outbox) == ("page.commented", [], [])
    assert f"{editor} har skrivit" in message.body
    assert f"/admin/pages/{guide.pk}/edit/" in message.body


def test_whoever_wrote_it_is_told_that_it_is_done_with(signed_in, editor, approver, owner, guide):
    desk = signed_in(editor)
    save(desk, guide, text="Stämmer steg två?")
    comment = Comment.objects.get()
    third = UserFactory()
    roles.assign(third, EDITOR, by=owner, at=NOW)
    for replies in (third, UserFactory()):
        CommentReply.objects.create(comment=comment, user=replies, text="Ja.")

    save(signed_in(approver), guide, text=comment.text, id=comment.pk, resolved="on")

    assert told(editor) == told(third) == ["page.commented"]
    assert Message.objects.filter(kind="page.commented").count() == 3


def test_a_draft_without_comments_tells_nobody(signed_in, editor, guide):
    save(signed_in(editor), guide)

    assert not Message.objects.exists()


def test_without_a_mail_server_a_comment_is_kept_and_told_of(signed_in, editor, approver, guide, no_mail_server):
    assert save(signed_in(editor), guide, text="Stämmer steg två?").status_code == 302

    assert getattr(guide, COMMENTS_RELATION_NAME).get().text == "Stämmer steg två?"
    assert told(approver) == ["page.commented"]


def test_without_a_mail_server_a_page_is_sent_and_decided_on(signed_in, editor, approver, guide, no_mail_server):
    User.objects.create_superuser("drift", "drift@alvsunda.example", "hemligt")

    assert save(signed_in(editor), guide, "submit").status_code == 302
    state = TaskState.objects.get()
    address = f"/admin/pages/workflow/action/{guide.pk}/approve/{state.pk}/"
    assert signed_in(approver).post(address, {}).status_code == 302

    assert GuidePage.objects.get().title == "Hämta ett intyg"
    assert (told(approver), told(editor)) == (["page.to_approve"], ["page.approved"])


def test_wagtails_own_switches_are_not_offered(signed_in, editor, guide):
    assert "notifications" not in signed_in(editor).get("/admin/account/").content.decode()
