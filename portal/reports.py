"""Where browsers tell what the content policy has stopped. Anybody can send a report, so little of it is believed.

Kept is a sum by rule, by the host that was stopped and by the name of the page's route: no address, no script, nobody.
"""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import SplitResult, urlsplit

from allauth.account.adapter import get_adapter
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from people import limits
from people.limits import Limit
from people.operations import stopped
from portal import security_log

MOST_BYTES = 16 * 1024
AT_ONCE = 20
EACH, TOGETHER = Limit("csp", most=60, seconds=60), Limit("csp", most=600, seconds=60)
KINDS = {"application/csp-report", "application/reports+json", "application/json"}
RULES = frozenset({
    "base-uri", "connect-src", "default-src", "font-src", "form-action", "frame-ancestors", "frame-src", "img-src",
    "manifest-src", "media-src", "object-src", "script-src", "script-src-attr", "script-src-elem", "style-src",
    "style-src-attr", "style-src-elem", "worker-src",
})  # fmt: skip
RULE_NAMES = ("effectiveDirective", "effective-directive", "violated-directive")
WORDS = frozenset({"inline", "eval", "wasm-eval", "self", "data", "blob", "about"})
OTHER, EXTENSION = "other", "extension"
LONGEST_HOST, LONGEST_NAME = 100, 80


@csrf_exempt  # a browser sends it by itself, without a page
@require_POST
def csp(request: HttpRequest) -> HttpResponse:
    """204, whatever came of it: nobody reads the answer."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length) > MOST_BYTES:
        return HttpResponse(status=413)
    address = str(get_adapter().get_client_ip(request))
    if limits.count(EACH, address) > EACH.most or limits.count(TOGETHER) > TOGETHER.most:
        return HttpResponse(status=429)
    if request.content_type not in KINDS:
        return HttpResponse(status=400)
    reports = list(read(request.body, ours=request.get_host()))[:AT_ONCE]
    for rule, source, page in reports:
        stopped.note(rule, source, page, at=timezone.now())  # noqa: TID251 (a view)
    if reports:
        rules, pages = ({report[place] for report in reports} for place in (0, 2))
        security_log.event("content_policy.stopped", request=request, rules=sorted(rules), pages=sorted(pages))
    return HttpResponse(status=204)


def read(body: bytes, *, ours: str) -> Iterator[tuple[str, str, str]]:
    """Rule, source and page of each report in it that is of one of our pages; nothing of what cannot be read."""
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        return
    for one in said if isinstance(said, list) else [said]:
        report = _body(one)
        page = parts_of(report.get("documentURL") or report.get("document-uri"))
        if page and page.netloc == ours:
            rule = next((report[name] for name in RULE_NAMES if name in report), None)
            yield rule_of(rule), source_of(report.get("blockedURL") or report.get("blocked-uri")), route_of(page.path)


def _body(one: object) -> dict[str, Any]:
    """Either way that browsers write it."""
    if not isinstance(one, dict) or one.get("type", "csp-violation") != "csp-violation":
        return {}
    inner = one.get("csp-report", one.get("body"))
    return inner if isinstance(inner, dict) else {}


def rule_of(said: object) -> str:
    """The directive, if there is one of that name."""
    first = str(said).split(" ")[0]
    return first if first in RULES else OTHER


def source_of(said: object) -> str:
    """The host alone, or what kind of thing it was."""
    if isinstance(said, str) and said in WORDS:
        return str(said)
    parts = parts_of(said)
    if parts and parts.scheme in WORDS:
        return parts.scheme
    if parts and parts.scheme.endswith("-extension"):
        return EXTENSION
    host = parts.hostname if parts and parts.scheme in {"http", "https", "ws", "wss"} else None
    return host if host and host.isascii() and host.isprintable() and len(host) <= LONGEST_HOST else OTHER


def route_of(path: str) -> str:
    """The name of the page's route, which holds no key."""
    try:
        match = resolve(path)
    except Resolver404:
        return OTHER
    return (match.view_name or OTHER)[:LONGEST_NAME]


def parts_of(said: object) -> SplitResult | None:
    """Its parts, if it is an address at all."""
    try:
        return urlsplit(said) if isinstance(said, str) else None
    except ValueError:
        return None
