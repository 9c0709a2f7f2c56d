"""What an operation refused, told by the form that asked."""

from django.forms import Form

from people.operations.refusals import Refused


def tell(form: Form, refused: Refused) -> None:
    """Each reason at its field, or above them all if there is none of that name."""
    for field, reason in refused.reasons.items():
        form.add_error(field if field in form.fields else None, reason)
