"""What goes to payroll, and what comes back."""

from payroll.models.facts_import import FactsImport
from payroll.models.facts_layout import FactsLayout
from payroll.models.layout import Layout
from payroll.models.pay_facts import EmploymentFacts, MonthlyPay
from payroll.models.run import LeftOut, PayRun, RunLine, RunSeries, RunShift
from payroll.models.wage_code import AccountString, WageCode

__all__ = [
    "AccountString",
    "EmploymentFacts",
    "FactsImport",
    "FactsLayout",
    "Layout",
    "LeftOut",
    "MonthlyPay",
    "PayRun",
    "RunLine",
    "RunSeries",
    "RunShift",
    "WageCode",
]
