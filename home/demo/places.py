"""Where the work is, what it is called, and why somebody is needed. All of it is invented."""

from booking.models import OrderReason
from home.demo.cast import (
    AIDE,
    CHILD,
    DELEGATION,
    ELDERLY,
    HOME_CARE,
    LICENCE,
    LIFTING,
    LSS,
    NURSE,
    PUPIL,
    SCHOOL,
    SUPPORT,
)
from home.demo.world import World
from people.models import Area, Competence, Occupation, Workplace

# Area, workplace, street address, phone, and what one needs to know to find it.
WORKPLACES = (
    (HOME_CARE, "Hemtjänst Centrum", "Storgatan 14", "0980-319 241", "Ingång från gården. Samling på plan 2."),
    (HOME_CARE, "Hemtjänst Norr", "Norrleden 3", "0980-319 242", "Röda huset vid busshållplatsen."),
    (HOME_CARE, "Nattpatrullen", "Storgatan 14", "0980-319 243", "Ring på klockan efter kl. 20."),
    (ELDERLY, "Solgården", "Solvägen 8", "0980-319 245", "Gå in genom huvudentrén. Personalrum till vänster."),
    (ELDERLY, "Björkgården", "Björkvägen 4", "0980-319 246", "Avdelning Lönnen ligger en trappa upp."),
    (SCHOOL, "Förskolan Kastanjen", "Kastanjevägen 11", "0980-319 247", "Grinden öppnas med knappen högst upp."),
    (SCHOOL, "Förskolan Tallbacken", "Tallbacken 2", "0980-319 248", "Parkera vid ishallen."),
    (SCHOOL, "Västra skolan", "Skolgatan 21", "0980-319 249", "Anmäl dig i receptionen."),
    (LSS, "Gläntan", "Ängsstigen 5", "0980-319 250", "Gruppbostad i markplan, dörren närmast vägen."),
    (LSS, "Ängsvägen", "Ängsvägen 17", "0980-319 251", "Gruppbostad. Buss 3 stannar utanför."),
)
OCCUPATIONS = (NURSE, AIDE, CHILD, SUPPORT, PUPIL)
COMPETENCES = (DELEGATION, LICENCE, LIFTING)

_STANDS_IN, _EXTRA = OrderReason.LegalKind.SUBSTITUTE, OrderReason.LegalKind.FIXED_TERM
REASONS = {
    "Sjuk": _STANDS_IN,
    "Vård av barn": _STANDS_IN,
    "Utbildning": _STANDS_IN,
    "Semester": _STANDS_IN,
    "Föräldraledighet": _STANDS_IN,
    "Extra behov": _EXTRA,
    "Tjänsten är inte tillsatt": _EXTRA,
}


def build(world: World) -> None:
    """Make the places and the words."""
    for area, name, address, phone, directions in WORKPLACES:
        if area not in world.areas:
            world.areas[area] = Area.objects.create(name=area)
        world.workplaces[name] = Workplace.objects.create(
            area=world.areas[area], name=name, address=f"{address}, Älvsunda", phone=phone, directions=directions
        )
    world.occupations = {name: Occupation.objects.create(name=name) for name in OCCUPATIONS}
    world.competences = {name: Competence.objects.create(name=name) for name in COMPETENCES}
    world.reasons = {name: OrderReason.objects.create(name=name, legal_kind=kind) for name, kind in REASONS.items()}
