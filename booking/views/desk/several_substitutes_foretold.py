"""What would become of each of several substitutes: told before anything is done, in so many questions for all."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from booking.models import Booking
from booking.operations.several_substitutes import Act, Agree, EndAgreements, Invite, Prove, Revoke
from booking.templatetags.staffing import last_day
from people import access
from people.days import begins, is_over
from people.models import Agreement, Area, Substitute, SubstituteCompetence, User
from people.operations import password_links
from portal.templatetags.times import longday

Paper = Agreement | SubstituteCompetence


@dataclass(frozen=True, slots=True)
class Foretold:
    """What would happen to one, and whether nothing can or needs to."""

    substitute: Substitute
    will: str
    can: bool = True


def of(act: Act, people: Sequence[Substitute], user: User, *, now: datetime) -> list[Foretold]:
    """Each, as the papers stand now. What stands when it is done decides."""
    if isinstance(act, Invite):
        return _invited(people, user, now=now)
    hers = _papers(act, people, user, now=now)
    if isinstance(act, Agree | Prove):
        terms = act.terms if isinstance(act, Agree) else act
        return [_added(person, hers[person.pk], terms.starts, terms.ends) for person in people]
    later = _later(act, hers, user)
    return [_ended(person, hers[person.pk], act.last_day, later) for person in people]


def _invited(people: Sequence[Substitute], user: User, *, now: datetime) -> list[Foretold]:
    prefetch_related_objects(people, "user__role_assignments")
    told = []
    for person in people:
        has_one = _("Har redan ett lösenord.") if person.user.has_usable_password() else ""
        no = has_one or password_links.why_not(person.user, by=user, at=now)
        told.append(Foretold(person, no or _("Får en länk med sms, som gäller i 7 dagar."), can=not no))
    return told


def _papers(
    act: Agree | Prove | EndAgreements | Revoke, people: Sequence[Substitute], user: User, *, now: datetime
) -> Mapping[uuid.UUID, list[Paper]]:
    """Those of each that the act is about."""
    keys = [person.pk for person in people]
    agreements = access.scope(user, Agreement.objects.filter(substitute__in=keys))
    competences = access.scope(user, SubstituteCompetence.objects.filter(substitute__in=keys))
    rows: Iterable[Paper] = ()
    if isinstance(act, Agree):
        place = {"area" if isinstance(act.terms.place, Area) else "workplace": act.terms.place}
        rows = agreements.filter(occupation=act.terms.occupation, pay_form=act.terms.pay_form, **place)
    elif isinstance(act, Prove):
        rows = competences.filter(competence=act.competence)
    elif isinstance(act, EndAgreements):
        rows = act.of(agreements, at=now)
    else:
        rows = act.of(competences, at=now)
    found: defaultdict[uuid.UUID, list[Paper]] = defaultdict(list)
    for paper in rows:
        found[paper.substitute_id].append(paper)
    return found


def _added(person: Substitute, papers: Sequence[Paper], first: date, last: date | None) -> Foretold:
    starts, ends = begins(first), is_over(last) if last else None
    if any(paper.starts == starts and paper.ends == ends for paper in papers):
        return Foretold(person, _("Finns redan."), can=False)
    if any((paper.ends is None or paper.ends > starts) and (ends is None or paper.starts < ends) for paper in papers):
        return Foretold(person, _("Har redan ett sådant för en del av tiden. Avsluta det först."), can=False)
    days = {"first": longday(first), "last": longday(last)}
    said = _("Läggs till, %(first)s till och med %(last)s.") if last else _("Läggs till, från %(first)s tills vidare.")
    return Foretold(person, said % days)


def _ended(person: Substitute, papers: Sequence[Paper], last: date, later: Mapping[uuid.UUID, int]) -> Foretold:
    over = is_over(last)
    if not papers:
        return Foretold(person, _("Har inget sådant papper."), can=False)
    if all(paper.ends is not None and paper.ends <= over for paper in papers):
        ends = longday(last_day(max(paper.ends for paper in papers if paper.ends)))
        return Foretold(person, _("Slutar redan %(day)s.") % {"day": ends}, can=False)
    if any(paper.starts >= over for paper in papers):
        return Foretold(person, _("Börjar först efter den dagen. Avsluta det på vikariens sida."), can=False)
    said = _("Slutar %(day)s.") % {"day": longday(last)}
    if shifts := later.get(person.pk, 0):
        words = ngettext("%(n)d bokat pass ligger efter.", "%(n)d bokade pass ligger efter.", shifts)
        said = f"{said} {words % {'n': shifts}}"
    return Foretold(person, said)


def _later(act: EndAgreements | Revoke, hers: Mapping[uuid.UUID, list[Any]], user: User) -> Mapping[uuid.UUID, int]:
    """How many shifts each has after the last day that rest on the paper, of those that the reader may see."""
    after = Booking.objects.occupying().filter(ends__gt=is_over(act.last_day), substitute__in=list(hers))
    if isinstance(act, Revoke):
        after = after.filter(order__competences=act.competence)
    else:
        after = after.filter(agreement__in=[paper.pk for papers in hers.values() for paper in papers])
    counts: defaultdict[uuid.UUID, int] = defaultdict(int)
    for key in access.scope(user, after).values_list("substitute", flat=True):
        counts[key] += 1
    return counts
