"""Where a page was before it was moved. Wagtail keeps it, for the page and all below it."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from wagtail.contrib.redirects.middleware import RedirectMiddleware, get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from portal.pages.visible import with_a_way_in

GONE = 404
LONGEST_CHAIN = 10


class OldAddresses(RedirectMiddleware):
    """Leads from an address where nothing is any more.

    Wagtail's own would tell that a page exists to one who may not read it, and send a browser round and round.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """The answer, unless it is that nothing is there and it is known what was."""
        if response.status_code != GONE or request.method not in {"GET", "HEAD"}:
            return response
        redirect = _known(request)
        if redirect is None or not (url := _leads_to(request, redirect)):
            return response
        return HttpResponsePermanentRedirect(url) if redirect.is_permanent else HttpResponseRedirect(url)


def _known(request: HttpRequest) -> Redirect | None:
    """For the whole address, else for that before the question mark."""
    whole = Redirect.normalise_path(request.get_full_path(), decode_unicode=False)
    bare = whole.partition("?")[0]
    return get_redirect(request, whole) or (get_redirect(request, bare) if bare != whole else None)


def _leads_to(request: HttpRequest, redirect: Redirect) -> str:
    if redirect.redirect_page_id is None:
        return "" if goes_round(redirect) else str(redirect.link or "")
    there = with_a_way_in(request, Page.objects.filter(pk=redirect.redirect_page_id))
    return str(redirect.link or "") if there.exists() else ""


def goes_round(redirect: Redirect) -> bool:
    """Whether it comes back to an address that it has already led from."""
    passed = {redirect.old_path}
    for _step in range(LONGEST_CHAIN):
        path = here(redirect.redirect_link)
        if path is None:
            return False
        if path in passed:
            return True
        passed.add(path)
        following = Redirect.objects.filter(old_path=path, redirect_page=None).first()
        if following is None:
            return False
        redirect = following
    return True


def here(link: str) -> str | None:
    """The path of an address in this portal; none if it is another's."""
    parts, ours = urlsplit(link), urlsplit(settings.PORTAL_URL)
    own = not parts.netloc or parts.netloc in {ours.netloc, *Site.objects.values_list("hostname", flat=True)}
    return Redirect.normalise_path(link) if own else None
