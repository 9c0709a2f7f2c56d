"""What the people's tables hold, and those of what we stand on that know of persons."""

from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.contrib.sessions.models import Session
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_q.models import OrmQ, Task
from wagtail.users.models import UserProfile

from people.data_map import Fate, Ground, Kept, Purpose, Whose, declare, of_nobody
from people.models import (
    Agreement,
    Alarm,
    Area,
    Block,
    Competence,
    DutyRule,
    Favourite,
    FormerPassword,
    HiddenIdentity,
    HistoryEntry,
    Introduction,
    Locality,
    LookedAt,
    Occupation,
    OwnCopy,
    PasswordLink,
    PhoneChange,
    RecordsCheck,
    RegisteredPerson,
    RetentionRule,
    RetentionRun,
    RoleAssignment,
    RuleProfile,
    SignIn,
    StaffImport,
    Stopped,
    Substitute,
    SubstituteCompetence,
    SubstituteImport,
    SubstituteNote,
    SupportVisit,
    User,
    Workplace,
)

HERS = "substitute__user"
SUBSTITUTE, COLLEAGUE, ANYBODY = Whose.SUBSTITUTE, Whose.COLLEAGUE, Whose.ANYBODY
STAFFING, LETTING_IN, ACCOUNTING = Purpose.STAFFING, Purpose.LETTING_IN, Purpose.ACCOUNTING
CONTRACT, DUTY, TASK = Ground.CONTRACT, Ground.DUTY, Ground.TASK
GOES, NAMELESS = Fate.GOES, Fate.NAMELESS


def done_by_or_to(user: User) -> Q:
    """What she did, and what was done to her account or to what is kept of her."""
    substitute = getattr(user, "substitute", None)
    account = Q(content_type__app_label="people", content_type__model="account", object_id=str(user.pk))
    return Q(user=user.pk) | account | (Q(object_id=str(substitute.pk)) if substitute else Q(pk=None))


declare(
    User, _("Konto: namn, användarnamn, e-post, mobilnummer, språk"), ANYBODY, LETTING_IN, CONTRACT,
    kept=Kept.PERSON, fate=NAMELESS, hers="pk", unsaid="password personnummer_hash",
)  # fmt: skip
declare(
    Substitute, _("Anställningsnummer, födelsedag, var du bor, önskemål"), SUBSTITUTE, STAFFING, CONTRACT,
    kept=Kept.PERSON, fate=NAMELESS, hers="user",
)  # fmt: skip
declare(
    HiddenIdentity, _("Namn och kontakt till den som har skyddade uppgifter"), SUBSTITUTE, Purpose.PROTECTING, DUTY,
    kept=Kept.PERSON, fate=GOES, hers="user",
)  # fmt: skip
declare(Agreement, _("Avtal"), SUBSTITUTE, STAFFING, CONTRACT, kept=Kept.PERSON, fate=NAMELESS, hers=HERS)
declare(SubstituteCompetence, _("Kompetens"), SUBSTITUTE, STAFFING, DUTY, kept=Kept.PERSON, fate=GOES, hers=HERS)
declare(Introduction, _("Introduktion"), SUBSTITUTE, STAFFING, TASK, kept=Kept.PERSON, fate=GOES, hers=HERS)
declare(
    RecordsCheck, _("Att registerutdrag har visats, och beslutet; aldrig utdraget"), SUBSTITUTE, STAFFING, DUTY,
    kept=Kept.PERSON, fate=GOES, hers=HERS,
)  # fmt: skip
declare(Block, _("Spärr mot en arbetsplats"), SUBSTITUTE, STAFFING, TASK, kept=Kept.PERSON, fate=GOES, hers=HERS)
declare(Favourite, _("Favorit hos en arbetsplats"), SUBSTITUTE, STAFFING, TASK, kept=Kept.PERSON, fate=GOES, hers=HERS)
declare(
    SubstituteNote, _("Bemanningens anteckningar"), SUBSTITUTE, STAFFING, TASK, kept=Kept.NOTES, fate=GOES, hers=HERS
)
declare(
    SubstituteImport, _("En fil med vikarier, medan den läses in"), SUBSTITUTE, STAFFING, TASK,
    kept=Kept.ITSELF, fate=Fate.EMPTIED, hers="read_by", unsaid="rows outcome",
)  # fmt: skip
declare(
    PhoneChange, _("Kod till ett nytt mobilnummer"), ANYBODY, LETTING_IN, CONTRACT,
    kept=Kept.ITSELF, fate=GOES, hers="user", unsaid="code_hash",
)  # fmt: skip
declare(RoleAssignment, _("Roller"), COLLEAGUE, LETTING_IN, TASK, kept=Kept.ACCOUNT, fate=Fate.STAYS, hers="user")
declare(
    HistoryEntry, _("Vem som gjorde vad, och när"), ANYBODY, ACCOUNTING, TASK,
    kept=Kept.HISTORY, fate=NAMELESS, rows=done_by_or_to, unsaid="data label uuid object_id content_type revision",
)  # fmt: skip
declare(
    LookedAt, _("Vem som har tittat på dig, och varför"), ANYBODY, ACCOUNTING, TASK,
    kept=Kept.LOOKS, fate=GOES, hers="person",
)  # fmt: skip
declare(
    OwnCopy, _("Kopior av dina uppgifter, som du har beställt"), ANYBODY, Purpose.RUNNING, DUTY,
    kept=Kept.ITSELF, fate=GOES, hers="user", unsaid="file",
)  # fmt: skip
declare(
    RetentionRule, _("Vem som lade in ett beslut om gallring"), COLLEAGUE, ACCOUNTING, DUTY,
    kept=Kept.SETTING, fate=Fate.STAYS, hers="made_by",
)  # fmt: skip
of_nobody(RetentionRun, what=_("Protokoll över gallring"))
of_nobody(Area, Workplace, Locality, Occupation, Competence, RuleProfile, what=_("Kommunens egna tabeller"))

declare(EmailAddress, _("E-post"), ANYBODY, LETTING_IN, CONTRACT, kept=Kept.PERSON, fate=GOES, hers="user")
declare(EmailConfirmation, _("Bekräftelse av e-post"), ANYBODY, LETTING_IN, CONTRACT, kept=Kept.ITSELF, fate=GOES)
declare(
    Authenticator, _("Nycklar och andra steg vid inloggning"), ANYBODY, LETTING_IN, CONTRACT,
    kept=Kept.ACCOUNT, fate=GOES, hers="user", unsaid="data",
)  # fmt: skip
declare(
    SocialAccount, _("Koppling till e-legitimation"), ANYBODY, LETTING_IN, CONTRACT,
    kept=Kept.ACCOUNT, fate=GOES, hers="user", unsaid="extra_data uid",
)  # fmt: skip
declare(SocialToken, _("Nyckel till e-legitimation"), ANYBODY, LETTING_IN, CONTRACT, kept=Kept.ACCOUNT, fate=GOES)
declare(
    SignIn, _("Var du är inloggad"), ANYBODY, LETTING_IN, CONTRACT,
    kept=Kept.ITSELF, fate=GOES, hers="user", unsaid="session_key browser",
)  # fmt: skip
declare(
    SupportVisit, _("När supporten tittade som du, och varför"), ANYBODY, ACCOUNTING, TASK,
    kept=Kept.ITSELF, fate=GOES, hers="person", unsaid="code_hash",
)  # fmt: skip
declare(
    PasswordLink, _("Länk till ett nytt lösenord"), ANYBODY, LETTING_IN, CONTRACT,
    kept=Kept.ITSELF, fate=GOES, hers="user",
)  # fmt: skip
declare(
    FormerPassword, _("Tidigare lösenord, som ingen kan läsa"), ANYBODY, LETTING_IN, TASK,
    kept=Kept.ITSELF, fate=GOES, hers="user", unsaid="sealed",
)  # fmt: skip
declare(
    RegisteredPerson, _("Vem du är i personalregistret"), COLLEAGUE, LETTING_IN, TASK,
    kept=Kept.ACCOUNT, fate=GOES, hers="user",
)  # fmt: skip
declare(
    StaffImport, _("En fil med personal, medan den läses in"), COLLEAGUE, LETTING_IN, TASK,
    kept=Kept.ITSELF, fate=Fate.EMPTIED, hers="read_by", unsaid="rows outcome",
)  # fmt: skip
declare(
    Alarm, _("Vem som tog hand om ett larm"), COLLEAGUE, ACCOUNTING, TASK,
    kept=Kept.SETTING, fate=Fate.STAYS, hers="seen_by",
)  # fmt: skip
of_nobody(Stopped, what=_("Vad webbläsare har stoppat"))
of_nobody(DutyRule, what=_("Vad tjänstgöringar ger för roller"))
declare(Session, _("Inloggning i en webbläsare"), ANYBODY, LETTING_IN, CONTRACT, kept=Kept.ITSELF, fate=GOES)
declare(
    UserProfile, _("Hur skrivbordet ser ut"), COLLEAGUE, Purpose.RUNNING, CONTRACT,
    kept=Kept.ACCOUNT, fate=GOES, hers="user",
)  # fmt: skip
of_nobody(OrmQ, Task, what=_("Köns uppgifter: bara nycklar till rader"))
