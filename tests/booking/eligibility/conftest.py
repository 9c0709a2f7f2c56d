"""How a case, and a verdict, are asked for in these tests."""

import pytest

from booking import eligibility
from booking.models import Order
from booking.rules import Channel
from people.models import Substitute


@pytest.fixture
def case(db):
    """`case(order, substitute)`: what the rules are given, read afresh."""

    def of(order, substitute, channel=Channel.PLANNER, **kwargs):
        order, substitute = Order.objects.get(pk=order.pk), Substitute.objects.get(pk=substitute.pk)
        return eligibility.of_one(order, substitute, channel=channel, **kwargs).case

    return of


@pytest.fixture
def obstacles(db):
    """`obstacles(order, substitute)`: the codes of what stands in the way; notices do not."""

    def of(order, substitute, channel=Channel.PLANNER):
        order, substitute = Order.objects.get(pk=order.pk), Substitute.objects.get(pk=substitute.pk)
        verdict = eligibility.of_one(order, substitute, channel=channel)
        return {breach.code for breach in verdict.breaches} - {breach.code for breach in verdict.notices}

    return of
