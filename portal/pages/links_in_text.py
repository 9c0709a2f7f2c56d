"""Links to pages in running text."""

from django.utils.html import format_html
from wagtail.rich_text.pages import PageLinkHandler

from portal.pages.addresses import Addresses, shown


class LinkInText(PageLinkHandler):
    """Leads to the page. To a draft there is no way, and its address is not told."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        """The opening tag of each link. Wagtail asks two queries for each text."""
        known = shown() or Addresses()
        urls = [known.url(known.page(attrs.get("id"))) for attrs in attrs_list]
        return [format_html('<a href="{}">', url) if url else "<a>" for url in urls]
