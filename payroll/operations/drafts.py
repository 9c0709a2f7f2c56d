"""What a run would hold: decided before anything is written, and shown as it is to whoever asks first."""

import uuid
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from booking.models import Booking
from booking.weeks import span_of
from payroll import files, layouts
from payroll.columns import Unfit
from payroll.layouts import Laid
from payroll.lines import Class, Line, lines_of
from payroll.models import Layout, LeftOut, RunLine, RunShift, WageCode
from payroll.operations import changed, reading
from payroll.operations.asked import Asked, Covered
from payroll.operations.reading import Around, Known
from payroll.told import of_line

Reason = LeftOut.Reason


@dataclass
class Draft:
    """Rows that nobody has saved: `lines` in the order of the file, `shifts` those that are sent anew.

    `replaced` stand no more, `settled` say the same though their time was said again.
    """

    lines: list[RunLine] = field(default_factory=list)
    shifts: list[RunShift] = field(default_factory=list)
    replaced: list[RunShift] = field(default_factory=list)
    settled: list[RunShift] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)

    @property
    def sums(self) -> dict[str, int]:
        """Hundredths of an hour by code."""
        found = Counter[str]()
        for line in self.lines:
            found[line.code] += line.hundredths
        return dict(sorted(found.items()))

    def take_back(self, sent: RunShift) -> None:
        """What payroll has of the shift, with a minus."""
        self.replaced.append(sent)
        self.lines += reversals(sent)


def reversals(sent: RunShift) -> list[RunLine]:
    """Exactly its lines, each with a minus."""
    lines: list[RunLine] = sent.own_lines  # type: ignore[attr-defined]
    return [
        RunLine(
            shift=sent,
            takes_back=line,
            day=line.day,
            what=line.what,
            code=line.code,
            wage_type=line.wage_type,
            minutes=-line.minutes,
            hundredths=-line.hundredths,
        )
        for line in lines
    ]


def draft(asked: Asked, *, number: int, at: datetime) -> Draft:
    """What the run with this number would hold, of what is approved just now."""
    covered = Covered.before(asked)
    moved = changed.since(asked, covered)
    made, maker = Draft(), _Maker(asked, number)
    for sent in reading.standing(moved.gone):
        maker.take_back(sent, made)
    for known in reading.known(asked, covered, moved):
        maker.add(known, made)
    made.left_out += _not_approved(asked, at=at)
    return made


class _Maker:
    """Makes rows of shifts, by what is read once: codes, accounts, and how the file is written."""

    def __init__(self, asked: Asked, number: int) -> None:
        codes: Mapping[Class, WageCode] = {(code.what, code.pay_form): code for code in WageCode.objects.all()}
        self.codes, self.number, self.around = codes, number, Around.read()
        self.also_overtime = {key for key, code in codes.items() if code.with_overtime}
        is_paxml = asked.layout.kind == Layout.Kind.PAXML
        self.laid: Laid | None = None if is_paxml else files.laid(asked.layout.kept())

    def add(self, known: Known, made: Draft) -> None:
        """What the shift is now, if that is not what payroll has; whole, or left out with a reason."""
        banked = bool(known.shift.terms.get("gives_time"))
        worked, sent = lines_of(known.pieces, self.also_overtime, banked=banked), known.sent
        if sent and _says(sent, known, worked):
            if sent.version != known.shift.version:
                sent.version = known.shift.version
                made.settled.append(sent)
            return
        try:
            self._whole(known, worked)
            self._add(known, worked, made)
        except Unfit as unfit:
            made.left_out.append(self._left_out(known.shift.booking, known.shift.substitute, unfit))
        else:
            if not worked:
                reason = Reason.BANKED if banked and known.pieces else Reason.NOTHING_WORKED
                made.left_out.append(LeftOut(booking_id=known.shift.booking, reason=reason))

    def take_back(self, sent: RunShift, made: Draft) -> None:
        """What is not approved any more, if the file can say so."""
        try:
            self._fits(reversals(sent), self._number_of(sent.substitute_id, sent.employee_number))
        except Unfit as unfit:
            made.left_out.append(self._left_out(sent.booking_id, sent.substitute_id, unfit))
        else:
            made.take_back(sent)

    def _left_out(self, booking: uuid.UUID, person: uuid.UUID, unfit: Unfit) -> LeftOut:
        # What does not fit may be the number of a protected person, which nobody reads.
        facts = {name: fact for name, fact in unfit.facts.items() if name != "text" or person not in self.around.hidden}
        return LeftOut(booking_id=booking, reason=unfit.reason, facts=facts)

    def _whole(self, known: Known, worked: list[Line]) -> None:
        """Raise `Unfit` if something that its rows must say is not there."""
        if not self._number_of(known.shift.substitute, known.shift.employee_number):
            raise Unfit(Reason.NO_NUMBER)
        for line in worked:
            if line.of not in self.codes:
                raise Unfit(Reason.NO_CODE, what=line.what, pay_form=line.pay_form)

    def _add(self, known: Known, worked: list[Line], made: Draft) -> None:
        shift = self._shift(known)
        lines = [self._line(line, shift) for line in worked]
        back = reversals(known.sent) if known.sent else []
        self._fits([*back, *lines], self._number_of(shift.substitute_id, shift.employee_number))
        if known.sent:
            made.replaced.append(known.sent)
        made.lines += [*back, *lines]
        made.shifts.append(shift)

    def _fits(self, lines: list[RunLine], number: str) -> None:
        """Raise `Unfit` if the file cannot hold one of them."""
        if self.laid is None:
            return
        for line in lines:
            layouts.line(self.laid, of_line(line, run=self.number, employee_number=number))

    def _shift(self, known: Known) -> RunShift:
        shift, around = known.shift, self.around
        return RunShift(
            booking_id=shift.booking,
            substitute_id=shift.substitute,
            employee_number="" if shift.substitute in around.hidden else shift.employee_number,
            version=shift.version,
            replaces=known.sent,
            starts=shift.period.starts if shift.period else None,
            ends=shift.period.ends if shift.period else None,
            workplace=shift.terms.get("workplace", ""),
            area=around.areas[shift.area],
            occupation=shift.terms.get("occupation", ""),
            account=around.accounts.get(shift.workplace, ""),
            reason=known.reason,
        )

    def _line(self, line: Line, shift: RunShift) -> RunLine:
        code = self.codes[line.of]
        told = {"day": line.day, "what": line.what, "minutes": line.minutes, "hundredths": line.hundredths}
        return RunLine(shift=shift, code=code.code, wage_type=code.wage_type, **told)

    def _number_of(self, person: uuid.UUID, number: str) -> str:
        return self.around.hidden.get(person, number)


def _says(sent: RunShift, known: Known, worked: list[Line]) -> bool:
    """Whether payroll has the same hours of the same clock; what they are called there is no change of them."""
    period = known.shift.period
    clock = (period.starts, period.ends) if period else (None, None)
    lines: list[RunLine] = sent.own_lines  # type: ignore[attr-defined]
    had = [(line.day, line.what, line.minutes) for line in lines]
    return (sent.starts, sent.ends) == clock and had == [(line.day, line.what, line.minutes) for line in worked]


def _not_approved(asked: Asked, *, at: datetime) -> list[LeftOut]:
    """Shifts of the period that are over and that nobody has approved, or that she did not come to."""
    days = span_of(asked.first_day, asked.last_day)
    rows = Booking.objects.occupying().filter(
        starts__gte=days.starts, starts__lt=days.ends, ends__lte=at, attested_at=None
    )
    if asked.area:
        rows = rows.filter(order__workplace__area=asked.area)
    found: list[tuple[uuid.UUID, bool]] = list(rows.order_by("starts", "pk").values_list("pk", "no_show"))
    return [LeftOut(booking_id=key, reason=Reason.NO_SHOW if missed else Reason.NOT_ATTESTED) for key, missed in found]
