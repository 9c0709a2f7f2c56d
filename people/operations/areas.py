"""Whose area a change belongs to, for the history that each sees of her own areas."""

import uuid

from people.models import Agreement, Area, Substitute, Workplace


def of_place(place: Area | Workplace) -> uuid.UUID:
    """The area itself, or the workplace's."""
    return place.pk if isinstance(place, Area) else place.area_id


def of_agreement(agreement: Agreement) -> uuid.UUID | None:
    """The area it counts in."""
    return agreement.workplace.area_id if agreement.workplace else agreement.area_id


def of_substitute(substitute: Substitute) -> uuid.UUID | None:
    """The one area where she has agreements; none when there are several."""
    hers = Agreement.objects.filter(substitute=substitute)
    through_workplaces = Workplace.objects.filter(agreements__in=hers).values_list("area", flat=True)
    areas = {*hers.exclude(area=None).values_list("area", flat=True), *through_workplaces}
    return areas.pop() if len(areas) == 1 else None
