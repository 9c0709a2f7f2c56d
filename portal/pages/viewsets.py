"""The contacts and the paydays at the desk."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet

from portal.pages.models import Contact, Payday


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


class PaydayViewSet(SnippetViewSet):
    """The paydays, a row for each month of work."""

    model = Payday
    icon = "calendar-alt"
    menu_label = _("Lönedagar")
    menu_order = 160
    add_to_admin_menu = True
    list_display = ["__str__", "hand_in_by", "payday", "note"]
    ordering = ["-payday"]
    copy_view_enabled = False
