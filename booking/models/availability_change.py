"""The last words on her time, for as long as she may take them back."""

from django.db import models
from django.db.models import F, Q

from people.models import Substitute
from people.models.identified import Identified


class AvailabilityChange(Identified):
    """What a span said before a change of hers and after it; what else has happened to it since cannot be undone."""

    substitute = models.ForeignKey(Substitute, models.CASCADE, related_name="+")
    starts = models.DateTimeField()
    ends = models.DateTimeField()
    before = models.JSONField(default=list)
    after = models.JSONField(default=list)
    made_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(name="a_change_is_of_some_time", condition=Q(ends__gt=F("starts")))]
        indexes = [models.Index(fields=["made_at"], name="availability_change_made")]

    def __str__(self) -> str:
        return f"{self.substitute}: {self.made_at:%Y-%m-%d %H:%M:%S}"
