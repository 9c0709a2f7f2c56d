"""How far it is from where somebody lives to where the work is, as the crow flies. It asks nothing of the database."""

from math import asin, cos, radians, sin, sqrt

from people.models import Locality, Workplace

EARTH_RADIUS = 6371.0088
"""Kilometres: the mean radius of the International Union of Geodesy and Geophysics."""


def between(locality: Locality | None, workplace: Workplace) -> float | None:
    """Kilometres along the great circle; nothing if either has no position."""
    if locality is None or workplace.latitude is None or workplace.longitude is None:
        return None
    south, west, north, east = (
        radians(degrees) for degrees in (locality.latitude, locality.longitude, workplace.latitude, workplace.longitude)
    )
    # The haversine formula: exact for places that are near each other too.
    half_chord = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin((east - west) / 2) ** 2
    return 2 * EARTH_RADIUS * asin(sqrt(min(1.0, half_chord)))
