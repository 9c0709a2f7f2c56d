"""The ways in to what goes to payroll, and to what comes back."""

from payroll.models import EmploymentFacts, FactsImport, FactsLayout, MonthlyPay
from people.access import by_role, own
from people.gates import of_whom_she_may_know
from people.policy import guard

guard(MonthlyPay, of_whom_she_may_know(by_role()), own("substitute__user", "monthlypay.view"))
guard(EmploymentFacts, of_whom_she_may_know(by_role()), own("substitute__user", "employmentfacts.view"))
guard(FactsImport, by_role())
guard(FactsLayout, by_role(), add="change", delete="change")
