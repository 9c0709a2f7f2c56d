"""The contacts and the keywords at the desk."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet

from portal.pages.models import Contact, Keyword


class ContactViewSet(SnippetViewSet):
    """Units, their hours and their people, with an entry of their own in the menu."""

    model = Contact
    icon = "mail"
    menu_label = _("Kontakter")
    menu_order = 150
    add_to_admin_menu = True
    list_display = ["name", "about", "phone"]
    ordering = ["position", "name"]
    copy_view_enabled = False


class KeywordViewSet(SnippetViewSet):
    """Words that mean the same, and the pages that answer them best."""

    model = Keyword
    icon = "search"
    menu_label = _("Sökord")
    menu_order = 160
    add_to_admin_menu = True
    list_display = ["words"]
    ordering = ["words"]
    copy_view_enabled = False
