"""What search engines read of a page, in the words of schema.org. Pure: facts in, a plain value out."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from portal.pages.opening_hours import MIDNIGHT, Interval, Schedule
from portal.templatetags.phones import tel

Thing = dict[str, Any]

SCHEMA = "https://schema.org"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LAST_MINUTE = "23:59"
"""How the midnight that ends a day is written: 00:00 would be the one that begins it."""
CLOSED = "00:00"
"""Both when it opens and when it closes, of a day that is closed."""
HARMFUL = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}
"""With these a text could end the element that it stands in."""


def script(thing: Thing) -> SafeString:
    """The element of data that carries it. Browsers read nothing in it, so the content policy lets it be."""
    written = json.dumps({"@context": SCHEMA, **thing}, ensure_ascii=False).translate(HARMFUL)
    return mark_safe(f'<script type="application/ld+json">{written}</script>')  # noqa: S308 (no sign of HTML is left)


def crumbs(steps: Sequence[tuple[str, str]]) -> Thing:
    """The way from the start page: titles with whole addresses."""
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": address}
        for position, (name, address) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def answers(pairs: Iterable[tuple[str, str]]) -> Thing:
    """Questions and answers, in plain text."""
    return {
        "@type": "FAQPage",
        "mainEntity": [
            {"@type": "Question", "name": question, "acceptedAnswer": {"@type": "Answer", "text": answer}}
            for question, answer in pairs
        ],
    }


def office(said: Mapping[str, str], schedule: Schedule, *, of: str, today: date) -> Thing:
    """A unit that answers: its name, about, phone and email, its week, and the dates to come that are not as usual."""
    named = {"name": said["name"], "description": said["about"], "email": said["email"], "url": said["url"]}
    return {
        "@type": "GovernmentOffice",
        **{key: value for key, value in named.items() if value},
        **({"telephone": tel(said["phone"]).removeprefix("tel:")} if said["phone"] else {}),
        "parentOrganization": {"@type": "GovernmentOrganization", "name": of},
        "openingHoursSpecification": _week(schedule),
        "specialOpeningHoursSpecification": [
            entry for day in sorted(schedule.exceptions) if day >= today for entry in _date(day, schedule.on(day))
        ],
    }


def _week(schedule: Schedule) -> list[Thing]:
    """A row for each span, with the days that have it."""
    days: dict[Interval, list[str]] = {}
    for weekday in sorted(schedule.weekly):
        for interval in schedule.weekly[weekday]:
            days.setdefault(interval, []).append(f"{SCHEMA}/{DAYS[weekday]}")
    return [_span(interval, dayOfWeek=named) for interval, named in days.items()]


def _date(day: date, intervals: Sequence[Interval]) -> list[Thing]:
    dates = {"validFrom": day.isoformat(), "validThrough": day.isoformat()}
    if not intervals:
        return [{"@type": "OpeningHoursSpecification", "opens": CLOSED, "closes": CLOSED, **dates}]
    return [_span(interval, **dates) for interval in intervals]


def _span(interval: Interval, **when: object) -> Thing:
    closes = LAST_MINUTE if interval.closes == MIDNIGHT else _clock(interval.closes)
    return {"@type": "OpeningHoursSpecification", "opens": _clock(interval.opens), "closes": closes, **when}


def _clock(moment: time) -> str:
    return f"{moment:%H:%M}"


@dataclass(frozen=True, slots=True)
class Job:
    """What an advert says. `last_day` is the last on which one may apply; `kinds` are schema.org's, as TEMPORARY."""

    title: str
    text: str
    posted: date
    last_day: date
    employer: str
    place: str
    address: str
    kinds: Sequence[str] = ("PART_TIME", "TEMPORARY")
    country: str = "SE"


def job(advert: Job) -> Thing:
    """An advert for a job."""
    return {
        "@type": "JobPosting",
        "title": advert.title,
        "description": advert.text,
        "datePosted": advert.posted.isoformat(),
        "validThrough": f"{advert.last_day.isoformat()}T{LAST_MINUTE}",
        "employmentType": list(advert.kinds),
        "hiringOrganization": {"@type": "GovernmentOrganization", "name": advert.employer},
        "jobLocation": {
            "@type": "Place",
            "address": {
                "@type": "PostalAddress",
                "addressLocality": advert.place,
                "addressCountry": advert.country,
            },
        },
        "url": advert.address,
    }
