"""Nothing is kept of anybody that the data map does not say."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db.models import Model

from people import data_map
from people.data_map import BY_DECISION, Fate, Kept, Whose
from people.models import LookedAt, OwnCopy, PhoneChange, Substitute, SubstituteNote, User
from people.operations import erasure
from portal.pages.in_force import retention
from tests.cast import NOW
from tests.factories.booking import AvailabilityFactory
from tests.factories.standing import AbsenceFactory, BlockFactory, FavouriteFactory

OURS = ("home", "portal", "intyg", "payroll", "scheduling", "booking", "messaging", "people")
PERSONS = (User, Substitute)


def models() -> list[type[Model]]:
    return [model for model in apps.get_models() if not model._meta.proxy]


def is_ours(model: type[Model]) -> bool:
    return model.__module__.split(".")[0] in OURS


def knows_persons(model: type[Model]) -> bool:
    return any(field.related_model in PERSONS for field in model._meta.concrete_fields)


def test_every_model_of_ours_is_in_the_map():
    assert [model._meta.label for model in models() if is_ours(model) and data_map.of(model) is None] == []


def test_so_is_every_other_that_leads_to_a_person():
    assert [model._meta.label for model in models() if knows_persons(model) and data_map.of(model) is None] == []


def test_what_leads_to_a_substitute_is_not_said_to_be_about_nobody():
    hers = [model for model in models() if is_ours(model) and knows_persons(model)]

    assert [model._meta.label for model in hers if data_map.of(model).whose is Whose.NOBODY] == []


@pytest.mark.parametrize("known", data_map.declared().values(), ids=[m._meta.label for m in data_map.declared()])
def test_whatever_is_about_somebody_goes_some_time(known):
    if known.whose is Whose.NOBODY:
        assert (known.fate, known.hers) == (Fate.STAYS, ())
    else:
        assert known.kept in {*BY_DECISION, Kept.ITSELF, Kept.ACCOUNT, Kept.SETTING}
        assert str(known.what)


@pytest.mark.parametrize("model", data_map.exported(), ids=lambda model: model._meta.label)
def test_her_rows_are_found_and_no_key_or_other_person_is_in_their_columns(model, db):
    somebody = User.objects.create_user("anna", phone="+46701740605", email="anna@alvsunda.example")
    columns = {field.name for field in data_map.fields_of(model)}

    assert data_map.rows_of(model, somebody).count() == (1 if model is User else 0)
    assert not columns & {"password", "code_hash", "p256dh", "auth", "endpoint", "session_key"}
    assert not {field.name for field in data_map.fields_of(model) if field.related_model in PERSONS}
    assert columns


def test_what_a_field_leaves_out_is_a_field():
    wrong = {
        model._meta.label: missing
        for model, known in data_map.declared().items()
        if is_ours(model) and (missing := known.unsaid - {field.name for field in model._meta.get_fields()})
    }

    assert wrong == {}


def test_all_that_goes_by_itself_is_told_on_the_page():
    assert any(known.kept is Kept.ITSELF for known in data_map.declared().values())
    assert len(retention.BY_ITSELF) >= 9


def test_what_is_said_to_go_with_her_is_gone_when_she_is_erased(town, owner):
    her = town.substitute()
    for factory in (AbsenceFactory, BlockFactory, FavouriteFactory):
        factory(substitute=her)
    AvailabilityFactory(substitute=her, starts=NOW, ends=NOW + timedelta(hours=8))
    LookedAt.objects.create(user=town.planner, person=her.user, at=NOW, page="inspect")
    OwnCopy.objects.create(user=her.user, ordered_at=NOW)
    PhoneChange.objects.create(user=her.user, number="+46701740621", code_hash="x", sent_at=NOW)
    SubstituteNote.objects.create(
        substitute=her, area=town.area, text="x", written_by=town.planner, written_at=NOW
    )  # fmt: skip

    erasure.erase(her, by=owner, at=NOW)

    going = [model for model, known in data_map.declared().items() if known.fate is Fate.GOES and known.hers]
    user = User.objects.get(pk=her.user_id)
    assert len(going) > 15
    assert [model._meta.label for model in going if data_map.rows_of(model, user).exists()] == []
