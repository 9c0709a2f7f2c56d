"""The roles, in code that reads like the table they come from (DOMAIN section 1).

A role says *what* its holder may do. *Where* she may do it is the assignment's area or workplace.
An action is `<model>.<verb>`; `view` is what lists, choosers and objects ask for.
"""

from dataclasses import dataclass
from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Reach(Enum):
    """What a role is given for."""

    WORKPLACE = "workplace"
    AREA = "area"
    MUNICIPALITY = "municipality"


@dataclass(frozen=True, slots=True)
class Role:
    """What a kind of colleague may do, and whether her desk is Wagtail's admin."""

    code: str
    name: str | Promise
    reach: Reach
    actions: frozenset[str]
    at_the_desk: bool


ORDERING_MANAGER = Role(
    code="ordering_manager",
    name=_("beställare"),
    reach=Reach.WORKPLACE,
    at_the_desk=False,
    actions=frozenset({
        "workplace.view", "area.view",
        "order.view", "order.place", "order.change", "order.advertise", "order.stop", "order.cancel",
        "booking.view", "booking.attest", "favourite.view", "favourite.change", "block.view", "block.change",
        "workedtime.view", "ordertemplate.view", "ordertemplate.change", "policy.view", "coursetick.view",
        "roleassignment.delegate",
    }),
)
PLANNER = Role(
    code="planner",
    name=_("bemanningsplanerare"),
    reach=Reach.AREA,
    at_the_desk=True,
    actions=frozenset({
        "workplace.view", "area.view",
        "substitute.view", "substitute.add", "substitute.change", "substitute.write", "substitute.import",
        "substitute.invite", "passwordlink.view",
        "substitute.unlock",
        "substitutenote.view", "substitutenote.change",
        "agreement.view", "agreement.add", "agreement.end",
        "substitutecompetence.view", "substitutecompetence.add", "substitutecompetence.end",
        "order.view", "order.place", "order.change", "order.advertise", "order.book", "order.ask", "order.stop",
        "order.return", "order.cancel", "order.export", "order.follow_up", "ordertemplate.view", "ordertemplate.change",
        "booking.view", "booking.change", "booking.attest", "booking.correct", "booking.end", "booking.override",
        "booking.export_time", "workedtime.view", "payperiod.view",
        "interest.view", "enquiry.view", "asking.view", "call.view", "availability.view", "availability.change",
        "absence.view", "absence.add", "absence.change", "introduction.view", "introduction.change",
        "recordscheck.view", "recordscheck.change", "block.view", "block.change", "favourite.view",
        "plannertask.view", "plannertask.change", "restdebt.view", "restdebt.change", "policy.view",
        "timebankentry.view", "timebankentry.change",
        "workplacerequest.view", "workplacerequest.change",
        "assistantprofile.view", "assistantprofile.change", "assistantrun.view", "assistantrun.start",
        "assistantdecision.view", "proposal.view", "proposal.change", "proposalline.view", "proposalline.change",
        "inboundmessage.view", "inboundmessage.change", "historyentry.view", "coursetick.view",
        "forecast.view", "forecast.count", "forecastday.view", "timeasked.view",
        "roleassignment.delegate",
        "schedulefile.view", "schedulefile.apply", "delivery.view", "delivery.retry",
        "bookedfile.view", "bookedfile.make", "bookedfile.fetch",
    }),
)
IDENTITY_KEEPER = Role(
    code="identity_keeper",
    name=_("ansvarig för skyddade uppgifter"),
    reach=Reach.AREA,
    at_the_desk=True,
    actions=frozenset({"area.view", "workplace.view", "substitute.view", "substitute.identify"}),
)
CERTIFICATE_OFFICER = Role(
    code="certificate_officer",
    name=_("löneadministratör"),
    reach=Reach.MUNICIPALITY,
    at_the_desk=True,
    actions=frozenset({
        "substitute.view", "workplace.view", "area.view", "booking.view", "booking.correct", "workedtime.view",
        "booking.export_time", "payperiod.view", "payperiod.close",
        "certificaterequest.view", "certificaterequest.handle", "certificate.view",
        "payrun.view", "payrun.make", "payrun.fetch", "layout.view",
        "factsimport.view", "factsimport.apply", "factslayout.view", "monthlypay.view", "employmentfacts.view",
    }),
)
EDITOR = Role(
    code="editor", name=_("redaktör"), reach=Reach.MUNICIPALITY, at_the_desk=True,
    actions=frozenset({"page.edit", "workplace.describe"}),
)
APPROVER = Role(
    code="approver",
    name=_("godkännare"),
    reach=Reach.MUNICIPALITY,
    at_the_desk=True,
    actions=frozenset({"page.edit", "page.approve", "workplace.describe"}),
)
SYSTEM_OWNER = Role(
    code="system_owner",
    name=_("systemförvaltare"),
    reach=Reach.MUNICIPALITY,
    at_the_desk=True,
    actions=frozenset({
        "area.view", "area.change", "workplace.view", "workplace.change",
        "locality.view", "locality.change", "occupation.view", "occupation.change",
        "competence.view", "competence.change", "orderreason.view", "orderreason.change",
        "calendarday.view", "calendarday.change", "messagetext.view", "messagetext.change", "order.follow_up",
        "policy.view", "policy.change", "ruleprofile.view",
        "ruleprofile.change", "roleassignment.view", "roleassignment.change",
        "retentionrule.view", "retentionrule.change", "retentionrun.view", "lookedat.view",
        "factslayout.view", "factslayout.change",
        "dutyrule.view", "dutyrule.change", "staffimport.view", "staffimport.apply",
        "account.view", "account.open", "account.change", "account.close",
        "account.invite", "account.support", "account.unlock", "passwordlink.view",
        "substitute.erase", "message.view", "page.edit", "page.approve", "historyentry.audit",
        "alarm.view", "alarm.change", "stopped.view",
        "wagecode.view", "wagecode.change", "layout.view", "layout.change",
        "accountstring.view", "accountstring.change",
        "workplacecode.view", "workplacecode.change", "schedulefile.view", "schedulefile.apply", "schedulefile.of_all",
        "scheduleevent.view", "delivery.view", "delivery.retry",
        "bookedfile.view", "bookedfile.make", "bookedfile.fetch", "bookedfile.of_all",
    }),
)

ROLES = {
    role.code: role
    for role in (ORDERING_MANAGER, PLANNER, IDENTITY_KEEPER, CERTIFICATE_OFFICER, EDITOR, APPROVER, SYSTEM_OWNER)
}
