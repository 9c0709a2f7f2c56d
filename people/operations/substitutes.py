"""Taking somebody on as a substitute, and keeping what is known of her true."""

import uuid
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from people import usernames
from people.history import record
from people.models import Substitute, User
from people.operations import accounts, areas, identity, papers, password_links, written_ways
from people.operations.accounts import Person
from people.operations.locking import locked
from people.operations.papers import Terms
from people.operations.refusals import Refused


@transaction.atomic
def take_on(
    person: Person,
    *,
    born: date,
    employee_number: str,
    terms: Terms,
    protected: bool = False,
    invited: bool = False,
    by: User,
    at: datetime,
) -> Substitute:
    """Register the person with a first agreement, and protect her at once if her personal data are.

    Whoever knows the number, the surname and the e-mail of somebody registered means her: another area has taken her on
    before, or the form was sent twice. She gets the agreement, and nothing else of hers is changed. `invited` sends
    whoever has no password, and is not protected, the link to choose one by; where nothing reaches her, she is taken on
    all the same, and her page says what to do.
    """
    substitute = _known(person, employee_number) or register(
        person, born=born, employee_number=employee_number, by=by, at=at, area_id=areas.of_place(terms.place)
    )
    papers.agree(substitute, terms, by=by, at=at)
    if protected:
        return identity.mark(substitute, by=by, at=at)
    if invited and not substitute.user.protected:
        password_links.invite(substitute.user, by=by, at=at)
    return substitute


@transaction.atomic
def register(
    person: Person,
    *,
    born: date,
    employee_number: str,
    by: User,
    at: datetime,
    area_id: uuid.UUID | None = None,
) -> Substitute:
    """A new substitute with an account. The day of birth makes the user name, and is not kept."""
    is_taken = Substitute.objects.filter(employee_number__iexact=employee_number).exists()
    if is_taken or identity.is_hidden_number(employee_number):
        raise Refused(employee_number=_number_taken())
    user = accounts.make(person, usernames.derived(person.first_name, person.last_name, born))
    try:
        with transaction.atomic():
            substitute = Substitute.objects.create(user=user, employee_number=employee_number)
    except IntegrityError as taken:
        raise Refused(employee_number=_number_taken()) from taken
    record(substitute, "substitute.add", by=by, at=at, area_id=area_id)
    return substitute


@transaction.atomic
def change(substitute: Substitute, person: Person | None, *, is_active: bool, by: User, at: datetime) -> Substitute:
    """Save what is new of the person, and whether she may be booked. Her bookings stay, for somebody to decide on.

    Of one who is protected no person is told: who she is, is her keeper's to change.
    """
    substitute = locked(substitute)
    before = substitute.user.phone, substitute.user.email
    changed = _rewritten(substitute.user, person) if person else []
    written_ways.tell(substitute.user, before, changed, by=by, at=at)
    if substitute.is_active != is_active:
        substitute.is_active = is_active
        substitute.save(update_fields=["is_active"])
        changed.append("is_active")
    if changed:
        facts = {"changed": changed, "is_active": is_active}
        record(substitute, "substitute.change", by=by, at=at, area_id=areas.of_substitute(substitute), **facts)
    return substitute


def _rewritten(user: User, person: Person) -> list[str]:
    # The e-mail and the telephone are ways to a new password, and so to all that the roles may do.
    has_a_role = user.role_assignments.exists()
    if has_a_role and user.email.lower() != person.email.lower():
        raise Refused(email=_("Personen har också en roll i portalen. Be systemförvaltaren byta e-postadressen."))
    if has_a_role and user.phone != (accounts.telephone(person.phone) or ""):
        raise Refused(phone=_("Personen har också en roll i portalen. Be systemförvaltaren byta mobilnumret."))
    return accounts.rewrite(user, person)


def _known(person: Person, employee_number: str) -> Substitute | None:
    """Whoever is registered with that number, surname and e-mail, also where they are hidden."""
    said = {"last_name__iexact": person.last_name, "email__iexact": person.email}
    by_account = Q(employee_number=employee_number, **{f"user__{name}": word for name, word in said.items()})
    hidden = said | {"employee_number": employee_number}
    by_hidden = Q(**{f"user__hidden__{name}": word for name, word in hidden.items()})
    return Substitute.objects.filter(by_account | by_hidden).first()


def _number_taken() -> str:
    return _("Anställningsnumret finns redan.")
