"""What the pages' tables hold, and Wagtail's own that know of those who edit them."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.models import EditingSession, FormState
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import (
    APIToken,
    Comment,
    CommentReply,
    ModelLogEntry,
    Page,
    PageLogEntry,
    PageSubscription,
    Revision,
    TaskState,
    UploadedFile,
    WorkflowState,
)

from people.data_map import Fate, Ground, Kept, Purpose, Whose, declare, of_nobody
from people.models import User
from portal.pages.models import (
    Audience,
    Banner,
    BestHit,
    Contact,
    CourseTick,
    Feedback,
    Keyword,
    OutsideLink,
    PageAnswer,
    PageChange,
    PageReview,
    Passage,
    Payday,
    PortalDocument,
    PortalImage,
    PortalRendition,
    SystemShortcut,
    Word,
)

COLLEAGUE, ACCOUNTING, RUNNING = Whose.COLLEAGUE, Purpose.ACCOUNTING, Purpose.RUNNING
TASK, STAYS = Ground.TASK, Fate.STAYS
WITH_TEXT = (Revision, PageLogEntry, ModelLogEntry)
"""What stands in them is the page's, not hers."""

THE_ONE_WHO_EDITS = _("Vem som skrev, godkände eller laddade upp")


def to_be_answered(user: User) -> Q:
    """What asks for an answer to her number or her address."""
    reached = [value for value in (user.phone, user.email) if value]
    found = Q(pk=None)
    for value in reached:
        found |= Q(reply_to__iexact=value)
    return found


declare(
    CourseTick, _("Det du har bockat av i en kurs"), Whose.ANYBODY, Purpose.LEARNING, Ground.CONTRACT,
    kept=Kept.ACCOUNT, fate=Fate.GOES, hers="user",
)  # fmt: skip
declare(
    Feedback, _("Synpunkter, och vart svaret ska"), Whose.READER, Purpose.HEARING, TASK,
    kept=Kept.ITSELF, fate=Fate.GOES, rows=to_be_answered,
)  # fmt: skip
declare(
    PageAnswer, _("Om en sida hjälpte, utan vem som svarade"), Whose.READER, Purpose.HEARING, TASK,
    kept=Kept.ITSELF, fate=STAYS,
)  # fmt: skip
declare(
    Contact, _("Namn och nummer till medarbetare, som redaktörerna skriver"), COLLEAGUE, Purpose.REACHING, TASK,
    kept=Kept.SETTING, fate=STAYS,
)  # fmt: skip
of_nobody(
    Audience, Banner, BestHit, Keyword, OutsideLink, PageChange, PageReview, Passage, Payday, PortalRendition,
    SystemShortcut, Word, what=_("Sidor och det som hör till dem"),
)  # fmt: skip
for _model, _by in (
    (Page, "owner locked_by"),
    (PortalDocument, "uploaded_by_user"),
    (PortalImage, "uploaded_by_user"),
    (Document, "uploaded_by_user"),
    (Image, "uploaded_by_user"),
    (Revision, "user"),
    (Comment, "user resolved_by"),
    (CommentReply, "user"),
    (WorkflowState, "requested_by"),
    (TaskState, "finished_by"),
    (UploadedFile, "uploaded_by_user"),
    (PageLogEntry, "user"),
    (ModelLogEntry, "user"),
):
    declare(
        _model, THE_ONE_WHO_EDITS, COLLEAGUE, ACCOUNTING, TASK, kept=Kept.SETTING, fate=STAYS,
        hers=_by, unsaid="content data" if _model in WITH_TEXT else "",
    )  # fmt: skip
for _model in (APIToken, EditingSession, FormState, PageSubscription):
    declare(
        _model, _("Hur redaktörer arbetar"), COLLEAGUE, RUNNING, TASK, kept=Kept.ACCOUNT, fate=Fate.GOES,
        hers="user", unsaid="key_hash prefix data",
    )  # fmt: skip
