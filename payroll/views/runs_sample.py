"""The first rows of a file as its layout has them, of an invented shift."""

import uuid
from dataclasses import replace
from datetime import date, datetime

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from booking.period import STOCKHOLM
from payroll import files, layouts, paxml
from payroll.columns import Facts, Unfit
from payroll.models import Layout
from payroll.paxml import Head, Time
from payroll.views.left_out import WORDS
from people import access
from people.requests import SignedIn
from people.views.desk.page import frame

DAY = date(2026, 5, 12)


WORKED = Facts(
    employee_number="104711", day=DAY, starts=datetime(2026, 5, 12, 13, tzinfo=STOCKHOLM),
    ends=datetime(2026, 5, 12, 22, tzinfo=STOCKHOLM), minutes=510, hundredths=850, code="ARB", wage_type="1010",
    account="5010-21", reason="Sjukdom", booking="6f1c2f0e-2b8a-4f53-9d36-1b2f0c1a7e55", correction="",
    workplace="Solgården", occupation="undersköterska", area="Äldreomsorg", run=1,
)  # fmt: skip


@require_safe
def sample(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """The page."""
    layout = access.get(request.user, Layout.objects.all(), pk, "change")
    context: dict[str, object] = {"layout": layout}
    try:
        context["text"] = _text(layout)
    except Unfit as unfit:
        context["refused"] = str(WORDS[unfit.reason]) % unfit.facts  # type: ignore[index]
    above = [(reverse("layout:index"), str(Layout._meta.verbose_name_plural).capitalize())]
    return render(request, "payroll/layout_sample.html", context | frame(_("Så ser filen ut"), above, "table"))


def _text(layout: Layout) -> str:
    evening = replace(WORKED, minutes=170, hundredths=283, code="OB1", wage_type="2010")
    back = replace(WORKED, minutes=-510, hundredths=-850, correction="V")
    rows = [WORKED, evening, back]
    if layout.kind != Layout.Kind.PAXML:
        return b"".join(layouts.lines(files.laid(layout.kept()), rows)).decode(layout.encoding)
    head = Head(DAY, layout.company, layout.company_number, layout.company_name, layout.encoding)
    times = [Time(n, row.employee_number, row.code, row.day, row.hundredths) for n, row in enumerate(rows, start=1)]
    return b"".join(paxml.document(head, {"ARB": "Arbetad tid", "OB1": "OB kväll"}, times)).decode(layout.encoding)
