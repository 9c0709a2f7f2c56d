"""People, places and papers for tests."""

from datetime import UTC, datetime

import factory
from factory.django import DjangoModelFactory

from people.models import (
    Agreement,
    Area,
    Competence,
    Occupation,
    RoleAssignment,
    Substitute,
    SubstituteCompetence,
    User,
    Workplace,
)

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
PASSWORD = "Tranbar-och-2-lingon"


class UserFactory(DjangoModelFactory[User]):
    """Somebody with an account, a phone and an address."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    first_name = factory.Iterator(["Amira", "Lars-Erik", "Birgitta", "Yonas", "Elin", "Fatima"])
    last_name = factory.Sequence(lambda n: f"Ek{n}")
    username = factory.Sequence(lambda n: f"ekam{n:04d}")
    email = factory.LazyAttribute(lambda user: f"{user.username}@alvsunda.example")
    phone = factory.Sequence(lambda n: f"+4670174{1000 + n % 9000}")
    password = factory.django.Password(PASSWORD)


class AreaFactory(DjangoModelFactory[Area]):
    class Meta:
        model = Area

    name = factory.Sequence(lambda n: f"Område {n}")


class WorkplaceFactory(DjangoModelFactory[Workplace]):
    class Meta:
        model = Workplace

    area = factory.SubFactory(AreaFactory)
    name = factory.Sequence(lambda n: f"Solgården {n}")
    address = "Storgatan 14"
    phone = "0980-319 245"


class OccupationFactory(DjangoModelFactory[Occupation]):
    class Meta:
        model = Occupation
        django_get_or_create = ("name",)

    name = "undersköterska"


class CompetenceFactory(DjangoModelFactory[Competence]):
    class Meta:
        model = Competence
        django_get_or_create = ("name",)

    name = "delegering läkemedel"


class SubstituteFactory(DjangoModelFactory[Substitute]):
    """A substitute without papers; give her an agreement with `AgreementFactory`."""

    class Meta:
        model = Substitute

    user = factory.SubFactory(UserFactory)
    employee_number = factory.Sequence(lambda n: f"V{n:06d}")


class AgreementFactory(DjangoModelFactory[Agreement]):
    """Until further notice, for a whole area unless a workplace is named."""

    class Meta:
        model = Agreement

    substitute = factory.SubFactory(SubstituteFactory)
    area = factory.SubFactory(AreaFactory)
    occupation = factory.SubFactory(OccupationFactory)
    starts = LONG_AGO


class SubstituteCompetenceFactory(DjangoModelFactory[SubstituteCompetence]):
    class Meta:
        model = SubstituteCompetence

    substitute = factory.SubFactory(SubstituteFactory)
    competence = factory.SubFactory(CompetenceFactory)
    starts = LONG_AGO


class RoleAssignmentFactory(DjangoModelFactory[RoleAssignment]):
    class Meta:
        model = RoleAssignment

    user = factory.SubFactory(UserFactory)
