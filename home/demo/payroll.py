"""How Älvsunda's payroll system wants its files, so that a run can be made at once; and what is booked where."""

from django.conf import settings

from home.demo.people import OWNER
from home.demo.world import World
from payroll import columns_in_words
from payroll.models import AccountString, Layout
from people.operations import organisation

TEXT_COLUMNS = """Anst = anställningsnummer bredd:10
Datum = datum format:ÅÅÅÅMMDD
Från = från
Till = till
Löneart = tidkod
Timmar = timmar
Kontering = kontering
Bokning = bokning
Rättelse = rättelse"""
FIRST_ACCOUNT = 5010


def build(world: World) -> None:
    """By the system owner, like all that she keeps."""
    owner = world.users[OWNER]
    company = {"company": "alvsunda", "company_number": settings.ORGANISATION_NUMBER}
    company["company_name"] = settings.MUNICIPALITY
    columns = [column.kept() for column in columns_in_words.read(TEXT_COLUMNS)]
    text = {"kind": Layout.Kind.CSV, "columns": columns, "with_heading": True}
    for layout in (
        Layout(name="PAXml till lönesystemet", kind=Layout.Kind.PAXML, **company),
        Layout(name="Text till lönesystemet", **text),
    ):
        organisation.keep(layout, by=owner, at=world.ago(days=90))
    for number, workplace in enumerate(world.workplaces.values()):
        account = AccountString(workplace=workplace, text=f"{FIRST_ACCOUNT + number}-21")
        organisation.keep(account, by=owner, at=world.ago(days=90))
