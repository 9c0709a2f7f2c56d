from django.contrib.auth import get_user_model

from people.backends import WithSubstitute
from tests.factories.people import SubstituteFactory, UserFactory


def test_a_session_finds_the_user_and_the_substitute_she_is_in_one_question(db, django_assert_num_queries):
    substitute, planner = SubstituteFactory(), UserFactory()

    with django_assert_num_queries(2):
        assert WithSubstitute().get_user(substitute.user.pk).substitute == substitute
        assert not hasattr(WithSubstitute().get_user(planner.pk), "substitute")


def test_nobody_who_is_shut_out_is_found(db):
    user = UserFactory(is_active=False)

    assert WithSubstitute().get_user(user.pk) is None
    assert WithSubstitute().get_user(get_user_model().objects.count() + user.pk) is None
