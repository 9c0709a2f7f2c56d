"""The ways in to what goes to payroll, and to what comes back."""

from payroll.models import (
    AccountString,
    EmploymentFacts,
    FactsImport,
    FactsLayout,
    Layout,
    LeftOut,
    MonthlyPay,
    PayRun,
    RunLine,
    RunSeries,
    RunShift,
    WageCode,
)
from people.access import by_role, own
from people.gates import of_whom_she_may_know
from people.policy import guard

guard(PayRun, by_role())
for _part in (RunShift, RunLine, LeftOut, RunSeries):
    guard(_part)  # closed: read by way of their run
for _table in (WageCode, Layout, AccountString, FactsLayout):
    guard(_table, by_role(), add="change", delete="change")
guard(MonthlyPay, of_whom_she_may_know(by_role()), own("substitute__user", "monthlypay.view"))
guard(EmploymentFacts, of_whom_she_may_know(by_role()), own("substitute__user", "employmentfacts.view"))
guard(FactsImport, by_role())
