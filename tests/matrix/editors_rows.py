"""One of each that editors make, for the addresses of Wagtail's own screens: they are of no area."""

from datetime import timedelta
from uuid import uuid4

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.db.models import Model
from PIL import Image as Drawing
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    GroupApprovalTask,
    Page,
    PageViewRestriction,
    Site,
    UploadedFile,
    Workflow,
    WorkflowTask,
)

from people.models import User
from portal.pages.models import Banner, Contact, Keyword, Payday, StandardPage, SystemShortcut
from tests.cast import NOW
from tests.factories.pages import a_site, below

Keys = dict[str, object]
BY_PASSWORD = {"restriction_type": "password", "password": "x"}


def keys(editor: User) -> Keys:
    """By the words that wagtail.txt puts in braces."""
    home = a_site()
    return _pages(home, editor) | _flow(home, editor) | _files(editor) | _shared_words() | _kept_by_nobody(home, editor)


def _pages(home: Page, editor: User) -> Keys:
    page = below(home, StandardPage, "Sida", slug="sida")
    soon = below(home, StandardPage, "Snart")
    closed = PageViewRestriction.objects.create(page=below(home, StandardPage, "Stängd"), **BY_PASSWORD)
    return {
        "home": home.pk,
        "page": page.pk,
        "revision": page.save_revision(user=editor).pk,
        "soon": soon.pk,
        "soon_revision": soon.save_revision(user=editor, approved_go_live_at=NOW + timedelta(days=3)).pk,
        "alias": page.create_alias(update_slug="samma").pk,
        "closed": closed.pk,
        "closed_page": closed.page_id,
    }


def _flow(home: Page, editor: User) -> Keys:
    """A page that waits for an approver."""
    workflow = Workflow.objects.create(name="Granskning")
    task = GroupApprovalTask.objects.create(name="Läses igenom")
    task.groups.set([Group.objects.get(name="Godkännare")])
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=1)
    waiting = below(home, StandardPage, "Väntar", live=False)
    waiting.save_revision(user=editor)
    state = workflow.start(waiting, editor)
    rows = {"workflow": workflow, "task": task, "waiting": waiting, "flow": state, "step": state.current_task_state}
    return {name: row.pk for name, row in rows.items()}


def _files(editor: User) -> Keys:
    content = ContentFile(b"", name="rum.png")
    Drawing.new("RGB", (8, 8)).save(content, "PNG")
    image = get_image_model().objects.create(title="Rum", file=content, uploaded_by_user=editor)
    document = get_document_model()(title="Blankett", uploaded_by_user=editor)
    document.file.save("blankett.txt", ContentFile(b"x"))
    rows = {"image": image, "document": document}
    waiting = {f"uploaded_{name}": _uploaded(row, editor) for name, row in rows.items()}
    return {name: row.pk for name, row in (rows | waiting).items()} | {"filename": document.filename}


def _uploaded(of: Model, editor: User) -> UploadedFile:
    """What one editor has chosen to upload, and not named yet: nobody else's."""
    kind = ContentType.objects.get_for_model(type(of))
    row = UploadedFile(for_content_type=kind, uploaded_by_user=editor)
    row.file.save("ny.png", ContentFile(b"x"))
    return row


def _shared_words() -> Keys:
    handed_in = NOW + timedelta(days=30)
    paid = {"month": NOW.date().replace(day=1), "hand_in_by": handed_in, "payday": NOW.date() + timedelta(days=45)}
    system = {"address": "https://lon.alvsunda.example", "about": "Se lönen.", "sign_in": "Med e-legitimation."}
    rows = {
        "contact": Contact.objects.create(name="Bemanningen vid ån"),
        "keyword": Keyword.objects.create(words="lön, pengar"),
        "systemshortcut": SystemShortcut.objects.create(name="Lönen", **system),
        "banner": Banner.objects.create(heading="Vi flyttar", shows_from=NOW),
        "payday": Payday.objects.create(**paid),
    }
    return {name: row.pk for name, row in rows.items()}


def _kept_by_nobody(home: Page, editor: User) -> Keys:
    """What is Wagtail's and has no keeper among our roles, and what each has of her own."""
    collection = Collection.get_first_root_node().add_child(instance=Collection(name="Blanketter"))
    CollectionViewRestriction.objects.create(collection=collection, **BY_PASSWORD)
    session = EditingSession.objects.create(user=editor, content_object=home, last_seen_at=NOW)
    return {
        "collection": collection.pk,
        "closed_documents": collection.view_restrictions.get().pk,
        "redirect": Redirect.objects.create(old_path=f"/{uuid4()}", redirect_link="/").pk,
        "site": Site.objects.get().pk,
        "group": Group.objects.first().pk,
        "user": editor.pk,
        "session": session.pk,
    }
