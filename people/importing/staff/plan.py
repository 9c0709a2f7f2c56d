"""What would come of each colleague that a source wants, before anything is done: nothing here changes a thing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from django.db.models.functions import Lower
from django.utils.translation import gettext as _

from people.importing.staff import differences
from people.importing.staff.wanted import Row, Wanted, WantedRole
from people.importing.staff.well_formed import malformed
from people.models import HiddenIdentity, RegisteredPerson, RoleAssignment, User
from people.operations import sharing
from people.operations.accounts import telephone


class What(Enum):
    """What a row comes to."""

    NEW = "new"  # an account is opened
    CHANGED = "changed"  # her name, phone or e-mail is another
    ROLES = "roles"  # only her roles are
    ENDED = "ended"  # all that the register gave her is over by its days, and her account closes
    ALIKE = "alike"  # the portal says so already
    FAULTY = "faulty"


@dataclass(frozen=True, slots=True)
class Line:
    """One row: what it comes to, what is new by it, or what is wrong by column.

    `gone` are roles of hers that the source no longer says, `over` those that it says have ended.
    """

    wanted: Wanted
    what: What
    user: User | None = None
    changed: tuple[str, ...] = ()
    given: tuple[WantedRole, ...] = ()
    gone: tuple[RoleAssignment, ...] = ()
    over: tuple[RoleAssignment, ...] = ()
    faults: Mapping[str, str] = field(default_factory=dict)


def of(rows: Sequence[Row], *, now: datetime) -> list[Line]:
    """What would come of the rows; a constant number of queries."""
    people = [Wanted.of(row) for row in rows]
    ledger = _Ledger.of(people, now)
    return [ledger.line(person) for person in people]


def absent(rows: Iterable[Row]) -> list[RegisteredPerson]:
    """Those whom the register knew and has no more, as far as they have anything of it left."""
    keys = [row["key"] for row in rows if row.get("key")]
    gone = RegisteredPerson.objects.exclude(key__in=keys).select_related("user")
    return list(gone.filter(user__is_active=True).order_by("key"))


def losing(rows: Sequence[Row], *, now: datetime) -> int:
    """How many of those whom the register knows would lose a role or their account by what it no longer says.

    What it says is over by its last day is no loss of that kind.
    """
    return len(absent(rows)) + sum(bool(line.gone) for line in of(rows, now=now))


@dataclass(slots=True)
class _Ledger:
    """What is known of those who are wanted, and what the rows above have said already."""

    by_key: dict[str, User]
    by_email: dict[str, User]
    by_username: dict[str, User]
    by_phone: dict[str, int]
    hidden: set[str]
    keys: dict[int, str]
    roles: defaultdict[int, dict[tuple[str, str, str], RoleAssignment]]
    now: datetime
    above: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, people: Sequence[Wanted], now: datetime) -> "_Ledger":
        registered = RegisteredPerson.objects.filter(key__in=[one.key for one in people if one.key])
        emails, names = ({getattr(one, name).lower() for one in people} - {""} for name in ("email", "username"))
        users = User.objects.select_related("substitute", "registered").alias(
            mail=Lower("email"), name=Lower("username")
        )
        found = [*users.filter(mail__in=emails), *users.filter(name__in=names)]
        by_key = {row.key: row.user for row in registered.select_related("user__substitute")}
        ids = {user.pk for user in [*found, *by_key.values()]}
        roles: defaultdict[int, dict[tuple[str, str, str], RoleAssignment]] = defaultdict(dict)
        hers = RoleAssignment.objects.filter(user__in=ids, delegated_from=None)
        for row in hers.select_related("user", "area", "workplace"):
            roles[row.user_id][row.role, str(row.area_id or ""), str(row.workplace_id or "")] = row
        return cls(
            by_key=by_key,
            by_email={user.email.lower(): user for user in found if user.email},
            by_username={user.username.lower(): user for user in found},
            by_phone=sharing.having([telephone(one.phone) or "" for one in people]),
            hidden=set(HiddenIdentity.objects.filter(email__in=emails).values_list("email", flat=True)),
            keys={user.pk: user.registered.key for user in found if hasattr(user, "registered")},
            roles=roles,
            now=now,
        )

    def line(self, wanted: Wanted) -> Line:
        user = self.by_key.get(wanted.key) or self.by_username.get(wanted.username.lower())
        user = user or self.by_email.get(wanted.email.lower())
        running = tuple(role for role in wanted.roles if not role.is_over(now=self.now))
        if wanted.roles and not running:
            return Line(wanted, What.ENDED if wanted.key in self.by_key and _is_in(user) else What.ALIKE, user)
        if faults := dict(wanted.faults) or self._why_not(wanted, user):
            return Line(wanted, What.FAULTY, user, faults=faults)
        self.above |= self._names(wanted)
        if number := telephone(wanted.phone):
            self.by_phone.setdefault(number, user.pk if user else -wanted.number)
        if user is None:
            return Line(wanted, What.NEW, given=running)
        held = self.roles[user.pk]
        changed = differences.changed(wanted, user)
        given = tuple(role for role in running if differences.is_new(role, held.get(role.place)))
        gone, over = differences.gone(wanted, held, self.now), differences.over(wanted, held, self.now)
        what = What.CHANGED if changed else What.ROLES if given or gone or over else What.ALIKE
        return Line(wanted, what, user, changed, given, gone, over)

    def _why_not(self, wanted: Wanted, user: User | None) -> dict[str, str]:
        if self._names(wanted) & self.above:
            return {"key": _("Personen finns redan högre upp.")}
        if faults := malformed(wanted):
            return faults
        if user is None and wanted.email.lower() in self.hidden:
            return {"key": _("Personen har skyddade uppgifter. Ändra för hand.")}
        faults = self._why_not_known(wanted, user) if user else _why_not_new(wanted)
        return faults or self._why_not_the_number(wanted, user)

    def _why_not_the_number(self, wanted: Wanted, user: User | None) -> dict[str, str]:
        """A number that would be new to her is nobody else's, in the portal or in a row above."""
        number = telephone(wanted.phone)
        is_new = user is None or "phone" in differences.changed(wanted, user)
        return {"phone": sharing.taken()} if is_new and number in self.by_phone else {}

    def _why_not_known(self, wanted: Wanted, user: User) -> dict[str, str]:
        is_known = wanted.key in self.by_key
        owner = self.by_email.get(wanted.email.lower())
        by_hand = any(not held.by_register for held in self.roles[user.pk].values())
        if user.protected:
            return {"key": _("Personen har skyddade uppgifter. Ändra för hand.")}
        if not user.is_active:
            return {"key": _("Kontot är stängt. Öppna det för hand först.")}
        if not is_known and self._is_anothers(wanted, user):
            return {"email": _("Kontot tillhör någon annan. Kontrollera raden.")}
        if owner is not None and owner.pk != user.pk:
            return {"email": _("E-postadressen används redan av ett annat konto.")}
        if wanted.key and by_hand and "email" in differences.changed(wanted, user):
            # The e-mail is the way to a new password, and so to a role that the register has not given.
            return {"email": _("Personen har en roll som inte kommer från registret. Byt e-postadressen för hand.")}
        return {}

    def _is_anothers(self, wanted: Wanted, user: User) -> bool:
        """Whether the account that has the address is of another surname, or of another person in the register."""
        same_name = user.last_name.casefold() == wanted.last_name.casefold()
        return not same_name or (bool(wanted.key) and user.pk in self.keys)

    @staticmethod
    def _names(wanted: Wanted) -> set[str]:
        said = {"key": wanted.key, "email": wanted.email.lower(), "username": wanted.username.lower()}
        return {f"{name}:{word}" for name, word in said.items() if word}


def _why_not_new(wanted: Wanted) -> dict[str, str]:
    if not wanted.email and not wanted.phone:
        return {"email": _("Skriv en e-postadress eller ett mobilnummer.")}
    if not wanted.username and not wanted.born:
        return {"born": _("Skriv födelsedagen. Den gör användarnamnet.")}
    return {}


def _is_in(user: User | None) -> bool:
    return user is not None and user.is_active
