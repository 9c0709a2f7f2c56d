"""What she would like, for her to say and to take back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from booking.forms.profile_wishes import WishesForm, initial
from people.forms.telling import tell
from people.models import Substitute
from people.operations import wishes as operation
from people.operations.refusals import Refused
from people.views import kept
from people.views.own import for_substitutes


@for_substitutes
@kept.keeps_typed
@require_http_methods(["GET", "HEAD", "POST"])
def wishes(request: HttpRequest, me: Substitute) -> HttpResponse:
    """The form; what it does not take is told at the field."""
    now = timezone.now()
    form = WishesForm(kept.typed(request), me=me, now=now, initial=initial(operation.of(me)))
    if request.method == "POST" and form.is_valid():
        try:
            operation.wish(me, form.wishes, by=me.user, at=now)
        except Refused as refused:
            tell(form, refused)
        else:
            messages.success(request, _("Dina önskemål är sparade."))
            return redirect("booking:profile")
    status = 422 if request.method == "POST" else 200
    return render(request, "booking/substitute/profile_wishes.html", {"form": form}, status=status)
