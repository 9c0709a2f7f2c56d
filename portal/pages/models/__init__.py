"""The pages, whom to contact, and the pictures and files."""

from portal.pages.models.answer import PageAnswer
from portal.pages.models.change import PageChange
from portal.pages.models.contact import Contact
from portal.pages.models.contact_page import ContactPage
from portal.pages.models.faq import FAQPage
from portal.pages.models.feedback import Feedback, FeedbackPage
from portal.pages.models.guide import GuideIndexPage, GuidePage
from portal.pages.models.media import PortalDocument, PortalImage, PortalRendition
from portal.pages.models.news import NewsIndexPage, NewsPage
from portal.pages.models.page import PortalPage
from portal.pages.models.standard import StandardPage

__all__ = [
    "Contact",
    "ContactPage",
    "FAQPage",
    "Feedback",
    "FeedbackPage",
    "GuideIndexPage",
    "GuidePage",
    "NewsIndexPage",
    "NewsPage",
    "PageAnswer",
    "PageChange",
    "PortalDocument",
    "PortalImage",
    "PortalPage",
    "PortalRendition",
    "StandardPage",
]
