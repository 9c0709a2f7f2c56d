"""Assistants and their runs, as rows."""

from datetime import UTC, datetime

import factory
from factory.django import DjangoModelFactory

from booking.models import AssistantProfile, AssistantRun
from tests.factories.people import UserFactory


class AssistantProfileFactory(DjangoModelFactory[AssistantProfile]):
    """One that is on and books; `areas=[…]` is where."""

    class Meta:
        model = AssistantProfile
        skip_postgeneration_save = True

    name = "Nattens assistent"
    mode = AssistantProfile.Mode.BOOK
    is_on = True
    changed_at = datetime(2026, 5, 1, 6, tzinfo=UTC)
    changed_by = factory.SubFactory(UserFactory)

    @factory.post_generation
    def areas(self, create, extracted, **kwargs):
        self.areas.set(extracted or [])


class AssistantRunFactory(DjangoModelFactory[AssistantRun]):
    class Meta:
        model = AssistantRun

    profile = factory.SubFactory(AssistantProfileFactory)
    why = AssistantRun.Why.SCHEDULE
    mode = factory.LazyAttribute(lambda run: run.profile.mode)
    command = factory.Sequence(lambda n: f"run {n}")
    started_at = datetime(2026, 5, 12, 3, 50, tzinfo=UTC)
    heard_at = factory.LazyAttribute(lambda run: run.started_at)
