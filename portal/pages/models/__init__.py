"""The pages, whom to contact, and the pictures and files."""

from portal.pages.audiences import Audience
from portal.pages.models.accessibility import AccessibilityStatementPage
from portal.pages.models.answer import PageAnswer
from portal.pages.models.banner import Banner
from portal.pages.models.care import OutsideLink, PageReview
from portal.pages.models.change import PageChange
from portal.pages.models.contact import Contact
from portal.pages.models.contact_page import ContactPage
from portal.pages.models.course import CoursePage, CourseTick
from portal.pages.models.faq import FAQPage
from portal.pages.models.feedback import Feedback, FeedbackPage
from portal.pages.models.guide import GuideIndexPage, GuidePage
from portal.pages.models.job_advert import JobAdvertIndexPage, JobAdvertPage
from portal.pages.models.keyword import BestHit, Keyword
from portal.pages.models.media import PortalDocument, PortalImage, PortalRendition
from portal.pages.models.news import NewsIndexPage, NewsPage
from portal.pages.models.page import PortalPage
from portal.pages.models.passage import Passage, Word
from portal.pages.models.payday import Payday
from portal.pages.models.payday_page import PaydayPage
from portal.pages.models.privacy import PrivacyPage
from portal.pages.models.section import SectionPage
from portal.pages.models.standard import StandardPage
from portal.pages.models.system_shortcut import SystemShortcut
from portal.pages.models.workplace import WorkplaceIndexPage, WorkplacePage

__all__ = [
    "AccessibilityStatementPage",
    "Audience",
    "Banner",
    "BestHit",
    "Contact",
    "ContactPage",
    "CoursePage",
    "CourseTick",
    "FAQPage",
    "Feedback",
    "FeedbackPage",
    "GuideIndexPage",
    "GuidePage",
    "JobAdvertIndexPage",
    "JobAdvertPage",
    "Keyword",
    "NewsIndexPage",
    "NewsPage",
    "OutsideLink",
    "PageAnswer",
    "PageChange",
    "PageReview",
    "Passage",
    "Payday",
    "PaydayPage",
    "PortalDocument",
    "PortalImage",
    "PortalPage",
    "PortalRendition",
    "PrivacyPage",
    "SectionPage",
    "StandardPage",
    "SystemShortcut",
    "Word",
    "WorkplaceIndexPage",
    "WorkplacePage",
]
