"""The reports of the pages, in Wagtail's menu of reports."""

from django.urls import URLPattern, path, reverse
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from people.requests import SignedIn
from portal.pages.care import hers, views
from portal.pages.care.reports import REPORTS

FIRST = 10


class CareViewSet(ViewSet):
    """Its pages belong to reports."""

    name = "page_care"
    url_prefix = "sidvard"
    icon = "doc-full"

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("<slug:code>/", views.report, name="report"),
            path("<slug:code>/hamta/<slug:kind>/", views.file, name="file"),
            path("sida/<int:pk>/last/", views.read_again, name="read_again"),
        ]


class ReportItem(MenuItem):
    """For those who edit pages."""

    def is_shown(self, request: SignedIn) -> bool:
        return hers.may_edit_some(request.user)


def items() -> list[MenuItem]:
    """Each report, before Wagtail's own."""
    return [
        ReportItem(
            one.name,
            reverse("page_care:report", args=[one.code]),
            name=f"care-{one.code}",
            icon_name="doc-full",
            order=FIRST + place,
        )
        for place, one in enumerate(REPORTS)
    ]
