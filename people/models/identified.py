"""The key that every domain row has: one that nobody can guess the next of."""

import uuid

from django.db import models


class Identified(models.Model):
    """A row known by a UUID, so that an address tells nothing and a guess finds nothing."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    class Meta:
        abstract = True
