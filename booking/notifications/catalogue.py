"""Every message of the booking: to whom, when, for how long it holds, and whether it can be answered.

The words of a kind are in templates/booking/messages/<code>.txt. docs/messages.md is this table, with an example each.
"""

from dataclasses import dataclass
from enum import Enum

from messaging import looks
from messaging.models import Message


class Answer(Enum):
    """Whether an SMS in return means anything."""

    NONE = "no"
    YES_OR_NO = "JA or NEJ by SMS, or in the portal"
    SAID_NOT_TO = "no, and it says so"


@dataclass(frozen=True, slots=True)
class Kind:
    """One message of the catalogue."""

    code: str
    to: str
    when: str
    icon: str
    colour: str
    carries: str
    """The facts that it must always have, by their names in the template."""
    gives_way: tuple[str, ...] = ()
    """The facts that are said shorter or left out when two SMS are not enough, the least needed first."""
    adds: tuple[str, ...] = ()
    """The facts that the portal itself says at the end, whoever has chosen the words before them."""
    tells: tuple[str, ...] = ()
    """The facts that it has beside these, in its usual case."""
    unless: tuple[str, ...] = ()
    """What makes it another case, which the portal always words itself."""
    holds: str = ""
    """As long as what it is sent (`booking/overtaken/` asks); empty is whatever happens."""
    answer: Answer = Answer.NONE


SHIFT = "place day span"
WHOLE_SHIFT = "place day span address contact"
AT_THE_PLACE = ("url", "contact")
STANDS = "the booking stands"
NOT_HERS = "she has not got it after all"
UNFILLED = "the order is open"

KINDS = (
    Kind(
        "booking.booked", "the substitute", "a shift became hers, whatever way", "check", "bokad",
        carries=WHOLE_SHIFT, gives_way=AT_THE_PLACE, unless=("is_introduction",), holds=STANDS,
    ),
    Kind(
        "booking.filled", "the orderer", "somebody else filled the order", "check", "bokad",
        carries=f"who {SHIFT}", holds=STANDS,
    ),
    Kind(
        "booking.changed", "the substitute", "her booked shift got another time or place", "clock", "fraga",
        carries=f"{WHOLE_SHIFT} was", gives_way=AT_THE_PLACE, holds="the booking stands with these terms",
    ),
    Kind(
        "booking.shortened", "the substitute", "her shift was cut short", "clock", "bokad",
        carries="place day ends", gives_way=("url",), holds="the booking stands and ends then",
    ),
    Kind(
        "booking.left_early", "the orderer", "a substitute left early, and the rest may be an order", "alert", "lingon",
        carries="who place day ends url", adds=("url",), holds="the booking stands and ends then",
    ),
    Kind(
        "booking.late", "the orderer", "a substitute said that she comes later than the shift begins", "clock", "fraga",
        carries="who place day expected", gives_way=("url",), holds="she is still to come then",
    ),
    Kind(
        "booking.in_time", "the orderer", "a substitute who was to be late comes in time after all", "clock", "bokad",
        carries=f"who {SHIFT}", gives_way=("url",), holds="it was told that she would be late, and she will not",
    ),
    Kind(
        "booking.ended", "the substitute", "her booking was ended, or its order taken away", "x", "lingon",
        carries=SHIFT, holds="she has been told that it was hers",
    ),
    Kind(
        "booking.emptied", "the orderer", "a booking was ended, and the need remains", "alert", "lingon",
        carries=f"who {SHIFT}", holds=UNFILLED,
    ),
    Kind(
        "interest.not_selected", "who was interested", "somebody else got the shift", "hand", "grus",
        carries=SHIFT, holds=NOT_HERS,
    ),
    Kind(
        "interest.lapsed", "who was interested", "the order was taken away, changed or sent back", "hand", "grus",
        carries=SHIFT, holds="the interest is closed",
    ),
    Kind(
        "enquiry.asked", "the substitute", "she is asked about a shift", "help", "fraga",
        carries=f"{SHIFT} by", gives_way=("url",), adds=("by", "url"), holds="the enquiry waits for an answer",
        answer=Answer.YES_OR_NO,
    ),
    Kind(
        "enquiry.asked_many", "the substitute", "she is asked about several shifts at once", "help", "fraga",
        carries="number by url", gives_way=("codes",), adds=("by", "url", "codes"),
        holds="one of the enquiries waits for an answer", answer=Answer.YES_OR_NO,
    ),
    Kind(
        "enquiry.lost", "who said yes and waited", "somebody else was chosen", "help", "grus",
        carries=SHIFT, holds=NOT_HERS,
    ),
    Kind(
        "enquiry.closed", "who said yes and waited", "the asking was stopped, or the order taken away", "help", "grus",
        carries=SHIFT, holds=NOT_HERS,
    ),
    Kind(
        "order.returned", "the orderer", "the planner gave the order back", "undo", "fraga",
        carries=f"{SHIFT} reason url", gives_way=("reason",), holds="it lies with the orderer",
    ),
    Kind(
        "order.exhausted", "who started asking", "all have been asked and none can, once a round", "alert", "lingon",
        carries=f"{SHIFT} url", holds="the order is open, in that round",
    ),
    Kind(
        "order.asking_waits", "planner or orderer", "asking must wait for the quiet hours to end", "moon", "fraga",
        carries=f"{SHIFT} begins", gives_way=("url",), holds="the order is open and nobody has been asked in its round",
    ),
    Kind(
        "order.lapsed", "the orderer", "the shift began without a substitute", "alert", "lingon",
        carries=SHIFT, gives_way=("url",), holds="the order has lapsed",
    ),
    Kind(
        "reminder.shift", "the substitute", "the day before a booked shift", "bell", "bokad",
        carries=WHOLE_SHIFT, gives_way=AT_THE_PLACE, holds="the booking stands at that time",
    ),
    Kind(
        "reminder.availability", "the substitute", "she has no time in for a week, once a week", "cal-plus", "ledig",
        carries="week url", holds="that week is empty",
    ),
    Kind(
        "time.answered", "the substitute", "somebody wrote another time than she knows of on a shift that is over",
        "clock", "fraga", carries=f"{SHIFT} rest url", gives_way=("url",), unless=("is_nothing", "by_desk"),
        holds="that time stands",
    ),
    Kind(
        "reminder.time", "the substitute", "the day after shifts of whose time she has said nothing, once a day",
        "clock", "fraga", carries="day url", tells=("number",), holds="one of the shifts waits for it",
    ),
    Kind(
        "reminder.attest", "the orderer", "shifts have waited two days to be approved: once a week, and as months end",
        "clock", "fraga", carries="number url", unless=("is_months_end",), holds="one of the shifts waits for it",
    ),
    Kind(
        "jobs.released", "the substitute", "jobs that she can take came out, many at once as one", "briefcase", "ledig",
        carries="url", tells=("number", "days"), holds="one of them is out in Lediga jobb",
    ),
    Kind(
        "workplace.active", "the substitute", "she can work at a workplace that she has asked for", "pin", "bokad",
        carries="place url", gives_way=("url",), holds="the request is done",
    ),
    Kind(
        "workplace.declined", "the substitute", "a planner said no to a workplace that she asked for", "pin", "grus",
        carries="place reason url", gives_way=("url", "reason"), holds="the request is declined",
    ),
    Kind(
        "workplace.introduced", "the planner", "whom she sent to be introduced has been, and can be booked there",
        "pin", "bokad", carries="who place url", gives_way=("url",), holds="the request is done",
    ),
    Kind(
        "timebank.changed", "the substitute", "a planner took out, paid out or corrected in her time bank",
        "clock", "grus", carries="what balance", gives_way=("url",),
    ),
    Kind(
        "assistant.worked", "the planner", "an assistant has booked, asked, proposed or left shifts, once a run",
        "clock", "ljung", carries="work url", gives_way=("url",),
    ),
    Kind(
        "desk.written", "anybody", "a planner wrote to her", "mail", "ljung",
        carries="text unit", gives_way=("unit",), answer=Answer.SAID_NOT_TO,
    ),
)  # fmt: skip

CATALOGUE = {kind.code: kind for kind in KINDS}


def leads_to(message: Message) -> str:
    """The page of what it is about, also when the text had no room for the address."""
    return str(message.facts.get("path", "")) or looks.written_out(message)


for kind in KINDS:
    looks.dress(kind.code, looks.Looks(icon=kind.icon, colour=kind.colour, link=leads_to))
