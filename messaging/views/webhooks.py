"""What the SMS gateways call.

Every answer is empty: 46elks sends the body of an answer on as an SMS. Everything is stored and acted on later, so the
gateway never waits; what cannot be read is answered 400, never with an error of ours that it would repeat for hours.
"""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from messaging import delivery, gateways, receipts
from messaging import inbound as incoming
from messaging.gateways import Gateway
from messaging.models import Receipt

PROVIDER_ID_LENGTH = 80


def from_gateway(act: Callable[[Gateway, HttpRequest], None]) -> Callable[..., HttpResponse]:
    """A view for calls from a gateway by the name in the address, if it can show that it is the one."""

    @csrf_exempt  # a gateway's call has no cookie; it shows a secret or a signature
    @require_POST
    @wraps(act)
    def view(request: HttpRequest, gateway: str) -> HttpResponse:
        try:
            caller = gateways.get(gateway)
        except gateways.UnknownGateway:
            return HttpResponse(status=404)
        if not caller.authentic(request):
            return HttpResponse(status=403)
        try:
            act(caller, request)
        except gateways.Unreadable:
            return HttpResponse(status=400)
        return HttpResponse(status=204)

    return view


@from_gateway
def inbound(gateway: Gateway, request: HttpRequest) -> None:
    """Somebody sent us an SMS."""
    sms = gateway.parse_inbound(request)
    incoming.receive(
        gateway=gateway.name,
        provider_id=_known_by(sms.provider_id),
        sender=sms.sender,
        body=sms.body,
        at=timezone.now(),
    )


@from_gateway
def receipt(gateway: Gateway, request: HttpRequest) -> None:
    """What became of an SMS of ours."""
    report = gateway.parse_receipt(request)
    if report is None:
        return
    if report.status not in Receipt.Status:
        raise gateways.Unreadable
    provider_id, now = _known_by(report.provider_id), timezone.now()
    receipts.receipt(gateway.name, provider_id, report.status, now)
    delivery.adopt(report.reference, gateway.name, provider_id, at=now)


def _known_by(provider_id: str) -> str:
    if not provider_id.isprintable() or len(provider_id) > PROVIDER_ID_LENGTH:
        raise gateways.Unreadable
    return provider_id
