"""A field with everything that belongs to it, and the list of what is wrong in a form."""

from django import template
from django.forms import BaseForm, BoundField, CheckboxInput, CheckboxSelectMultiple, RadioSelect, Select
from django.utils.safestring import SafeString

register = template.Library()


@register.inclusion_tag("components/field.html")
def field(bound: BoundField, *, label: str = "", hint: str | None = "", size: str = "") -> dict[str, object]:
    """Label, hint, what is wrong, and the control, tied together for those who listen to the page.

    `hint=None` leaves out the help text of a form that is not ours.
    """
    if hint is None:
        bound.help_text = ""
    return {
        "field": bound,
        "label": label or bound.label,
        "hint": hint or bound.help_text,
        "hint_id": f"{bound.auto_id}_helptext",
        "error_id": f"{bound.auto_id}_error",
        "layout": layout(bound),
        "optional": is_worth_calling_optional(bound),
        "control": control(bound, hint=hint or "", size=size),
    }


def layout(bound: BoundField) -> str:
    """Which of the three ways of showing a control fits the field's widget."""
    widget = bound.field.widget
    if isinstance(widget, RadioSelect | CheckboxSelectMultiple):
        return "choices"
    return "check" if isinstance(widget, CheckboxInput) else "control"


def is_worth_calling_optional(bound: BoundField) -> bool:
    """Where nothing must be filled in, as in a filter, the word says nothing."""
    return not bound.field.required and any(field.required for field in bound.form.fields.values())


def control(bound: BoundField, *, hint: str, size: str) -> SafeString:
    widget = bound.field.widget
    looks = "select" if isinstance(widget, Select) else "input"
    classes = [str(widget.attrs.get("class", "")), looks, f"{looks}--{size}" if size else ""]
    attrs: dict[str, str | bool] = {"placeholder": False}  # it is gone when it is needed; a hint stays
    if layout(bound) == "control":
        attrs["class"] = " ".join(filter(None, classes))
    if hint and not bound.help_text:
        attrs["aria-describedby"] = " ".join(filter(None, [f"{bound.auto_id}_helptext", bound.aria_describedby]))
    return bound.as_widget(attrs=attrs)


@register.inclusion_tag("components/form-errors.html")
def form_errors(form: BaseForm, **labels: str) -> dict[str, object]:
    """What stops the form, with a link to each field.

    A form that is not ours is told here what its fields are called, so that the list says the same as the fields.
    """
    for name in labels.keys() & form.fields.keys():
        form[name].label = labels[name]
    faulty = [(bound, first_control(bound)) for bound in form if bound.errors]
    return {"form": form, "faulty": faulty}


def first_control(bound: BoundField) -> str:
    return f"{bound.auto_id}_0" if layout(bound) == "choices" else bound.id_for_label
