"""Where anybody sees whether a certificate is ours: that number and check value match, and whether it is replaced."""

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from intyg import content
from intyg.models import Certificate

PER_MINUTE = 20


@require_safe
@never_cache
def check(request: HttpRequest) -> HttpResponse:
    """The form, and its answer once both are filled in."""
    number, value = (request.GET.get(name, "").strip() for name in ("nummer", "kontrollvarde"))
    context: dict[str, object] = {"number": number, "value": value, "asked": "kontrollvarde" in request.GET}
    if not (number and value):
        return render(request, "intyg/check.html", context)
    if _too_often(request):
        return render(request, "intyg/check.html", context | {"too_often": True}, status=429)
    match, replaced = matches(number, value)
    return render(request, "intyg/check.html", context | {"answered": True, "match": match, "replaced": replaced})


def matches(number: str, value: str) -> tuple[bool, bool]:
    """Whether the certificate of that number has that check value; and only if so, whether another has replaced it."""
    readable = number if number.isprintable() else "-"  # a database may refuse to look for what nobody can type
    found = Certificate.objects.filter(number=readable).values_list("check_value", "replaced_by").first()
    kept, newer = found or (None, None)
    # Compared in either case, so that the time it takes does not tell which numbers there are.
    match = content.same(kept or "-", value) and kept is not None
    return match, match and newer is not None


def _too_often(request: HttpRequest) -> bool:
    key = f"intyg.check:{get_adapter().get_client_ip(request)}"
    cache.add(key, 0, timeout=60)
    try:
        return cache.incr(key) > PER_MINUTE
    except ValueError:  # it ran out between the two
        return False
