"""Where the work is, what it is called, and why somebody is needed. All of it is invented."""

from decimal import Decimal

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

WORK_CLOTHES = "Arbetskläder finns på plats. Ta med inneskor."
OUTDOORS = "Kläder efter väder, ni är ute mycket. Inneskor."

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
# Where it lies (an invented town has no map: these are in the forest near the Arctic Circle, among the villages of
# `wished`, most a few kilometres from them), what to wear, and the way in, which only the one who is booked is shown.
ON_SITE = {
    "Hemtjänst Centrum": ("66.90240", "19.82310", WORK_CLOTHES, "Kod till dörren: 2468. Nycklar kvitteras på plan 2."),
    "Hemtjänst Norr": ("66.98520", "19.80550", WORK_CLOTHES, "Kod till dörren: 1357. Bilnycklarna hänger i köket."),
    "Nattpatrullen": ("66.90250", "19.82330", WORK_CLOTHES, "Kod efter klockan 20: 9753. Nyckelskåp till höger."),
    "Solgården": ("66.89480", "19.84120", WORK_CLOTHES, "Kod till huvudentrén: 4567. Tagg får du av gruppledaren."),
    "Björkgården": ("66.85830", "19.81870", WORK_CLOTHES, "Kod till hissen: 8642. Medicinnyckel hos sjuksköterskan."),
    "Förskolan Kastanjen": ("66.90810", "19.84460", OUTDOORS, "Personalentrén på baksidan. Kod: 3141."),
    "Förskolan Tallbacken": ("66.91550", "19.79980", OUTDOORS, "Ring på dörren. Nyckel till förrådet får du där."),
    "Västra skolan": ("66.89990", "19.79120", "", ""),
    "Gläntan": ("66.78410", "20.03230", "Egna bekväma kläder och inneskor.", "Kod till dörren: 7721."),
    "Ängsvägen": ("66.87320", "19.94040", "Egna bekväma kläder och inneskor.", "Nyckelbox vid dörren, kod 5588."),
}
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
INTRODUCTION = "Introduktion"


def build(world: World) -> None:
    """Make the places and the words."""
    for area, name, address, phone, directions in WORKPLACES:
        if area not in world.areas:
            world.areas[area] = Area.objects.create(name=area)
        latitude, longitude, clothes, way_in = ON_SITE[name]
        world.workplaces[name] = Workplace.objects.create(
            area=world.areas[area],
            name=name,
            address=f"{address}, Älvsunda",
            phone=phone,
            directions=directions,
            latitude=Decimal(latitude),
            longitude=Decimal(longitude),
            clothes=clothes,
            way_in=way_in,
        )
    world.occupations = {name: Occupation.objects.create(name=name) for name in OCCUPATIONS}
    world.competences = {name: Competence.objects.create(name=name) for name in COMPETENCES}
    world.reasons = {name: OrderReason.objects.create(name=name, legal_kind=kind) for name, kind in REASONS.items()}
    OrderReason.objects.create(name=INTRODUCTION, legal_kind=_EXTRA, introduces=True)
