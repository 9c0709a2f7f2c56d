"""The pieces that editors build a page of. No block takes raw HTML."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    BooleanBlock,
    CharBlock,
    ChoiceBlock,
    ListBlock,
    RichTextBlock,
    StreamBlock,
    StructBlock,
    StructValue,
)
from wagtail.images.blocks import ImageBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from portal.pages.in_force import blocks as in_force
from portal.pages.in_force import policy_blocks
from portal.pages.links import LinkBlock

RICH_TEXT = ["bold", "link", "document-link", "ol", "ul", "code"]
SHORT_TEXT = ["bold", "link", "code"]
LONGEST_TEXT = 2_000
"""Letters of a text between two headings: what is longer wants a heading of its own."""
BY_ITSELF = _("Ändras av sig självt")


class TextBlock(RichTextBlock):
    """Running text: bold, links and lists, nothing that brings a look of its own."""

    def __init__(self, **kwargs: object) -> None:
        usual: dict[str, object] = {
            "help_text": _("Korta stycken med en sak i varje. Länka till det som finns på en annan sida.")
        }
        usual |= {"features": RICH_TEXT, "label": _("Text"), "max_length": LONGEST_TEXT}
        super().__init__(**{**usual, **kwargs})


class ButtonBlock(LinkBlock):
    """A link that stands out. Without a word there is no button."""

    label = CharBlock(required=False, max_length=30, label=_("Knappens text"), help_text=_("Börja med ett verb."))

    def needs_target(self, cleaned: StructValue) -> bool:
        """Only when there is a word on it."""
        return bool(cleaned.get("label"))

    class Meta:
        template = "pages/blocks/button.html"
        icon = "link"
        label = _("Knapp")


DESCRIBE = _("Skriv vad bilden visar, för den som inte ser. Markera den som dekorativ om den bara pryder.")


class PictureBlock(StructBlock):
    """A picture with its words."""

    image = ImageBlock(label=_("Bild"), help_text=DESCRIBE)
    caption = CharBlock(
        required=False, max_length=120, label=_("Bildtext"), help_text=_("Det som bilden inte själv säger.")
    )

    class Meta:
        template = "pages/blocks/picture.html"
        icon = "image"
        label = _("Bild")


class FactBlock(StructBlock):
    """A word and what it stands for."""

    term = CharBlock(max_length=60, label=_("Ord"), help_text=_("Till exempel Lön."))
    fact = CharBlock(max_length=160, label=_("Betyder"), help_text=_("Till exempel betalas ut den 27."))


class NoticeBlock(StructBlock):
    """Something not to miss."""

    kind = ChoiceBlock(
        choices=[("info", _("Bra att veta")), ("todo", _("Att göra")), ("error", _("Viktigt"))],
        default="info",
        label=_("Sort"),
    )
    heading = CharBlock(max_length=80, label=_("Rubrik"), help_text=_("Säg det viktiga redan här."))
    text = TextBlock(features=SHORT_TEXT, max_length=600, help_text=_("En eller två meningar."))

    class Meta:
        template = "pages/blocks/notice.html"
        icon = "info-circle"
        label = _("Ruta")


class BodyBlock(StreamBlock):
    """What a page's text is put together from."""

    heading = CharBlock(
        max_length=80,
        template="pages/blocks/heading.html",
        icon="h2",
        label=_("Rubrik"),
        help_text=_("Det läsaren letar efter, till exempel Jag får inget sms."),
    )
    text = TextBlock(icon="pilcrow")
    facts = ListBlock(
        FactBlock(), min_num=1, max_num=12, template="pages/blocks/facts.html", icon="list-ul", label=_("Fakta")
    )
    notice = NoticeBlock()
    picture = PictureBlock()
    button = ButtonBlock()
    systems = ListBlock(
        SnippetChooserBlock("pages.SystemShortcut"),
        min_num=1,
        max_num=8,
        template="pages/blocks/systems.html",
        icon="globe",
        label=_("Genvägar till system"),
    )
    jobs = in_force.JobsBlock(group=BY_ITSELF)
    contact = in_force.ContactBlock(group=BY_ITSELF)
    opening_hours = in_force.OpeningHoursBlock(group=BY_ITSELF)
    paydays = in_force.PaydaysBlock(group=BY_ITSELF)
    policy = policy_blocks.PolicyBlock(group=BY_ITSELF)
    answering_yes = policy_blocks.AnsweringYesBlock(group=BY_ITSELF)
    password_rules = in_force.PasswordRulesBlock(group=BY_ITSELF)


AS_ON_THE_SCREEN = _("Skriv som det står på skärmen.")


class PhoneBlock(StreamBlock):
    """A small drawn phone: what is on its screen, from above."""

    text = CharBlock(max_length=40, label=_("Text"), help_text=AS_ON_THE_SCREEN)
    box = CharBlock(max_length=30, label=_("Fält, med det som står i det"), help_text=AS_ON_THE_SCREEN)
    primary = CharBlock(max_length=30, label=_("Fylld knapp"), help_text=AS_ON_THE_SCREEN)
    secondary = CharBlock(max_length=30, label=_("Knapp"), help_text=AS_ON_THE_SCREEN)

    class Meta:
        max_num = 5
        required = False
        label = _("Skärmen")


class StepBlock(StructBlock):
    """One thing to do."""

    heading = CharBlock(max_length=80, label=_("Rubrik"), help_text=_("En sak att göra. Börja med ett verb."))
    text = TextBlock(label=_("Text"), help_text=_("Två eller tre korta meningar."))
    picture = ImageBlock(required=False, label=_("Bild"), help_text=DESCRIBE)
    screen = PhoneBlock()
    screen_in_words = CharBlock(
        required=False,
        max_length=200,
        label=_("Skärmen i ord"),
        help_text=_("Läses upp för den som inte ser. Till exempel: ett fält för koden och knappen Logga in."),
    )
    button = ButtonBlock(required=False, label=_("Knapp"))

    class Meta:
        template = "pages/blocks/step.html"
        icon = "list-ol"
        label = _("Steg")
        form_classname = "struct-block"


class AnswerBlock(StructBlock):
    """A question and its answer."""

    question = CharBlock(
        max_length=120, label=_("Fråga"), help_text=_("Med läsarens ord, till exempel När får jag lön?")
    )
    answer = TextBlock(label=_("Svar"), help_text=_("Svara i första meningen. Förklara sedan."))

    class Meta:
        icon = "help"
        label = _("Fråga och svar")


class CommonAnswerBlock(AnswerBlock):
    """One that may also stand on the start page."""

    on_start = BooleanBlock(required=False, label=_("Visa på startsidan"), help_text=_("Högst fyra visas där."))


class AnswerGroupBlock(StructBlock):
    """Answers about the same thing."""

    heading = CharBlock(max_length=60, label=_("Rubrik"), help_text=_("Det som frågorna har gemensamt."))
    answers = ListBlock(CommonAnswerBlock(), min_num=1, max_num=15, label=_("Frågor"))

    class Meta:
        template = "pages/blocks/answer_group.html"
        icon = "help"
        label = _("Grupp")
