"""That something has changed which pages show."""

from django.db import models
from django.db.models.functions import Now


class PageChange(models.Model):
    """A row for each change: to add one needs no lock, so that two editors never wait for each other.

    How many there are, with the latest key, stands for how everything is: of two at once the later may be seen first.
    """

    at = models.DateTimeField(db_default=Now())

    wagtail_reference_index_ignore = True  # it refers to nothing

    class Meta:
        default_permissions = ()
