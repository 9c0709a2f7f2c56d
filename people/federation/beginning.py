"""Where a sign-in by an identity provider begins, and what it is for."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.http import urlencode

AGAIN, HERSELF = "reauthenticate", "herself"
"""What the process is called when somebody who is in proves that it is she; and in the state kept meanwhile, her id."""


def beginning(provider_id: str, **query: str) -> str:
    """The address; `next` is where she goes on to, `process` is `AGAIN` if only she will do."""
    address = reverse("federated_sign_in", args=[provider_id])
    return f"{address}?{urlencode(query)}" if query else address


def kept(request: HttpRequest, process: str) -> dict[str, str]:
    """What is kept of it until the answer comes: whom it must be about, if it is of one who is signed in."""
    return {HERSELF: str(request.user.pk)} if process == AGAIN and request.user.is_authenticated else {}


def tag(subject: str) -> str:
    """Stands in the session for who she is to the provider, which may be her personnummer."""
    return salted_hmac("people.federation:subject", subject, algorithm="sha256").hexdigest()
