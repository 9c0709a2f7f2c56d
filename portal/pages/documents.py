"""Who may have a file that editors keep: whoever may read a page that leads to it. Every file goes out by this door."""

from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpRequest, HttpResponse
from wagtail.models import Page, PageQuerySet, ReferenceIndex

from portal.pages import doors, readers
from portal.pages.models import PortalDocument
from portal.pages.visible import visible_to, with_a_way_in


def guard(document: PortalDocument, request: HttpRequest) -> HttpResponse | None:
    """Nothing to one who may; the way to sign in where that is all it takes; otherwise the file is not there (404)."""
    if readers.of(request).reads_all:
        return None
    pages = leading_to(document)
    if visible_to(request, pages).exists():
        return None
    if readers.of(request).user is None and with_a_way_in(request, pages).exists():
        return doors.sign_in_first(request)
    raise Http404


def leading_to(document: PortalDocument) -> PageQuerySet:
    """The pages whose text, as it is published, has a link to the file."""
    references = ReferenceIndex.get_references_to(document)
    keys = references.filter(base_content_type=ContentType.objects.get_for_model(Page)).values_list(
        "object_id", flat=True
    )
    return Page.objects.filter(pk__in=[int(key) for key in keys])
