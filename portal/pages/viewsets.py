"""What editors keep at the desk beside the pages: contacts, keywords, other systems, banners, paydays."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet

from portal.pages.models import Banner, Contact, Keyword, Payday, SystemShortcut


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


class SystemShortcutViewSet(SnippetViewSet):
    """The other systems, with an entry of their own in the menu."""

    model = SystemShortcut
    icon = "globe"
    menu_label = _("Genvägar till system")
    menu_order = 151
    add_to_admin_menu = True
    list_display = ["name", "about", "status", "status_until"]
    ordering = ["position", "name"]
    copy_view_enabled = False


class BannerViewSet(SnippetViewSet):
    """What stands above the pages for a while, with an entry of its own in the menu."""

    model = Banner
    icon = "warning"
    menu_label = _("Banderoller")
    menu_order = 152
    add_to_admin_menu = True
    list_display = ["heading", "kind", "shows_from", "shows_until"]
    ordering = ["-shows_from"]
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


class PaydayViewSet(SnippetViewSet):
    """The paydays, a row for each month of work."""

    model = Payday
    icon = "calendar-alt"
    menu_label = _("Lönedagar")
    menu_order = 161
    add_to_admin_menu = True
    list_display = ["__str__", "hand_in_by", "payday", "note"]
    ordering = ["-payday"]
    copy_view_enabled = False
