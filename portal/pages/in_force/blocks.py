"""Blocks that say what holds when the page is shown. What they speak of may be gone: then they show nothing."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import IntegerBlock, StaticBlock, StructBlock, StructValue
from wagtail.snippets.blocks import SnippetChooserBlock

from portal.pages import cards
from portal.pages.in_force import jobs, passwords
from portal.pages.in_force.memo import once
from portal.pages.models.payday import Payday

Context = dict[str, Any]
MOST_PAYDAYS = 6


def moment(context: Mapping[str, Any] | None) -> datetime:
    """When the page is shown."""
    return (context or {}).get("now") or timezone.now()  # noqa: TID251 (a block shown alone has no page to ask)


class SpeakingBlock(StructBlock):
    """A block that asks when it is shown. `said` answers with what its template needs; none means that it is silent."""

    def said(self, value: StructValue, context: Mapping[str, Any] | None) -> Context | None:
        """What there is to show."""
        raise NotImplementedError

    def render(self, value: StructValue, context: Mapping[str, Any] | None = None) -> str:
        """The block, or nothing."""
        said = self.said(value, context)
        if said is None:
            return ""
        return render_to_string(self.meta.template, {**(context or {}), "self": value, "value": value, **said})


class PasswordRulesBlock(StaticBlock):
    """What a password must be."""

    def get_context(self, value: None, parent_context: Mapping[str, Any] | None = None) -> Context:
        """With the rules in force."""
        return {**super().get_context(value, parent_context), "rows": passwords.rows()}

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """Migrations need not know the difference to Wagtail's own."""
        _path, args, kwargs = super().deconstruct()
        return "wagtail.blocks.StaticBlock", args, kwargs

    class Meta:
        template = "pages/blocks/password_rules.html"
        icon = "key"
        label = _("Regler för lösenord")
        admin_text = _("Visar de regler som gäller just nu. De ändras i portalens inställningar.")


class ContactBlock(SpeakingBlock):
    """The card of a contact, with open or closed."""

    contact = SnippetChooserBlock(
        "pages.Contact", label=_("Kontakt"), help_text=_("Kontakten ändras under Kontakter i menyn.")
    )

    def said(self, value: StructValue, context: Mapping[str, Any] | None) -> Context | None:
        """With the card as it is now."""
        contact = value.get("contact")
        return {"card": cards.card(contact, at=moment(context))} if contact else None

    class Meta:
        template = "pages/blocks/contact.html"
        icon = "mail"
        label = _("Kontakt")
        label_format = "{contact}"


class OpeningHoursBlock(ContactBlock):
    """Only when they answer."""

    def said(self, value: StructValue, context: Mapping[str, Any] | None) -> Context | None:
        """Nothing where no hours are written."""
        said = super().said(value, context)
        return said if said and said["card"].rows else None

    class Meta:
        template = "pages/blocks/opening_hours.html"
        icon = "time"
        label = _("Öppettider")
        label_format = "{contact}"


class PaydaysBlock(SpeakingBlock):
    """The next paydays."""

    count = IntegerBlock(
        default=1,
        min_value=1,
        max_value=MOST_PAYDAYS,
        label=_("Hur många"),
        help_text=_("Lönedagarna ändras under Lönedagar."),
    )

    def said(self, value: StructValue, context: Mapping[str, Any] | None) -> Context | None:
        """The nearest first; that there is none yet is told too, as the page may have a heading for them."""
        now = moment(context)
        today = timezone.localtime(now).date()
        coming = once(context, "paydays", lambda: list(Payday.objects.coming(today=today)[:MOST_PAYDAYS]))
        return {"paydays": coming[: value["count"] or 1], "today": today, "now": now}

    class Meta:
        template = "pages/blocks/paydays.html"
        icon = "calendar-alt"
        label = _("Nästa löning")
        label_format = "{count}"


class JobsBlock(SpeakingBlock):
    """How many jobs there are, and the first of them."""

    listed = IntegerBlock(
        default=3,
        min_value=0,
        max_value=jobs.AT_MOST,
        label=_("Hur många visas"),
        help_text=_("0 visar bara antalet. En inloggad vikarie ser de pass som hon kan ta."),
    )

    def said(self, value: StructValue, context: Mapping[str, Any] | None) -> Context | None:
        """A visitor's, or a substitute's own."""
        shown = jobs.shown(context, now=moment(context))
        return {"jobs": shown, "orders": shown.orders[: value["listed"] or 0]}

    class Meta:
        template = "pages/blocks/jobs.html"
        icon = "search"
        label = _("Lediga jobb")
