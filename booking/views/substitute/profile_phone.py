"""Her mobile number: which it is, and the code that shows that it is hers."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from booking.forms.profile import CodeForm, PhoneForm
from messaging import own_number
from people import access
from people.forms.telling import tell
from people.models import PhoneChange, Substitute
from people.operations import phones
from people.operations.refusals import Refused
from people.views import kept
from people.views.own import for_substitutes
from portal.templatetags.phones import national


@for_substitutes
@kept.keeps_typed
@require_http_methods(["GET", "HEAD", "POST"])
def number(request: HttpRequest, me: Substitute) -> HttpResponse:
    """Which number; a code is sent there."""
    form = PhoneForm(kept.typed(request), initial={"phone": national(me.user.phone)})
    if request.method == "POST" and form.is_valid():
        try:
            own_number.ask(me, form.cleaned_data["phone"], by=me.user, at=timezone.now())
        except Refused as refused:
            tell(form, refused)
        else:
            return redirect("booking:phone_code")
    status = 422 if request.method == "POST" else 200
    return render(request, "booking/substitute/profile_phone.html", {"form": form, "me": me}, status=status)


@for_substitutes
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest, me: Substitute) -> HttpResponse:
    """Where the code is written; without one on its way there is nothing to write."""
    now = timezone.now()
    if request.method != "POST":
        change = on_its_way(me, now=now)
        return code_page(request, CodeForm(), change) if change else redirect("booking:phone")
    form = CodeForm(request.POST)
    if form.is_valid():
        try:
            own_number.confirm(me, form.cleaned_data["code"], by=me.user, at=now)
        except Refused as refused:
            tell(form, refused)
        else:
            messages.success(request, _("Numret är bekräftat. Hit skickar vi sms."))
            return redirect("booking:profile")
    return code_page(request, form, on_its_way(me, now=now), status=422)


@for_substitutes
@require_POST
def cancel(request: HttpRequest, me: Substitute) -> HttpResponse:
    """She would not after all."""
    phones.cancel(me, by=me.user, at=timezone.now())
    messages.info(request, _("Numret är inte ändrat."))
    return redirect("booking:profile")


def on_its_way(me: Substitute, *, now: datetime) -> PhoneChange | None:
    """The code that can be written now."""
    return access.scope(me.user, PhoneChange.objects.filter(user=me.user).open(now=now), "confirm").first()


def code_page(request: HttpRequest, form: CodeForm, change: PhoneChange | None, *, status: int = 200) -> HttpResponse:
    """The page with its form."""
    context = {"form": form, "change": change}
    return render(request, "booking/substitute/profile_code.html", context, status=status)
