"""Links to pages, each in the language of the address that it stands on."""

from django import template
from django.conf import settings
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from wagtail.models import Page

from portal.pages import languages
from portal.pages.addresses import Addresses, shown

register = template.Library()


@register.simple_tag(takes_context=True)
def way(context: Context, page: Page) -> SafeString:
    """The attributes of a link to a page, as `href="/en/guides/" hreflang="en"` where its words are in Swedish."""
    known = shown() or Addresses(context.get("request"))
    there = known.led_to(page)
    href = format_html('href="{}"', known.url(page))
    if there is None or there.pk == page.pk:
        return href
    return format_html('{} hreflang="{}"', href, known.spoken)


@register.filter
def spoken(address: str) -> str:
    """A page's address in the language that is spoken now; it leads on where the page is translated."""
    return languages.turned(address, get_language() or settings.LANGUAGE_CODE)
