"""The pages, whom to contact, and the pictures and files."""

from portal.pages.models.accessibility import AccessibilityStatementPage
from portal.pages.models.contact import Contact
from portal.pages.models.contact_page import ContactPage
from portal.pages.models.faq import FAQPage
from portal.pages.models.guide import GuideIndexPage, GuidePage
from portal.pages.models.media import PortalDocument, PortalImage, PortalRendition
from portal.pages.models.news import NewsIndexPage, NewsPage
from portal.pages.models.page import PortalPage
from portal.pages.models.payday import Payday
from portal.pages.models.payday_page import PaydayPage
from portal.pages.models.privacy import PrivacyPage
from portal.pages.models.standard import StandardPage

__all__ = [
    "AccessibilityStatementPage",
    "Contact",
    "ContactPage",
    "FAQPage",
    "GuideIndexPage",
    "GuidePage",
    "NewsIndexPage",
    "NewsPage",
    "Payday",
    "PaydayPage",
    "PortalDocument",
    "PortalImage",
    "PortalPage",
    "PortalRendition",
    "PrivacyPage",
    "StandardPage",
]
