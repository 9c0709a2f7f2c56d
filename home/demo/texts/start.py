"""The start page, the sections, and whom to call."""

from datetime import time
from typing import Any

TITLE = "Jobba när du kan"
INTRO = "Lägg in dina tider. Svara på förfrågningar. Hitta lediga jobb. Allt finns här."

# Looks, title, text, and where it leads.
SHORTCUTS = (
    ("help fraga", "Svara på en förfrågan", "Ja eller Nej. Det tar några sekunder.", "/forfragningar/"),
    ("cal-plus ledig", "Lägg in tid du kan jobba", "Håll din kalender uppdaterad.", "/kalender/"),
    ("briefcase gran", "Se lediga jobb", "Hitta pass som passar dig.", "/lediga-jobb/"),
    ("temp lingon", "Sjuk eller vab?", "Ring arbetsplatsen först. Så här gör du.", "/guider/sjuk-eller-vab/"),
    ("doc ljung", "Beställ ett intyg", "Till exempel till a-kassan.", "/intyg/"),
    ("key grus", "Lösenord och mobilnummer", "Byt eller återställ.", "/guider/valj-ett-losenord/"),
)

# Slug, title and introduction.
GUIDES = ("guider", "Guider", "Steg för steg. De flesta tar ett par minuter.")
ANSWERS = ("fragor-och-svar", "Frågor och svar", "Tryck på en fråga för att se svaret.")
NEWS = ("nyheter", "Nyheter", "Det som är nytt för dig som vikarie.")
CONTACT = ("kontakt", "Kontakt", "Välj vad det gäller.")
CONTACT_ALERT = (
    "Sjuk i dag och har ett pass?",
    "Ring arbetsplatsen direkt. Numret finns i ditt pass och i ditt sms. Säg sedan till här i portalen.",
)


def _hours(first: str, last: str, opens: str, closes: str, lunch: tuple[str, str] | None = None) -> dict[str, Any]:
    lunch_from, lunch_until = (time.fromisoformat(part) for part in lunch) if lunch else (None, None)
    return {
        "first_day": first,
        "last_day": last,
        "opens": time.fromisoformat(opens),
        "closes": time.fromisoformat(closes),
        "lunch_from": lunch_from,
        "lunch_until": lunch_until,
    }


def _person(name: str, task: str, in_english: str, phone: str) -> dict[str, str]:
    return {"name": name, "task": task, "task_en": in_english, "phone": phone}


STAFFING = "Bemanningen"
CONTACTS: tuple[dict[str, Any], ...] = (
    {
        "name": STAFFING,
        "about": "Pass, bokningar och tillgänglighet",
        "name_en": "Staffing unit",
        "about_en": "Shifts, bookings and availability",
        "phone": "0980-319 210",
        "email": "bemanningen@alvsunda.example",
        "hours": [_hours("0", "4", "06:30", "16:00", ("11:30", "12:30")), _hours("5", "6", "06:30", "14:00")],
        "people": [
            _person("Karin Öberg", "Hemtjänst och särskilt boende", "Home care and residential care", "0980-319 211"),
            _person("Samir Haddad", "Förskola, skola och LSS", "Preschool, school and LSS", "0980-319 212"),
        ],
        "position": 1,
    },
    {
        "name": "It-hjälpen",
        "about": "Inloggning, lösenord och jobbmejl",
        "name_en": "IT help",
        "about_en": "Signing in, passwords and work email",
        "phone": "0980-319 220",
        "email": "it-hjalpen@alvsunda.example",
        "hours": [_hours("0", "6", "00:00", "00:00")],
        "position": 2,
    },
    {
        "name": "Lönecentrum",
        "about": "Lön, intyg och skatt",
        "name_en": "Payroll office",
        "about_en": "Pay, certificates and tax",
        "phone": "0980-319 260",
        "email": "lonecentrum@alvsunda.example",
        "hours": [_hours("0", "4", "08:00", "12:00")],
        "people": [_person("Gunilla Ström", "Intyg", "Certificates", "0980-319 261")],
        "position": 3,
    },
)
