"""What stands around the guides and the news. What an editor has changed since is left as she wrote it."""

from collections.abc import Mapping
from datetime import date, time, timedelta

from wagtail.models import Page

from booking.period import local
from home.demo.texts import around, streams
from home.demo.texts.around import Advert
from home.models import HomePage
from people.models import Area
from portal.pages.models import (
    Banner,
    Contact,
    JobAdvertIndexPage,
    JobAdvertPage,
    NewsPage,
    SectionPage,
    StandardPage,
    SystemShortcut,
)


def build(home: HomePage, contact: Contact, built: Mapping[str, Page], *, today: date) -> None:
    """Make what is missing, as of `today`; `built` are the pages that are new."""
    for position, said in enumerate(around.SYSTEMS, start=1):
        SystemShortcut.objects.get_or_create(name=said["name"], defaults=said | {"position": position})
    _section(home, contact)
    _jobs(home, contact, today)
    for page in built.values():
        if isinstance(page, NewsPage) and page.slug in around.NEWS_OF:
            page.areas.set(Area.objects.filter(name__in=around.NEWS_OF[page.slug]))
            page.save_revision().publish()


def _section(home: HomePage, contact: Contact) -> None:
    text = around.SECTION
    section = _place(home, SectionPage(slug=text.slug, title=text.title, intro=text.intro, contact=contact))
    for text in around.IN_THE_SECTION:
        page = StandardPage(slug=text.slug, title=text.title, intro=text.intro, contact=contact)
        page.body = streams.body(text.body, {})
        _place(section, page)


def _jobs(home: HomePage, contact: Contact, today: date) -> None:
    slug, title, intro = around.JOBS
    index = _place(home, JobAdvertIndexPage(slug=slug, title=title, intro=intro, contact=contact, show_in_menus=True))
    for advert in around.ADVERTS:
        _place(index, _advert(advert, today))
    begins = local(today, time())
    held = {"page": index, "shows_from": begins, "shows_until": begins + timedelta(days=around.BANNER_DAYS)}
    Banner.objects.get_or_create(heading=around.BANNER["heading"], defaults=around.BANNER | held)


def _advert(advert: Advert, today: date) -> JobAdvertPage:
    name, task, phone = advert.person
    copied = ("slug", "title", "intro", "workplace", "address", "extent", "employment", "starts", "how_to_apply")
    page = JobAdvertPage(**{field: getattr(advert, field) for field in copied})
    page.apply_by, page.apply_email = today + timedelta(days=advert.days), around.APPLY_TO
    page.body = streams.body(advert.body, {})
    page.people = [("person", {"name": name, "task": task, "phone": phone, "email": ""})]
    return page


def _place(parent: Page, page: Page) -> Page:
    """The page that lies there already, or this one."""
    if found := type(page).objects.child_of(parent).filter(slug=page.slug).first():
        return found
    parent.add_child(instance=page)
    page.full_clean()
    page.save_revision().publish()
    return page
