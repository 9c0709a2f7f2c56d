"""A guide for ordering managers alone, among those that everybody reads."""

from wagtail.models import Page

from home.demo.texts import for_managers, streams
from home.models import HomePage
from people.roles import ORDERING_MANAGER
from portal.pages.models import Contact, GuideIndexPage, GuidePage


def build(home: HomePage, contact: Contact) -> None:
    """Make it if it is missing and the guides have their list."""
    guides, text = GuideIndexPage.objects.child_of(home).first(), for_managers.ORDERING
    if guides is None or Page.objects.child_of(guides).filter(slug=text.slug).exists():
        return
    page = GuidePage(slug=text.slug, title=text.title, intro=text.intro, minutes=text.minutes, live=False)
    page.contact = contact
    page.audiences = [page.audiences.model(group=ORDERING_MANAGER.code)]
    guides.add_child(instance=page)
    streams.fill(page, text, {})
    page.full_clean()
    page.save_revision().publish()
