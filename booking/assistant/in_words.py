"""What an assistant is set to do, in one plain Swedish sentence: on its form while it is filled in, and in the list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking.models import AssistantProfile, Kind
from booking.policy_words import length
from people.models import PayForm
from portal.templatetags.times import in_line

Mode = AssistantProfile.Mode
NAMED = 4
"""So many places are named; of more, how many they are."""

DOES: dict[str, Promise] = {
    Mode.BOOK: gettext_lazy("Bokar pass %(where)s"),
    Mode.ASK: gettext_lazy("Skickar förfrågningar om pass %(where)s"),
    Mode.PROPOSE: gettext_lazy("Gör förslag för pass %(where)s"),
}
MEANS: dict[str, Promise] = {
    Mode.BOOK: gettext_lazy(
        "Bokar den som passar bäst utan att fråga, på resurspass eller på tid som vikarien själv har lagt in."
    ),
    Mode.ASK: gettext_lazy("Frågar vikarier i omgångar, som i Fråga vikarier. Den som svarar ja får passet."),
    Mode.PROPOSE: gettext_lazy("Bokar ingen. Lägger ett förslag som du granskar och godkänner."),
}
WITH: dict[str, Promise] = {
    Mode.BOOK: gettext_lazy("med %(whom)s"),
    Mode.ASK: gettext_lazy("till %(whom)s"),
    Mode.PROPOSE: gettext_lazy("med %(whom)s"),
}
WHOM: dict[str, Promise] = {
    "": gettext_lazy("vikarier"),
    PayForm.MONTHLY: gettext_lazy("månadsavlönade"),
    PayForm.HOURLY: gettext_lazy("timavlönade"),
}
KINDS: dict[str, Promise] = {
    Kind.AVAILABLE: gettext_lazy("har lagt in att de kan jobba"),
    Kind.ASK_ME: gettext_lazy("vill bli frågade först"),
    Kind.RESOURCE: gettext_lazy("har resurspass"),
    Kind.ACUTE_RESOURCE: gettext_lazy("har akut resurstid"),
}


@dataclass(frozen=True, slots=True)
class Said:
    """What has been chosen, by name; what is empty leaves nobody out."""

    mode: str
    areas: Sequence[str]
    workplaces: Sequence[str] = ()
    occupations: Sequence[str] = ()
    reasons: Sequence[str] = ()
    rule_profiles: Sequence[str] = ()
    kinds: Sequence[str] = ()
    pay_form: str = ""
    starts_after: timedelta = timedelta()
    starts_within: timedelta = timedelta(days=14)
    open_for: timedelta = timedelta()


def of(profile: AssistantProfile) -> Said:
    """Of a profile that is kept, with what it is tied to read."""
    return Said(
        mode=profile.mode,
        areas=[str(area) for area in profile.areas.all()],
        workplaces=[str(place) for place in profile.workplaces.all()],
        occupations=[str(occupation) for occupation in profile.occupations.all()],
        reasons=[str(reason) for reason in profile.reasons.all()],
        rule_profiles=[str(rules) for rules in profile.rule_profiles.all()],
        kinds=profile.kinds,
        pay_form=profile.pay_form,
        starts_after=profile.starts_after,
        starts_within=profile.starts_within,
        open_for=profile.open_for,
    )


def sentence(said: Said) -> str:
    """Bokar pass på Björkgården som börjar inom 14 dygn, med månadsavlönade som har resurspass."""
    what = DOES[said.mode] % {"where": _where(said)}
    narrowed = [
        _("för %(names)s") % {"names": _any_of(said.occupations)} if said.occupations else "",
        _("med orsaken %(names)s") % {"names": _any_of(said.reasons)} if said.reasons else "",
    ]
    orders = ", ".join(filter(None, [what, *narrowed]))
    return f"{orders}{', ' if any(narrowed) else ' '}{_when(said)}, {_whom(said)}."


def _where(said: Said) -> str:
    if said.workplaces:
        return _("på %(names)s") % {"names": _all_of(said.workplaces)}
    return _("i %(names)s") % {"names": _all_of(said.areas)}


def _when(said: Said) -> str:
    facts = {"within": length(said.starts_within), "after": length(said.starts_after)}
    words = _("som börjar om %(after)s till %(within)s") if said.starts_after else _("som börjar inom %(within)s")
    if not said.open_for:
        return words % facts
    waited = _("och som har saknat vikarie i minst %(wait)s") % {"wait": length(said.open_for)}
    return f"{words % facts} {waited}"


def _whom(said: Said) -> str:
    whom = [str(WHOM.get(said.pay_form, WHOM[""]))]
    if said.kinds:
        whom.append(_("som %(has)s") % {"has": _either([str(KINDS[kind]) for kind in said.kinds if kind in KINDS])})
    if said.rule_profiles:
        whom.append(_("med regelprofilen %(names)s") % {"names": _either(sorted(said.rule_profiles))})
    return str(WITH[said.mode] % {"whom": " ".join(whom)})


def _all_of(names: Sequence[str]) -> str:
    """A, B och C; of many A, B, C och 5 till."""
    rows = sorted(names)
    if len(rows) > NAMED:
        few = {"names": ", ".join(rows[: NAMED - 1]), "n": len(rows) - NAMED + 1}
        return _("%(names)s och %(n)d till") % few
    return _joined(rows, _("%(first)s och %(last)s"))


def _any_of(names: Sequence[str]) -> str:
    return _either(sorted(in_line(name) for name in names))


def _either(names: Sequence[str]) -> str:
    return _joined(names, _("%(first)s eller %(last)s"))


def _joined(names: Sequence[str], words: str) -> str:
    *first, last = names or [""]
    return words % {"first": ", ".join(first), "last": last} if first else last
