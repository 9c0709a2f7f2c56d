"""What would come of each row, before anything is done: nothing here changes a thing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from django.db.models.functions import Lower
from django.utils.translation import gettext as _

from people import access
from people.days import begins, is_over
from people.importing import cleaning
from people.importing.cleaning import Wish
from people.importing.places import Known
from people.importing.spans import Spans, clashes, covered
from people.models import Agreement, HiddenIdentity, RoleAssignment, Substitute, SubstituteCompetence, User
from people.operations import sharing
from people.operations.accounts import telephone

Said = Mapping[str, str]
"""A row of the file as text, by column; `number` is which row it was."""

AGREEMENT, COMPETENCE = "agreement", "competence"
"""The papers that a row may bring; its other news are the columns of the person that change."""


class What(Enum):
    """What a row comes to."""

    NEW = "new"  # somebody who is taken on
    CHANGED = "changed"  # her name, phone or e-mail is another
    ADDED = "added"  # an agreement or a competence more
    ALIKE = "alike"  # the portal says so already
    FAULTY = "faulty"


@dataclass(frozen=True, slots=True)
class Line:
    """One row: what it comes to, what is new by it, or what is wrong by column."""

    said: Said
    what: What
    wish: Wish | None = None  # none only of what could not be understood
    substitute: Substitute | None = None
    news: tuple[str, ...] = ()
    faults: Mapping[str, str] = field(default_factory=dict)

    @property
    def number(self) -> int:
        """Which row of the file."""
        return int(self.said["number"])


def of(rows: Sequence[Said], *, by: User) -> list[Line]:
    """What would come of the rows if `by` let them be carried out; a constant number of queries."""
    known = Known.to(by)
    numbers, emails, phones = ([row.get(name, "") for row in rows] for name in ("employee_number", "email", "phone"))
    ledger = _Ledger.of(numbers, emails, phones, by)
    lines = []
    for row in rows:
        understood = cleaning.read(row, known)
        if understood.wish is None:
            lines.append(Line(row, What.FAULTY, faults=understood.faults))
        else:
            lines.append(ledger.line(row, understood.wish))
    return lines


@dataclass(slots=True)
class _Ledger:
    """What is known of those in the file, and what the rows above have said already."""

    by_number: dict[str, Substitute]
    reached: set[object]
    hidden: set[str]
    by_email: dict[str, int]
    by_phone: dict[str, int]
    with_roles: set[int]
    agreements: defaultdict[tuple[object, ...], Spans]
    competences: defaultdict[tuple[object, ...], Spans]
    above: dict[str, tuple[int, Wish]] = field(default_factory=dict)

    @classmethod
    def of(cls, numbers: Iterable[str], emails: Iterable[str], phones: Iterable[str], by: User) -> "_Ledger":
        wanted = {number.casefold() for number in numbers}
        people = Substitute.objects.select_related("user").alias(number=Lower("employee_number"))
        known = {row.employee_number.casefold(): row for row in people.filter(number__in=wanted)}
        keys = [row.pk for row in known.values()]
        hidden = HiddenIdentity.objects.alias(number=Lower("employee_number")).filter(number__in=wanted)
        agreements: defaultdict[tuple[object, ...], Spans] = defaultdict(list)
        for paper in Agreement.objects.filter(substitute__in=keys):
            place = paper.area_id or paper.workplace_id
            agreements[paper.substitute_id, place, paper.occupation_id].append((paper.starts, paper.ends))
        competences: defaultdict[tuple[object, ...], Spans] = defaultdict(list)
        for held in SubstituteCompetence.objects.filter(substitute__in=keys):
            competences[held.substitute_id, held.competence_id].append((held.starts, held.ends))
        colleagues = RoleAssignment.objects.filter(user__in=[row.user_id for row in known.values()])
        return cls(
            by_number=known,
            hidden={number.casefold() for number in hidden.values_list("employee_number", flat=True)},
            reached=set(
                access.scope(by, Substitute.objects.filter(pk__in=keys), "change").values_list("pk", flat=True)
            ),
            by_email=_having(emails),
            by_phone=sharing.having({telephone(each) or "" for each in phones}),
            with_roles=set(colleagues.values_list("user", flat=True)),
            agreements=agreements,
            competences=competences,
        )

    def line(self, said: Said, wish: Wish) -> Line:
        number = wish.employee_number.casefold()
        substitute = self.by_number.get(number)
        above = self.above.get(number)
        if faults := self._why_not(wish, substitute, above):
            return Line(said, What.FAULTY, wish, faults=faults)
        changed = self._changed(wish, substitute) if above is None else ()
        who = substitute.pk if substitute else number
        papers, faults = self._papers(wish, who)
        if faults:
            return Line(said, What.FAULTY, wish, faults=faults)
        self.above.setdefault(number, (int(said["number"]), wish))
        if substitute is None and above is None:
            self.by_email[wish.person.email.lower()] = -int(said["number"])
            self.by_phone.setdefault(telephone(wish.person.phone) or "", -int(said["number"]))
            return Line(said, What.NEW, wish, news=papers)
        what = What.CHANGED if changed else What.ADDED if papers else What.ALIKE
        return Line(said, what, wish, substitute, news=(*changed, *papers))

    def _why_not(self, wish: Wish, substitute: Substitute | None, above: tuple[int, Wish] | None) -> dict[str, str]:
        if above and above[1].person != wish.person:
            return {"employee_number": _("Rad %(n)d har samma nummer men andra uppgifter.") % {"n": above[0]}}
        if above:
            return {}
        if wish.employee_number.casefold() in self.hidden:
            return {"employee_number": _("Personen har skyddade uppgifter. Ändra för hand.")}
        owner = self.by_email.get(wish.person.email.lower())
        if substitute is None:
            faults = {} if wish.born else {"born": _("Skriv födelsedagen. Den gör användarnamnet.")}
            return faults | ({"email": _taken()} if owner is not None else {}) | self._of_phone(wish)
        return self._why_not_known(wish, substitute, owner)

    def _why_not_known(self, wish: Wish, substitute: Substitute, owner: int | None) -> dict[str, str]:
        same_name = substitute.user.last_name.casefold() == wish.person.last_name.casefold()
        same_email = substitute.user.email.lower() == wish.person.email.lower()
        if substitute.pk not in self.reached:
            return {} if same_name and same_email else {"employee_number": _("Anställningsnumret finns redan.")}
        if not (same_name or same_email):
            return {"employee_number": _("Numret tillhör någon annan i portalen. Kontrollera raden.")}
        if owner is not None and owner != substitute.user_id:
            return {"email": _taken()}
        same_phone = substitute.user.phone == telephone(wish.person.phone)
        if not (same_email and same_phone) and substitute.user_id in self.with_roles:
            column = "phone" if same_email else "email"
            return {column: _("Personen har också en roll i portalen. Be systemförvaltaren ändra uppgiften.")}
        return {} if same_phone else self._of_phone(wish)

    def _of_phone(self, wish: Wish) -> dict[str, str]:
        """That somebody else has the number, in the portal or above, unless the row says that they share it."""
        is_taken = (telephone(wish.person.phone) or "") in self.by_phone
        return {"phone": sharing.taken()} if is_taken and not wish.person.shares_phone else {}

    def _changed(self, wish: Wish, substitute: Substitute | None) -> tuple[str, ...]:
        if substitute is None or substitute.pk not in self.reached:
            return ()
        said = wish.person
        columns = {
            "first_name": said.first_name, "last_name": said.last_name,
            "phone": telephone(said.phone), "email": said.email.lower(),
        }  # fmt: skip
        return tuple(name for name, value in columns.items() if getattr(substitute.user, name) != value)

    def _papers(self, wish: Wish, who: object) -> tuple[tuple[str, ...], dict[str, str]]:
        """What is new of her papers, or what is wrong; what is new is known to the rows below."""
        terms, news, faults = wish.terms, [], {}
        place = terms.place.pk
        wanted = {AGREEMENT: (self.agreements[who, place, terms.occupation.pk], terms.starts, terms.ends, "starts")}
        if wish.competence:
            held = self.competences[who, wish.competence.pk]
            wanted[COMPETENCE] = (held, terms.starts, wish.competence_ends, "competence")
        for name, (spans, starts, ends, column) in wanted.items():
            if covered(spans, starts, ends):
                continue
            if clashes(spans, starts, ends):
                faults[column] = _("Det finns redan för en del av tiden. Avsluta det först.")
            else:
                news.append(name)
        if not faults:
            for name in news:
                spans, starts, ends, _column = wanted[name]
                spans.append((begins(starts), is_over(ends) if ends else None))
        return tuple(news), faults


def _having(emails: Iterable[str]) -> dict[str, int]:
    """Whose each of the addresses is."""
    rows = User.objects.alias(address=Lower("email")).filter(address__in={each.lower() for each in emails})
    return {email.lower(): pk for email, pk in rows.values_list("email", "pk")}


def _taken() -> str:
    return _("E-postadressen används redan av ett annat konto.")
