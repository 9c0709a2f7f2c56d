"""Where substitutes stand with workplaces, and what is decided there, as rows."""

from datetime import UTC, date, datetime, timedelta

import factory
from factory.django import DjangoModelFactory

from booking.models import Absence, Policy
from people.models import Block, Favourite, Introduction, RecordsCheck, RecordsCheckKind, RuleProfile
from tests.factories.people import LONG_AGO, SubstituteFactory, UserFactory, WorkplaceFactory


class AbsenceFactory(DjangoModelFactory[Absence]):
    class Meta:
        model = Absence

    substitute = factory.SubFactory(SubstituteFactory)
    kind = Absence.Kind.UNTIL_SAID
    starts = datetime(2026, 5, 12, 22, tzinfo=UTC)
    ends = factory.LazyAttribute(lambda absence: absence.starts + timedelta(days=1))
    noted_by = factory.SubFactory(UserFactory)
    noted_at = LONG_AGO


class BlockFactory(DjangoModelFactory[Block]):
    class Meta:
        model = Block

    substitute = factory.SubFactory(SubstituteFactory)
    workplace = factory.SubFactory(WorkplaceFactory)
    asked_by = Block.AskedBy.WORKPLACE
    reason = "Enligt överenskommelse"
    made_by = factory.SubFactory(UserFactory)
    made_at = LONG_AGO


class FavouriteFactory(DjangoModelFactory[Favourite]):
    class Meta:
        model = Favourite

    substitute = factory.SubFactory(SubstituteFactory)
    workplace = factory.SubFactory(WorkplaceFactory)
    chosen_by = factory.SubFactory(UserFactory)
    chosen_at = LONG_AGO


class IntroductionFactory(DjangoModelFactory[Introduction]):
    class Meta:
        model = Introduction

    substitute = factory.SubFactory(SubstituteFactory)
    workplace = factory.SubFactory(WorkplaceFactory)
    given_on = date(2026, 1, 7)
    noted_by = factory.SubFactory(UserFactory)


class RecordsCheckFactory(DjangoModelFactory[RecordsCheck]):
    class Meta:
        model = RecordsCheck

    substitute = factory.SubFactory(SubstituteFactory)
    kind = RecordsCheckKind.HOME_CARE
    issued_on = date(2026, 1, 7)
    starts = LONG_AGO
    checked_by = factory.SubFactory(UserFactory)


class RuleProfileFactory(DjangoModelFactory[RuleProfile]):
    class Meta:
        model = RuleProfile

    name = factory.Sequence(lambda n: f"Profil {n}")


class PolicyFactory(DjangoModelFactory[Policy]):
    """Give it an area or a workplace."""

    class Meta:
        model = Policy
