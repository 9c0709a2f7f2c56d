"""The addresses of a portal that is closed, and where its pages are now: from a file with `old;new` on each line."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.urls import Resolver404, resolve
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from portal.pages import doors, languages
from portal.pages.old_addresses import goes_round, here

HEAD = "old"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A line of the file that was left out, and why."""

    line: int
    why: str


@transaction.atomic
def take_in(lines: Iterable[str], *, outside: bool = False) -> tuple[int, list[Refusal]]:
    """Keep every line that can be kept: how many, and those left out. Run again it changes nothing.

    The new address is one of ours, unless `outside` lets it be another host's.
    """
    kept, refused = 0, []
    for number, row in enumerate(csv.reader(lines, delimiter=";"), start=1):
        cells = [cell.strip() for cell in row]
        if not any(cells) or (number == 1 and cells[0].lower() == HEAD):
            continue
        why = _keep(*cells, outside=outside) if len(cells) == len(("old", "new")) else "not an old and a new address"
        kept += not why
        refused += [Refusal(number, why)] if why else []
    return kept, refused


def _keep(old: str, new: str, *, outside: bool) -> str:
    """Why the line is left out; empty when it is kept."""
    path = here(new)
    page = _page_at(path) if path else None
    redirect = Redirect(old_path=Redirect.normalise_path(old), redirect_page=page)
    if page is None:
        redirect.redirect_link = f"{settings.PORTAL_URL}{new}" if new.startswith("/") else new
    if why := _refused(redirect, path, outside=outside):
        return why
    fields = {"redirect_page": redirect.redirect_page, "redirect_link": redirect.redirect_link, "is_permanent": True}
    Redirect.objects.update_or_create(old_path=redirect.old_path, site=None, defaults=fields)
    return ""


def _refused(redirect: Redirect, path: str | None, *, outside: bool) -> str:
    if _page_at(redirect.old_path):
        return "a page of ours lies at the old address"
    if path is None:
        return "" if outside else "leads to another host"
    if redirect.redirect_page is None:
        if goes_round(redirect):
            return "leads back to itself"
        if not _is_there(path):
            return "nothing is at the new address"
    return ""


def _page_at(path: str) -> Page | None:
    site = Site.objects.select_related("root_page").filter(is_default_site=True).first()
    bare = f"{path}/".removeprefix(f"/{languages.PREFIXES[languages.of_address(f'{path}/')]}")
    return doors.at(site.root_page, [slug for slug in bare.split("/") if slug]) if site and "?" not in path else None


def _is_there(path: str) -> bool:
    """Whether one of our own views answers there: whether a page does has been asked."""
    try:
        return resolve(f"{path.partition('?')[0]}/".replace("//", "/")).url_name != "wagtail_serve"
    except Resolver404:
        return False
