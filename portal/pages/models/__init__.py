"""The pages, whom to contact, and the pictures and files."""

from portal.pages.models.contact import Contact
from portal.pages.models.contact_page import ContactPage
from portal.pages.models.course import CoursePage, CourseTick
from portal.pages.models.faq import FAQPage
from portal.pages.models.guide import GuideIndexPage, GuidePage
from portal.pages.models.media import PortalDocument, PortalImage, PortalRendition
from portal.pages.models.news import NewsIndexPage, NewsPage
from portal.pages.models.page import PortalPage
from portal.pages.models.standard import StandardPage
from portal.pages.models.workplace import WorkplaceIndexPage, WorkplacePage

__all__ = [
    "Contact",
    "ContactPage",
    "CoursePage",
    "CourseTick",
    "FAQPage",
    "GuideIndexPage",
    "GuidePage",
    "NewsIndexPage",
    "NewsPage",
    "PortalDocument",
    "PortalImage",
    "PortalPage",
    "PortalRendition",
    "StandardPage",
    "WorkplaceIndexPage",
    "WorkplacePage",
]
