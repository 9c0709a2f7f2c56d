"""Write docs/privacy.md from the data map: `python -m scripts.privacy`."""

import os
from collections.abc import Iterable
from pathlib import Path

import django
from django.utils import translation

FILE = Path(__file__).parents[1] / "docs" / "privacy.md"

HEAD = """# What is kept of whom

Written by `python -m scripts.privacy` from the data map: the `privacy.py` of each app (`people/data_map.py` says what
the words mean). Do not write here. What is in the cells is what the screen says, in Swedish.

A model of ours that is not in the map fails `tests/people/test_data_map.py`. *By decision* means: nothing takes it away
before the municipality has decided how long it is kept, under Gallring in the portal, with the number of the decision.
"""
EXPORT = """
In a person's own export is every row that is hers, without keys, and without the names of others.
No personnummer is kept but the one that payroll writes on a certificate.

## Why somebody is away

Of a substitute no field asks for it: an absence has days and no reason. Somebody may write it all the same, in an SMS
or in the note of a booking that has ended. It is copied nowhere but to the history, of the note, and goes when the
municipality has decided on *Meddelanden*, *Anteckningar* and *Händelser*, not before.

An order says why somebody is needed, by one of the municipality's own reasons ("Sjuk" may be one), and may say who is
replaced, in words of at most 80 signs. Together they say of an employee why she is away. Planners of the area and
those who order for the workplace read them, and find orders by the words. No substitute, message, history, file or
export has who is replaced; an order that is placed once more takes it along. It goes with *Anteckningar*, so long
after the shift as has been decided, and stays until something is; the reason stays on the order, of nobody then,
since it is counted and gives the form of employment. `tests/booking/test_no_reason_for_absence.py` shows it.
"""
COOKIES = """
## Cookies

No others are set (`tests/pages/test_no_tracking.py`), no page asks another host for anything, and nothing is measured.
At the desk Wagtail's scripts also keep in the browser how its panels stand (`localStorage`, names that begin with
`wagtail:`), which is of nobody and is sent nowhere (`tests/journeys/test_what_browsers_keep.py`).

| Name | What for | Days |
|---|---|---|
"""


def written() -> str:
    """The whole document."""
    from portal import cookies  # noqa: PLC0415 (the portal must be set up first)

    with translation.override("sv"):
        parts = [HEAD, *_tables(), EXPORT, COOKIES]
        parts += [f"| `{each.name}` | {each.what} | {each.days or 'session'} |\n" for each in cookies.all_of_ours()]
    return "".join(parts)


def _tables() -> Iterable[str]:
    from people import data_map  # noqa: PLC0415
    from people.data_map import Whose  # noqa: PLC0415

    rows = sorted(data_map.declared().items(), key=lambda each: each[0]._meta.label.lower())
    about = [(model, known) for model, known in rows if known.whose is not Whose.NOBODY]
    yield "\n| Table | What | Whose | What for | Ground | How long | When she is erased | Export |\n"
    yield "|---|---|---|---|---|---|---|---|\n"
    for model, known in about:
        long = f"{known.kept.label}{' (by decision)' if known.kept in data_map.BY_DECISION else ''}"
        told = (known.what, known.whose.label, known.purpose.label, known.ground.label, long, known.fate.label)
        hers = "yes" if known.hers or known.rows else ""
        yield f"| `{model._meta.label}` | {' | '.join(str(each) for each in told)} | {hers} |\n"
    of_nobody = ", ".join(f"`{model._meta.label}`" for model, known in rows if known.whose is Whose.NOBODY)
    yield f"\nAbout no person: {of_nobody}.\n"


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    django.setup()
    FILE.write_text(written())
