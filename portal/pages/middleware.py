"""Pages that have been made, given to the next who asks. See adr/0034."""

from collections.abc import Callable, Mapping, Sequence

from django.core.cache import caches
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from portal.pages import changes, keeping

WAGTAILS_VIEW = "wagtail_serve"


class KeptPages:
    """Stands before all that asks who it is, and after what makes the connection safe.

    What it keeps has every header of the middleware within, the content policy among them: the policy is the same for
    all pages, since nothing in them is allowed by a nonce.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not keeping.may_be_asked(request):
            return self.get_response(request)
        try:
            name = keeping.name(request)
        except DisallowedHost:
            return self.get_response(request)  # which refuses it, in words
        page: keeping.Kept | None = caches[keeping.CACHE].get(name)
        if page and page.as_of == changes.latest():
            return keeping.again(request, page)
        return self._made(request, name)

    def process_view(
        self, request: HttpRequest, view: object, args: Sequence[object], kwargs: Mapping[str, object]
    ) -> None:
        """Remember as of which change the page is made: before anything of it is read."""
        of_wagtail = request.resolver_match is not None and request.resolver_match.url_name == WAGTAILS_VIEW
        if of_wagtail and keeping.may_be_asked(request):
            request._as_of = changes.latest()  # type: ignore[attr-defined]  # noqa: SLF001 (kept with the request)

    def _made(self, request: HttpRequest, name: str) -> HttpResponse:
        answer = self.get_response(request)
        as_of = getattr(request, "_as_of", None)
        if as_of and keeping.may_be_kept(request, answer):
            caches[keeping.CACHE].set(name, keeping.kept(answer, as_of=as_of), keeping.A_MINUTE)
        return answer
