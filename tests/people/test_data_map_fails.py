"""A model that nobody has put in the data map is seen: the test that asks for it can fail."""

from django.db import models
from django.test.utils import isolate_apps

from people import data_map
from people.models import User
from tests.people import test_data_map


@isolate_apps("people")
def test_a_new_table_that_is_not_in_the_map_fails_the_build(monkeypatch):
    class Diary(models.Model):
        """Something that somebody made and did not think of."""

        person = models.ForeignKey(User, models.CASCADE)

        class Meta:
            app_label = "people"

    monkeypatch.setattr(Diary, "__module__", "people.models.diary")
    monkeypatch.setattr(test_data_map, "models", lambda: [User, Diary])

    assert data_map.of(Diary) is None
    for guard in (
        test_data_map.test_every_model_of_ours_is_in_the_map,
        test_data_map.test_so_is_every_other_that_leads_to_a_person,
    ):
        assert fails(guard)


def fails(guard) -> bool:
    try:
        guard()
    except AssertionError:
        return True
    return False
