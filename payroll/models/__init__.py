"""What goes to payroll, and what comes back."""

from payroll.models.facts_import import FactsImport as FactsImport
from payroll.models.facts_layout import FactsLayout as FactsLayout
from payroll.models.pay_facts import EmploymentFacts as EmploymentFacts
from payroll.models.pay_facts import MonthlyPay as MonthlyPay
